using System.Collections.Generic;
using System.Linq;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Layouts;

/// <summary>
/// In which order the sums of a layer are visited: those of equal length together, so that loops of one length follow each other.
/// </summary>
/// <remarks>Within a sum the order of terms never changes, so neither does a bit.</remarks>
internal static class SumRuns
{
    /// <summary>The sums.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="inBlocks">Whether four sums of one list make a block.</param>
    /// <returns>Blocks, four runs each; and the other runs.</returns>
    public static (SumRun[] Blocks, SumRun[] Others) Whole(LayerData data, bool inBlocks)
    {
        var runs = new SumRun[data.Sums];
        for (int sum = 0, weight = 0; sum < runs.Length; sum++)
        {
            runs[sum] = new SumRun(data.Lists.Starts[data.ListOfSum[sum]], data.Weights.IsConstant ? 0 : weight, data.Terms(sum), sum);
            if (!data.Weights.IsConstant)
                weight += data.Terms(sum);
        }

        var blocks = inBlocks
            ? runs.GroupBy(run => data.ListOfSum[run.Sum])
                .SelectMany(list => list.Take(list.Count() / SharedLists.Sums * SharedLists.Sums))
                .ToArray()
            : [];
        return (blocks, runs.Except(blocks).OrderBy(run => run.Count).ToArray());
    }

    /// <summary>Partial sums, in groups none of which adds a row of its own.</summary>
    /// <param name="data">The layer.</param>
    public static SumRun[][] Partials(LayerData data)
    {
        var groups = new List<List<SumRun>>();
        var firstRow = 0;
        for (var i = 0; i < data.Partials.Count; i++)
        {
            var rows = data.Partials[i];
            var isNew = groups.Count == 0;
            foreach (var row in rows)
                isNew |= row >= firstRow;
            if (isNew)
            {
                groups.Add([]);
                firstRow = data.Inputs + i;
            }

            groups[^1].Add(new SumRun(data.Partials.Starts[i], 0, rows.Length, data.Inputs + i));
        }

        return groups.Select(group => group.OrderBy(sum => sum.Count).ToArray()).ToArray();
    }
}

/// <summary>The terms of one sum, one after another.</summary>
/// <param name="List">Position of the first index.</param>
/// <param name="Weight">Position of the first weight; 0 where all weights are equal.</param>
/// <param name="Count">Number of terms.</param>
/// <param name="Sum">The sum; of a partial sum its row.</param>
internal readonly record struct SumRun(int List, int Weight, int Count, int Sum);
