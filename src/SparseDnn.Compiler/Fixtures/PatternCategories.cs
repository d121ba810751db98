using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Inputs.Text;
using SparseDnn.Topologies;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>Reads which categories patterns answer with: texts such as <c>vowel: A E I</c>.</summary>
internal static class PatternCategories
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>One row a pattern, one column a category.</summary>
    public static CsrPattern? Read(IReadOnlyList<string> patterns, IReadOnlyList<string> categories, out string? fault)
    {
        fault = categories.Count == 0 ? "Categories is empty; leave it out where every pattern is its own category" : null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var rows = patterns.Select(_ => new List<int>()).ToArray();
        for (var category = 0; category < categories.Count; category++)
        {
            var text = categories[category] ?? "";
            var colon = text.IndexOf(':');
            var name = colon < 0 ? "" : text.Substring(0, colon).Trim();
            if (name.Length == 0)
                fault ??= $"The category {Quoted.Text(text.AsSpan())} has no name; write it as in 'vowel: A E I'";
            else if (!names.Add(name))
                fault ??= $"The category {Quoted.Text(name.AsSpan())} is given twice; list all its patterns in one";
            foreach (var pattern in text.Substring(colon + 1).Split(Blanks, StringSplitOptions.RemoveEmptyEntries))
            {
                var index = IndexOf(patterns, pattern);
                if (index < 0)
                    fault ??=
                        $"The category {Quoted.Text(name.AsSpan())} names {Quoted.Text(pattern.AsSpan())}, which is no pattern "
                        + "of the file; write one of its names";
                else if (rows[index].Contains(category))
                    fault ??= $"The category {Quoted.Text(name.AsSpan())} names {Quoted.Text(pattern.AsSpan())} twice; remove one";
                else
                    rows[index].Add(category);
            }
        }

        if (fault is not null)
            return null;
        var builder = new CsrBuilder(patterns.Count, categories.Count);
        foreach (var row in rows)
            builder.AddRow(row.ToArray());
        return builder.Build();
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name)
                return i;
        return -1;
    }
}
