using System;
using System.Numerics;

namespace SparseDnn.Numerics;

public sealed partial class NumberFormat
{
    private int UnusedBits => BitWidth - 1 - ExponentBits - MantissaBits;

    private ulong ExponentField => (1UL << ExponentBits) - 1;

    private ulong MantissaField => (1UL << MantissaBits) - 1;

    /// <summary>The bit pattern of a number, in the low <see cref="BitWidth"/> bits; +0 for zero.</summary>
    /// <param name="value">A number of the format, or ±∞ where it has them.</param>
    /// <exception cref="ArgumentException">The format does not hold the number; round it first.</exception>
    public ulong ToBits(Dyadic value)
    {
        if (!IsRepresentable(value))
            throw new ArgumentException($"{value} is not a {Name} number; round it first.", nameof(value));
        var sign = value.Sign < 0 ? 1UL << (BitWidth - 1) : 0;
        if (!value.IsFinite)
            return sign | (ExponentField << MantissaBits << UnusedBits);
        if (value.IsZero)
            return 0;
        var exponent = Math.Max(value.FloorLog2, LeastNormalExponent);
        var significand = (ulong)(BigInteger.Abs(value.Mantissa) << (value.Exponent - exponent + MantissaBits));
        // A subnormal number has no implicit one, and its exponent field is 0.
        var field = significand >> MantissaBits == 0 ? 0UL : (ulong)(exponent + Bias);
        return sign | (((field << MantissaBits) | (significand & MantissaField)) << UnusedBits);
    }

    /// <summary>The number of a bit pattern; both zeros give 0.</summary>
    /// <param name="bits">The pattern, in the low <see cref="BitWidth"/> bits.</param>
    /// <exception cref="ArgumentException">The pattern is a NaN, or sets bits that the format does not use.</exception>
    public Dyadic FromBits(ulong bits) =>
        TryFromBits(bits, out var value)
            ? value
            : throw new ArgumentException($"0x{bits:X} is not the pattern of a {Name} number.", nameof(bits));

    /// <summary>The number of a bit pattern; both zeros give 0.</summary>
    /// <param name="bits">The pattern, in the low <see cref="BitWidth"/> bits.</param>
    /// <param name="value">The number; 0 on failure.</param>
    /// <returns>False for a NaN and for a pattern that sets bits that the format does not use.</returns>
    public bool TryFromBits(ulong bits, out Dyadic value)
    {
        value = default;
        if (BitWidth < 64 && bits >> BitWidth != 0)
            return false;
        if ((bits & ((1UL << UnusedBits) - 1)) != 0)
            return false;
        var negative = bits >> (BitWidth - 1) != 0;
        bits >>= UnusedBits;
        var mantissa = bits & MantissaField;
        var field = (bits >> MantissaBits) & ExponentField;
        if (field == ExponentField)
        {
            if (HasInfinity)
            {
                if (mantissa != 0)
                    return false;
                value = negative ? Dyadic.NegativeInfinity : Dyadic.PositiveInfinity;
                return true;
            }
            if (mantissa == MantissaField)
                return false;
        }
        var significand = (long)(field == 0 ? mantissa : mantissa | (1UL << MantissaBits));
        value = new(negative ? -significand : significand, Math.Max((int)field, 1) - Bias - MantissaBits);
        return true;
    }

    /// <summary>
    /// The bit pattern of a number that binary64 carries, in the low <see cref="BitWidth"/> bits; zero keeps its sign. Many times as fast
    /// as <see cref="ToBits"/>, for tables of weights.
    /// </summary>
    /// <param name="value">A number of the format, ±∞ where it has them, or NaN.</param>
    public ulong Pack(double value)
    {
        var raw = unchecked((ulong)BitConverter.DoubleToInt64Bits(value));
        if (BitWidth == 64)
            return raw;
        var sign = raw >> 63 << (BitWidth - 1);
        if (value == 0)
            return sign;
        if (double.IsNaN(value))
            return sign | (((ExponentField << MantissaBits) | (HasInfinity ? 1UL << (MantissaBits - 1) : MantissaField)) << UnusedBits);
        if (double.IsInfinity(value))
            return sign | (ExponentField << MantissaBits << UnusedBits);
        var significand = Binary64Bits.Split(value, out var exponent);
        var top = exponent + BigIntegerBits.BitLength(significand) - 1;
        var quantum = Math.Max(top, LeastNormalExponent) - MantissaBits;
        var kept = quantum >= exponent ? significand >> (quantum - exponent) : significand << (exponent - quantum);
        // A subnormal number has no implicit one, and its exponent field is 0.
        var field = kept >> MantissaBits == 0 ? 0UL : (ulong)(quantum + MantissaBits + Bias);
        return sign | (((field << MantissaBits) | (kept & MantissaField)) << UnusedBits);
    }

    /// <summary>The number of a bit pattern as binary64: what <see cref="Pack"/> turns into it.</summary>
    /// <param name="bits">A pattern, in the low <see cref="BitWidth"/> bits.</param>
    public double Unpack(ulong bits)
    {
        if (BitWidth == 64)
            return BitConverter.Int64BitsToDouble(unchecked((long)bits));
        var negative = (bits >> (BitWidth - 1) & 1) != 0;
        var mantissa = (bits >> UnusedBits) & MantissaField;
        var field = (bits >> UnusedBits >> MantissaBits) & ExponentField;
        if (field == ExponentField && (HasInfinity || mantissa == MantissaField))
        {
            if (!HasInfinity || mantissa != 0)
                return double.NaN;
            return negative ? double.NegativeInfinity : double.PositiveInfinity;
        }

        var magnitude = Binary64Bits.Join(
            field == 0 ? mantissa : mantissa | (1UL << MantissaBits),
            Math.Max((int)field, 1) - Bias - MantissaBits
        );
        return negative ? -magnitude : magnitude;
    }
}
