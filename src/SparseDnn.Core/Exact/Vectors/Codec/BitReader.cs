using System;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>Reads what <see cref="BitWriter"/> wrote.</summary>
internal sealed class BitReader(char[] units, int start)
{
    private const int UnitBits = 16,
        LengthBits = 6;
    private const int MaxElements = 1 << 26; // lest a contradiction ask for all memory; twice the edges of any network

    private long _next = (long)start * UnitBits;
    private long _elements;

    /// <summary>Whether nothing but the filling of the last unit is left.</summary>
    public bool AtEnd => ((long)units.Length * UnitBits) - _next < UnitBits;

    public ulong Bits(int count)
    {
        ulong value = 0;
        for (var done = 0; done < count; )
        {
            var (unit, used) = ((int)(_next / UnitBits), (int)(_next % UnitBits));
            if (unit >= units.Length)
                throw new FormatException("The vectors are cut short.");
            var taken = Math.Min(count - done, UnitBits - used);
            value |= (((ulong)units[unit] >> used) & ((1UL << taken) - 1)) << done;
            done += taken;
            _next += taken;
        }

        return value;
    }

    public bool Flag() => Bits(1) != 0;

    public long Number() => unchecked((long)Bits((int)Bits(LengthBits)));

    public int Count() =>
        Number() is >= 0 and <= MaxElements and var count ? (int)count : throw new FormatException("The vectors hold an impossible count.");

    /// <summary>An array; all that are made while one text is read have a limit together.</summary>
    public T[] Array<T>(int count)
    {
        Demand(count);
        return new T[count];
    }

    /// <summary>Counts elements that are about to be made.</summary>
    public void Demand(long elements)
    {
        _elements = checked(_elements + elements);
        if (elements < 0 || _elements > MaxElements)
            throw new FormatException("The vectors hold an impossible count.");
    }

    public long Unary()
    {
        long ones = 0;
        while (Flag())
            ones++;
        return ones;
    }
}
