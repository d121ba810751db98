using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Finds rows of a pattern that are equal, so that their index list is stored once.</summary>
public static class SharedLists
{
    /// <summary>The distinct rows in order of first appearance.</summary>
    /// <param name="pattern">Any pattern.</param>
    /// <param name="listOfRow">For each row of the pattern its row in the result.</param>
    /// <param name="cancellationToken">Checked for every 256 rows.</param>
    public static CsrPattern Find(CsrPattern pattern, out int[] listOfRow, CancellationToken cancellationToken = default)
    {
        listOfRow = new int[pattern.RowCount];
        var byHash = new Dictionary<int, List<int>>();
        var representatives = new List<int>();
        for (var row = 0; row < pattern.RowCount; row++)
        {
            if (row % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            var columns = pattern.Row(row);
            var hash = Hash(columns);
            if (!byHash.TryGetValue(hash, out var candidates)) byHash[hash] = candidates = new List<int>(1);
            var list = -1;
            foreach (var candidate in candidates)
                if (pattern.Row(representatives[candidate]).SequenceEqual(columns)) { list = candidate; break; }
            if (list < 0)
            {
                list = representatives.Count;
                candidates.Add(list);
                representatives.Add(row);
            }

            listOfRow[row] = list;
        }

        if (representatives.Count == pattern.RowCount) return pattern;
        var starts = new int[representatives.Count + 1];
        for (var i = 0; i < representatives.Count; i++) starts[i + 1] = starts[i] + pattern.Row(representatives[i]).Length;
        var distinct = new int[starts[representatives.Count]];
        for (var i = 0; i < representatives.Count; i++) pattern.Row(representatives[i]).CopyTo(distinct.AsSpan(starts[i]));
        return new CsrPattern(representatives.Count, pattern.ColumnCount, starts, distinct);
    }

    private static int Hash(ReadOnlySpan<int> columns)
    {
        unchecked
        {
            var hash = 17;
            foreach (var column in columns) hash = (hash * 31) + column;
            return hash;
        }
    }
}
