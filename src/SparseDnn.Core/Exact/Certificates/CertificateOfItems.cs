using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Certificates;

/// <summary>Collects certificates from the exact terms of given items, layer by layer as they are evaluated.</summary>
internal sealed class CertificateOfItems(RoundedNetwork rounded, bool roundBetweenLayers)
{
    private readonly LayerClasses?[] _classes = new LayerClasses?[rounded.Network.Layers.Count];
    private readonly NeuronCertificate[][] _neurons = new NeuronCertificate[rounded.Network.Layers.Count][];
    private readonly string?[] _obstacles = new string?[rounded.Network.Layers.Count];
    private string? _inputObstacle;
    private int _next;

    public static ExactnessCertificate Find(
        RoundedNetwork rounded,
        IEnumerable<IReadOnlyList<Dyadic>> items,
        bool roundBetweenLayers,
        CancellationToken cancellationToken
    )
    {
        var certificate = new CertificateOfItems(rounded, roundBetweenLayers);
        foreach (var item in items)
        {
            certificate.Begin(item);
            foreach (
                var trace in MixedEvaluator.Trace(
                    rounded.Network,
                    item,
                    roundBetweenLayers ? rounded.Formats.Activations : null,
                    cancellationToken
                )
            )
                certificate.Follow(trace);
        }

        return certificate.Result();
    }

    /// <summary>Whether the items so far are certified; after whole items or in the midst of one.</summary>
    public bool IsCertified { get; private set; } = true;

    /// <summary>Starts an item.</summary>
    public void Begin(IReadOnlyList<Dyadic> item)
    {
        _next = 0;
        _inputObstacle ??= InputObstacle(item, rounded.Formats.Activations);
        IsCertified &= _inputObstacle is null;
    }

    /// <summary>The item's next layer.</summary>
    public void Follow(LayerTrace trace)
    {
        var layer = _next++;
        _classes[layer] = trace.Classes;
        var certificates = trace.Certificates(rounded.Formats.Accumulator);
        IsCertified &= certificates.All(neuron => neuron.IsCertified);
        _neurons[layer] = _neurons[layer] is { } known ? known.Zip(certificates, (a, b) => a.And(b)).ToArray() : certificates;
        // The last layer's outputs are rounded once by everyone; earlier ones only where that is declared.
        _obstacles[layer] ??= OutputObstacle(trace, roundBetweenLayers || layer == _neurons.Length - 1);
        IsCertified &= _obstacles[layer] is null;
    }

    /// <summary>What holds for all items.</summary>
    public ExactnessCertificate Result()
    {
        if (_neurons[0] is null)
            throw new ArgumentException("A certificate needs at least one item.");
        var layers = _neurons.Select((neurons, i) => new LayerCertificate(new(_classes[i]!.NeuronsOf(neurons)), _obstacles[i]));
        return new ExactnessCertificate(rounded.Formats, new(layers), _inputObstacle);
    }

    /// <summary>Why an item's values are not those of a format; null where they are.</summary>
    public static string? InputObstacle(IReadOnlyList<Dyadic> item, StorageFormat format)
    {
        for (var i = 0; i < item.Count; i++)
            if (!format.IsRepresentable(item[i]))
                return $"input {i + 1} is {item[i]}, which is not a {format} value";
        return null;
    }

    private string? OutputObstacle(LayerTrace trace, bool mayRound)
    {
        var format = rounded.Formats.Activations;
        for (var i = 0; i < trace.Classes.Count; i++)
        {
            var output = trace.Values.Outputs[i];
            format.Round(output, out var outcome);
            var neuron = trace.Classes.FirstNeurons[i] + 1;
            if (outcome is RoundingOutcome.Overflowed or RoundingOutcome.Saturated)
                return $"output {neuron} is {output}, beyond the {format} range";
            if (outcome == RoundingOutcome.Rounded && !mayRound)
                return $"output {neuron} is {output}, which is not a {format} value; declare rounding between layers or use a wider format";
        }

        return null;
    }
}
