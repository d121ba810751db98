using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra.Elements;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Number types as the compiler calls them.</summary>
internal static class ElementSymbols
{
    private static readonly Dictionary<NumberType, SpecialType> Symbols = NumberTypes.Elements.ToDictionary(
        row => row,
        row => (SpecialType)Enum.Parse(typeof(SpecialType), "System_" + row.ClrName)
    );

    /// <summary>The row of a type; null where semirings have no such elements.</summary>
    /// <param name="type">Any type.</param>
    public static NumberType? Of(ITypeSymbol type) => NumberTypes.Elements.FirstOrDefault(row => row.SpecialType() == type.SpecialType);

    /// <summary>The compiler's type of an element type's values.</summary>
    /// <param name="row">A type that networks compute in.</param>
    public static SpecialType SpecialType(this NumberType row) => Symbols[row];
}
