using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra;

/// <summary>The number types of networks, one row each.</summary>
public static class NumberTypes
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
