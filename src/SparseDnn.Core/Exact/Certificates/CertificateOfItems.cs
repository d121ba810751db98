using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Certificates from the exact terms of given items.</summary>
internal static class CertificateOfItems
{
    public static ExactnessCertificate Find(RoundedNetwork rounded, IEnumerable<IReadOnlyList<Dyadic>> items, bool roundBetweenLayers)
    {
        LayerCertificate[]? all = null;
        string? inputObstacle = null;
        foreach (var item in items)
        {
            inputObstacle ??= InputObstacle(item, rounded.Formats.Activations);
            var layers = OfItem(rounded, item, roundBetweenLayers);
            all = all is null ? layers : all.Zip(layers, (a, b) => a.And(b)).ToArray();
        }

        return new ExactnessCertificate(rounded.Formats, new(all ?? throw new ArgumentException("A certificate needs at least one item.", nameof(items))), inputObstacle);
    }

    /// <summary>Granularity and Σ|t| of each neuron of a layer.</summary>
    public static TermSummary Terms(LayerTrace trace, int neuron)
    {
        var layer = trace.Layer;
        var terms = default(TermSummary);
        var edge = layer.Edges.RowStarts[neuron];
        foreach (var input in layer.Edges.Row(neuron)) terms = terms.Add(layer.Weights[edge++] * trace.Inputs[input]);
        return terms.Add(layer.Biases[neuron]);
    }

    private static LayerCertificate[] OfItem(RoundedNetwork rounded, IReadOnlyList<Dyadic> item, bool roundBetweenLayers)
    {
        var formats = rounded.Formats;
        var layers = new List<LayerCertificate>();
        foreach (var trace in MixedEvaluator.Trace(rounded.Network, item, roundBetweenLayers ? formats.Activations : null))
        {
            var neurons = new NeuronCertificate[trace.Layer.Outputs];
            for (var neuron = 0; neuron < neurons.Length; neuron++) neurons[neuron] = NeuronCertificate.Of(Terms(trace, neuron), formats.Accumulator);
            // The last layer's outputs are rounded once by everyone; earlier ones only where that is declared.
            var mayRound = roundBetweenLayers || layers.Count == rounded.Network.Layers.Count - 1;
            layers.Add(new LayerCertificate(new(neurons), OutputObstacle(trace.Outputs, formats.Activations, mayRound)));
        }

        return layers.ToArray();
    }

    private static string? InputObstacle(IReadOnlyList<Dyadic> item, StorageFormat format)
    {
        for (var i = 0; i < item.Count; i++)
            if (!format.IsRepresentable(item[i])) return $"input {i + 1} is {item[i]}, which is not a {format} value";
        return null;
    }

    private static string? OutputObstacle(EquatableArray<Dyadic> outputs, StorageFormat format, bool mayRound)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            format.Round(outputs[i], out var outcome);
            if (outcome is RoundingOutcome.Overflowed or RoundingOutcome.Saturated) return $"output {i + 1} is {outputs[i]}, beyond the {format} range";
            if (outcome == RoundingOutcome.Rounded && !mayRound) return $"output {i + 1} is {outputs[i]}, which is not a {format} value; declare rounding between layers or use a wider format";
        }

        return null;
    }
}
