using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.CodeFixes;

/// <summary>Edges written in a literal, each up to its semicolon.</summary>
internal static class EdgeText
{
    /// <summary>The edge that a location marks inside a literal; null where it marks something else, as the whole of a literal whose text is not that of its value.</summary>
    public static string? Find(SyntaxNode root, Location location) => Literal(root, location) is { } token ? token.Text.Substring(location.SourceSpan.Start - token.SpanStart, location.SourceSpan.Length) : null;

    /// <summary>Removes the marked edges with their semicolons.</summary>
    public static SyntaxNode Remove(SyntaxNode root, IEnumerable<Location> locations)
    {
        var edges = locations.Select(location => (Literal: Literal(root, location), location.SourceSpan)).Where(edge => edge.Literal is not null)
            .GroupBy(edge => edge.Literal!.Value, edge => edge.SourceSpan).ToDictionary(group => group.Key, group => group.ToArray());
        return root.ReplaceTokens(edges.Keys, (original, _) => Remove(original, edges[original]));
    }

    private static SyntaxToken? Literal(SyntaxNode root, Location location)
    {
        if (!location.IsInSource || location.SourceTree?.FilePath != root.SyntaxTree.FilePath || location.SourceSpan.IsEmpty || !root.FullSpan.Contains(location.SourceSpan)) return null;
        var token = root.FindToken(location.SourceSpan.Start);
        return token.IsKind(SyntaxKind.StringLiteralToken) && token.Span.Start < location.SourceSpan.Start && location.SourceSpan.End < token.Span.End
            && token.Text.Length == token.ValueText.Length + 2 ? token : null;
    }

    private static SyntaxToken Remove(SyntaxToken literal, TextSpan[] edges)
    {
        var kept = new List<string>();
        var at = literal.SpanStart + 1;
        var isFirst = true;
        foreach (var part in literal.ValueText.Split(';'))
        {
            var span = TextSpan.FromBounds(at, at + part.Length);
            at = span.End + 1;
            if (!edges.Any(edge => span.Contains(edge))) kept.Add(kept.Count == 0 && !isFirst ? part.TrimStart() : part);
            isFirst = false;
        }

        var text = string.Join(";", kept);
        return SyntaxFactory.Token(literal.LeadingTrivia, SyntaxKind.StringLiteralToken, "\"" + text + "\"", text, literal.TrailingTrivia);
    }
}
