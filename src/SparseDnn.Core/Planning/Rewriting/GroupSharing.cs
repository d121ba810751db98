using System.Collections.Generic;
using System.Threading;

namespace SparseDnn.Planning.Rewriting;

/// <summary>The first half of T4: the largest multiset that two lists have in common becomes a list of its own, again and again.</summary>
internal static class GroupSharing
{
    // Below this a group gains less than its own row costs; pairs do better there.
    private const int MinGroup = 4;

    /// <summary>Moves common groups into lists of their own.</summary>
    /// <param name="lists">Sorted lists: sums first; partial sums are appended.</param>
    /// <param name="sums">Number of sums.</param>
    /// <param name="inputs">Number of rows before those of partial sums.</param>
    /// <param name="cancellationToken">Checked for every group.</param>
    public static void Apply(List<List<int>> lists, int sums, int inputs, CancellationToken cancellationToken)
    {
        var best = new List<(int Count, int Other)>();
        for (var i = 0; i < lists.Count; i++)
            best.Add(Best(lists, i));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = -1;
            for (var i = 0; i < best.Count; i++)
                if (best[i].Count >= MinGroup && (first < 0 || best[i].Count > best[first].Count))
                    first = i;
            if (first < 0)
                return;
            var group = Common(lists[first], lists[best[first].Other]);
            Extract(lists, group, sums, inputs, best);
        }
    }

    private static void Extract(List<List<int>> lists, List<int> group, int sums, int inputs, List<(int Count, int Other)> best)
    {
        var home = -1;
        for (var i = sums; i < lists.Count && home < 0; i++)
            if (lists[i].Count == group.Count && CountCommon(lists[i], group) == group.Count)
                home = i;
        if (home < 0)
        {
            home = lists.Count;
            lists.Add(group);
            best.Add(default);
        }

        var changed = new HashSet<int> { home };
        for (var i = 0; i < lists.Count; i++)
        {
            if (i == home || CountCommon(lists[i], group) < group.Count)
                continue;
            Remove(lists[i], group);
            // Rows of partial sums come after all inputs, in ascending order.
            var row = inputs + home - sums;
            var at = lists[i].BinarySearch(row);
            lists[i].Insert(at < 0 ? ~at : at, row);
            changed.Add(i);
        }

        // Only lists that changed, or whose best partner did, need a new look; others can only have lost or gained against those.
        for (var i = 0; i < lists.Count; i++)
        {
            if (changed.Contains(i) || changed.Contains(best[i].Other))
                best[i] = Best(lists, i);
            else
                foreach (var j in changed)
                    if (j > i && CountCommon(lists[i], lists[j]) is var count && count > best[i].Count)
                        best[i] = (count, j);
        }
    }

    // Each pair is kept with its first list.
    private static (int Count, int Other) Best(List<List<int>> lists, int list)
    {
        (int Count, int Other) best = (0, -1);
        for (var other = list + 1; other < lists.Count; other++)
            if (CountCommon(lists[list], lists[other]) is var count && count > best.Count)
                best = (count, other);
        return best;
    }

    private static int CountCommon(List<int> a, List<int> b)
    {
        int i = 0,
            j = 0,
            count = 0;
        while (i < a.Count && j < b.Count)
        {
            int x = a[i],
                y = b[j];
            if (x == y)
                count++;
            if (x <= y)
                i++;
            if (y <= x)
                j++;
        }

        return count;
    }

    private static List<int> Common(List<int> a, List<int> b)
    {
        var common = new List<int>();
        int i = 0,
            j = 0;
        while (i < a.Count && j < b.Count)
        {
            int x = a[i],
                y = b[j];
            if (x == y)
                common.Add(x);
            if (x <= y)
                i++;
            if (y <= x)
                j++;
        }

        return common;
    }

    private static void Remove(List<int> list, List<int> group)
    {
        int kept = 0,
            next = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (next < group.Count && list[i] == group[next])
                next++;
            else
                list[kept++] = list[i];
        }

        list.RemoveRange(kept, list.Count - kept);
    }
}
