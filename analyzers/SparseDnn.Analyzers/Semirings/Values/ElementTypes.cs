using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>What the elements of marked places are.</summary>
internal static class ElementTypes
{
    private const int DeepestNesting = 8;

    /// <summary>
    /// The innermost element of arrays, pointers, nullable values and generic types of one argument; of dictionaries that of the values.
    /// </summary>
    public static ITypeSymbol? Of(ITypeSymbol? type)
    {
        for (var depth = 0; depth < DeepestNesting; depth++)
        {
            var inner = type switch
            {
                IArrayTypeSymbol array => array.ElementType,
                IPointerTypeSymbol pointer => pointer.PointedAtType,
                INamedTypeSymbol { TypeArguments.Length: 1 } wrapper => wrapper.TypeArguments[0],
                INamedTypeSymbol { TypeArguments.Length: 2 } pair when pair.Name.EndsWith("Dictionary", System.StringComparison.Ordinal) =>
                    pair.TypeArguments[1],
                _ => null,
            };
            if (inner is null)
                return type;
            type = inner;
        }

        return type;
    }

    /// <summary>Whether a type holds several elements, or one behind a wrapper.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or IPointerTypeSymbol
        || (
            type is INamedTypeSymbol { IsGenericType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
            && !SymbolEqualityComparer.Default.Equals(Of(type), type)
        );

    /// <summary>Whether a type is an array of rows.</summary>
    public static bool IsJagged(ITypeSymbol? type) => type is IArrayTypeSymbol { ElementType: IArrayTypeSymbol };

    /// <summary>Whether nobody can write into a collection that is handed over as this type.</summary>
    public static bool IsReadOnly(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsGenericType: true } named
        && (
            named.Name.StartsWith("ReadOnly", System.StringComparison.Ordinal)
            || named.Name.StartsWith("IReadOnly", System.StringComparison.Ordinal)
            || named.Name is "IEnumerable" or "ImmutableArray"
        );
}
