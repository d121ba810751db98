using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>The loops: for each neuron, for each edge, multiply and add into one to eight registers of eight items.</summary>
internal static unsafe class CsrKernels
{
    /// <summary>Items in a register.</summary>
    public const int Lanes = 8;

    /// <summary>Computes a layer for a tile of items.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="x">Inputs, <c>[neuron, item]</c>.</param>
    /// <param name="y">Outputs, likewise.</param>
    /// <param name="registers">1, 2, 4 or 8: the tile's items divided by <see cref="Lanes"/>.</param>
    public static void Run(CsrLayer layer, float* x, float* y, int registers)
    {
        fixed (int* starts = layer.RowStarts, columns = layer.Columns)
        fixed (float* weights = layer.Weights)
        {
            switch (registers)
            {
                case 1: One(layer, starts, columns, weights, x, y); break;
                case 2: Two(layer, starts, columns, weights, x, y); break;
                case 4: Four(layer, starts, columns, weights, x, y); break;
                case 8: Eight(layer, starts, columns, weights, x, y); break;
                default: throw new ArgumentOutOfRangeException(nameof(registers));
            }
        }
    }

    /// <summary>Computes a layer for one item.</summary>
    public static void Scalar(CsrLayer layer, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var neuron = 0; neuron < y.Length; neuron++)
        {
            var sum = 0f;
            for (var k = layer.RowStarts[neuron]; k < layer.RowStarts[neuron + 1]; k++) sum = MathF.FusedMultiplyAdd(layer.Weights[k], x[layer.Columns[k]], sum);
            if (sum != 0 || !layer.NonzeroSumsOnly) sum += layer.Biases[neuron];
            y[neuron] = MathF.Min(MathF.Max(sum, 0), layer.Ceiling);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(CsrLayer layer, int* starts, int* columns, float* weights, float* x, float* y)
    {
        for (var neuron = 0; neuron < layer.Outputs; neuron++, y += Lanes)
        {
            var a = Vector256<float>.Zero;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
                a = Vector256.FusedMultiplyAdd(Vector256.Create(weights[k]), Vector256.Load(x + ((nint)columns[k] * Lanes)), a);
            Finish(layer, neuron, a, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(CsrLayer layer, int* starts, int* columns, float* weights, float* x, float* y)
    {
        for (var neuron = 0; neuron < layer.Outputs; neuron++, y += 2 * Lanes)
        {
            Vector256<float> a = default, b = default;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
            {
                var w = Vector256.Create(weights[k]);
                var p = x + ((nint)columns[k] * (2 * Lanes));
                a = Vector256.FusedMultiplyAdd(w, Vector256.Load(p), a);
                b = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + Lanes), b);
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
            Vector256<float> a = default, b = default, c = default, d = default;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
            {
                var w = Vector256.Create(weights[k]);
                var p = x + ((nint)columns[k] * (4 * Lanes));
                a = Vector256.FusedMultiplyAdd(w, Vector256.Load(p), a);
                b = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + Lanes), b);
                c = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (2 * Lanes)), c);
                d = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (3 * Lanes)), d);
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
            Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
            for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
            {
                var w = Vector256.Create(weights[k]);
                var p = x + ((nint)columns[k] * (8 * Lanes));
                a = Vector256.FusedMultiplyAdd(w, Vector256.Load(p), a);
                b = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + Lanes), b);
                c = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (2 * Lanes)), c);
                d = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (3 * Lanes)), d);
                e = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (4 * Lanes)), e);
                f = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (5 * Lanes)), f);
                g = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (6 * Lanes)), g);
                h = Vector256.FusedMultiplyAdd(w, Vector256.Load(p + (7 * Lanes)), h);
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
    private static void Finish(CsrLayer layer, int neuron, Vector256<float> sum, float* y)
    {
        var bias = Vector256.Create(layer.Biases[neuron]);
        if (layer.NonzeroSumsOnly) bias = Vector256.AndNot(bias, Vector256.Equals(sum, Vector256<float>.Zero));
        Vector256.MinNative(Vector256.MaxNative(sum + bias, Vector256<float>.Zero), Vector256.Create(layer.Ceiling)).Store(y);
    }
}
