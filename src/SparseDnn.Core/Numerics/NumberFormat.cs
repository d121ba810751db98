using System;

namespace SparseDnn.Numerics;

/// <summary>A binary floating-point format with subnormal numbers: which numbers it holds, how it rounds, and its bit patterns.</summary>
/// <remarks>
/// Every format here is a subset of binary64, so <see cref="double"/> carries its values exactly.
/// Rounding is to nearest, ties to the even significand, down to the subnormal numbers. A number that rounds beyond
/// <see cref="MaxFinite"/> overflows: the result is ±∞ <b>even where the format has no infinity</b> (E4M3), so that a
/// caller sees the overflow; such a format has no bits for it.
/// Equality contract: equal names. The rows are in <see cref="NumberFormats"/>.
/// </remarks>
public sealed partial class NumberFormat : IEquatable<NumberFormat>
{
    private readonly double _maxFinite;

    /// <summary>Describes a format by its fields; everything else follows.</summary>
    /// <param name="name">Standard name in lower case.</param>
    /// <param name="exponentBits">Bits of the biased exponent; the bias is 2^(bits−1) − 1.</param>
    /// <param name="mantissaBits">Stored bits of the significand, without the implicit one.</param>
    /// <param name="bitWidth">Bits that one number takes in memory; unused low bits are 0.</param>
    /// <param name="hasInfinity">True: the largest exponent field means ∞ and NaN. False: it holds numbers, and only all ones is NaN (OCP
    /// FP8).</param>
    internal NumberFormat(string name, int exponentBits, int mantissaBits, int bitWidth, bool hasInfinity)
    {
        Name = name;
        ExponentBits = exponentBits;
        MantissaBits = mantissaBits;
        BitWidth = bitWidth;
        HasInfinity = hasInfinity;
        Bias = (1 << (exponentBits - 1)) - 1;
        MaxExponent = hasInfinity ? Bias : Bias + 1;
        // Without an infinity the all-ones significand at the largest exponent is NaN, one step below it is a number.
        var largestSignificand = (2L << mantissaBits) - (hasInfinity ? 1 : 2);
        MaxFinite = ((Dyadic)largestSignificand).ScaleByPowerOfTwo(MaxExponent - mantissaBits);
        _maxFinite = MaxFinite.ToDouble();
        UnitRoundoff = Binary64Bits.PowerOfTwo(-Precision);
    }

    /// <summary>Standard name in lower case, for example <c>binary32</c>.</summary>
    public string Name { get; }

    /// <summary>Bits of the biased exponent.</summary>
    public int ExponentBits { get; }

    /// <summary>Stored bits of the significand, without the implicit one.</summary>
    public int MantissaBits { get; }

    /// <summary>Bits that one number takes in memory; 32 for TF32, whose low 13 bits are 0.</summary>
    public int BitWidth { get; }

    /// <summary>Whether ±∞ have bit patterns. Where not, only all ones is NaN.</summary>
    public bool HasInfinity { get; }

    /// <summary>Significant bits, with the implicit one: p of the error bounds.</summary>
    public int Precision => MantissaBits + 1;

    /// <summary>The k with 2^k ≤ <see cref="MaxFinite"/> &lt; 2^(k+1).</summary>
    public int MaxExponent { get; }

    /// <summary>The k of the least normal number 2^k.</summary>
    public int LeastNormalExponent => 1 - Bias;

    /// <summary>The k of the least positive (subnormal) number 2^k: every number of the format is a multiple of it.</summary>
    public int LeastExponent => 1 - Bias - MantissaBits;

    /// <summary>The largest finite number.</summary>
    public Dyadic MaxFinite { get; }

    /// <summary>2^−p: the largest relative error of rounding to a normal number.</summary>
    public double UnitRoundoff { get; }

    private int Bias { get; }

    /// <inheritdoc/>
    public bool Equals(NumberFormat? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberFormat);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
