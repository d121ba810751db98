using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using SparseDnn.Analysis;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Sums;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Precision;

/// <summary>
/// Whether equal bits could be demanded of a network within its declared range (SDNN2005), judged for the inputs that make it easiest.
/// </summary>
/// <remarks>
/// Those are the multiples of the coarsest power of two that divides both ends of the range. Granularities and magnitudes are followed as
/// <see cref="ExactnessCertificate"/> does, in binary64 with outward rounding, up to the first layer that is not certified.
/// </remarks>
internal static class HeadroomFindings
{
    private const int MostListed = 8;
    private const int EdgesBetweenChecks = 4096;

    /// <summary>The finding; null where all layers are certified, or none can be judged.</summary>
    /// <param name="declaration">A declaration.</param>
    /// <param name="network">The sound network that it led to.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static Problem? Of(NetworkDeclaration declaration, Network network, CancellationToken cancellationToken = default)
    {
        if (network.InputRanges is not { } declared || !ValueRanges.IsRectified(network))
            return null;
        var inputs = InputBounds.Of(network);
        // An input that is always 0 adds nothing, on whatever grid.
        if (inputs.All(range => Granularity(range) is null))
            return null;
        var values = inputs.Select(range => (Range: range, Granularity: Granularity(range) ?? 0)).ToArray();
        var grid = values[0].Granularity;
        var headrooms = new List<double>();
        foreach (var layer in network.Layers)
        {
            values = Follow(layer, values, StorageFormats.Of(network.Format), out var worst, out var neuron, cancellationToken);
            // Overflow is a finding of its own.
            if (double.IsInfinity(worst.HeadroomBits) || worst.LargestSum > network.Format.MaxFinite)
                return null;
            headrooms.Add(worst.HeadroomBits);
            if (worst.IsCertified)
                continue;
            return Problem.Create(
                ProblemKinds.NoHeadroom,
                new NetworkPlace(declared.Count is null ? "InputRange" : "InputRangeFile"),
                declared.Count is null ? Power(grid) : "the coarsest powers of two that divide their least and greatest values",
                declared.Count is null ? inputs[0] : NumberText.Ranges(declaration, network),
                new LayerGroups(declaration, network).Name(headrooms.Count - 1),
                neuron,
                worst.Granularity,
                NumberText.Of(worst.LargestSum),
                Bits(worst.HeadroomBits).TrimStart('-'),
                network.Format.Name,
                List(headrooms)
            );
        }

        return null;
    }

    private static (Interval Range, int Granularity)[] Follow(
        Layer layer,
        (Interval Range, int Granularity)[] inputs,
        StorageFormat format,
        out NeuronCertificate worst,
        out int worstNeuron,
        CancellationToken cancellationToken
    )
    {
        var outputs = new (Interval, int)[layer.Outputs];
        (worst, worstNeuron) = (new NeuronCertificate(0, Dyadic.Zero, format.Precision), 0);
        for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
        {
            var sum = Interval.Point(0);
            var (magnitude, granularity) = (0.0, int.MaxValue);
            foreach (var input in layer.Edges.Row(neuron))
            {
                if (edge % EdgesBetweenChecks == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                var weight = layer.Weights[edge++];
                Add(inputs[input].Range.Scale(weight), weight, inputs[input].Granularity);
            }

            var absent = layer.BiasMode == BiasMode.NonzeroSums && sum.Contains(0);
            if (layer.HasBias)
                Add(Interval.Point(layer.Biases[neuron]), layer.Biases[neuron], 0);
            var certificate = double.IsInfinity(magnitude)
                ? new NeuronCertificate(0, Dyadic.Zero, double.NegativeInfinity)
                : NeuronCertificate.Of(magnitude == 0 ? default : new TermSummary(granularity, Dyadic.FromDouble(magnitude)), format);
            if (certificate.HeadroomBits < worst.HeadroomBits)
                (worst, worstNeuron) = (certificate, neuron);
            if (absent)
                sum = sum.Hull(Interval.Point(0));
            if (layer.HasActivation)
                sum = sum.Max(0);
            if (layer.HasCeiling)
                (sum, granularity) = (sum.Min(layer.Ceiling), Math.Min(granularity, Exponent(layer.Ceiling)));
            outputs[neuron] = (sum, granularity == int.MaxValue ? 0 : granularity);

            void Add(Interval term, double factor, int steps)
            {
                if (term.Magnitude == 0)
                    return;
                sum += term;
                magnitude = OutwardRounding.AddUp(magnitude, term.Magnitude);
                granularity = Math.Min(granularity, Exponent(factor) + steps);
            }
        }

        return outputs;
    }

    // The exponent of the largest power of two that divides a number other than 0.
    private static int Exponent(double value) => value == 0 ? int.MaxValue : Dyadic.FromDouble(value).Exponent;

    private static int? Granularity(Interval range) =>
        Math.Min(Exponent(range.Low), Exponent(range.High)) is var exponent && exponent == int.MaxValue ? null : exponent;

    private static string Power(int exponent) => string.Format(CultureInfo.InvariantCulture, "2^{0}", exponent);

    // Rounded down, so that what is lacking shows.
    private static string Bits(double headroom) => (Math.Floor(headroom * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture);

    private static string List(List<double> headrooms) =>
        string.Join(", ", headrooms.Take(MostListed).Select(Bits)) + (headrooms.Count > MostListed ? ", …" : "");
}
