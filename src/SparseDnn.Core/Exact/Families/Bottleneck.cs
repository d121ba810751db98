using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Families;

/// <summary>Bottlenecks, over max-min: widest paths, with the width at every node chosen first.</summary>
/// <remarks>
/// Node widths v; one tight edge from i into j with v_i ≥ v_j and capacity v_j; every other edge has min(v_i, c_ij) ≤ v_j:
/// inputs v of level 0 give v of every level. Limiting all inputs to c limits all outputs to c.
/// </remarks>
public static class Bottleneck
{
    /// <summary>What does not fit and how to mend it; null where nothing is wrong.</summary>
    /// <param name="sizes">Nodes of each level, at least two levels.</param>
    /// <param name="degree">Edges into a node.</param>
    public static string? Check(IReadOnlyList<int> sizes, int degree) => LayeredGraph.Check(sizes, degree);

    /// <summary>A seeded graph and its items.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="sizes">Nodes of each level.</param>
    /// <param name="degree">Edges into a node.</param>
    /// <param name="seed">Chooses widths, edges and capacities.</param>
    /// <param name="range">Widths are multiples of 2^granularity in [0, range·2^granularity).</param>
    /// <param name="granularity">Power of two.</param>
    /// <exception cref="ArgumentException">The parameters do not fit; see <see cref="Check"/>.</exception>
    public static ExactSolution Solve(string name, IReadOnlyList<int> sizes, int degree, long seed, int range = 64, int granularity = -2)
    {
        if (Check(sizes, degree) is { } fault)
            throw new ArgumentException(fault);
        var random = SplitMix64.ForStream(seed, 0);
        var widths = new int[sizes.Count][];
        widths[0] = new int[sizes[0]];
        for (var node = 0; node < sizes[0]; node++)
            widths[0][node] = random.Next(range);
        var layers = new DyadicLayer[sizes.Count - 1];
        for (var level = 0; level < layers.Length; level++)
        {
            var all = Enumerable.Range(0, sizes[level]).ToArray();
            var rows = new SortedDictionary<int, Dyadic>[sizes[level + 1]];
            widths[level + 1] = new int[rows.Length];
            for (var node = 0; node < rows.Length; node++)
            {
                rows[node] = [];
                var tight = random.Next(sizes[level]);
                var width = widths[level + 1][node] = random.Next(widths[level][tight] + 1);
                foreach (var source in LayeredGraph.Sources(ref random, all, tight, degree))
                {
                    // A wide source must not pass more than the chosen width; a narrow one cannot.
                    var capacity = width;
                    if (source != tight)
                        capacity = random.Next(widths[level][source] > width ? width + 1 : range);
                    rows[node][source] = new Dyadic(capacity, granularity);
                }
            }

            layers[level] = LayeredGraph.Layer(sizes[level], rows, KnownSemirings.MaxMin);
        }

        var items = new[] { range, range / 2, range / 4 }.Select(limit => new ExactItem(
            limit == range ? "widths" : $"widths limited to {new Dyadic(limit, granularity)}",
            Limited(widths[0], limit, granularity),
            Limited(widths[sizes.Count - 1], limit, granularity)
        ));
        return new ExactSolution(FamilyNames.Bottleneck, new DyadicNetwork(name, new(layers)), new(items.ToArray()));
    }

    private static Primitives.EquatableArray<Dyadic> Limited(int[] widths, int limit, int granularity) =>
        new(widths.Select(width => new Dyadic(Math.Min(width, limit), granularity)).ToArray());
}
