using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>An element type that a semiring may be declared over.</summary>
/// <param name="Format">How networks call it.</param>
/// <param name="Type">How the compiler calls it.</param>
public sealed record ElementRow(ElementFormat Format, SpecialType Type)
{
    /// <summary>All element types.</summary>
    public static IReadOnlyList<ElementRow> All { get; } =
    [
        new(ElementFormat.Binary32, SpecialType.System_Single),
        new(ElementFormat.Binary64, SpecialType.System_Double),
        new(ElementFormat.Int32, SpecialType.System_Int32),
        new(ElementFormat.Int64, SpecialType.System_Int64),
        new(ElementFormat.Boolean, SpecialType.System_Boolean),
        new(ElementFormat.Word64, SpecialType.System_UInt64),
    ];

    /// <summary>How C# writes it.</summary>
    public string Keyword => ElementFormats.Of(Format).Keyword;

    /// <summary>What kernels compute in: booleans are packed into words.</summary>
    public string Kernel => Format == ElementFormat.Boolean ? "ulong" : Keyword;

    /// <summary>Its ideal arithmetic.</summary>
    public CarrierKind Kind => ElementFormats.Of(Format).Carrier;

    /// <summary>Whether the elements are floating-point numbers.</summary>
    public bool IsReal => Kind == CarrierKind.Real;

    /// <summary>Whether the elements are numbers that wrap around.</summary>
    public bool IsInteger => Kind is CarrierKind.WrappingInt32 or CarrierKind.WrappingInt64 or CarrierKind.Word64;

    /// <summary>The saturating arithmetic of the same width; the own one where there is none.</summary>
    public CarrierKind SaturatingKind => Kind == CarrierKind.WrappingInt32 ? CarrierKind.SaturatingInt32 : Kind;

    /// <summary>The row of a format.</summary>
    /// <param name="format">A defined format.</param>
    public static ElementRow Of(ElementFormat format) => All.First(row => row.Format == format);

    /// <summary>The row of a type; null where semirings have no such elements.</summary>
    /// <param name="type">Any type.</param>
    public static ElementRow? Of(ITypeSymbol type) => All.FirstOrDefault(row => row.Type == type.SpecialType);

    /// <summary>The exact value of a compiler's constant; Undefined for NaN; null where it is of another type.</summary>
    /// <param name="constant">A boxed constant.</param>
    public CarrierValue? Value(object? constant) =>
        (Type, constant) switch
        {
            (SpecialType.System_Single, float value) => CarrierValue.Number(value),
            (SpecialType.System_Double, double value) => CarrierValue.Number(value),
            (SpecialType.System_Int32, int value) => CarrierValue.Integer(value),
            (SpecialType.System_Int64, long value) => CarrierValue.Integer(value),
            (SpecialType.System_UInt64, ulong value) => CarrierValue.Word(value),
            (SpecialType.System_Boolean, bool value) => CarrierValue.Boolean(value),
            _ => null,
        };

    /// <summary>A count of a shift as an element, which has the same bits below the width.</summary>
    /// <param name="count">The count.</param>
    public CarrierValue Count(int count) =>
        Kind == CarrierKind.Word64 ? CarrierValue.Word(unchecked((ulong)count)) : CarrierValue.Integer(count);
}
