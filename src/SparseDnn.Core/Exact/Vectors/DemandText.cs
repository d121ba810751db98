using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SparseDnn.Exact.Vectors;

/// <summary>What is demanded of outputs, and why it may be.</summary>
internal static class DemandText
{
    private static readonly Dictionary<ExactnessGround, Func<VectorSet, string>> Rows = new()
    {
        [ExactnessGround.Certificate] = Certificate,
        [ExactnessGround.OrderFree] = OrderFree,
        [ExactnessGround.Bound] = Bound,
        [ExactnessGround.Replay] = Replay,
    };

    /// <summary>One or two sentences with the theorem and, where there is one, the least headroom.</summary>
    public static string Of(VectorSet vectors) => Rows[vectors.Ground](vectors);

    /// <summary>Whether equality is demanded of every output.</summary>
    public static bool IsEquality(VectorSet vectors) =>
        vectors.Bounds is not { } bounds || bounds.All(item => item.All(bound => bound == 0));

    private static string Certificate(VectorSet vectors)
    {
        var accumulator = vectors.Formats.Accumulator;
        var terms = accumulator.Scale is null
            ? "the terms of each sum are multiples of some 2^g and their magnitudes add up to at most 2^(p + g)"
            : "the terms of each sum are multiples of the format's step and their magnitudes add up to at most its range";
        return $"Equal bits are demanded: {terms}, so {accumulator} holds every partial sum in any order, fused or "
            + $"not{Headroom(vectors, ", with {0} bits to spare{1}")}.";
    }

    private static string OrderFree(VectorSet vectors) =>
        $"Equal bits are demanded: over {Semirings(vectors)} in {vectors.Formats.Accumulator} every order of terms gives the "
        + "same bits, as ⊕ is associative and commutative there and ⊗ a single operation.";

    private static string Bound(VectorSet vectors) =>
        IsEquality(vectors)
            ? "Equal bits are demanded: every bound is 0, because whatever rounding may do to the sums leaves these outputs the same."
            : $"|actual − expected| ≤ bound is demanded: each rounding in {vectors.Formats.Accumulator} moves a sum by a known "
                + "share at most, in any order, fused or not, and the bound adds these up through all "
                + $"layers{Headroom(vectors, " (equal bits would take {0} more bits{1})")}.";

    private static string Replay(VectorSet vectors) =>
        $"Equal bits are demanded of implementations that add terms to Zero by ascending input: over {Semirings(vectors)} in "
        + $"{vectors.Formats.Accumulator} other orders may round otherwise.";

    private static string Semirings(VectorSet vectors) =>
        string.Join(" and ", vectors.Layers.SelectMany(layer => layer.Layer.Semirings.Names).Distinct(StringComparer.Ordinal));

    private static string Headroom(VectorSet vectors, string text)
    {
        var certificates = vectors
            .Layers.Select((layer, i) => (layer.Certificate, Number: i + 1))
            .Where(pair => pair.Certificate is not null)
            .ToArray();
        if (certificates.Length == 0)
            return "";
        var least = certificates.OrderBy(pair => pair.Certificate!.HeadroomBits).First();
        var bits = Math.Abs(least.Certificate!.HeadroomBits).ToString("0.#", CultureInfo.InvariantCulture);
        // Sums may be exact and yet lose bits when they are stored between layers.
        return vectors.Ground == ExactnessGround.Bound && least.Certificate.HeadroomBits >= 0
            ? ""
            : string.Format(CultureInfo.InvariantCulture, text, bits, vectors.Layers.Count > 1 ? $" in layer {least.Number}" : "");
    }
}
