using Microsoft.CodeAnalysis;

namespace SparseDnn.Roslyn.Names;

/// <summary>Tells the library's own types from others of the same name.</summary>
internal static class OwnSymbols
{
    /// <summary>Whether a symbol is in the library's own namespace.</summary>
    /// <param name="symbol">Any symbol; null is none.</param>
    public static bool IsOwn(ISymbol? symbol) => symbol is not null && IsOwn(symbol.ContainingNamespace);

    /// <summary>Whether a type is the one of a name in the library's own namespace.</summary>
    /// <param name="type">Any type; null is none.</param>
    /// <param name="name">Its name without arity.</param>
    public static bool IsOwn(INamedTypeSymbol? type, string name) => type is { ContainingType: null } && type.Name == name && IsOwn(type);

    /// <summary>Whether a type is the one of a name that the runtime keeps in a folder for generated code.</summary>
    /// <param name="type">Any type; null is none.</param>
    /// <param name="folder">The folder, which is the last part of the namespace.</param>
    /// <param name="name">Its name without arity.</param>
    public static bool IsOwn(INamedTypeSymbol? type, string folder, string name) =>
        type is { ContainingNamespace.ContainingNamespace: { } parent }
        && type.ContainingNamespace.Name == folder
        && type.Name == name
        && IsOwn(parent);

    private static bool IsOwn(INamespaceSymbol? space) =>
        space is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
