using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Finds items on both sides of a neuron's kink by bisection between two items of a pool.</summary>
/// <remarks>x(t) = A + t·(B − A) rounded to the activation format, t a multiple of 2^−24: the two items of a pair are neighbours on it.</remarks>
internal sealed class KinkSearch(RoundedNetwork network, InputPool pool)
{
    private const int Bits = 24;
    private const int MaxLayers = 8;
    private const long EdgeBudget = 1 << 22; // edges times searched layers: a search evaluates the network about 100 times

    public IEnumerable<LabelledInput> Pairs()
    {
        var layers = network.Network.Layers;
        var edges = Math.Max(1, layers.Sum(layer => (long)layer.Edges.EntryCount));
        var searched = (int)Math.Max(1, Math.Min(Math.Min(layers.Count, MaxLayers), EdgeBudget / edges));
        for (var k = 0; k < searched; k++)
        {
            var index = (int)((long)k * layers.Count / searched);
            if (layers[index].Activation == Activation.ReLU)
                foreach (var item in Pair(index, Dyadic.Zero, "zero")) yield return item;
            if (layers[index].Ceiling is { } ceiling)
                foreach (var item in Pair(index, ceiling, "the ceiling")) yield return item;
        }
    }

    private IEnumerable<LabelledInput> Pair(int layer, Dyadic kink, string what)
    {
        var width = network.Network.Layers[layer].Outputs;
        for (var k = 0; k < width; k++)
        {
            var neuron = (k + layer) % width; // another neuron in every layer
            var below = Array.FindIndex(pool.Traces, traces => traces[layer].Biased[neuron] < kink);
            var above = Array.FindIndex(pool.Traces, traces => traces[layer].Biased[neuron] > kink);
            if (below < 0 || above < 0) continue;
            var ends = (pool.Items[below].Values, pool.Items[above].Values);
            var place = $"neuron {neuron + 1} of layer {layer + 1}";
            yield return new($"kink: {place} just below {what}", Bisect(ends, z => z < kink, layer, neuron).Low);
            yield return new($"kink: {place} just above {what}", Bisect(ends, z => z <= kink, layer, neuron).High);
            yield break;
        }
    }

    private (EquatableArray<Dyadic> Low, EquatableArray<Dyadic> High) Bisect((EquatableArray<Dyadic> A, EquatableArray<Dyadic> B) ends, Func<Dyadic, bool> isLow, int layer, int neuron)
    {
        int low = 0, high = 1 << Bits;
        var (atLow, atHigh) = ends;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var item = At(ends, middle);
            // Rounding makes many t one item; only new items are evaluated.
            var goesLow = item.Equals(atLow) || (!item.Equals(atHigh) && isLow(MixedEvaluator.Trace(network.Network, item).ElementAt(layer).Biased[neuron]));
            if (goesLow) (low, atLow) = (middle, item);
            else (high, atHigh) = (middle, item);
        }

        return (atLow, atHigh);
    }

    private EquatableArray<Dyadic> At((EquatableArray<Dyadic> A, EquatableArray<Dyadic> B) ends, int t) =>
        new(ends.A.Zip(ends.B, (a, b) => pool.Round(a + ((b - a) * new Dyadic(t, -Bits)))).ToArray());
}
