using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>Plain loops over edges: what docs/semantics.md says, one item at a time. Shares no code with the library.</summary>
internal static class NaiveEvaluator
{
    public static T[] Run<T>(IReadOnlyList<NaiveLayer> layers, bool strict, ReadOnlySpan<T> item)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var values = item.ToArray();
        foreach (var layer in layers)
        {
            var next = new T[layer.Outputs];
            foreach (var edge in layer.Edges)
            {
                var weight = T.CreateChecked(edge.Weight);
                ref var sum = ref next[edge.Output];
                sum = strict ? sum + (weight * values[edge.Input]) : T.FusedMultiplyAdd(weight, values[edge.Input], sum);
            }

            for (var neuron = 0; neuron < next.Length; neuron++)
                next[neuron] = Finish(
                    next[neuron],
                    HasBias(layer.Epilogue) ? T.CreateChecked(layer.Epilogue.BiasOf(neuron)) : null,
                    layer.Epilogue
                );
            values = next;
        }

        return values;
    }

    private static bool HasBias(Epilogue epilogue) =>
        epilogue.Biases is { } all ? all.Any(bias => bias != 0) : epilogue.Bias is { } one && one != 0;

    /// <summary>Bias, activation and ceiling.</summary>
    public static T Finish<T>(T sum, T? added, Epilogue epilogue)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (added is { } bias)
        {
            if (!epilogue.NonzeroSums)
                sum += bias;
            else
                sum = sum == T.Zero ? T.Zero : sum + bias;
        }

        if (epilogue.Rectifies && sum <= T.Zero)
            sum = T.Zero;
        if (epilogue.Ceiling is { } limit && sum > T.CreateChecked(limit))
            sum = T.CreateChecked(limit);
        return sum;
    }
}
