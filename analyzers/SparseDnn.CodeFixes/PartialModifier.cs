using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.CodeFixes;

/// <summary>Finds type declarations that lack <c>partial</c> and adds it.</summary>
internal static class PartialModifier
{
    /// <summary>The declaration whose name a diagnostic marks; null where it is partial already, as after an edit.</summary>
    public static TypeDeclarationSyntax? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Location.IsInSource || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;
        var name = root.FindToken(diagnostic.Location.SourceSpan.Start);
        return
            name.Parent is TypeDeclarationSyntax declaration
            && declaration.Identifier == name
            && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? declaration
            : null;
    }

    /// <summary>The declarations of several diagnostics, each once.</summary>
    public static IEnumerable<TypeDeclarationSyntax> FindAll(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => Find(root, diagnostic)).OfType<TypeDeclarationSyntax>().Distinct();

    /// <summary>Adds the modifier. Declarations may contain each other, so the rewritten node of each is what is changed.</summary>
    public static SyntaxNode AddTo(SyntaxNode root, IEnumerable<TypeDeclarationSyntax> declarations) =>
        root.ReplaceNodes(declarations, static (_, rewritten) => AddTo(rewritten));

    // The language wants it last, right before 'class', 'struct', 'record' or 'interface'.
    private static TypeDeclarationSyntax AddTo(TypeDeclarationSyntax declaration)
    {
        // Comments and indentation in front of the keyword stay in front of the new first word.
        var partial = SyntaxFactory
            .Token(SyntaxKind.PartialKeyword)
            .WithLeadingTrivia(declaration.Keyword.LeadingTrivia)
            .WithTrailingTrivia(SyntaxFactory.Space);
        return declaration.WithModifiers(declaration.Modifiers.Add(partial)).WithKeyword(declaration.Keyword.WithLeadingTrivia());
    }
}
