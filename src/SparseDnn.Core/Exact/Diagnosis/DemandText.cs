using System;
using System.Globalization;
using System.Linq;

namespace SparseDnn.Exact;

/// <summary>What is demanded of outputs, and why it may be.</summary>
internal static class DemandText
{
    /// <summary>One or two sentences with the theorem and, where there is one, the least headroom.</summary>
    public static string Of(VectorSet vectors)
    {
        var accumulator = vectors.Formats.Accumulator;
        if (!IsEquality(vectors))
            return $"|actual − expected| ≤ bound is demanded: however the terms are ordered, associated or fused, each rounding in {accumulator} moves a sum by a known share at most, and the bound adds these up through all layers.";
        if (vectors.Bounds is not null)
            return "Equal bits are demanded: sums of this network choose among values or add without rounding, so no order of terms changes them.";
        var certificates = vectors.Layers.Select((layer, i) => (layer.Certificate, Number: i + 1)).Where(pair => pair.Certificate is not null).ToArray();
        if (certificates.Length == 0) return "Equal bits are demanded.";
        var least = certificates.OrderBy(pair => pair.Certificate!.HeadroomBits).First();
        var terms = accumulator.Scale is null ? "multiples of a power of two whose magnitudes add up to less than the format's precision spans" : "multiples of the format's step whose magnitudes add up to no more than its range";
        return $"Equal bits are demanded: each sum has terms that are {terms}, so every partial sum is a {accumulator} number in any order, fused or not. Least headroom: {Headroom(least.Certificate!)}{(vectors.Layers.Count > 1 ? $" (layer {least.Number})" : "")}.";
    }

    /// <summary>Whether equality is demanded of every output.</summary>
    public static bool IsEquality(VectorSet vectors) => vectors.Bounds is not { } bounds || bounds.All(item => item.All(bound => bound == 0));

    private static string Headroom(VectorCertificate certificate) => certificate.HeadroomBits.ToString("0.#", CultureInfo.InvariantCulture) + " bits";
}
