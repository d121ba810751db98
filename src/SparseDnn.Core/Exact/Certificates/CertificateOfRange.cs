using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Certificates;

/// <summary>Certificates for whole input ranges: magnitudes and granularities are followed through the layers exactly.</summary>
internal static class CertificateOfRange
{
    public static ExactnessCertificate Find(
        RoundedNetwork rounded,
        IReadOnlyList<InputRange> inputs,
        bool roundBetweenLayers,
        CancellationToken cancellationToken
    )
    {
        var network = rounded.Network.DemandPlusTimes();
        if (inputs.Count != network.Inputs)
            throw new ArgumentException($"There are {inputs.Count} ranges but the network takes {network.Inputs} inputs.", nameof(inputs));
        if (inputs.FirstOrDefault(range => range.Low > range.High) is { } empty)
            throw new ArgumentException($"The range [{empty.Low}, {empty.High}] is empty.", nameof(inputs));
        var formats = rounded.Formats;
        var inputObstacle = Obstacle("input", inputs, formats.Activations, mayRound: false);
        var layers = new List<LayerCertificate>();
        foreach (var layer in network.Layers)
        {
            var neurons = new NeuronCertificate[layer.Outputs];
            var outputs = new InputRange[layer.Outputs];
            for (var neuron = 0; neuron < neurons.Length; neuron++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                neurons[neuron] = NeuronCertificate.Of(Follow(layer, neuron, inputs, out outputs[neuron]), formats.Accumulator);
            }

            var mayRound = roundBetweenLayers || layers.Count == network.Layers.Count - 1;
            layers.Add(new LayerCertificate(new(neurons), Obstacle("output", outputs, formats.Activations, mayRound)));
            inputs = roundBetweenLayers ? Array.ConvertAll(outputs, range => Rounded(range, formats.Activations)) : outputs;
        }

        return new ExactnessCertificate(formats, new(layers), inputObstacle);
    }

    private static TermSummary Follow(DyadicLayer layer, int neuron, IReadOnlyList<InputRange> inputs, out InputRange output)
    {
        var terms = default(TermSummary);
        Dyadic low = default,
            high = default;
        var edge = layer.Edges.RowStarts[neuron];
        foreach (var input in layer.Edges.Row(neuron))
        {
            var weight = layer.Weights[edge++];
            var range = inputs[input];
            if (weight.IsZero)
                continue;
            terms = terms.Add(checked(weight.Exponent + range.Granularity), weight.Abs() * range.Magnitude);
            low += weight * (weight.Sign > 0 ? range.Low : range.High);
            high += weight * (weight.Sign > 0 ? range.High : range.Low);
        }

        var bias = layer.Biases[neuron];
        terms = terms.Add(bias);
        // A zero sum may stay without the bias.
        var unbiased = layer.BiasMode == BiasMode.NonzeroSums && low.Sign <= 0 && high.Sign >= 0;
        low += bias;
        high += bias;
        if (unbiased)
            (low, high) = (Dyadic.Min(low, Dyadic.Zero), Dyadic.Max(high, Dyadic.Zero));
        var granularity = terms.Granularity;
        if (layer.Ceiling is { IsZero: false } ceiling)
            granularity = Math.Min(granularity, ceiling.Exponent);
        output = new InputRange(layer.Select(low), layer.Select(high), granularity);
        return terms;
    }

    // Rounding is monotone, and a rounded multiple of 2^g is one too.
    private static InputRange Rounded(InputRange range, StorageFormat format) =>
        new(Within(range.Low, format), Within(range.High, format), Math.Max(range.Granularity, format.LeastExponent));

    // Where a bound overflows, the layer is not certified anyway; what follows still gets finite numbers.
    private static Dyadic Within(Dyadic value, StorageFormat format) =>
        Dyadic.Max(format.MinFinite, Dyadic.Min(format.MaxFinite, format.Round(value)));

    private static string? Obstacle(string what, IReadOnlyList<InputRange> ranges, StorageFormat format, bool mayRound)
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            if (Outside(range.Low, format) || Outside(range.High, format))
                return $"{what} {i + 1} can lie in [{range.Low}, {range.High}], which exceeds the {format} range";
            if (mayRound || range.Magnitude.IsZero)
                continue;
            var fits =
                range.Granularity >= format.LeastExponent
                && (
                    format.RelativeError == 0
                    || range.Magnitude <= Dyadic.One.ScaleByPowerOfTwo(checked(format.Precision + range.Granularity))
                );
            if (!fits)
                return FormattableString.Invariant(
                        $"{what} {i + 1} can be any multiple of 2^{range.Granularity} in [{range.Low}, {range.High}], "
                    ) + FormattableString.Invariant($"which {format} does not hold; declare rounding between layers or use a wider format");
        }

        return null;
    }

    private static bool Outside(Dyadic value, StorageFormat format)
    {
        format.Round(value, out var outcome);
        return outcome is RoundingOutcome.Overflowed or RoundingOutcome.Saturated;
    }
}
