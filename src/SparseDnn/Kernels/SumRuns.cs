using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

/// <summary>Some terms of one sum, one after another.</summary>
/// <param name="List">Position of the first index.</param>
/// <param name="Weight">Position of the first weight; 0 where all weights are equal.</param>
/// <param name="Count">Number of terms.</param>
/// <param name="Sum">The sum; of a partial sum its row.</param>
internal readonly record struct SumRun(int List, int Weight, int Count, int Sum);

/// <summary>In which order the terms of a layer are visited: by panels of rows, and within a panel runs of equal length together, so that loops of one length follow each other.</summary>
/// <remarks>Within a sum the order of terms never changes, so neither does a bit.</remarks>
internal static class SumRuns
{
    // Three quarters of the 32 KB of first-level cache; the rest is for sums, weights and indices.
    private const int PanelBytes = 24 << 10;

    // Below this a panel's sums are loaded and stored too often for what they gain.
    private const int MinTermsOfRun = 32;

    /// <summary>The sums in one panel.</summary>
    /// <param name="data">The layer.</param>
    public static SumRun[] Whole(LayerData data) => Whole(data, out _);

    /// <summary>The sums in panels; null where one does as well.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="bytesPerRow">Bytes of a row in a tile.</param>
    public static SumRun[][]? Panels(LayerData data, int bytesPerRow)
    {
        var bytes = (long)data.Rows * bytesPerRow;
        if (bytes <= PanelBytes || data.Partials.Count > 0 || !IsAscending(data)) return null;
        var terms = data.TermCount;
        var panels = (int)Math.Min((bytes + PanelBytes - 1) / PanelBytes, terms / Math.Max(1, (long)data.Sums * MinTermsOfRun));
        if (panels < 2 || terms < 2L * data.Rows) return null;
        var whole = Whole(data, out var starts);
        var runs = new SumRun[panels][];
        var next = new int[data.Sums];
        for (var panel = 0; panel < panels; panel++)
        {
            var end = (int)((long)data.Rows * (panel + 1) / panels);
            var found = new List<SumRun>();
            for (var sum = 0; sum < data.Sums; sum++)
            {
                var rows = data.Lists[data.ListOfSum[sum]];
                var first = next[sum];
                while (next[sum] < rows.Length && rows[next[sum]] < end) next[sum]++;
                // The first panel begins every sum, the last one ends it.
                if (next[sum] > first || panel == 0 || panel == panels - 1) found.Add(Part(starts[sum], first, next[sum] - first));
            }

            runs[panel] = found.OrderBy(run => run.Count).ToArray();
        }

        return runs;
    }

    /// <summary>Partial sums, by runs none of which adds a row of its own run.</summary>
    /// <param name="data">The layer.</param>
    public static SumRun[][] Partials(LayerData data)
    {
        var runs = new List<List<SumRun>>();
        var firstRow = 0;
        for (var i = 0; i < data.Partials.Count; i++)
        {
            var rows = data.Partials[i];
            var isNew = runs.Count == 0;
            foreach (var row in rows) isNew |= row >= firstRow;
            if (isNew)
            {
                runs.Add([]);
                firstRow = data.Inputs + i;
            }

            runs[^1].Add(new SumRun(data.Partials.Starts[i], 0, rows.Length, data.Inputs + i));
        }

        return runs.Select(run => run.OrderBy(sum => sum.Count).ToArray()).ToArray();
    }

    private static SumRun[] Whole(LayerData data, out SumRun[] bySum)
    {
        bySum = new SumRun[data.Sums];
        for (int sum = 0, weight = 0; sum < bySum.Length; sum++)
        {
            bySum[sum] = new SumRun(data.Lists.Starts[data.ListOfSum[sum]], data.Weights.IsConstant ? 0 : weight, data.Terms(sum), sum);
            if (!data.Weights.IsConstant) weight += data.Terms(sum);
        }

        return bySum.OrderBy(run => run.Count).ToArray();
    }

    private static SumRun Part(SumRun sum, int first, int count) => sum with { List = sum.List + first, Weight = sum.Weight + first, Count = count };

    private static bool IsAscending(LayerData data)
    {
        for (var list = 0; list < data.Lists.Count; list++)
        {
            var rows = data.Lists[list];
            for (var i = 1; i < rows.Length; i++)
                if (rows[i] < rows[i - 1]) return false;
        }

        return true;
    }
}
