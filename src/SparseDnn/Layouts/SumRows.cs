using System;
using System.Collections.Generic;

namespace SparseDnn.Layouts;

/// <summary>Which rows the sums of a layer add, read back from its tables.</summary>
/// <remarks>By loops: queries over structures are compiled anew for each, which took longer than all that a first call computes.</remarks>
/// <param name="Partials">Shared sums, in the order in which they become rows behind the layer's inputs.</param>
/// <param name="Sums">The sums by number.</param>
internal sealed record SumRows(int[][] Partials, int[][] Sums)
{
    /// <summary>The sums of a layer.</summary>
    public static SumRows Of<T>(LayerTable<T> table)
        where T : unmanaged
    {
        var lists = table.Item;
        var partials = new List<SumRun>();
        foreach (var runs in lists.Partials)
            partials.AddRange(runs);
        return new(Rows(partials.ToArray()), Rows(lists.Sums));

        int[][] Rows(SumRun[] runs)
        {
            var rows = new int[runs.Length][];
            var sums = Array.ConvertAll(runs, run => run.Sum);
            for (var i = 0; i < runs.Length; i++)
            {
                rows[i] = new int[runs[i].Count];
                for (var term = 0; term < rows[i].Length; term++)
                    rows[i][term] = lists.Row(runs[i], term);
            }

            Array.Sort(sums, rows);
            return rows;
        }
    }

    /// <summary>The largest sum of all where every input is 1, shared sums included.</summary>
    /// <param name="inputs">Number of inputs.</param>
    public long MostOnes(int inputs)
    {
        var counts = new long[inputs + Partials.Length];
        for (var input = 0; input < inputs; input++)
            counts[input] = 1;
        var most = inputs > 0 ? 1L : 0;
        for (var i = 0; i < Partials.Length; i++)
            most = Math.Max(most, counts[inputs + i] = Ones(Partials[i]));
        foreach (var rows in Sums)
            most = Math.Max(most, Ones(rows));
        return most;

        long Ones(int[] rows)
        {
            var sum = 0L;
            foreach (var row in rows)
                sum += counts[row];
            return sum;
        }
    }
}
