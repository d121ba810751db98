using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Finds items on both sides of a neuron's kink by bisection between two items of a pool.</summary>
/// <remarks>
/// x(t) = A + t·(B − A) rounded to the activation format, t a multiple of 2^−24: the two items of a pair are neighbours on it. Where only
/// certified items are wanted, t is a multiple of the least power of two with which a pair is certified.
/// </remarks>
internal sealed class KinkSearch(InputPool pool)
{
    private const string Below = " just below ";
    private const int MaxLayers = 8;
    private const long WorkBudget = 1 << 23; // sums and edges of one evaluation times searched layers
    private static readonly int[] Steps = [24];
    private static readonly int[] CertifiedSteps = [24, 12, 8, 5, 3, 2, 1, 0];

    /// <summary>Whether an item is the lower one of a pair; the upper one follows it.</summary>
    public static bool IsFirstOfPair(LabelledInput item) => item.Kind == InputKind.Kink && item.Label.Contains(Below);

    public IEnumerable<LabelledInput> Pairs(bool certify)
    {
        if (pool.Items.Length == 0)
            yield break;
        var layers = pool.Network.Layers;
        var work = MixedEvaluator.WorkOf(pool.Network, pool.Token);
        var searched = (int)Math.Max(1, Math.Min(Math.Min(layers.Count, MaxLayers), WorkBudget / Math.Max(1, work.Sums + work.Edges)));
        for (var k = 0; k < searched; k++)
        {
            var index = (int)((long)k * layers.Count / searched);
            if (layers[index].Activation == Activation.ReLU)
                foreach (var item in Pair(index, Dyadic.Zero, "zero", certify ? CertifiedSteps : Steps))
                    yield return item;
            if (layers[index].Ceiling is { } ceiling)
                foreach (var item in Pair(index, ceiling, "the ceiling", certify ? CertifiedSteps : Steps))
                    yield return item;
        }
    }

    private IEnumerable<LabelledInput> Pair(int layer, Dyadic kink, string what, int[] steps)
    {
        var width = pool.Network.Layers[layer].Outputs;
        for (var k = 0; k < width; k++)
        {
            pool.Token.ThrowIfCancellationRequested();
            var neuron = (k + layer) % width; // another neuron in every layer
            var below = Array.FindIndex(pool.Traces, traces => traces[layer].BiasedOf(neuron) < kink);
            var above = Array.FindIndex(pool.Traces, traces => traces[layer].BiasedOf(neuron) > kink);
            if (below < 0 || above < 0)
                continue;
            var line = new InputLine(pool, pool.Items[below].Values, pool.Items[above].Values);
            var place = $"{InputKind.Kink}: neuron {neuron + 1} of layer {layer + 1}";
            foreach (var bits in steps)
            {
                var low = Bisect(line, bits, z => z < kink, layer, neuron).Low;
                var high = Bisect(line, bits, z => z <= kink, layer, neuron).High;
                if (!pool.Accepts(low) || !pool.Accepts(high))
                    continue;
                yield return new($"{place}{Below}{what}", low);
                yield return new($"{place} just above {what}", high);
                yield break;
            }

            yield break;
        }
    }

    private (EquatableArray<Dyadic> Low, EquatableArray<Dyadic> High) Bisect(
        InputLine line,
        int bits,
        Func<Dyadic, bool> isLow,
        int layer,
        int neuron
    )
    {
        int low = 0,
            high = 1 << bits;
        var (atLow, atHigh) = (line.Start, line.End);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var item = line.At(middle, bits);
            // Rounding makes many t one item; only new items are evaluated.
            var goesLow = item.Equals(atLow) || (!item.Equals(atHigh) && isLow(pool.Trace(item).ElementAt(layer).BiasedOf(neuron)));
            if (goesLow)
                (low, atLow) = (middle, item);
            else
                (high, atHigh) = (middle, item);
        }

        return (atLow, atHigh);
    }
}
