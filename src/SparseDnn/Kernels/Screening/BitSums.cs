using System;
using System.Collections.Generic;
using System.Linq;
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
        foreach (
            var bit in partials
                .SelectMany(i => rows.Partials[i])
                .Concat(rows.Sums.Where(sum => !IsOfBits(sum)).SelectMany(sum => sum))
                .Where(row => row < inputs)
                .Distinct()
                .ToArray()
        )
            byteRow.Add(bit, Count([bit]));
        foreach (var sum in rows.Sums)
            sums.Add(IsOfBits(sum) ? [Count(sum)] : sum);
        for (var i = 0; i < partials.Count; i++)
            byteRow.Add(inputs + partials[i], lists.Count + i);
        return new(
            lists.ToArray(),
            new(
                partials.Select(i => Array.ConvertAll(rows.Partials[i], row => byteRow[row])).ToArray(),
                rows.Sums.Select((sum, i) => IsOfBits(sum) ? sums[i] : Array.ConvertAll(sum, row => byteRow[row])).ToArray()
            )
        );

        bool IsOfBits(int[] sum) => Array.TrueForAll(sum, row => row < inputs);

        int Count(int[] list)
        {
            lists.Add(list);
            return lists.Count - 1;
        }
    }
}
