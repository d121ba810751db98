using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Networks;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Pairs of items that differ in one input and lie on both sides of a kink of an activation or of a ceiling.</summary>
/// <remarks>
/// Between two items whose neuron is in different states, inputs are exchanged one after another; somewhere one exchange changes the state,
/// which bisection finds.
/// </remarks>
internal sealed class SemiringKinks(SemiringTrace trace, IReadOnlyList<SemiringItem> items, CancellationToken cancellationToken)
{
    private const int NeuronsPerLayer = 2;
    private const int Layers = 4; // the first, the last and two between them

    /// <summary>Items next to the kinks of the activation.</summary>
    public IEnumerable<(string Label, long[] Bits)> Activations() =>
        Pairs(
            layer => layer.HasActivation,
            layer => layer with { Activation = Activation.None, Ceiling = double.PositiveInfinity },
            layer => layer with { Ceiling = double.PositiveInfinity },
            (layer, neuron) =>
                (
                    $"kink: neuron {neuron + 1} of layer {layer + 1} takes its biased sum",
                    $"kink: neuron {neuron + 1} of layer {layer + 1} takes One"
                )
        );

    /// <summary>Items next to ceilings, searched from the last item on: they should be others than those next to kinks.</summary>
    public IEnumerable<(string Label, long[] Bits)> Ceilings() =>
        new SemiringKinks(trace, items.Reverse().ToArray(), cancellationToken).Pairs(
            layer => layer.HasCeiling,
            layer => layer with { Ceiling = double.PositiveInfinity },
            layer => layer,
            (layer, neuron) =>
                (
                    $"ceiling: not reached by neuron {neuron + 1} of layer {layer + 1}",
                    $"ceiling: reached by neuron {neuron + 1} of layer {layer + 1}"
                )
        );

    private IEnumerable<(string Label, long[] Bits)> Pairs(
        Func<Layer, bool> applies,
        Func<Layer, Layer> before,
        Func<Layer, Layer> after,
        Func<int, int, (string Same, string Changed)> labels
    )
    {
        var layers = Enumerable.Range(0, trace.Network.Layers.Count).Where(index => applies(trace.Network.Layers[index])).ToArray();
        foreach (
            var layer in Enumerable
                .Range(0, Layers)
                .Select(i => i * (layers.Length - 1) / (Layers - 1))
                .Where(i => i >= 0 && i < layers.Length)
                .Distinct()
                .Select(i => layers[i])
        )
        {
            var states = items.Select(item => States(layer, item.Bits, item.Outputs)).ToArray();
            var found = 0;
            for (var neuron = 0; neuron < trace.Network.Layers[layer].Outputs && found < NeuronsPerLayer; neuron++)
            {
                var same = Array.FindIndex(states, state => state is not null && !state[neuron]);
                var changed = Array.FindIndex(states, state => state is not null && state[neuron]);
                if (same < 0 || changed < 0)
                    continue;
                found++;
                var (left, right) = Bisect(
                    items[same].Bits,
                    items[changed].Bits,
                    bits => trace.Follow(bits, cancellationToken, layer) is { } outputs ? States(layer, bits, outputs)?[neuron] : null
                );
                var label = labels(layer, neuron);
                if (left is not null)
                    yield return (label.Same, left);
                if (right is not null)
                    yield return (label.Changed, right);
            }
        }

        bool[]? States(int layer, long[] bits, long[][] outputs)
        {
            var inputs = layer == 0 ? bits : outputs[layer - 1];
            return trace.OutputsOf(layer, inputs, before) is { } all && trace.OutputsOf(layer, inputs, after) is { } limited
                ? all.Zip(limited, (x, y) => x != y).ToArray()
                : null;
        }
    }

    // Invariant: with `low` inputs of the changed item the state is the first one's, with `high` of them the other's.
    private static (long[]? Same, long[]? Changed) Bisect(long[] same, long[] changed, Func<long[], bool?> state)
    {
        var (low, high) = (0, same.Length);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (state(Mixed(middle)) is not { } isChanged)
                return (null, null);
            if (isChanged)
                high = middle;
            else
                low = middle;
        }

        return (Mixed(low), Mixed(high));

        long[] Mixed(int count) => same.Select((value, i) => i < count ? changed[i] : value).ToArray();
    }
}
