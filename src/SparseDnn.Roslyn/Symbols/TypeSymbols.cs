using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.Roslyn.Symbols;

/// <summary>What must be known of any type to give it a further part, whatever that holds.</summary>
internal static class TypeSymbols
{
    /// <summary>Names with their namespaces and containing types, keywords escaped.</summary>
    public static SymbolDisplayFormat Qualified { get; } =
        new(
            typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
            miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        );

    /// <summary>How a further part of a type begins.</summary>
    /// <param name="type">Any named type.</param>
    public static TypeHeader Header(INamedTypeSymbol type) =>
        new(
            (type.IsRecord, type.TypeKind) switch
            {
                (true, TypeKind.Struct) => "record struct",
                (true, _) => "record",
                (_, TypeKind.Struct) => "struct",
                (_, TypeKind.Interface) => "interface",
                _ => "class",
            },
            Escaped(type.Name)
                + (
                    type.TypeParameters.IsEmpty
                        ? ""
                        : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Escaped(parameter.Name)))}>"
                )
        );

    // Words such as 'file' or 'required' cannot name types unescaped, and new versions add to them: all plain lower-case names are escaped.
    private static string Escaped(string name) => name.All(c => c is >= 'a' and <= 'z') ? "@" + name : name;

    /// <summary>The types around a type, outermost first.</summary>
    /// <param name="type">Any named type.</param>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            containers.Push(outer);
        return containers;
    }

    /// <summary>Its full name, unique in the compilation.</summary>
    /// <param name="type">Any named type.</param>
    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = string.Join("+", Containers(type).Append(type).Select(t => t.MetadataName));
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }

    /// <summary>Whether every part of a type is <c>partial</c>.</summary>
    /// <param name="type">Any named type.</param>
    /// <param name="cancellationToken">Passed to the syntax trees.</param>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        PartWithoutPartial(type, cancellationToken) is null;

    /// <summary>The first part of a type that lacks the modifier <c>partial</c>; null where none does.</summary>
    /// <param name="type">Any named type.</param>
    /// <param name="cancellationToken">Passed to the syntax trees.</param>
    public static TypeDeclarationSyntax? PartWithoutPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax syntax && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
                return syntax;
        return null;
    }
}
