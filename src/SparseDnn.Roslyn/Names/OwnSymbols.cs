using Microsoft.CodeAnalysis;

namespace SparseDnn.Roslyn;

/// <summary>Tells the library's own types from others of the same name.</summary>
internal static class OwnSymbols
{
    private const string Kernels = "Kernels";

    /// <summary>Whether a symbol is in the library's own namespace.</summary>
    /// <param name="symbol">Any symbol; null is none.</param>
    public static bool IsOwn(ISymbol? symbol) => symbol is not null && IsOwn(symbol.ContainingNamespace);

    /// <summary>Whether a type is the one of a name in the library's own namespace.</summary>
    /// <param name="type">Any type; null is none.</param>
    /// <param name="name">Its name without arity.</param>
    public static bool IsOwn(INamedTypeSymbol? type, string name) => type is { ContainingType: null } && type.Name == name && IsOwn(type);

    /// <summary>Whether a type is the one of a name in the namespace of kernels.</summary>
    /// <param name="type">Any type; null is none.</param>
    /// <param name="name">Its name without arity.</param>
    public static bool IsOwnKernel(INamedTypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: Kernels, ContainingNamespace: { } parent } } && type.Name == name && IsOwn(parent);

    private static bool IsOwn(INamespaceSymbol? space) =>
        space is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
