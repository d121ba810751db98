using System;
using System.Collections.Generic;
using SparseDnn.Topologies;

namespace SparseDnn.Fixtures.Diagnosis.Plain;

/// <summary>
/// Neurons with the same edges, weights and bias in the same order: rounding or not, mistaken or not, they give the same.
/// </summary>
/// <param name="FirstOf">The first neuron that each neuron repeats; itself where it repeats none.</param>
/// <param name="Work">Neurons that repeat none, and their edges.</param>
internal sealed record RepeatedRows(int[] FirstOf, long Work)
{
    /// <summary>Finds them.</summary>
    /// <param name="edges">One row a neuron.</param>
    /// <param name="weights">One value an edge, or a single one for all.</param>
    /// <param name="biases">One value a neuron.</param>
    public static RepeatedRows Of(CsrPattern edges, double[] weights, double[] biases)
    {
        var (first, work) = (new int[edges.RowCount], 0L);
        var known = new Dictionary<int, List<int>>();
        for (var row = 0; row < first.Length; row++)
        {
            var hash = biases[row].GetHashCode();
            foreach (var column in edges.Row(row))
                hash = unchecked((hash * 31) + column);
            if (!known.TryGetValue(hash, out var candidates))
                known.Add(hash, candidates = []);
            first[row] = candidates.FindIndex(other => AreSame(other, row)) is var index && index >= 0 ? candidates[index] : row;
            if (index >= 0)
                continue;
            candidates.Add(row);
            work += 1 + edges.Row(row).Length;
        }

        return new RepeatedRows(first, work);

        bool AreSame(int one, int other) =>
            biases[one].Equals(biases[other])
            && edges.Row(one).SequenceEqual(edges.Row(other))
            && (weights.Length == 1 || Weights(one).SequenceEqual(Weights(other)));

        ReadOnlySpan<double> Weights(int row) => weights.AsSpan(edges.RowStarts[row], edges.Row(row).Length);
    }
}
