using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Edges;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>Mechanical ways out of problems with sizes and names, for code fixes.</summary>
internal static class Remedies
{
    /// <summary>Gives an argument a number.</summary>
    public static ProblemRemedy Set(int attribute, string argument, int value) =>
        new(new(attribute, argument), value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Gives an argument a list of numbers.</summary>
    public static ProblemRemedy Set(int attribute, string argument, IEnumerable<int> values) =>
        new(new(attribute, argument), $"new[] {{ {string.Join(", ", values)} }}");

    /// <summary>Gives an argument a text.</summary>
    public static ProblemRemedy Set(int attribute, string argument, string text) =>
        new(new(attribute, argument), "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"");

    /// <summary>Gives [SparseNetwork] an element format.</summary>
    public static ProblemRemedy Set(ElementFormat format) =>
        new(new(0, "Format"), ProblemRemedyKeys.Qualifier + nameof(ElementFormat) + "." + format);

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
    public static ProblemRemedy Remove(int attribute, string argument) => new(new(attribute, argument), null);

    /// <summary>Sizes that make a layer fit what is before it.</summary>
    /// <param name="declaration">The network.</param>
    /// <param name="previous">The layer before; null where the network's inputs are.</param>
    /// <param name="next">The layer that does not fit.</param>
    /// <param name="width">How many outputs the layer before has.</param>
    public static EquatableArray<ProblemRemedy> Chain(NetworkDeclaration declaration, RawLayer? previous, RawLayer next, int width)
    {
        var remedies = new List<ProblemRemedy>();
        if (previous is null && declaration.Inputs is not null)
            remedies.Add(Set(0, "Inputs", next.Inputs));
        if (
            previous?.Source is ExplicitLayerDeclaration or BandedLayerDeclaration or RandomLayerDeclaration
            && Holds(previous.Source, next.Inputs)
            && (previous.Source.Repeat == 1 || previous.Source == next.Source)
        )
            remedies.Add(Set(previous.Source.Attribute, "Outputs", next.Inputs));
        if (next.Source is RadixNetDeclaration net && previous?.Source != next.Source && Radices(net, width) is { } radices)
            remedies.Add(Set(net.Attribute, "Radices", radices));
        return new EquatableArray<ProblemRemedy>(remedies.ToArray());
    }

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

    /// <summary>
    /// Parameters of a RadiX-Net without what cannot be: radices of 1, and as many equal block counts as there are boundaries; null where
    /// that does not mend it.
    /// </summary>
    /// <param name="net">A net whose parameters do not fit.</param>
    public static ProblemRemedy? OfTopology(RadixNetDeclaration net)
    {
        if (net.BlockCounts is { } counts)
        {
            return
                counts.Count > 0
                && counts.All(count => count == counts[0] && count > 0)
                && RadixNet.Check(net.Radices, Repeated(counts[0], net.Radices.Count + 1)) is null
                ? Set(net.Attribute, "BlockCounts", Repeated(counts[0], net.Radices.Count + 1))
                : null;
        }

        var radices = net.Radices.Where(radix => radix != 1).ToArray();
        return radices.Length < net.Radices.Count && RadixNet.Check(radices, Repeated(net.Blocks ?? 1, radices.Length + 1)) is null
            ? Set(net.Attribute, "Radices", radices)
            : null;
    }

    /// <summary>As many outputs as the written edges need; null where none are written.</summary>
    /// <param name="layer">A layer without its number of outputs.</param>
    public static ProblemRemedy? OutputsOf(ExplicitLayerDeclaration layer) =>
        InlineEdgesReader.Read(layer.Edges) is InlineEdgesResult.Success { Edges.Count: > 0 } read
            ? Set(layer.Attribute, "Outputs", read.Edges.Max(edge => edge.Output) + 1)
            : null;

    // Radices whose net has as many inputs as there are: one changed, the later the better, or as many as equal as can be.
    private static int[]? Radices(RadixNetDeclaration net, int width)
    {
        var blocks = net.BlockCounts is { Count: > 0 } counts ? counts[0] : net.Blocks ?? 1;
        if (blocks < 1 || width % blocks != 0)
            return null;
        var size = width / blocks;
        for (var i = net.Radices.Count - 1; i >= 0; i--)
        {
            var others = net.Radices.Where((_, j) => j != i).Aggregate(1L, (product, radix) => product * radix);
            if (size % others == 0 && size / others >= 2)
                return Fit(net.Radices.Select((radix, j) => j == i ? (int)(size / others) : radix).ToArray());
        }

        var parts = new int[net.Radices.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Divisor(size, parts.Length - i);
            if (parts[i] < 2)
                return null;
            size /= parts[i];
        }

        return Fit(parts);

        int[]? Fit(int[] radices) =>
            RadixNet.Check(radices, net.BlockCounts ?? (IReadOnlyList<int>)Repeated(net.Blocks ?? 1, radices.Length + 1)) is null
                ? radices
                : null;
    }

    private static int[] Repeated(int value, int count) => Enumerable.Repeat(value, count).ToArray();

    // The largest divisor that is at most the root; the last part takes what is left. 0 where there is none of 2 or more.
    private static int Divisor(int size, int parts)
    {
        if (parts == 1)
            return size;
        for (var divisor = (int)Math.Round(Math.Pow(size, 1.0 / parts)); divisor >= 2; divisor--)
            if (size % divisor == 0)
                return divisor;
        return 0;
    }

    private static bool Holds(LayersDeclaration layer, int outputs) =>
        layer is not ExplicitLayerDeclaration written
        || InlineEdgesReader.Read(written.Edges) is not InlineEdgesResult.Success read
        || read.Edges.All(edge => edge.Output < outputs);
}
