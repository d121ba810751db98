using System;
using System.Collections.Generic;

namespace SparseDnn.Contract;

/// <summary>Writes a text of 16-bit units behind its header; <see cref="UnitReader"/> reads it.</summary>
internal sealed class UnitWriter
{
    /// <summary>Integers below this take one unit.</summary>
    public const int OneUnitIntegers = 1 << 15;

    /// <summary>Indices take one unit where there are no more than this.</summary>
    public const int OneUnitIndices = 1 << 16;

    private readonly ContractUnit _kind;
    private readonly List<ushort> _units;

    public UnitWriter(ContractUnit kind, int capacity = 64)
    {
        _kind = kind;
        _units = new List<ushort>(capacity);
        for (var i = 0; i < UnitHeader.Length; i++)
            _units.Add(0);
    }

    /// <summary>How many units <see cref="Integer"/> writes.</summary>
    public static int UnitsOf(int integer) => integer < OneUnitIntegers ? 1 : 2;

    public UnitWriter Unit(int value)
    {
        _units.Add((ushort)value);
        return this;
    }

    /// <summary>An integer from 0 up: 15 bits, and in a further unit 16 more where the highest bit of the first one is set.</summary>
    public UnitWriter Integer(int value) =>
        value < OneUnitIntegers ? Unit(value) : Unit((value & (OneUnitIntegers - 1)) | OneUnitIntegers).Unit(value >> 15);

    /// <summary>A number below some count that the reader knows.</summary>
    public UnitWriter Index(int value, long count)
    {
        Unit(unchecked((ushort)value));
        return count > OneUnitIndices ? Unit(value >> 16) : this;
    }

    /// <summary>A value of an element format, least significant unit first.</summary>
    public UnitWriter Value(ElementFormat format, long bits)
    {
        ValueUnits.Write(_units, format, bits);
        return this;
    }

    /// <summary>A binary64 number.</summary>
    public UnitWriter Number(double value) => Value(ElementFormat.Binary64, BitConverter.DoubleToInt64Bits(value));

    /// <summary>The sealed text.</summary>
    public ushort[] ToUnits()
    {
        var text = new char[_units.Count];
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)_units[i];
        UnitHeader.Seal(text, _kind);
        return Array.ConvertAll(text, unit => (ushort)unit);
    }
}
