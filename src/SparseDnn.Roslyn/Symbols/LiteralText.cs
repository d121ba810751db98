using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.Roslyn.Symbols;

/// <summary>Where each character of a constant text is written: in a literal of any form, or in several joined by <c>+</c>.</summary>
internal sealed class LiteralText
{
    private readonly List<TextSpan> _characters = [];

    private LiteralText() { }

    /// <summary>The span of a part of the text; null where the expression is no literal, or ends before the part does.</summary>
    /// <param name="expression">The expression that gives the text.</param>
    /// <param name="offset">0-based, in characters of the value.</param>
    /// <param name="length">Number of characters of the value.</param>
    public static TextSpan? Find(ExpressionSyntax expression, int offset, int length)
    {
        // Offsets of the value are offsets of the source in a regular literal without escapes, however long.
        if (
            expression is LiteralExpressionSyntax { Token: var token }
            && token.IsKind(SyntaxKind.StringLiteralToken)
            && token.Text[0] == '"'
            && token.Text.Length == token.ValueText.Length + 2
        )
            return offset >= 0 && length >= 0 && offset + length <= token.ValueText.Length
                ? new TextSpan(token.SpanStart + 1 + offset, length)
                : null;
        var text = new LiteralText();
        if (!text.Add(expression) || offset < 0 || length < 0 || offset + length > text._characters.Count)
            return null;
        if (length > 0)
            return TextSpan.FromBounds(text._characters[offset].Start, text._characters[offset + length - 1].End);
        if (offset < text._characters.Count)
            return new TextSpan(text._characters[offset].Start, 0);
        return offset > 0 ? new TextSpan(text._characters[offset - 1].End, 0) : null;
    }

    // Sums lean to the left and may be long.
    private bool Add(ExpressionSyntax expression)
    {
        var parts = new Stack<ExpressionSyntax>();
        parts.Push(expression);
        while (parts.Count > 0)
        {
            switch (parts.Pop())
            {
                case ParenthesizedExpressionSyntax { Expression: var inner }:
                    parts.Push(inner);
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                    parts.Push(sum.Right);
                    parts.Push(sum.Left);
                    break;
                case LiteralExpressionSyntax { Token: var token } when Add(token):
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private bool Add(SyntaxToken token)
    {
        var before = _characters.Count;
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal):
                AddVerbatim(token);
                break;
            case SyntaxKind.StringLiteralToken:
                AddEscaped(token);
                break;
            case SyntaxKind.SingleLineRawStringLiteralToken:
                AddCharacters(token, Quotes(token), token.Text.Length - Quotes(token));
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken:
                AddLines(token);
                break;
            default:
                return false;
        }

        // What the compiler reads otherwise, as a literal with an error, has no known places.
        return _characters.Count - before == token.ValueText.Length;
    }

    private void AddVerbatim(SyntaxToken token)
    {
        for (var i = 2; i < token.Text.Length - 1; i++)
        {
            var length = token.Text[i] == '"' ? 2 : 1;
            _characters.Add(new(token.SpanStart + i, length));
            i += length - 1;
        }
    }

    private void AddEscaped(SyntaxToken token)
    {
        for (var i = 1; i < token.Text.Length - 1; )
        {
            var length = token.Text[i] == '\\' ? Escape(token.Text, i) : 1;
            var span = new TextSpan(token.SpanStart + i, length);
            _characters.Add(span);
            // Beyond the first plane, one escape is two characters.
            if (length == 10 && token.Text[i + 1] == 'U' && token.Text.Substring(i + 2, 4) != "0000")
                _characters.Add(span);
            i += length;
        }
    }

    private static int Escape(string text, int start)
    {
        var (digits, most) = text[start + 1] switch
        {
            'u' => (start + 2, 4),
            'U' => (start + 2, 8),
            'x' => (start + 2, 4),
            _ => (start + 2, 0),
        };
        var end = digits;
        while (end < text.Length - 1 && end - digits < most && Uri.IsHexDigit(text[end]))
            end++;
        return end - start;
    }

    // Without the indentation of the closing quotes, the first line break and the last.
    private void AddLines(SyntaxToken token)
    {
        var text = SourceText.From(token.Text);
        var last = text.Lines[text.Lines.Count - 1];
        var indentation = last.ToString().TrimEnd('"').Length;
        for (var i = 1; i < text.Lines.Count - 1; i++)
        {
            var line = text.Lines[i];
            var isLast = i == text.Lines.Count - 2;
            AddCharacters(token, Math.Min(line.Start + indentation, line.End), isLast ? line.End : line.EndIncludingLineBreak);
        }
    }

    private void AddCharacters(SyntaxToken token, int start, int end)
    {
        for (var i = start; i < end; i++)
            _characters.Add(new(token.SpanStart + i, 1));
    }

    private static int Quotes(SyntaxToken token) => token.Text.TakeWhile(character => character == '"').Count();
}
