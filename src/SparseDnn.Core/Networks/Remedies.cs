using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>Mechanical ways out of problems with sizes and names, for code fixes.</summary>
internal static class Remedies
{
    /// <summary>Gives an argument a number.</summary>
    public static ProblemRemedy Set(DeclarationPlace argument, int value) => new(argument, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Gives an argument a list of numbers.</summary>
    public static ProblemRemedy Set(DeclarationPlace argument, IEnumerable<int> values) =>
        new(argument, $"new[] {{ {string.Join(", ", values)} }}");

    /// <summary>Gives an argument a text.</summary>
    public static ProblemRemedy Set(DeclarationPlace argument, string text) =>
        new(argument, "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"");

    /// <summary>Gives [SparseNetwork] an element format.</summary>
    public static ProblemRemedy Set(ElementFormat format) =>
        new(new NetworkPlace("Format"), ProblemRemedyKeys.Qualifier + nameof(ElementFormat) + "." + format);

    /// <summary>The element formats in which semirings exist, the usual ones first.</summary>
    /// <param name="semirings">The declared semirings.</param>
    public static EquatableArray<ProblemRemedy> Formats(Oscillation semirings) =>
        new(
            ElementFormats
                .All.Where(row =>
                    Exists(semirings.Correlate, row.Format) && (semirings.Select is null || Exists(semirings.Select, row.Format))
                )
                .Select(row => Set(row.Format))
                .ToArray()
        );

    /// <summary>Whether a semiring can be computed with in a format.</summary>
    public static bool Exists(SemiringSpecification semiring, ElementFormat format) => semiring.GetElement(format) is { IsUsable: true };

    /// <summary>Removes an argument.</summary>
    public static ProblemRemedy Remove(DeclarationPlace argument) => new(argument, null);

    /// <summary>The name of a file with as much of its path as tells it from another.</summary>
    /// <param name="pattern">The name as declared, perhaps with a range.</param>
    /// <param name="name">The expanded name.</param>
    /// <param name="path">Path of the file that is meant.</param>
    /// <param name="other">Path of the other one.</param>
    public static string LongerName(string pattern, string name, string path, string other)
    {
        path = path.Replace('\\', '/');
        var wanted = name.StartsWith("./", StringComparison.Ordinal) ? name.Substring(2) : name;
        var at = path.Length - wanted.Length;
        var longer = wanted;
        while (at > 0 && FileNamePattern.Matches(other, longer))
        {
            at = at >= 2 ? path.LastIndexOf('/', at - 2) + 1 : 0;
            longer = path.Substring(at);
        }

        pattern = pattern.Replace('\\', '/');
        return longer.Substring(0, longer.Length - wanted.Length)
            + (pattern.StartsWith("./", StringComparison.Ordinal) ? pattern.Substring(2) : pattern);
    }
}
