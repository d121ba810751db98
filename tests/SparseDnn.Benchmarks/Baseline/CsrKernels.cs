using System;
using System.Runtime.CompilerServices;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>The loops: for each neuron, for each edge, multiply and add into one to eight registers of items.</summary>
/// <typeparam name="TRegister">What a register can do.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
internal static unsafe class CsrKernels<TRegister, TVector>
    where TRegister : struct, IRegister<TVector>
    where TVector : unmanaged
{
    private static int Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TRegister.Lanes;
    }

    /// <summary>Computes a layer for a tile of items.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="x">Inputs, <c>[neuron, item]</c>.</param>
    /// <param name="y">Outputs, likewise.</param>
    /// <param name="registers">1, 2, 4 or 8: the tile's items divided by those in a register.</param>
    public static void Run(CsrLayer layer, float* x, float* y, int registers)
    {
        fixed (
            int* starts = layer.RowStarts,
                columns = layer.Columns
        )
        fixed (float* weights = layer.Weights)
        {
            switch (registers)
            {
                case 1:
                    One(layer, starts, columns, weights, x, y);
                    break;
                case 2:
                    Two(layer, starts, columns, weights, x, y);
                    break;
                case 4:
                    Four(layer, starts, columns, weights, x, y);
                    break;
                case 8:
                    Eight(layer, starts, columns, weights, x, y);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(registers));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(CsrLayer layer, int* starts, int* columns, float* weights, float* x, float* y)
    {
        for (var neuron = 0; neuron < layer.Outputs; neuron++, y += Lanes)
        {
            TVector a = default;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
                a = TRegister.FusedMultiplyAdd(TRegister.Create(weights[k]), TRegister.Load(x + ((nint)columns[k] * Lanes)), a);
            Finish(layer, neuron, a, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(CsrLayer layer, int* starts, int* columns, float* weights, float* x, float* y)
    {
        for (var neuron = 0; neuron < layer.Outputs; neuron++, y += 2 * Lanes)
        {
            TVector a = default,
                b = default;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
            {
                var w = TRegister.Create(weights[k]);
                var p = x + ((nint)columns[k] * (2 * Lanes));
                a = TRegister.FusedMultiplyAdd(w, TRegister.Load(p), a);
                b = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + Lanes), b);
            }

            Finish(layer, neuron, a, y);
            Finish(layer, neuron, b, y + Lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(CsrLayer layer, int* starts, int* columns, float* weights, float* x, float* y)
    {
        for (var neuron = 0; neuron < layer.Outputs; neuron++, y += 4 * Lanes)
        {
            TVector a = default,
                b = default,
                c = default,
                d = default;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
            {
                var w = TRegister.Create(weights[k]);
                var p = x + ((nint)columns[k] * (4 * Lanes));
                a = TRegister.FusedMultiplyAdd(w, TRegister.Load(p), a);
                b = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + Lanes), b);
                c = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (2 * Lanes)), c);
                d = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (3 * Lanes)), d);
            }

            Finish(layer, neuron, a, y);
            Finish(layer, neuron, b, y + Lanes);
            Finish(layer, neuron, c, y + (2 * Lanes));
            Finish(layer, neuron, d, y + (3 * Lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(CsrLayer layer, int* starts, int* columns, float* weights, float* x, float* y)
    {
        for (var neuron = 0; neuron < layer.Outputs; neuron++, y += 8 * Lanes)
        {
            TVector a = default,
                b = default,
                c = default,
                d = default,
                e = default,
                f = default,
                g = default,
                h = default;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
            {
                var w = TRegister.Create(weights[k]);
                var p = x + ((nint)columns[k] * (8 * Lanes));
                a = TRegister.FusedMultiplyAdd(w, TRegister.Load(p), a);
                b = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + Lanes), b);
                c = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (2 * Lanes)), c);
                d = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (3 * Lanes)), d);
                e = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (4 * Lanes)), e);
                f = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (5 * Lanes)), f);
                g = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (6 * Lanes)), g);
                h = TRegister.FusedMultiplyAdd(w, TRegister.Load(p + (7 * Lanes)), h);
            }

            Finish(layer, neuron, a, y);
            Finish(layer, neuron, b, y + Lanes);
            Finish(layer, neuron, c, y + (2 * Lanes));
            Finish(layer, neuron, d, y + (3 * Lanes));
            Finish(layer, neuron, e, y + (4 * Lanes));
            Finish(layer, neuron, f, y + (5 * Lanes));
            Finish(layer, neuron, g, y + (6 * Lanes));
            Finish(layer, neuron, h, y + (7 * Lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(CsrLayer layer, int neuron, TVector sum, float* y) =>
        TRegister.Store(TRegister.Finish(sum, layer.Biases[neuron], layer.NonzeroSumsOnly, layer.Ceiling), y);
}
