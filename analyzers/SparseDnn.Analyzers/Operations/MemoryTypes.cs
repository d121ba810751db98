using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Operations;

/// <summary>Types that networks take values from and give them in.</summary>
internal static class MemoryTypes
{
    /// <summary>Whether a type is an array or a span.</summary>
    public static bool IsMemory(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 } || IsSpan(type);

    /// <summary>Whether a type is a span.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
            {
                Name: "Span" or "ReadOnlySpan",
                Arity: 1,
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            };
}
