using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Primitives;

namespace SparseDnn.Roslyn.Symbols;

/// <summary>Where a further part of a type stands.</summary>
/// <param name="Namespace">Namespace; empty for the global one.</param>
/// <param name="Containers">Types around it, outermost first.</param>
/// <param name="Type">The type itself.</param>
/// <param name="MetadataName">Full name, unique in the compilation.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record TypeFrame(string Namespace, EquatableArray<TypeHeader> Containers, TypeHeader Type, string MetadataName)
{
    /// <summary>Name of the type from the global namespace on.</summary>
    public string QualifiedName =>
        "global::"
        + string.Join(
            ".",
            new[] { Namespace }.Where(space => space.Length > 0).Concat(Containers.Select(container => container.Name)).Append(Type.Name)
        );

    /// <summary>The frame of a type.</summary>
    /// <param name="type">Any named type.</param>
    public static TypeFrame Of(INamedTypeSymbol type) =>
        new(
            type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(TypeSymbols.Qualified) : "",
            new EquatableArray<TypeHeader>(TypeSymbols.Containers(type).Select(TypeSymbols.Header).ToArray()),
            TypeSymbols.Header(type),
            TypeSymbols.MetadataName(type)
        );
}
