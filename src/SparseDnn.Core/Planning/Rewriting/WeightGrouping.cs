using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// T3 within a sum: rows of one weight are added first and multiplied once, v·(a + b + …) + w·(c + …); what several such groups add is
/// added once.
/// </summary>
/// <remarks>
/// Exact in exact arithmetic, and wherever products are: rows of exact products have exact sums. Nothing overflows that would not overflow
/// with products: weights of 1 and
/// more only grow what was added, smaller ones are grouped where rows are known to be small enough. A weight and its negative, or its
/// double, are two groups that
/// may be one list. Groups cost additions, a row to keep each sum in and the term that multiplies it, so it is done only where
/// <see cref="Cost"/> becomes a tenth less:
/// where groups, or parts of them, serve several sums.
/// </remarks>
internal static class WeightGrouping
{
    // Loads and stores of a term for a tile of four registers. A weight that is not shared costs as much as a plain addition: kernels load
    // it once for two tiles.
    private const int PlainTerm = 5,
        WeightedTerm = 6,
        PanelTerm = 5;

    // Storing four registers, and beginning another loop.
    private const int StoredSum = 8;

    private const double MaxShare = 0.9;

    /// <summary>Groups the terms of a draft with individual weights.</summary>
    /// <param name="draft">A draft over plus-times of real numbers.</param>
    /// <param name="format">The network's number format.</param>
    /// <param name="largest">No row is larger in magnitude; +∞ where nothing is known.</param>
    /// <param name="share">Whether parts of groups may be shared.</param>
    /// <param name="cancellationToken">Checked within the search.</param>
    public static void Apply(LayerDraft draft, NumberFormat format, double largest, bool share, CancellationToken cancellationToken)
    {
        if (draft.Weights is not { } weights)
            return;
        var (most, terms) = (format.MaxFinite.ToDouble() / 2, draft.Sums.Sum(sum => (long)sum.Length));
        // What is grouped must be grouped well: by fours on average.
        if (draft.Sums.Select((sum, i) => Distinct(weights[i], cancellationToken)).Sum(count => 4L * count) > terms)
            return;
        var (lists, groups) = Groups(
            draft,
            weights,
            (weight, count) => Math.Abs(weight) >= 1 || count * largest <= most,
            cancellationToken
        );
        if (lists.Count == 0)
        {
            draft.Declined.Add("terms not grouped by weight: their sums might overflow");
            return;
        }

        var sums = new LayerDraft(draft.Layer, draft.Inputs) { Sums = lists };
        if (share && SumSharing.Reason(sums) is null)
            SumSharing.Apply(sums, cancellationToken);
        var grouped = Arrange(draft, sums, groups);
        var (now, then) = (terms * PanelTerm, Cost(grouped));
        if (then > MaxShare * now)
        {
            draft.Declined.Add(
                $"terms not grouped by weight: {NetworkPrinter.Grouped(then)} loads instead of {NetworkPrinter.Grouped(now)}"
            );
            return;
        }

        (draft.Sums, draft.Weights, draft.Partials) = (grouped.Sums, grouped.Weights, grouped.Partials);
        draft.Found.Add($"terms grouped by weight: {NetworkPrinter.Grouped(then)} loads instead of {NetworkPrinter.Grouped(now)}");
    }

    private static int Distinct(long[] weights, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return weights.Distinct().Count();
    }

    private static long Cost(LayerDraft grouped) =>
        grouped.Partials.Sum(list => ((long)PlainTerm * list.Length) + StoredSum)
        + grouped.Sums.Sum(sum => (long)WeightedTerm * sum.Length);

    /// <summary>
    /// The distinct lists of rows that have one weight in some sum, and for each sum its weights with their lists; a list of −1 is a single
    /// row.
    /// </summary>
    private static (List<int[]> Lists, List<(long Weight, int List, int Row)>[] Groups) Groups(
        LayerDraft draft,
        List<long[]> weights,
        Func<double, int, bool> mayAdd,
        CancellationToken cancellationToken
    )
    {
        var (lists, known) = (new List<int[]>(), new Dictionary<ContentHash, int>());
        var groups = new List<(long, int, int)>[draft.Sums.Count];
        for (var sum = 0; sum < groups.Length; sum++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            groups[sum] = [];
            // In the order in which weights first occur.
            foreach (
                var group in draft
                    .Sums[sum]
                    .Select((row, term) => (Row: row, Weight: weights[sum][term]))
                    .GroupBy(term => term.Weight, term => term.Row)
            )
            {
                var rows = group.OrderBy(row => row).ToArray();
                if (rows.Length == 1 || !mayAdd(BitConverter.Int64BitsToDouble(group.Key), rows.Length))
                {
                    foreach (var row in rows)
                        groups[sum].Add((group.Key, -1, row));
                    continue;
                }

                var key = ContentHash.Start.Add(rows);
                if (!known.TryGetValue(key, out var list))
                {
                    known[key] = list = lists.Count;
                    lists.Add(rows);
                }

                groups[sum].Add((group.Key, list, -1));
            }
        }

        return (lists, groups);
    }

    // Lists that one sum reads are kept as sums of their own only where that costs less than a weight for each of their rows.
    private static LayerDraft Arrange(LayerDraft draft, LayerDraft lists, List<(long Weight, int List, int Row)>[] groups)
    {
        var uses = new int[lists.Sums.Count];
        foreach (var group in groups.SelectMany(sum => sum))
            if (group.List >= 0)
                uses[group.List]++;
        var partials = new List<int[]>(lists.Partials);
        var rows = new int[uses.Length];
        for (var list = 0; list < rows.Length; list++)
        {
            var length = lists.Sums[list].Length;
            var pays = (length * PlainTerm) + StoredSum + (uses[list] * WeightedTerm) < length * uses[list] * WeightedTerm;
            rows[list] = pays ? draft.Inputs + partials.Count : -1;
            if (pays)
                partials.Add(lists.Sums[list]);
        }

        var arranged = new LayerDraft(draft.Layer, draft.Inputs) { Partials = partials, Weights = [] };
        foreach (var sum in groups)
        {
            var terms = sum.SelectMany(group => Rows(group.List, group.Row).Select(row => (Row: row, group.Weight))).ToArray();
            arranged.Sums.Add(Array.ConvertAll(terms, term => term.Row));
            arranged.Weights.Add(Array.ConvertAll(terms, term => term.Weight));
        }

        return arranged;

        // The rows that stand for a group: its own, that of its sum, or those of its list.
        IReadOnlyList<int> Rows(int list, int row)
        {
            if (list < 0)
                return [row];
            return rows[list] >= 0 ? [rows[list]] : lists.Sums[list];
        }
    }
}
