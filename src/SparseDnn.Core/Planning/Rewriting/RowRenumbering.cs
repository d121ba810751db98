using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// T7: sums that read the same rows are computed one after another, and the rows that they leave are numbered in that order.
/// </summary>
/// <remarks>
/// Keeps bits for every input, over every semiring: the terms of a sum stay in their order. Two orders are tried in each layer whose rows
/// are more than the first cache
/// holds, but for those that kernels read in panels of such rows anyway: by the mean number of the rows that a sum reads, and that of
/// Cuthill and McKee, from each sum to those that share a row with it. The one that reads fewer
/// rows from beyond that cache (<see cref="RowCache"/>) is taken, where it is a fifth fewer than in the order that was there; a cache that
/// holds all rows leaves nothing to gain.
/// </remarks>
internal static class RowRenumbering
{
    /// <summary>Most terms of a layer that is looked at; a larger one takes more than a tenth of a second.</summary>
    public const int MaxTerms = 1 << 22;

    // Below this the gain drowns in what else a layer does.
    private const double MaxShare = 0.8;

    /// <summary>Reorders sums and rows.</summary>
    /// <param name="drafts">Drafts of all layers; nothing else changes their lists afterwards.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static void Apply(IReadOnlyList<LayerDraft> drafts, CancellationToken cancellationToken)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var draft = drafts[i];
            if (
                draft.Passes
                || draft.Inputs <= RowCache.Capacity(ProcessorProfile.Reference)
                || draft.Sums.Count < 2
                || ReadsInPanels(draft)
                || Order(draft) is not { } order
            )
                continue;
            Sort(draft, order);
            // The network's own outputs stay where they are asked for.
            if (drafts.Skip(i + 1).FirstOrDefault(next => !next.Passes) is { } next && !ReadsInPanels(next))
                Renumber(draft, next);
        }
    }

    // Kernels take individual weights over plus-times panel by panel, each of rows that the first cache holds; for that lists must ascend.
    private static bool ReadsInPanels(LayerDraft draft) =>
        draft.Layer.Semirings.IsPlusTimes
        && draft.Partials.Count == 0
        && (draft.Weights is not null || (draft.Scales is not null && LayerAssembly.IsCheaperWithMultiplicities(draft.Sums)));

    // Null where none is better.
    private static int[]? Order(LayerDraft draft)
    {
        if (draft.Sums.Sum(sum => (long)sum.Length) > MaxTerms)
        {
            draft.Declined.Add($"rows not renumbered: more than {NetworkPrinter.Grouped(MaxTerms)} terms");
            return null;
        }

        var now = Misses(draft, Enumerable.Range(0, draft.Sums.Count));
        int[][] orders = [ByPlace(draft), ByNeighbours(draft)];
        var misses = Array.ConvertAll(orders, order => Misses(draft, order));
        var best = misses[1] < misses[0] ? 1 : 0;
        if (misses[best] > MaxShare * now)
        {
            draft.Declined.Add("rows not renumbered: no order of the sums is nearer");
            return null;
        }

        draft.Found.Add(
            $"renumbered: {NetworkPrinter.Grouped(misses[best])} rows instead of {NetworkPrinter.Grouped(now)} from beyond the first cache"
        );
        return orders[best];
    }

    /// <summary>Rows read from beyond the first cache; kernels compute sums of equal length together, the shortest first.</summary>
    private static long Misses(LayerDraft draft, IEnumerable<int> order)
    {
        var cache = new RowCache(ProcessorProfile.Reference);
        foreach (var sum in order.OrderBy(sum => draft.Sums[sum].Length))
        foreach (var row in draft.Sums[sum])
            cache.Read(row);
        return cache.Misses;
    }

    private static int[] ByPlace(LayerDraft draft)
    {
        var places = draft.Sums.Select(sum => sum.Length == 0 ? 0 : sum.Average()).ToArray();
        return Enumerable.Range(0, places.Length).OrderBy(sum => places[sum]).ToArray();
    }

    /// <summary>Breadth first from the shortest sum that is left; through each row to those that read it, the shortest first.</summary>
    private static int[] ByNeighbours(LayerDraft draft)
    {
        var readers = Readers(draft);
        var (order, taken, seen) = (new List<int>(draft.Sums.Count), new bool[draft.Sums.Count], new bool[readers.Length]);
        foreach (var start in ByLength(Enumerable.Range(0, draft.Sums.Count)))
        {
            if (!taken[start])
                Take(start);
            for (var next = order.Count - 1; next < order.Count; next++)
            {
                foreach (var row in draft.Sums[order[next]])
                {
                    if (seen[row])
                        continue;
                    seen[row] = true;
                    foreach (var reader in ByLength(readers[row].Where(reader => !taken[reader])))
                        Take(reader);
                }
            }
        }

        return order.ToArray();

        IEnumerable<int> ByLength(IEnumerable<int> sums) => sums.OrderBy(sum => draft.Sums[sum].Length);

        void Take(int sum)
        {
            if (taken[sum])
                return;
            taken[sum] = true;
            order.Add(sum);
        }
    }

    private static List<int>[] Readers(LayerDraft draft)
    {
        var readers = new List<int>[draft.Inputs + draft.Partials.Count];
        for (var row = 0; row < readers.Length; row++)
            readers[row] = [];
        for (var sum = 0; sum < draft.Sums.Count; sum++)
            foreach (var row in draft.Sums[sum])
                readers[row].Add(sum);
        return readers;
    }

    private static void Sort(LayerDraft draft, int[] order)
    {
        var position = Inverse(order);
        draft.Sums = order.Select(sum => draft.Sums[sum]).ToList();
        if (draft.Weights is { } weights)
            draft.Weights = order.Select(sum => weights[sum]).ToList();
        if (draft.Scales is { } scales)
            draft.Scales = Array.ConvertAll(order, sum => scales[sum]);
        draft.SumOfOutput = Array.ConvertAll(draft.SumOfOutput, sum => position[sum]);
    }

    private static void Renumber(LayerDraft draft, LayerDraft next)
    {
        var order = Enumerable.Range(0, draft.SumOfOutput.Length).OrderBy(row => draft.SumOfOutput[row]).ToArray();
        var position = Inverse(order);
        draft.SumOfOutput = Array.ConvertAll(order, row => draft.SumOfOutput[row]);
        draft.NeuronOfOutput = Array.ConvertAll(order, row => draft.NeuronOfOutput[row]);
        draft.OutputOfNeuron = Array.ConvertAll(draft.OutputOfNeuron, row => row >= 0 ? position[row] : row);
        foreach (var list in next.Sums.Concat(next.Partials))
            for (var term = 0; term < list.Length; term++)
                if (list[term] < position.Length)
                    list[term] = position[list[term]];
    }

    private static int[] Inverse(int[] order)
    {
        var position = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            position[order[i]] = i;
        return position;
    }
}
