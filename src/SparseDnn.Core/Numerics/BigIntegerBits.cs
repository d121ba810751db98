using System.Numerics;

namespace SparseDnn.Numerics;

/// <summary>Bit counts of big integers, which netstandard2.0 does not offer.</summary>
internal static class BigIntegerBits
{
    /// <summary>Number of bits of |value|: 0 for 0, 1 for ±1, 8 for ±255.</summary>
    public static int BitLength(BigInteger value)
    {
        value = BigInteger.Abs(value);
        if (value <= long.MaxValue)
            return BitLength((ulong)value);
        var bytes = value.ToByteArray();
        var top = bytes.Length - 1;
        if (bytes[top] == 0)
            top--;
        return (8 * top) + BitLength(bytes[top]);
    }

    /// <summary>Number of bits of a 64-bit integer; 0 for 0.</summary>
    public static int BitLength(ulong value)
    {
        var length = 0;
        if (value >= 1UL << 32)
        {
            length += 32;
            value >>= 32;
        }
        if (value >= 1UL << 16)
        {
            length += 16;
            value >>= 16;
        }
        if (value >= 1UL << 8)
        {
            length += 8;
            value >>= 8;
        }
        if (value >= 1UL << 4)
        {
            length += 4;
            value >>= 4;
        }
        if (value >= 1UL << 2)
        {
            length += 2;
            value >>= 2;
        }
        return value >= 2 ? length + 2 : length + (int)value;
    }

    /// <summary>Number of zero bits below the lowest set bit; the value is not 0.</summary>
    public static int TrailingZeros(BigInteger value)
    {
        if (!value.IsZero && !value.IsEven)
            return 0;
        value = BigInteger.Abs(value);
        if (value <= long.MaxValue)
            return TrailingZeros((ulong)value);
        var bytes = value.ToByteArray();
        var lowest = 0;
        while (bytes[lowest] == 0)
            lowest++;
        return (8 * lowest) + TrailingZeros(bytes[lowest]);
    }

    /// <summary>Number of zero bits below the lowest set bit; the value is not 0.</summary>
    public static int TrailingZeros(ulong value) => BitLength(value & (~value + 1)) - 1;
}
