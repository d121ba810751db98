using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Families;

/// <summary>A seeded layered graph whose edges are chosen around an answer that is known beforehand.</summary>
internal static class LayeredGraph
{
    /// <summary>Refuses sizes and degrees that no graph has.</summary>
    public static string? Check(IReadOnlyList<int> sizes, int degree)
    {
        if (sizes.Count < 2)
            return $"{sizes.Count} sizes make no layer; give the number of nodes of at least two levels";
        if (sizes.Any(size => size < 1))
            return FormattableString.Invariant($"A level has {sizes.First(size => size < 1)} nodes; give every level at least 1");
        return degree < 1 ? FormattableString.Invariant($"The number of edges into a node is {degree}; it is at least 1") : null;
    }

    /// <summary>Edges into one node: the tight source first, the others at random.</summary>
    /// <param name="random">Draws the others.</param>
    /// <param name="candidates">Nodes that edges may come from.</param>
    /// <param name="tight">The source that must be among them.</param>
    /// <param name="degree">Edges asked for.</param>
    public static int[] Sources(ref SplitMix64 random, IReadOnlyList<int> candidates, int tight, int degree)
    {
        var sources = new List<int> { tight };
        foreach (var position in random.NextPermutation(candidates.Count))
            if (sources.Count < degree && candidates[position] != tight)
                sources.Add(candidates[position]);
        return sources.ToArray();
    }

    /// <summary>A layer without bias and activation over a semiring.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="rows">For each output the weight by source.</param>
    /// <param name="semiring">The semiring; not plus-times.</param>
    public static DyadicLayer Layer(int inputs, IReadOnlyList<SortedDictionary<int, Dyadic>> rows, SemiringSpecification semiring)
    {
        var builder = new CsrBuilder(rows.Count, inputs);
        foreach (var row in rows)
            builder.AddRow(row.Keys.ToArray());
        var weights = rows.SelectMany(row => row.Values).ToArray();
        return new DyadicLayer(
            builder.Build(),
            DyadicValues.From(weights),
            new DyadicValues(Dyadic.Zero, rows.Count),
            BiasMode.Dense,
            Activation.None,
            null,
            Oscillation.Over(semiring)
        );
    }

    /// <summary>The same value for all.</summary>
    public static EquatableArray<Dyadic> Map(IReadOnlyList<Dyadic> values, Func<Dyadic, Dyadic> map) => new(values.Select(map).ToArray());
}
