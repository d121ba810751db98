using System;
using System.Collections.Generic;

namespace SparseDnn.Planning;

/// <summary>Values of every element format as 16-bit units, least significant first.</summary>
internal static class LayerValues
{
    /// <summary>Units of one value.</summary>
    public static int Units(ElementFormat format) =>
        format switch
        {
            ElementFormat.Boolean => 1,
            ElementFormat.Binary32 or ElementFormat.Int32 => 2,
            _ => 4,
        };

    /// <summary>Appends one value.</summary>
    /// <param name="units">Where to.</param>
    /// <param name="format">Its format, which holds it exactly.</param>
    /// <param name="bits">Its 64 bits.</param>
    public static void Write(List<ushort> units, ElementFormat format, long bits)
    {
        var narrow = format == ElementFormat.Binary32 ? Narrow((float)BitConverter.Int64BitsToDouble(bits)) : bits;
        for (var unit = 0; unit < Units(format); unit++)
            units.Add(unchecked((ushort)(narrow >> (16 * unit))));
    }

    /// <summary>The 64 bits of a value that was read.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="read">The units, joined.</param>
    public static long Widen(ElementFormat format, long read) =>
        format switch
        {
            ElementFormat.Binary32 => BitConverter.DoubleToInt64Bits(Single(unchecked((int)read))),
            ElementFormat.Int32 => unchecked((int)read),
            _ => read,
        };

    private static unsafe int Narrow(float value) => *(int*)&value;

    private static unsafe float Single(int bits) => *(float*)&bits;
}
