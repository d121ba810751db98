using System;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Sums;

/// <summary>How far one neuron is from losing exactness in an accumulator format.</summary>
/// <param name="Granularity">g: every term is a multiple of 2^g, over all items. 0 where all terms are 0.</param>
/// <param name="LargestSum">max Σ|t| over all items, exact.</param>
/// <param name="HeadroomBits">
/// A lower bound of the least over all items of p + g − log2 Σ|t|, of log2 Ω − log2 Σ|t|, and (where it is negative) of
/// g − e_min. Its sign is exact: certified is 0 or more. p where all terms are 0.
/// </param>
/// <remarks>
/// Theorem: where it is certified, every partial sum in every order and association, fused or not, is a number of the
/// format; so every implementation that adds exactly these terms gets the same bits (a zero's sign aside). Proof: each
/// partial sum is a multiple of 2^g of size at most 2^(p+g) and at most Ω, so the format holds it; each product is itself
/// such a number, so rounding it first changes nothing. Source: mathematics page, section 5.
/// </remarks>
internal sealed record NeuronCertificate(int Granularity, Dyadic LargestSum, double HeadroomBits)
{
    /// <summary>Whether equal bits may be demanded of this neuron's sums.</summary>
    public bool IsCertified => HeadroomBits >= 0;

    /// <summary>Judges the terms of one sum.</summary>
    /// <param name="terms">Granularity and Σ|t| of the terms.</param>
    /// <param name="format">The accumulator format.</param>
    public static NeuronCertificate Of(TermSummary terms, StorageFormat format)
    {
        if (terms.SumOfMagnitudes.IsZero)
            return new(0, Dyadic.Zero, format.Precision);
        var granularity = terms.Granularity;
        var headroom = Headroom(format.MaxFinite, terms.SumOfMagnitudes);
        // In fixed point the quantum does not grow with the magnitude: the range alone limits sums.
        if (format.RelativeError > 0)
            headroom = Math.Min(
                headroom,
                Headroom(Dyadic.One.ScaleByPowerOfTwo(checked(format.Precision + granularity)), terms.SumOfMagnitudes)
            );
        if (granularity < format.LeastExponent)
            headroom = Math.Min(headroom, granularity - format.LeastExponent);
        return new(granularity, terms.SumOfMagnitudes, headroom);
    }

    /// <summary>What holds for the items of both.</summary>
    /// <param name="other">The same neuron's certificate for other items.</param>
    public NeuronCertificate And(NeuronCertificate other) =>
        new(
            (LargestSum.IsZero, other.LargestSum.IsZero) switch
            {
                (true, _) => other.Granularity,
                (_, true) => Granularity,
                _ => Math.Min(Granularity, other.Granularity),
            },
            Dyadic.Max(LargestSum, other.LargestSum),
            Math.Min(HeadroomBits, other.HeadroomBits)
        );

    /// <summary>A lower bound of log2(limit / sum) in steps of 2^−16, whose sign is exact.</summary>
    private static double Headroom(Dyadic limit, Dyadic sum)
    {
        if (limit.Mantissa == sum.Mantissa)
            return limit.Exponent - sum.Exponent;
        // The error of both logarithms together is far below one step.
        const double steps = 65536;
        var estimate = Math.Floor(((Log2(limit) - Log2(sum)) * steps) - 1) / steps;
        return limit >= sum ? Math.Max(0, estimate) : Math.Min(estimate, -1 / steps);
    }

#pragma warning disable RS0030 // The caller rounds to steps far above the last bits.
    private static double Log2(Dyadic value)
    {
        var exponent = value.FloorLog2;
        return exponent + (Math.Log(value.ScaleByPowerOfTwo(-exponent).ToDouble()) / Math.Log(2));
    }
#pragma warning restore RS0030
}
