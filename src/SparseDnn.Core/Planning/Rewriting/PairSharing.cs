using System;
using System.Collections.Generic;
using System.Threading;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// The second half of T4: the pair of rows that most lists add becomes a row of its own, again and again; a row twice in a list is a pair
/// too.
/// </summary>
internal static class PairSharing
{
    // A pair in two lists saves an addition but no load.
    private const int MinUses = 3;

    // Rows that the table of counts has room for; a larger layer is left as it is.
    private const int MaxRows = 2048;
    private const int MaxPairs = 512;

    /// <summary>Moves common pairs into lists of their own.</summary>
    /// <param name="lists">Sorted lists: sums, then partial sums; pairs are appended.</param>
    /// <param name="inputs">Number of rows before those of partial sums.</param>
    /// <param name="sums">Number of sums.</param>
    /// <param name="cancellationToken">Checked for every pair.</param>
    public static void Apply(List<List<int>> lists, int inputs, int sums, CancellationToken cancellationToken)
    {
        var rows = inputs + lists.Count - sums;
        if (rows + MaxPairs > MaxRows)
            return;
        var counts = new PairCounts(rows + MaxPairs);
        foreach (var list in lists)
            counts.Change(list, 1);
        for (var row = rows; row < rows + MaxPairs; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (uses, a, b) = counts.Best(row);
            if (uses < MinUses)
                return;
            var pair = new List<int> { a, b };
            foreach (var list in lists)
                Replace(list, a, b, row, counts);
            lists.Add(pair);
        }
    }

    private static void Replace(List<int> list, int a, int b, int row, PairCounts counts)
    {
        int first = Find(list, a),
            second = a == b ? first + 1 : Find(list, b);
        if (first < 0 || second < 0 || second >= list.Count || list[second] != b)
            return;
        counts.Change(list, -1);
        do
        {
            list.RemoveAt(Math.Max(first, second));
            list.RemoveAt(Math.Min(first, second));
            list.Add(row);
            first = Find(list, a);
            second = a == b ? first + 1 : Find(list, b);
        } while (first >= 0 && second >= 0 && second < list.Count && list[second] == b);
        counts.Change(list, 1);
    }

    // The first of equal rows; lists stay sorted, because a new row is larger than all before it.
    private static int Find(List<int> list, int row)
    {
        var at = list.BinarySearch(row);
        while (at > 0 && list[at - 1] == row)
            at--;
        return at;
    }

    /// <summary>In how many places each pair of rows is added, and the best pair of each row.</summary>
    private sealed class PairCounts(int capacity)
    {
        private readonly ushort[] _counts = new ushort[capacity * capacity];
        private readonly int[] _best = new int[capacity];
        private readonly bool[] _stale = new bool[capacity];

        /// <summary>Counts a list's pairs in or out.</summary>
        public void Change(List<int> list, int by)
        {
            for (int i = 0, endI; i < list.Count; i = endI)
            {
                endI = End(list, i);
                var row = list[i];
                Add(row, row, by * ((endI - i) / 2));
                for (int j = endI, endJ; j < list.Count; j = endJ)
                {
                    endJ = End(list, j);
                    Add(row, list[j], by * Math.Min(endI - i, endJ - j));
                }
            }
        }

        /// <summary>The pair in most places; the first of equals.</summary>
        public (int Uses, int A, int B) Best(int rows)
        {
            (int Uses, int A, int B) best = default;
            for (var a = 0; a < rows; a++)
            {
                if (_stale[a])
                    Renew(a, rows);
                if (_counts[(a * capacity) + _best[a]] is var uses && uses > best.Uses)
                    best = (uses, a, _best[a]);
            }

            return best;
        }

        private void Renew(int a, int rows)
        {
            _stale[a] = false;
            var start = a * capacity;
            var best = a;
            for (var b = a; b < rows; b++)
                if (_counts[start + b] > _counts[start + best])
                    best = b;
            _best[a] = best;
        }

        private void Add(int a, int b, int by)
        {
            if (by == 0)
                return;
            ref var count = ref _counts[(a * capacity) + b];
            count = (ushort)(count + by);
            _stale[a] = true;
        }

        private static int End(List<int> list, int start)
        {
            var end = start + 1;
            while (end < list.Count && list[end] == list[start])
                end++;
            return end;
        }
    }
}
