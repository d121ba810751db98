using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// T4: what several sums add is added once: first the largest groups that two lists have in common, then pairs that many lists have in
/// common.
/// </summary>
/// <remarks>
/// Exact in exact arithmetic. Greedy, with the number of rows loaded as its measure: a group of k rows in u lists costs k + u loads instead
/// of k·u.
/// </remarks>
internal static class SumSharing
{
    /// <summary>
    /// Most distinct sums of a layer that is looked at: comparing each with each grows with the square, and in larger layers it has taken
    /// seconds without making them faster.
    /// </summary>
    public const int MaxSums = 128;

    /// <summary>Most terms of a layer that is looked at.</summary>
    public const int MaxTerms = 1 << 16;

    /// <summary>Shares sums of a draft whose terms are plain rows.</summary>
    /// <param name="draft">A factored draft.</param>
    /// <param name="cancellationToken">Checked between steps.</param>
    public static void Apply(LayerDraft draft, CancellationToken cancellationToken)
    {
        if (Reason(draft) is { } reason)
        {
            draft.Declined.Add(reason);
            return;
        }

        var lists = draft.Sums.Select(sum => new List<int>(sum)).ToList();
        foreach (var list in lists)
            list.Sort();
        GroupSharing.Apply(lists, draft.Sums.Count, draft.Inputs, cancellationToken);
        PairSharing.Apply(lists, draft.Inputs, draft.Sums.Count, cancellationToken);
        Arrange(draft, lists);
    }

    /// <summary>Why nothing is tried; null where it is.</summary>
    /// <param name="draft">A draft whose terms are plain rows.</param>
    public static string? Reason(LayerDraft draft)
    {
        if (draft.Sums.Count > MaxSums)
            return $"shared sums not sought: more than {MaxSums} distinct sums";
        if (draft.Sums.Sum(sum => (long)sum.Length) > MaxTerms)
            return $"shared sums not sought: more than {MaxTerms} terms";
        return null;
    }

    // Lists from the sums' number on are partial sums: list i is row Inputs + i − sums. Those used once go back to where they are used.
    // The rest is put in order: each adds earlier rows, and those of one depth and length stand together, which kernels compute side by
    // side.
    private static void Arrange(LayerDraft draft, List<List<int>> lists)
    {
        var (sums, inputs) = (draft.Sums.Count, draft.Inputs);
        var uses = new int[lists.Count];
        foreach (var list in lists)
        foreach (var row in list)
            if (row >= inputs)
                uses[row - inputs + sums]++;
        var (finished, depth) = (new List<int>?[lists.Count], new int[lists.Count]);
        for (var list = 0; list < sums; list++)
            Finish(list);
        var order = Enumerable
            .Range(sums, lists.Count - sums)
            .Where(list => uses[list] > 1 && finished[list] is not null)
            .OrderBy(list => depth[list])
            .ThenBy(list => finished[list]!.Count)
            .ToArray();
        var position = order.Select((list, i) => (list, i)).ToDictionary(pair => pair.list, pair => pair.i);
        draft.Partials = order.Select(list => Renumber(finished[list]!)).ToList();
        draft.Sums = Enumerable.Range(0, sums).Select(list => Renumber(finished[list]!)).ToList();

        // As deep as partial sums are nested: at most the logarithm of a sum's terms for pairs, a few levels for groups.
        List<int> Finish(int list)
        {
            if (finished[list] is { } known)
                return known;
            var rows = new List<int>();
            foreach (var row in lists[list])
            {
                if (row < inputs)
                {
                    rows.Add(row);
                    continue;
                }

                var partial = row - inputs + sums;
                var terms = Finish(partial);
                if (uses[partial] == 1)
                    rows.AddRange(terms);
                else
                    rows.Add(row);
                depth[list] = Math.Max(depth[list], depth[partial] + (uses[partial] == 1 ? 0 : 1));
            }

            return finished[list] = rows;
        }

        int[] Renumber(List<int> rows) =>
            rows.Select(row => row < inputs ? row : inputs + position[row - inputs + sums]).OrderBy(row => row).ToArray();
    }
}
