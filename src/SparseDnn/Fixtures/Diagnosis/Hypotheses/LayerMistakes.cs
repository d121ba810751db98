using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Fixtures.Diagnosis.Plain;

namespace SparseDnn.Fixtures.Diagnosis.Hypotheses;

/// <summary>Mistakes in what a layer computes, in all layers or in one.</summary>
internal static class LayerMistakes
{
    // Beyond so many layers only the first and the last are suspected alone.
    private const int MaxSingleLayers = 6;

    private static readonly (string Sentence, Func<PlainLayer, bool> Applies, Func<PlainLayer, PlainLayer> Change)[] Rows =
    [
        ("the bias{0} is not added", layer => layer.HasBias, layer => Biased(layer, _ => 0)),
        ("the bias{0} is added twice", layer => layer.HasBias, layer => Biased(layer, bias => 2 * bias)),
        ("the bias{0} is subtracted instead of added", layer => layer.HasBias, layer => Biased(layer, bias => -bias)),
        (
            "the bias{0} is added to zero sums too (its mode is nonzero-sums)",
            layer => layer.HasBias && layer.BiasMode == BiasMode.NonzeroSums,
            layer => layer with { BiasMode = BiasMode.Dense }
        ),
        (
            "the bias{0} is not added to zero sums (its mode is dense)",
            layer => layer.HasBias && layer.BiasMode == BiasMode.Dense,
            layer => layer with { BiasMode = BiasMode.NonzeroSums }
        ),
        ("the ceiling{0} is not applied", layer => layer.HasCeiling, layer => layer with { Ceiling = double.PositiveInfinity }),
        (
            "the ceiling{0} is applied before the bias",
            layer => layer.HasCeiling && layer.HasBias,
            layer => layer with { CeilingBeforeBias = true }
        ),
        ("the ReLU{0} is not applied", layer => layer.HasReLU, layer => layer with { HasReLU = false }),
        (
            "the bias{0} is added after the ReLU",
            layer => layer.HasReLU && layer.HasBias,
            layer => layer with { ActivatesBeforeBias = true }
        ),
        (
            "a ReLU follows the sums{0}, where the network has none",
            layer => !layer.HasReLU && layer.IsPlusTimes,
            layer => layer with { HasReLU = true }
        ),
        ("the weights{0} are used transposed (input and output exchanged)", layer => layer.IsSquare, layer => layer.Transposed()),
        ("the last edge of every neuron{0} is left out", _ => true, layer => layer with { SkippedLast = 1 }),
        ("the first edge of every neuron{0} is left out", _ => true, layer => layer with { SkippedFirst = 1 }),
        ("the edges{0} read one input too far (an index is off by one)", _ => true, layer => layer with { ColumnShift = 1 }),
        ("the edges{0} read one input too early (an index is off by one)", _ => true, layer => layer with { ColumnShift = -1 }),
        (
            "the signs of the weights{0} are lost",
            layer => layer.IsPlusTimes && layer.Weights.Any(weight => weight < 0),
            layer => layer with { Weights = Array.ConvertAll(layer.Weights, Math.Abs) }
        ),
        (
            "the weights{0} are taken as 1",
            layer => layer.IsPlusTimes && layer.Weights.Any(weight => weight != 1),
            layer => layer with { Weights = [1] }
        ),
    ];

    public static IEnumerable<Hypothesis> Hypotheses(Evidence evidence)
    {
        if (evidence.Network is not { } network)
            yield break;
        foreach (var (sentence, applies, change) in Rows)
        {
            var affected = Enumerable.Range(0, network.Layers.Count).Where(i => applies(network.Layers[i])).ToArray();
            if (affected.Length > 1)
                yield return Changed(sentence, " of every layer", affected);
            foreach (var layer in Alone(affected))
                yield return Changed(sentence, network.Layers.Count == 1 ? "" : $" of layer {layer + 1}", [layer]);

            Hypothesis Changed(string text, string where, int[] layers) =>
                Hypothesis.Of(
                    string.Format(CultureInfo.InvariantCulture, text, where),
                    evidence,
                    network with
                    {
                        Layers = network.Layers.Select((layer, i) => layers.Contains(i) ? change(layer) : layer).ToArray(),
                    }
                );
        }
    }

    /// <summary>The layers that are suspected alone.</summary>
    public static IEnumerable<int> Alone(IReadOnlyList<int> layers) =>
        layers.Count <= MaxSingleLayers ? layers : [layers[0], layers[layers.Count - 1]];

    private static PlainLayer Biased(PlainLayer layer, Converter<double, double> change) =>
        layer with
        {
            Biases = Array.ConvertAll(layer.Biases, change),
        };
}
