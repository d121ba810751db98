using System.Collections.Generic;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra;

/// <summary>The element formats, one row each.</summary>
public static class ElementFormats
{
    /// <summary>All rows, in the order of <see cref="ElementFormat"/>.</summary>
    public static IReadOnlyList<ElementFormatRow> All { get; } =
    [
        new(ElementFormat.Binary32, "binary32", "float", 4, NumberFormats.Binary32, CarrierKind.Real),
        new(ElementFormat.Binary64, "binary64", "double", 8, NumberFormats.Binary64, CarrierKind.Real),
        new(ElementFormat.Int32, "int32", "int", 4, null, CarrierKind.WrappingInt32),
        new(ElementFormat.Int64, "int64", "long", 8, null, CarrierKind.WrappingInt64),
        new(ElementFormat.Boolean, "bool", "bool", 1, null, CarrierKind.Boolean),
        new(ElementFormat.Word64, "word64", "ulong", 8, null, CarrierKind.Word64),
    ];

    /// <summary>The row of a format.</summary>
    /// <param name="format">A defined format.</param>
    public static ElementFormatRow Of(ElementFormat format) => All[(int)format];

    /// <summary>
    /// The format of a network over a semiring where none is declared: binary32 where it exists, 64-bit words for bits, or the only one
    /// there is.
    /// </summary>
    /// <param name="semiring">The semiring over which sums are formed.</param>
    /// <returns>Null where several are equally good.</returns>
    public static ElementFormat? Default(SemiringSpecification semiring)
    {
        if (semiring.GetElement(ElementFormat.Binary32) is { IsUsable: true })
            return ElementFormat.Binary32;
        var usable = new List<ElementFormat>();
        foreach (var element in semiring.Elements)
            if (element.IsUsable)
                usable.Add(element.Format);
        if (usable.Count == 1)
            return usable[0];
        return semiring.IsBuiltIn && usable.Contains(ElementFormat.Word64) ? ElementFormat.Word64 : null;
    }
}
