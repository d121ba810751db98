using System;
using System.Numerics;

namespace SparseDnn.Numerics;

public readonly partial struct Dyadic
{
    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator Dyadic(int value) => FromInt64(value, 0);

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator Dyadic(long value) => FromInt64(value, 0);

    /// <summary>Whether the number is a finite binary64 value.</summary>
    public bool IsExactDouble =>
        IsFinite && FitsFormat(Binary64Bits.Precision, Binary64Bits.LeastExponent) && (IsZero || FloorLog2 <= Binary64Bits.MaxExponent);

    /// <summary>The exact value of a binary64 number; both zeros give 0.</summary>
    /// <param name="value">Any number but NaN.</param>
    /// <exception cref="ArgumentException">The value is NaN.</exception>
    public static Dyadic FromDouble(double value)
    {
        if (double.IsNaN(value))
            throw new ArgumentException("NaN is no dyadic number.", nameof(value));
        if (double.IsInfinity(value))
            return value > 0 ? PositiveInfinity : NegativeInfinity;
        var significand = (long)Binary64Bits.Split(value, out var exponent);
        return FromInt64(value < 0 ? -significand : significand, exponent);
    }

    /// <summary>The nearest binary64 value, ties to even; ±∞ where the magnitude rounds beyond the largest finite one.</summary>
    public double ToDouble()
    {
        if (!IsFinite)
            return Sign > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        var rounded = RoundToFormat(Binary64Bits.Precision, Binary64Bits.LeastExponent);
        if (rounded.IsZero)
            return 0;
        if (rounded.FloorLog2 > Binary64Bits.MaxExponent)
            return Sign > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        var magnitude = Binary64Bits.Join((ulong)BigInteger.Abs(rounded._mantissa), rounded._exponent);
        return Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>Whether the finite number has at most so many bits and is a multiple of 2^leastExponent.</summary>
    internal bool FitsFormat(int precision, int leastExponent) => IsZero || (_exponent >= leastExponent && BitLength <= precision);

    /// <summary>
    /// Rounds a finite number to so many bits, but never finer than 2^leastExponent; to nearest, ties to even; no upper limit.
    /// </summary>
    internal Dyadic RoundToFormat(int precision, int leastExponent)
    {
        if (FitsFormat(precision, leastExponent))
            return this;
        var length = BitLength;
        var quantum = Math.Max((long)_exponent + length - precision, leastExponent);
        var drop = quantum - _exponent; // at least 1 here
        if (drop > length)
            return Zero; // below half of the least positive number
        var magnitude = BigInteger.Abs(_mantissa);
        var kept = magnitude >> (int)drop;
        // The mantissa is odd, so the dropped bits end in 1: they are exactly one half only if there is one of them.
        var roundUp = drop == 1 ? !kept.IsEven : !(magnitude >> ((int)drop - 1)).IsEven;
        if (roundUp)
            kept += 1;
        return new(Sign < 0 ? -kept : kept, checked((int)quantum));
    }
}
