using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Layouts;

/// <summary>
/// A layer with individual weights in panels: runs of input rows of which two tiles stay in the first-level cache while all sums take their
/// terms from them.
/// </summary>
/// <remarks>
/// On large layers the rows come from the second-level cache and the weights from beyond; a panel's rows are read once for all sums, and an
/// edge
/// takes 5 bytes, a weight and a byte for the row within its panel. Sums wait between panels in the rows that will take them. Every sum
/// takes its terms in the order of its list, so panels never change a bit.
/// </remarks>
/// <typeparam name="T">Element type.</typeparam>
internal sealed class PanelTable<T>
    where T : unmanaged
{
    private PanelTable(Panel[] panels, byte[] rows, byte[] weights) => (Panels, Rows, Weights) = (panels, rows, weights);

    /// <summary>The panels, by ascending rows.</summary>
    public Panel[] Panels { get; }

    /// <summary>For every term its row within the panel, run by run.</summary>
    public byte[] Rows { get; }

    /// <summary>For every term its weight, run by run, as the layer stores them.</summary>
    public byte[] Weights { get; }

    /// <summary>Lays a layer out.</summary>
    /// <param name="sums">The sums of a layer that the plan gives panels.</param>
    /// <param name="inputs">Rows that the layer reads.</param>
    /// <param name="tails">What follows each sum.</param>
    public static PanelTable<T> Create(RunTable<T> sums, int inputs, SumTail<T>[] tails)
    {
        var shape = PanelShape.Of(inputs, ProcessorProfile.Reference);
        var runs = Enumerable.Range(0, shape.Count).Select(_ => new List<SumRun>(tails.Length)).ToArray();
        foreach (var sum in sums.InOrder())
        {
            for (int panel = 0, first = 0; panel < shape.Count; panel++)
            {
                var end = first;
                while (end < sum.Count && sums.Row(sum, end) < (panel + 1) * shape.Rows)
                    end++;
                runs[panel].Add(new SumRun(sum.List + first, sum.Weight + first, end - first, sum.Sum));
                first = end;
            }
        }

        return Pack(sums, runs, shape.Rows, tails);
    }

    private static PanelTable<T> Pack(RunTable<T> sums, List<SumRun>[] runs, int height, SumTail<T>[] tails)
    {
        var rows = new byte[runs.Sum(panel => panel.Sum(run => run.Count))];
        var bytes = sums.BytesPerWeight;
        var weights = new byte[checked(rows.Length * bytes)];
        var panels = new Panel[runs.Length];
        for (int panel = 0, at = 0; panel < panels.Length; panel++)
        {
            var visits = new List<PanelRun>(tails.Length);
            // Those of one length together, so that loops end where the one before ended.
            foreach (var run in runs[panel].OrderBy(run => run.Count))
            {
                // Every sum begins in the first panel and is finished in the last one.
                if (run.Count == 0 && panel > 0 && panel < panels.Length - 1)
                    continue;
                visits.Add(new PanelRun(at, run.Count, run.Sum, tails[run.Sum].Row));
                for (var term = 0; term < run.Count; term++, at++)
                {
                    rows[at] = (byte)(sums.Row(run, term) - (panel * height));
                    sums.WeightOf(run, term).CopyTo(weights.AsSpan(at * bytes));
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
