using System;
using System.Collections.Generic;
using System.Numerics;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Rounding;

/// <summary>
/// Finite numbers as integers on one scale: number = integer·2^<see cref="Exponent"/>, in 64 bits where these hold all of them.
/// </summary>
internal sealed class ScaledIntegers
{
    /// <summary>Sums of this many bits never leave 64.</summary>
    public const int MaxSmallBits = 62;

    private BigInteger[]? _large;

    private ScaledIntegers(int exponent, int bits, long[]? small, BigInteger[]? large)
    {
        Exponent = exponent;
        Bits = bits;
        Small = small;
        _large = large;
    }

    /// <summary>The least exponent of the numbers that are not 0; 0 where all are.</summary>
    public int Exponent { get; }

    /// <summary>Bits of the largest integer.</summary>
    public int Bits { get; }

    /// <summary>The integers; null where 64 bits do not hold them.</summary>
    public long[]? Small { get; }

    /// <summary>The integers in any case.</summary>
    public BigInteger[] Large => _large ??= Array.ConvertAll(Small!, value => new BigInteger(value));

    /// <summary>Brings numbers to their common scale.</summary>
    /// <param name="values">Finite numbers.</param>
    public static ScaledIntegers Of(IReadOnlyList<Dyadic> values)
    {
        int least = int.MaxValue,
            top = int.MinValue;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].IsZero)
                continue;
            least = Math.Min(least, values[i].Exponent);
            top = Math.Max(top, values[i].FloorLog2);
        }

        if (top == int.MinValue)
            return new(0, 0, new long[values.Count], null);
        var bits = checked(top - least + 1);
        if (bits > MaxSmallBits)
            return new(
                least,
                bits,
                null,
                All(values, value => value.IsZero ? BigInteger.Zero : value.Mantissa << (value.Exponent - least))
            );
        return new(least, bits, All(values, value => value.IsZero ? 0L : (long)value.Mantissa << (value.Exponent - least)), null);
    }

    private static T[] All<T>(IReadOnlyList<Dyadic> values, Func<Dyadic, T> convert)
    {
        var integers = new T[values.Count];
        for (var i = 0; i < integers.Length; i++)
            integers[i] = convert(values[i]);
        return integers;
    }
}
