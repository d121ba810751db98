using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>What the user wrote, short enough for a message.</summary>
internal static class UserText
{
    private const int Longest = 40; // characters

    /// <summary>The text of an operation on one line.</summary>
    public static string Of(IOperation operation) => Of(operation.Syntax);

    /// <summary>The text of a node on one line.</summary>
    public static string Of(SyntaxNode node)
    {
        var text = node.ToString();
        var line = text.IndexOfAny(['\r', '\n']);
        if (line >= 0)
            text = text.Substring(0, line).TrimEnd() + " …";
        return text.Length > Longest ? text.Substring(0, Longest) + "…" : text;
    }
}
