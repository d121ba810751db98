using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Inputs.Edges;
using SparseDnn.Numerics;

namespace SparseDnn.CodeFixes;

/// <summary>Writes literals of an attribute argument as the numbers of a format that they are rounded to.</summary>
internal static class RoundedLiterals
{
    /// <summary>The argument with its literals rounded; null where nothing changes, or where numbers come from elsewhere.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="format">The format.</param>
    public static AttributeArgumentSyntax? Round(AttributeArgumentSyntax argument, NumberFormat format)
    {
        var literals = argument
            .Expression.DescendantNodesAndSelf()
            .OfType<LiteralExpressionSyntax>()
            .Select(literal => (Old: literal, New: Round(literal, format)))
            .Where(pair => pair.New is not null)
            .ToDictionary(pair => pair.Old, pair => pair.New!);
        return literals.Count == 0
            ? null
            : argument.WithExpression(
                argument.Expression.ReplaceNodes(literals.Keys, (literal, _) => literals[literal].WithTriviaFrom(literal))
            );
    }

    // What else is computed with a literal, or what a constant elsewhere holds, is not changed: only lists and signs may stand around it.
    private static LiteralExpressionSyntax? Round(LiteralExpressionSyntax literal, NumberFormat format)
    {
        for (var around = literal.Parent; around is not AttributeArgumentSyntax; around = around?.Parent)
            if (
                around
                    is not (
                        InitializerExpressionSyntax
                        or ImplicitArrayCreationExpressionSyntax
                        or ArrayCreationExpressionSyntax
                        or CollectionExpressionSyntax
                        or ExpressionElementSyntax
                        or ParenthesizedExpressionSyntax
                    )
                && !around.IsKind(SyntaxKind.UnaryMinusExpression)
                && !around.IsKind(SyntaxKind.UnaryPlusExpression)
            )
                return null;
        return literal.Token.Value switch
        {
            double number => Number(number, format),
            int or long => Number(System.Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture), format),
            string text when literal.Token.IsKind(SyntaxKind.StringLiteralToken) => Edges(text, format),
            _ => null,
        };
    }

    private static LiteralExpressionSyntax? Number(double number, NumberFormat format)
    {
        var rounded = format.Round(number);
        return rounded == number || double.IsInfinity(rounded)
            ? null
            : SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Text(rounded), rounded));
    }

    private static LiteralExpressionSyntax? Edges(string text, NumberFormat format)
    {
        if (InlineEdgesReader.Read(text) is not InlineEdgesResult.Success { Edges: var edges })
            return null;
        var changed = new StringBuilder(text);
        // From the end, so that offsets stay what they are.
        foreach (var edge in edges.Reverse())
        {
            var rounded = format.Round(edge.Weight);
            if (rounded == edge.Weight.Nearest || double.IsInfinity(rounded))
                continue;
            var end = edge.Offset + edge.Length;
            var start = end;
            while (start > edge.Offset && !char.IsWhiteSpace(text[start - 1]))
                start--;
            changed.Remove(start, end - start).Insert(start, Text(rounded));
        }

        return changed.ToString() == text
            ? null
            : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(changed.ToString()));
    }

    // The shortest text that reads back as the number, which needs 17 digits on some frameworks.
    private static string Text(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) || back != value)
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }
}
