using System.Collections.Generic;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>Bits in units of 16, least significant first.</summary>
internal sealed class BitWriter
{
    private const int UnitBits = 16,
        LengthBits = 6;

    private readonly List<ushort> _units = [];
    private uint _open;
    private int _used;

    public long BitLength => ((long)_units.Count * UnitBits) + _used;

    public BitWriter Bits(ulong value, int count)
    {
        while (count > 0)
        {
            var taken = System.Math.Min(count, UnitBits - _used);
            _open |= (uint)(value & ((1UL << taken) - 1)) << _used;
            value >>= taken;
            count -= taken;
            _used += taken;
            if (_used == UnitBits)
                Close();
        }

        return this;
    }

    public BitWriter Flag(bool value) => Bits(value ? 1UL : 0, 1);

    /// <summary>A number from 0 up: how many bits it has, then these.</summary>
    public BitWriter Number(long value)
    {
        var length = Width((ulong)value);
        return Bits((ulong)length, LengthBits).Bits((ulong)value, length);
    }

    /// <summary>That many ones, then a zero.</summary>
    public BitWriter Unary(long ones)
    {
        for (; ones >= UnitBits; ones -= UnitBits)
            Bits(ushort.MaxValue, UnitBits);
        return Bits((1UL << (int)ones) - 1, (int)ones + 1);
    }

    public BitWriter Append(BitWriter other)
    {
        foreach (var unit in other._units)
            Bits(unit, UnitBits);
        return Bits(other._open, other._used);
    }

    /// <summary>All units; the last one is filled with zeros.</summary>
    public ushort[] ToUnits()
    {
        if (_used > 0)
            Close();
        return _units.ToArray();
    }

    /// <summary>Bits of a number without leading zeros; 0 for 0.</summary>
    public static int Width(ulong value)
    {
        var width = 0;
        for (; value != 0; value >>= 1)
            width++;
        return width;
    }

    private void Close()
    {
        _units.Add((ushort)_open);
        (_open, _used) = (0, 0);
    }
}
