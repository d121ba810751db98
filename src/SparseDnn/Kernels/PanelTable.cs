using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

/// <summary>A layer with individual weights in panels: runs of input rows of which two tiles stay in the first-level cache while all sums take their terms from them.</summary>
/// <remarks>
/// On large layers the rows come from the second-level cache and the weights from beyond; a panel's rows are read once for all sums, and an edge
/// takes 5 bytes, a weight and a byte for the row within its panel. Sums wait between panels in the rows that will take them. Every sum
/// takes its terms in the order of its list, so panels never change a bit.
/// </remarks>
/// <typeparam name="T">Element type.</typeparam>
internal sealed class PanelTable<T>
    where T : unmanaged
{
    // Measured: 160 to 200 rows of two tiles, 40 to 50 KB, were best with 48 KB of first-level cache, and 128 within some percent of them.
    private const int MostRows = 176;

    private PanelTable(Panel[] panels, byte[] rows, T[] weights) => (Panels, Rows, Weights) = (panels, rows, weights);

    /// <summary>The panels, by ascending rows.</summary>
    public Panel[] Panels { get; }

    /// <summary>For every term its row within the panel, run by run.</summary>
    public byte[] Rows { get; }

    /// <summary>For every term its weight, run by run.</summary>
    public T[] Weights { get; }

    /// <summary>Lays a layer out; null where it has no such form.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="tails">What follows each sum; null where several rows take one.</param>
    public static PanelTable<T>? Create(LayerData data, SumTail<T>[]? tails)
    {
        if (tails is null || data.AddsOnly || data.Weights.IsConstant || data.Partials.Count > 0 || data.Ordered != OrderedInputs.Always || Unsafe.SizeOf<T>() is not (4 or 8)) return null;
        var count = (data.Inputs + MostRows - 1) / MostRows;
        var height = (data.Inputs + count - 1) / count;
        var runs = Enumerable.Range(0, count).Select(_ => new List<SumRun>(data.Sums)).ToArray();
        for (int sum = 0, weight = 0; sum < data.Sums; sum++)
        {
            var list = data.Lists[data.ListOfSum[sum]];
            var first = 0;
            for (var panel = 0; panel < count; panel++)
            {
                var end = first;
                while (end < list.Length && list[end] < (panel + 1) * height) end++;
                runs[panel].Add(new SumRun(data.Lists.Starts[data.ListOfSum[sum]] + first, weight + first, end - first, sum));
                first = end;
            }

            // A list that goes back to earlier rows keeps its order elsewhere.
            if (first < list.Length || !IsAscending(list, height)) return null;
            weight += list.Length;
        }

        return Pack(data, runs, height, tails);
    }

    private static bool IsAscending(ReadOnlySpan<int> list, int height)
    {
        for (var i = 1; i < list.Length; i++)
            if (list[i] / height < list[i - 1] / height) return false;
        return true;
    }

    private static PanelTable<T> Pack(LayerData data, List<SumRun>[] runs, int height, SumTail<T>[] tails)
    {
        var rows = new byte[data.Weights.Count];
        var weights = new T[rows.Length];
        var panels = new Panel[runs.Length];
        for (int panel = 0, at = 0; panel < panels.Length; panel++)
        {
            var visits = new List<PanelRun>(data.Sums);
            // Those of one length together, so that loops end where the one before ended.
            foreach (var run in runs[panel].OrderBy(run => run.Count))
            {
                // Every sum begins in the first panel and is finished in the last one.
                if (run.Count == 0 && panel > 0 && panel < panels.Length - 1) continue;
                visits.Add(new PanelRun(at, run.Count, run.Sum, tails[run.Sum].Row));
                for (var term = 0; term < run.Count; term++, at++)
                {
                    rows[at] = (byte)(data.Lists.Items[run.List + term] - (panel * height));
                    weights[at] = LayerTable<T>.Convert(data.Weights.Bits(run.Weight + term), data.Elements);
                }
            }

            panels[panel] = new Panel(panel * height, visits.ToArray());
        }

        return new PanelTable<T>(panels, rows, weights);
    }
}

/// <summary>Some rows, and the terms that every sum takes from them.</summary>
/// <param name="FirstRow">The first row.</param>
/// <param name="Runs">The terms, sum by sum, the shortest runs first.</param>
internal readonly record struct Panel(int FirstRow, PanelRun[] Runs);

/// <summary>The terms that one sum takes from a panel.</summary>
/// <param name="First">Position of the first.</param>
/// <param name="Count">How many; may be none.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Row">Where it waits for the next panel: the row that takes it.</param>
internal readonly record struct PanelRun(int First, int Count, int Sum, int Row);
