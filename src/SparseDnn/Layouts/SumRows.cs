using System.Linq;

namespace SparseDnn.Layouts;

/// <summary>Which rows the sums of a layer add, read back from its tables.</summary>
/// <param name="Partials">Shared sums, in the order in which they become rows behind the layer's inputs.</param>
/// <param name="Sums">The sums by number.</param>
internal sealed record SumRows(int[][] Partials, int[][] Sums)
{
    /// <summary>The sums of a layer.</summary>
    public static SumRows Of<T>(LayerTable<T> table)
        where T : unmanaged
    {
        var lists = table.Item;
        return new(
            lists.Partials.SelectMany(runs => runs).OrderBy(run => run.Sum).Select(Rows).ToArray(),
            lists.Sums.OrderBy(run => run.Sum).Select(Rows).ToArray()
        );

        int[] Rows(SumRun run) => Enumerable.Range(0, run.Count).Select(term => lists.Row(run, term)).ToArray();
    }

    /// <summary>The largest sum of all where every input is 1, shared sums included.</summary>
    /// <param name="inputs">Number of inputs.</param>
    public long MostOnes(int inputs)
    {
        var counts = Enumerable.Repeat(1L, inputs).ToList();
        foreach (var rows in Partials)
            counts.Add(rows.Sum(row => counts[row]));
        return counts.Concat(Sums.Select(rows => rows.Sum(row => counts[row]))).Max();
    }
}
