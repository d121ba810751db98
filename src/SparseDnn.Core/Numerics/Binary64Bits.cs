using System;

namespace SparseDnn.Numerics;

/// <summary>The parts of a binary64 number, and numbers from parts.</summary>
internal static class Binary64Bits
{
    public const int Precision = 53;
    public const int MaxExponent = 1023;
    public const int LeastExponent = -1074; // of the least positive number
    public const int LeastNormalExponent = -1022;

    private const ulong FractionMask = (1UL << 52) - 1;
    private const int FractionBits = 52;
    private const int FieldMask = 0x7FF;

    /// <summary>
    /// |value| as an integer below 2^53 times 2^exponent; the value is finite. Normal numbers give an integer of 53 bits.
    /// </summary>
    public static ulong Split(double value, out int exponent)
    {
        var bits = unchecked((ulong)BitConverter.DoubleToInt64Bits(value));
        var field = (int)(bits >> FractionBits) & FieldMask;
        exponent = Math.Max(field, 1) - MaxExponent - FractionBits;
        return field == 0 ? bits & FractionMask : (bits & FractionMask) | (1UL << FractionBits);
    }

    /// <summary>The number significand·2^exponent, which binary64 must hold exactly.</summary>
    public static double Join(ulong significand, int exponent)
    {
        if (significand == 0)
            return 0;
        var shift = Precision - BigIntegerBits.BitLength(significand);
        // Where the full shift would pass below the least exponent, the number is subnormal.
        if (exponent - shift < LeastExponent)
            shift = exponent - LeastExponent;
        significand = shift >= 0 ? significand << shift : significand >> -shift;
        exponent -= shift;
        var bits =
            significand < 1UL << FractionBits
                ? significand
                : (significand & FractionMask) | ((ulong)(exponent + FractionBits + MaxExponent) << FractionBits);
        return BitConverter.Int64BitsToDouble(unchecked((long)bits));
    }

    /// <summary>
    /// The nearest binary64 number of (significand + tail)·2^exponent, ties to even, where 0 ≤ tail &lt; 1; +∞ on overflow.
    /// With a tail the significand has at least 55 bits. The residue is the sign of (exact − result).
    /// </summary>
    public static double Nearest(ulong significand, int exponent, bool hasTail, out int residue)
    {
        var drop = Math.Max(BigIntegerBits.BitLength(significand) - Precision, LeastExponent - exponent);
        residue = hasTail ? 1 : 0;
        var kept = significand;
        if (drop > 64)
        {
            residue = 1;
            return 0;
        }
        if (drop > 0)
        {
            kept = drop == 64 ? 0 : significand >> drop;
            var dropped = drop == 64 ? significand : significand - (kept << drop);
            var half = 1UL << (drop - 1);
            if (dropped != 0)
                residue = 1;
            if (dropped > half || (dropped == half && (hasTail || (kept & 1) != 0)))
            {
                kept++;
                residue = -1;
            }
            exponent += drop;
        }
        return BigIntegerBits.BitLength(kept) + exponent > MaxExponent + 1 ? double.PositiveInfinity : Join(kept, exponent);
    }

    /// <summary>2^exponent for −1074 to 1023.</summary>
    public static double PowerOfTwo(int exponent) => Join(1, exponent);

    /// <summary>The least binary64 number above a value; +∞ and NaN stay.</summary>
    public static double NextUp(double value)
    {
        if (double.IsNaN(value) || double.IsPositiveInfinity(value))
            return value;
        if (value == 0)
            return double.Epsilon;
        var bits = BitConverter.DoubleToInt64Bits(value);
        return BitConverter.Int64BitsToDouble(value > 0 ? bits + 1 : bits - 1);
    }

    /// <summary>The greatest binary64 number below a value; −∞ and NaN stay.</summary>
    public static double NextDown(double value) => -NextUp(-value);
}
