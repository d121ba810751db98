using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Families;

/// <summary>Potentials: shortest and longest paths through layered graphs whose node potentials were chosen first.</summary>
/// <remarks>
/// Potentials p, w_ij = p_j − p_i + s_ij with slack s_ij ≥ 0 (min-plus) or ≤ 0 (max-plus) and a tight edge (s = 0) into
/// every node: inputs p of level 0 give p of every level, and inputs shifted by c give outputs shifted by c.
/// Source: mathematics page, E6 (potentials).
/// </remarks>
public static class Potentials
{
    /// <summary>The semirings it is for.</summary>
    public static IReadOnlyList<string> Semirings { get; } = [KnownSemirings.MinPlus.Key, KnownSemirings.MaxPlus.Key];

    /// <summary>What does not fit and how to mend it; null where nothing is wrong.</summary>
    /// <param name="sizes">Nodes of each level, at least two levels.</param>
    /// <param name="degree">Edges into a node; fewer where the level before is smaller.</param>
    /// <param name="semiring">min-plus or max-plus.</param>
    public static string? Check(IReadOnlyList<int> sizes, int degree, string semiring) =>
        LayeredGraph.Check(sizes, degree)
        ?? (
            Semirings.Contains(semiring, StringComparer.Ordinal)
                ? null
                : $"Potentials are for {string.Join(" and ", Semirings)}, not '{semiring}'"
        );

    /// <summary>A seeded graph and its items.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="sizes">Nodes of each level.</param>
    /// <param name="degree">Edges into a node.</param>
    /// <param name="semiring">min-plus or max-plus.</param>
    /// <param name="seed">Chooses potentials, edges and slacks.</param>
    /// <param name="range">Potentials are multiples of 2^granularity in [0, range·2^granularity), slacks likewise.</param>
    /// <param name="granularity">Power of two.</param>
    /// <exception cref="ArgumentException">The parameters do not fit; see <see cref="Check"/>.</exception>
    public static ExactSolution Solve(
        string name,
        IReadOnlyList<int> sizes,
        int degree,
        string semiring,
        long seed,
        int range = 64,
        int granularity = -2
    )
    {
        if (Check(sizes, degree, semiring) is { } fault)
            throw new ArgumentException(fault);
        var random = SplitMix64.ForStream(seed, 0);
        var sign = semiring == KnownSemirings.MinPlus.Key ? 1 : -1;
        var potentials = new Dyadic[sizes.Count][];
        for (var level = 0; level < sizes.Count; level++)
        {
            potentials[level] = new Dyadic[sizes[level]];
            for (var node = 0; node < sizes[level]; node++)
                potentials[level][node] = new Dyadic(random.Next(range), granularity);
        }

        var layers = new DyadicLayer[sizes.Count - 1];
        for (var level = 0; level < layers.Length; level++)
        {
            var all = Enumerable.Range(0, sizes[level]).ToArray();
            var rows = new SortedDictionary<int, Dyadic>[sizes[level + 1]];
            for (var node = 0; node < rows.Length; node++)
            {
                rows[node] = [];
                var tight = random.Next(sizes[level]);
                foreach (var source in LayeredGraph.Sources(ref random, all, tight, degree))
                {
                    var slack = source == tight ? Dyadic.Zero : new Dyadic(sign * random.Next(range), granularity);
                    rows[node][source] = potentials[level + 1][node] - potentials[level][source] + slack;
                }
            }

            layers[level] = LayeredGraph.Layer(sizes[level], rows, SemiringKey.Resolve(semiring));
        }

        var unit = new Dyadic(range, granularity);
        var items = new[] { Dyadic.Zero, unit, -unit }.Select(shift => new ExactItem(
            shift.IsZero ? "potentials" : $"potentials shifted by {shift}",
            LayeredGraph.Map(potentials[0], p => p + shift),
            LayeredGraph.Map(potentials[sizes.Count - 1], p => p + shift)
        ));
        return new ExactSolution(FamilyNames.Potentials, new DyadicNetwork(name, new(layers)), new(items.ToArray()));
    }
}
