using System;
using System.Collections.Generic;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Screening;

/// <summary>The sums of a first layer over items of bits, parted in those that add bits alone and those that add sums.</summary>
/// <param name="Lists">Rows of bits; the count of each list is a row of bytes.</param>
/// <param name="Rest">What is added over these rows, so that the layer's sums come out by number.</param>
internal sealed record BitSums(int[][] Lists, SumRows Rest)
{
    /// <summary>Parts the sums of a layer.</summary>
    /// <param name="rows">The sums.</param>
    /// <param name="inputs">Bits in an item.</param>
    public static BitSums Of(SumRows rows, int inputs)
    {
        var lists = new List<int[]>();
        var byteRow = new Dictionary<int, int>();
        var (partials, sums) = (new List<int>(), new List<int[]>());
        for (var i = 0; i < rows.Partials.Length; i++)
        {
            if (IsOfBits(rows.Partials[i]))
                byteRow.Add(inputs + i, Count(rows.Partials[i]));
            else
                partials.Add(i);
        }

        // A bit that is added to sums is a count of its own.
        foreach (var i in partials)
            CountBits(rows.Partials[i]);
        foreach (var sum in rows.Sums)
            if (!IsOfBits(sum))
                CountBits(sum);
        foreach (var sum in rows.Sums)
            sums.Add(IsOfBits(sum) ? [Count(sum)] : sum);
        for (var i = 0; i < partials.Count; i++)
            byteRow.Add(inputs + partials[i], lists.Count + i);
        var rest = new int[partials.Count][];
        for (var i = 0; i < rest.Length; i++)
            rest[i] = Array.ConvertAll(rows.Partials[partials[i]], row => byteRow[row]);
        for (var i = 0; i < rows.Sums.Length; i++)
            if (!IsOfBits(rows.Sums[i]))
                sums[i] = Array.ConvertAll(sums[i], row => byteRow[row]);
        return new(lists.ToArray(), new(rest, sums.ToArray()));

        bool IsOfBits(int[] sum) => Array.TrueForAll(sum, row => row < inputs);

        void CountBits(int[] terms)
        {
            foreach (var row in terms)
                if (row < inputs && !byteRow.ContainsKey(row))
                    byteRow.Add(row, Count([row]));
        }

        int Count(int[] list)
        {
            lists.Add(list);
            return lists.Count - 1;
        }
    }
}
