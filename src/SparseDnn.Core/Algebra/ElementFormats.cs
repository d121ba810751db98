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
}
