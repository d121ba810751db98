using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.CodeFixes;

/// <summary>Edges written in a literal, each up to its semicolon.</summary>
internal static class EdgeText
{
    /// <summary>
    /// The edge that a location marks inside a literal; null where it marks something else, as the whole of a literal whose text is not
    /// that of its value.
    /// </summary>
    public static string? Find(SyntaxNode root, Location location) =>
        Literal(root, location) is { } token
            ? token.Text.Substring(location.SourceSpan.Start - token.SpanStart, location.SourceSpan.Length)
            : null;

    /// <summary>Removes the marked edges with their semicolons.</summary>
    public static SyntaxNode Remove(SyntaxNode root, IEnumerable<Location> locations)
    {
        var edges = locations
            .Select(location => (Literal: Literal(root, location), location.SourceSpan))
            .Where(edge => edge.Literal is not null)
            .GroupBy(edge => edge.Literal!.Value, edge => edge.SourceSpan)
            .ToDictionary(group => group.Key, group => group.ToArray());
        return root.ReplaceTokens(edges.Keys, (original, _) => Remove(original, edges[original]));
    }

    // Of a verbatim or raw literal the same, as long as its edges are written as they are read.
    private static SyntaxToken? Literal(SyntaxNode root, Location location)
    {
        if (
            !location.IsInSource
            || location.SourceTree?.FilePath != root.SyntaxTree.FilePath
            || location.SourceSpan.IsEmpty
            || !root.FullSpan.Contains(location.SourceSpan)
        )
            return null;
        var token = root.FindToken(location.SourceSpan.Start);
        return
            token.Kind()
                is SyntaxKind.StringLiteralToken
                    or SyntaxKind.SingleLineRawStringLiteralToken
                    or SyntaxKind.MultiLineRawStringLiteralToken
            && Content(token) is var content
            && content.Contains(location.SourceSpan)
            && token.Text.IndexOf('\\') < 0
            && token.Text.IndexOf('"', content.Start - token.SpanStart, content.Length) < 0
            ? token
            : null;
    }

    // What is between the quotes.
    private static TextSpan Content(SyntaxToken token)
    {
        var text = token.Text;
        var start = text.StartsWith("@", System.StringComparison.Ordinal) ? 1 : 0;
        var quotes = token.IsKind(SyntaxKind.StringLiteralToken) ? 1 : text.TakeWhile(character => character == '"').Count();
        return text.Length < start + (2 * quotes)
            ? default
            : TextSpan.FromBounds(token.SpanStart + start + quotes, token.Span.End - quotes);
    }

    private static SyntaxToken Remove(SyntaxToken literal, TextSpan[] edges)
    {
        var content = Content(literal);
        var (before, after) = (
            literal.Text.Substring(0, content.Start - literal.SpanStart),
            literal.Text.Substring(content.End - literal.SpanStart)
        );
        var parts = literal.Text.Substring(before.Length, content.Length).Split(';');
        var kept = new List<string>();
        var at = content.Start;
        foreach (var part in parts)
        {
            var span = TextSpan.FromBounds(at, at + part.Length);
            at = span.End + 1;
            if (!edges.Any(edge => span.Contains(edge)))
                kept.Add(kept.Count == 0 && span.Start > content.Start ? Leading(parts[0]) + part.TrimStart() : part);
        }

        var text = string.Join(";", kept);
        // The lines of the quotes stay where they are.
        if (literal.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            text = kept.Count == 0 ? parts[0].Substring(0, parts[0].IndexOf('\n') + 1) + Trailing(parts) : text.TrimEnd() + Trailing(parts);
        return SyntaxFactory.ParseToken(before + text + after).WithTriviaFrom(literal);
    }

    private static string Leading(string part) => part.Substring(0, part.Length - part.TrimStart().Length);

    private static string Trailing(string[] parts) =>
        parts[parts.Length - 1] is var last && last.TrimEnd().Length is var length ? last.Substring(length) : "";
}
