using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn.House.Tests.Sources;

namespace SparseDnn.House.Tests.Names;

/// <summary>Names that the changelog says were replaced.</summary>
internal static class RetiredNames
{
    /// <summary>Each old name of the changelog's table.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. MarkdownTable
            .Rows(File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")), "old name", "new name", "what it is")
            .SelectMany(row => MarkdownTable.Code(row[0])),
    ];

    /// <summary>Where a text still has a name, as a whole word where it begins or ends like one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="path">Path of the text.</param>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Uses(string name, string path, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (!(Continues(text, at - 1) && IsWord(name[0])) && !(Continues(text, at + name.Length) && IsWord(name[^1])))
                yield return $"{path}({1 + text.AsSpan(0, at).Count('\n')}): {name}";
    }

    private static bool Continues(string text, int at) => at >= 0 && at < text.Length && IsWord(text[at]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
