using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Elements;

/// <summary>The number types of networks, one row each.</summary>
internal static class NumberTypes
{
    private static readonly FloatingNumberType Binary32 = new(ElementFormat.Binary32, "float", "Single", NumberFormats.Binary32);

    /// <summary>All rows, in the order of <see cref="ElementFormat"/>.</summary>
    public static IReadOnlyList<NumberType> All { get; } =
    [
        Binary32,
        new FloatingNumberType(ElementFormat.Binary64, "double", "Double", NumberFormats.Binary64),
        new IntegerNumberType(
            ElementFormat.Int32,
            "int",
            "Int32",
            StorageFormats.Int32(0),
            CarrierKind.WrappingInt32,
            CarrierKind.SaturatingInt32,
            suffix: ""
        ),
        new IntegerNumberType(ElementFormat.Int64, "long", "Int64", StorageFormats.Int64, CarrierKind.WrappingInt64, null, suffix: "L"),
        new BooleanNumberType(),
        new WordNumberType(),
        new FloatingNumberType(ElementFormat.BFloat16, "ushort", "UInt16", NumberFormats.BFloat16, accumulator: Binary32),
    ];

    /// <summary>Those that networks compute in; the others store weights only.</summary>
    public static IReadOnlyList<NumberType> Elements { get; } = [.. All.Where(row => row.IsElement)];

    /// <summary>The row of a format.</summary>
    /// <param name="format">A defined format.</param>
    public static NumberType Of(ElementFormat format) => All[(int)format];
}
