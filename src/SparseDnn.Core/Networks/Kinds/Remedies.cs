using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Inputs;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

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
    public static ProblemRemedy Set(ElementFormat format) => Set(new NetworkPlace("Format"), format);

    /// <summary>Gives an argument an element format.</summary>
    public static ProblemRemedy Set(DeclarationPlace argument, ElementFormat format) =>
        new(argument, ProblemRemedyKeys.Qualifier + nameof(ElementFormat) + "." + format);

    /// <summary>The element formats in which semirings exist, the usual ones first.</summary>
    /// <param name="semirings">The declared semirings.</param>
    public static EquatableArray<ProblemRemedy> Formats(Oscillation semirings) =>
        new(
            NumberTypes
                .Elements.Where(row =>
                    Exists(semirings.Correlate, row.Format) && (semirings.Select is null || Exists(semirings.Select, row.Format))
                )
                .Select(row => Set(row.Format))
                .ToArray()
        );

    /// <summary>The narrowest element format that holds a number which another one does not; none where there is no such format.</summary>
    /// <param name="semiring">The semiring, which must exist there.</param>
    /// <param name="format">The format in which the number overflows.</param>
    /// <param name="value">The number.</param>
    public static EquatableArray<ProblemRemedy> Wider(SemiringSpecification semiring, NumberType format, DecimalNumber value) =>
        new(
            NumberTypes
                .Elements.Where(row => row.Bytes > format.Bytes && row.Real is { } real && !double.IsInfinity(real.Round(value)))
                .Where(row => Exists(semiring, row.Format))
                .OrderBy(row => row.Bytes)
                .Take(1)
                .Select(row => Set(row.Format))
                .ToArray()
        );

    /// <summary>The format of a layer's sums, where it holds a weight that the layer's own does not.</summary>
    /// <param name="layer">A layer with a format of its own.</param>
    /// <param name="format">That format.</param>
    /// <param name="weight">A weight that overflows in it.</param>
    public static EquatableArray<ProblemRemedy> Wider(LayersDeclaration layer, NumberType format, DecimalNumber weight) =>
        !format.IsElement && format.Accumulator.Real is { } real && !double.IsInfinity(real.Round(weight))
            ? new([Set(layer.At("Format"), format.Accumulator.Format)])
            : EquatableArray<ProblemRemedy>.Empty;

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
