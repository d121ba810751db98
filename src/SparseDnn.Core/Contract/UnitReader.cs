using System;
using SparseDnn.Algebra.Elements;

namespace SparseDnn.Contract;

/// <summary>
/// Reads what <see cref="UnitWriter"/> wrote. Whatever the units say, the answer is a value in range or a
/// <see cref="ContractException"/>, and nothing is allocated that the text could not fill.
/// </summary>
internal ref struct UnitReader
{
    private readonly ReadOnlySpan<char> _units;
    private readonly ContractUnit _kind;
    private int _position;

    /// <summary>Opens a text.</summary>
    /// <exception cref="ContractException">It is not of that kind, damaged, or of a contract that is not understood.</exception>
    public UnitReader(ReadOnlySpan<char> text, ContractUnit kind)
    {
        Version = UnitHeader.Open(text, kind);
        _units = text;
        _kind = kind;
        _position = UnitHeader.Length;
    }

    /// <summary>The contract that the text was written for.</summary>
    public int Version { get; }

    /// <summary>Units that are left.</summary>
    public readonly int Left => _units.Length - _position;

    public int Unit() => _position < _units.Length ? _units[_position++] : throw Damaged("it is cut short");

    /// <summary>Bits of which only some have a meaning.</summary>
    public int Flags(int known) => Unit() is var flags && (flags & ~known) == 0 ? flags : throw Damaged("a flag has no meaning");

    public int Integer()
    {
        var low = Unit();
        return low < UnitWriter.OneUnitIntegers ? low : (low & (UnitWriter.OneUnitIntegers - 1)) | (Unit() << 15);
    }

    /// <summary>A number below some count.</summary>
    public int Index(long count)
    {
        var index = (uint)Unit();
        if (count > UnitWriter.OneUnitIndices)
            index |= (uint)Unit() << 16;
        return index < count ? (int)index : throw Damaged("a number is out of range");
    }

    /// <summary>How many of something follow, each of at least one unit.</summary>
    public int Count() => Fitting(Integer());

    /// <summary>A count, if as many units are left.</summary>
    public readonly int Fitting(long count) => count <= Left ? (int)count : throw Damaged("it is cut short");

    public long Value(ElementFormat format)
    {
        var type = NumberTypes.Of(format);
        long value = 0;
        for (var unit = 0; unit < type.Units; unit++)
            value |= (long)Unit() << (16 * unit);
        return type.Unpack(unchecked((ulong)value));
    }

    public double Number() => BitConverter.Int64BitsToDouble(Value(ElementFormat.Binary64));

    /// <summary>Demands that nothing follows.</summary>
    public readonly void End()
    {
        if (Left > 0)
            throw Damaged("it is longer than it says");
    }

    public readonly ContractException Damaged(string why) => ContractException.Damaged(_kind, why);
}
