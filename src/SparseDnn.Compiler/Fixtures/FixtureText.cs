using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Exact.Vectors;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>Says what vectors are and what may be demanded, for hover texts and messages.</summary>
internal static class FixtureText
{
    private const int MaxLayers = 8;

    /// <summary>Vectors in one line.</summary>
    /// <param name="set">The vectors.</param>
    public static string Headline(VectorSet set) =>
        string.Concat(
            "Exact fixtures of ",
            set.Name,
            " (",
            set.Family,
            "): ",
            set.Inputs.Count.ToString(CultureInfo.InvariantCulture),
            set.Inputs.Count == 1 ? " item" : " items",
            " in ",
            Formats(set),
            set.RoundBetweenLayers ? ", rounded after every layer" : ""
        );

    /// <summary>What is demanded, and each layer's headroom; one sentence a line.</summary>
    /// <param name="set">The vectors.</param>
    public static IReadOnlyList<string> Lines(VectorSet set)
    {
        var lines = new List<string> { Demand(set) };
        if (set.Rounding.Length > 0)
            lines.Add(set.Rounding);
        var layers = set
            .Layers.Select((layer, i) => (Number: i + 1, layer.Certificate))
            .Where(layer => layer.Certificate is not null)
            .ToArray();
        // The layers nearest to losing exactness are those to know about.
        foreach (
            var (number, certificate) in layers
                .OrderBy(layer => layer.Certificate!.HeadroomBits)
                .Take(MaxLayers)
                .OrderBy(layer => layer.Number)
        )
            lines.Add(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "Layer {0}: headroom {1:0.0} bits, terms are multiples of 2^{2}, Σ|t| up to {3:G6}",
                    number,
                    certificate!.HeadroomBits,
                    certificate.Granularity,
                    certificate.LargestSum.ToDouble()
                )
            );
        if (layers.Length > MaxLayers)
            lines.Add(string.Format(CultureInfo.InvariantCulture, "… and {0} layers with more headroom", layers.Length - MaxLayers));
        return lines;
    }

    /// <summary>The same for a declaration's vectors, and how many of them are perturbed.</summary>
    /// <param name="build">Vectors without problems.</param>
    public static IReadOnlyList<string> Lines(FixtureBuild build)
    {
        var lines = Lines(build.Sets[0]).ToList();
        if (build.Sets.Count > 1)
            lines.Add(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0} items of {1} perturbed sets besides",
                    build.Sets.Skip(1).Sum(set => set.Inputs.Count),
                    build.Sets.Count - 1
                )
            );
        return lines;
    }

    /// <summary>Why equal bits are not demanded of every implementation; null where they are.</summary>
    /// <param name="set">The vectors.</param>
    public static string? Obstacle(VectorSet set)
    {
        if (set.Ground is ExactnessGround.Certificate or ExactnessGround.OrderFree)
            return null;
        for (var i = 0; i < set.Layers.Count; i++)
            if (set.Layers[i].Certificate is { HeadroomBits: < 0 } certificate)
                return string.Format(
                    CultureInfo.InvariantCulture,
                    "layer {0} lacks {1:0.0} bits in {2}: its terms are multiples of 2^{3} and their magnitudes add up to {4:G6}",
                    i + 1,
                    -certificate.HeadroomBits,
                    set.Formats.Accumulator,
                    certificate.Granularity,
                    certificate.LargestSum.ToDouble()
                );
        return set.Ground == ExactnessGround.Replay
            ? "sums round, or the law that lets their order change is not proved"
            : $"some outputs are no {set.Formats.Activations} values before the last layer";
    }

    /// <summary>A fault within a sentence, with a remedy where it does not name one itself.</summary>
    /// <param name="fault">The fault.</param>
    internal static string Mended(string fault) =>
        fault.IndexOf("; ", StringComparison.Ordinal) >= 0 ? Lower(fault) : Lower(fault) + "; use other formats or correct the network";

    /// <summary>A fault as a part of a sentence.</summary>
    /// <param name="text">A sentence.</param>
    internal static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text.Substring(1);

    private static string Demand(VectorSet set) =>
        set.Ground switch
        {
            ExactnessGround.Certificate =>
                "Equal bits are demanded of every implementation: certified, so that no order, association or fusion of the "
                    + "sums rounds anything",
            ExactnessGround.OrderFree => "Equal bits are demanded of every implementation: every order of the sums gives the same bits",
            ExactnessGround.Replay =>
                $"Equal bits are demanded of implementations that add terms by ascending input, because {Obstacle(set)}",
            _ when DemandText.IsEquality(set) =>
                "Equal bits are demanded of every implementation: every bound is 0, because whatever rounding may do to the "
                    + "sums leaves these outputs the same",
            _ => $"Outputs must lie within proved bounds; equal bits cannot be demanded, because {Obstacle(set)}",
        };

    private static string Formats(VectorSet set) =>
        set.Formats.Weights.Equals(set.Formats.Activations) && set.Formats.Weights.Equals(set.Formats.Accumulator)
            ? set.Formats.Weights.Name
            : $"{set.Formats} (weights/activations/accumulator)";
}
