using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SparseDnn.House.Tests.Names;

/// <summary>Rows of tables in a page.</summary>
internal static partial class MarkdownTable
{
    /// <summary>The rows of every table with a header, each row its cells.</summary>
    /// <param name="page">The page.</param>
    /// <param name="header">The cells of the header.</param>
    public static IReadOnlyList<string[]> Rows(string page, params string[] header)
    {
        var rows = new List<string[]>();
        var isWithin = false;
        foreach (var line in page.Split('\n').Select(line => line.Trim()))
        {
            if (!line.StartsWith('|'))
            {
                isWithin = false;
                continue;
            }

            var cells = Cells(line);
            if (isWithin && !cells.All(cell => cell.Trim('-', ':').Length == 0))
                rows.Add(cells);
            isWithin |= cells.SequenceEqual(header);
        }

        return rows;
    }

    /// <summary>The texts between backticks.</summary>
    /// <param name="cell">A cell.</param>
    public static IEnumerable<string> Code(string cell) => Backticks().Matches(cell).Select(match => match.Groups[1].Value);

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();
}
