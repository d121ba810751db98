using System.Collections.Generic;
using SparseDnn.Algebra.Elements;

namespace SparseDnn.Contract;

/// <summary>Values of every number type as 16-bit units, least significant first.</summary>
internal static class ValueUnits
{
    /// <summary>Appends one value.</summary>
    /// <param name="units">Where to.</param>
    /// <param name="format">Its format, which holds it exactly.</param>
    /// <param name="bits">Its 64 bits.</param>
    public static void Write(List<ushort> units, ElementFormat format, long bits)
    {
        var type = NumberTypes.Of(format);
        var pattern = type.Pack(bits);
        for (var unit = 0; unit < type.Units; unit++)
            units.Add(unchecked((ushort)(pattern >> (16 * unit))));
    }
}
