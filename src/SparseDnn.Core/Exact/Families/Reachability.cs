using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Families;

/// <summary>Reachability, over or-and: which nodes a set reaches, with the reached sets chosen first.</summary>
/// <remarks>Reached nodes get an edge from a reached one, all others get edges from unreached ones only. True is 1.</remarks>
public static class Reachability
{
    /// <summary>What does not fit and how to mend it; null where nothing is wrong.</summary>
    /// <param name="sizes">Nodes of each level, at least two levels of at least two nodes.</param>
    /// <param name="degree">Edges into a node.</param>
    public static string? Check(IReadOnlyList<int> sizes, int degree) =>
        LayeredGraph.Check(sizes, degree)
        ?? (sizes.Any(size => size < 2) ? "A level has 1 node; give every level at least 2, a reached and an unreached one" : null);

    /// <summary>A seeded graph and its items.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="sizes">Nodes of each level.</param>
    /// <param name="degree">Edges into a node.</param>
    /// <param name="seed">Chooses the sets and the edges.</param>
    /// <exception cref="ArgumentException">The parameters do not fit; see <see cref="Check"/>.</exception>
    public static ExactSolution Solve(string name, IReadOnlyList<int> sizes, int degree, long seed)
    {
        if (Check(sizes, degree) is { } fault)
            throw new ArgumentException(fault);
        var random = SplitMix64.ForStream(seed, 0);
        var reached = new bool[sizes.Count][];
        for (var level = 0; level < sizes.Count; level++)
        {
            // At least one node of either kind.
            var order = random.NextPermutation(sizes[level]);
            var count = 1 + random.Next(sizes[level] - 1);
            reached[level] = new bool[sizes[level]];
            for (var i = 0; i < count; i++)
                reached[level][order[i]] = true;
        }

        var layers = new DyadicLayer[sizes.Count - 1];
        for (var level = 0; level < layers.Length; level++)
        {
            var all = Enumerable.Range(0, sizes[level]).ToArray();
            var unreached = all.Where(node => !reached[level][node]).ToArray();
            var sources = all.Where(node => reached[level][node]).ToArray();
            var rows = new SortedDictionary<int, Dyadic>[sizes[level + 1]];
            for (var node = 0; node < rows.Length; node++)
            {
                var isReached = reached[level + 1][node];
                var from = isReached ? sources : unreached;
                var tight = from[random.Next(from.Length)];
                rows[node] = [];
                foreach (var source in LayeredGraph.Sources(ref random, isReached ? all : unreached, tight, degree))
                    rows[node][source] = Dyadic.One;
            }

            layers[level] = LayeredGraph.Layer(sizes[level], rows, KnownSemirings.OrAnd);
        }

        var last = sizes.Count - 1;
        return new ExactSolution(
            FamilyNames.Reachability,
            new DyadicNetwork(name, new(layers)),
            new([
                new ExactItem("chosen set", Recognition.Values(reached[0]), Recognition.Values(reached[last])),
                new ExactItem("nothing", Recognition.Values(new bool[sizes[0]]), Recognition.Values(new bool[sizes[last]])),
                // Every node has an edge, so everything is reached.
                new ExactItem(
                    "everything",
                    Recognition.Values(Enumerable.Repeat(true, sizes[0]).ToArray()),
                    Recognition.Values(Enumerable.Repeat(true, sizes[last]).ToArray())
                ),
            ])
        );
    }
}
