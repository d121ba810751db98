using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>The loops for one item, from the plainest to the one with gathers.</summary>
internal static unsafe class CsrItemKernels
{
    /// <summary>What can be chosen from on this machine.</summary>
    public static readonly (string Name, Action<CsrLayer, float[], float[]> Run)[] All = Avx2.IsSupported
        ? [("one sum", OneSum), ("four sums", FourSums), ("gathers of eight", Gathers)]
        : [("one sum", OneSum), ("four sums", FourSums)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneSum(CsrLayer layer, float[] inputs, float[] outputs)
    {
        fixed (
            float* x = inputs,
                y = outputs,
                weights = layer.Weights
        )
        fixed (
            int* starts = layer.RowStarts,
                columns = layer.Columns
        )
        {
            for (var neuron = 0; neuron < layer.Outputs; neuron++)
            {
                var sum = 0f;
                for (var k = starts[neuron]; k < starts[neuron + 1]; k++)
                    sum = MathF.FusedMultiplyAdd(weights[k], x[columns[k]], sum);
                y[neuron] = Finish(layer, neuron, sum);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourSums(CsrLayer layer, float[] inputs, float[] outputs)
    {
        fixed (
            float* x = inputs,
                y = outputs,
                weights = layer.Weights
        )
        fixed (
            int* starts = layer.RowStarts,
                columns = layer.Columns
        )
        {
            for (var neuron = 0; neuron < layer.Outputs; neuron++)
            {
                float a = 0,
                    b = 0,
                    c = 0,
                    d = 0;
                int k = starts[neuron],
                    end = starts[neuron + 1];
                for (; k <= end - 4; k += 4)
                {
                    a = MathF.FusedMultiplyAdd(weights[k], x[columns[k]], a);
                    b = MathF.FusedMultiplyAdd(weights[k + 1], x[columns[k + 1]], b);
                    c = MathF.FusedMultiplyAdd(weights[k + 2], x[columns[k + 2]], c);
                    d = MathF.FusedMultiplyAdd(weights[k + 3], x[columns[k + 3]], d);
                }

                for (; k < end; k++)
                    a = MathF.FusedMultiplyAdd(weights[k], x[columns[k]], a);
                y[neuron] = Finish(layer, neuron, a + b + (c + d));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gathers(CsrLayer layer, float[] inputs, float[] outputs)
    {
        fixed (
            float* x = inputs,
                y = outputs,
                weights = layer.Weights
        )
        fixed (
            int* starts = layer.RowStarts,
                columns = layer.Columns
        )
        {
            for (var neuron = 0; neuron < layer.Outputs; neuron++)
            {
                Vector256<float> a = default,
                    b = default;
                int k = starts[neuron],
                    end = starts[neuron + 1];
                for (; k <= end - 16; k += 16)
                {
                    a = Vector256.FusedMultiplyAdd(
                        Vector256.Load(weights + k),
                        Avx2.GatherVector256(x, Vector256.Load(columns + k), sizeof(float)),
                        a
                    );
                    b = Vector256.FusedMultiplyAdd(
                        Vector256.Load(weights + k + 8),
                        Avx2.GatherVector256(x, Vector256.Load(columns + k + 8), sizeof(float)),
                        b
                    );
                }

                var sum = Vector256.Sum(a + b);
                for (; k < end; k++)
                    sum = MathF.FusedMultiplyAdd(weights[k], x[columns[k]], sum);
                y[neuron] = Finish(layer, neuron, sum);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Finish(CsrLayer layer, int neuron, float sum)
    {
        if (sum != 0 || !layer.NonzeroSumsOnly)
            sum += layer.Biases[neuron];
        return MathF.Min(MathF.Max(sum, 0), layer.Ceiling);
    }
}
