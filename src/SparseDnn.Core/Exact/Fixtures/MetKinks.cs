using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Items with which the z of a neuron of the first layer is exactly 0, or exactly its ceiling.</summary>
/// <remarks>
/// With k equal edges on, all at x, z = k·w·x + b meets a kink t at x = (t − b)/(k·w): a closed form, where that is a value of the
/// activation format.
/// </remarks>
internal static class MetKinks
{
    private const int MaxNeurons = 64;

    public static IEnumerable<LabelledInput> Find(InputPool pool)
    {
        var layer = pool.Network.Layers[0];
        if (layer.Activation == Activation.ReLU && At(pool, Dyadic.Zero, "zero") is { } zero)
            yield return zero;
        if (layer.Ceiling is { } ceiling && At(pool, ceiling, "the ceiling") is { } top)
            yield return top;
    }

    private static LabelledInput? At(InputPool pool, Dyadic kink, string what) =>
        pool
            .FirstNeurons.Take(MaxNeurons)
            .SelectMany(neuron =>
                Candidates(pool, neuron, kink)
                    .Select(item => item with { Label = $"{InputKind.Kink}: neuron {neuron + 1} of layer 1 exactly at {what}" })
            )
            .FirstOrDefault(item => pool.Accepts(item.Values));

    private static IEnumerable<LabelledInput> Candidates(InputPool pool, int neuron, Dyadic kink)
    {
        pool.Token.ThrowIfCancellationRequested();
        var layer = pool.Network.Layers[0];
        var needed = kink - layer.Biases[neuron];
        // Without a sum there is nothing that could miss the kink.
        if (needed.IsZero)
            yield break;
        var start = layer.Edges.RowStarts[neuron];
        var inputs = layer.Edges.Row(neuron).ToArray();
        foreach (
            var equal in Enumerable
                .Range(0, inputs.Length)
                .Where(i => !layer.Weights[start + i].IsZero)
                .GroupBy(i => layer.Weights[start + i])
        )
        {
            var edges = equal.Select(i => inputs[i]).ToArray();
            for (var count = 1; count <= edges.Length; count *= 2)
            {
                if (Quotient(needed, equal.Key * count, pool) is not { } x)
                    continue;
                var on = new HashSet<int>(edges.Take(count));
                yield return LabelledInput.Of("", layer.Inputs, i => on.Contains(i) ? x : Dyadic.Zero);
            }
        }
    }

    private static Dyadic? Quotient(Dyadic dividend, Dyadic divisor, InputPool pool)
    {
        var quotient = dividend.ToDouble() / divisor.ToDouble();
        if (double.IsNaN(quotient) || double.IsInfinity(quotient))
            return null;
        var x = Dyadic.FromDouble(quotient);
        return x * divisor == dividend && x >= pool.Off && x <= pool.On && pool.Format.IsRepresentable(x) ? x : null;
    }
}
