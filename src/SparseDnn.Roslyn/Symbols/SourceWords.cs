using System;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Roslyn.Symbols;

/// <summary>Parts of a program as messages quote them.</summary>
internal static class SourceWords
{
    private const int LongestText = 60;

    /// <summary>A part as it is written, on one line and not too long, without quotes that would end the quotation.</summary>
    /// <param name="syntax">The part.</param>
    public static string Text(SyntaxNode syntax)
    {
        var text = string.Join(" ", syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace('\'', '’')
            .Replace('"', '”');
        return text.Length <= LongestText ? text : text.Substring(0, LongestText - 1) + "…";
    }
}
