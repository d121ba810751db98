using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>One way to add the products of a row to a start.</summary>
internal delegate double SumOrder(SoftArithmetic arithmetic, Edge[] row, double[] inputs, double start);

/// <summary>Orders and associations, all of them correct.</summary>
internal static class SumOrders
{
    public static IReadOnlyDictionary<string, SumOrder> All { get; } =
        new Dictionary<string, SumOrder>
        {
            ["ascending"] = Ascending,
            ["descending"] = (arithmetic, row, inputs, start) => Ascending(arithmetic, [.. row.Reverse()], inputs, start),
            ["shuffled"] = (arithmetic, row, inputs, start) => Ascending(arithmetic, Shuffled(row, arithmetic.Random), inputs, start),
            ["two strides"] = Strided(2),
            ["seven strides"] = Strided(7),
            ["blocks of three"] = Blocked(3),
            ["blocks of eight"] = Blocked(8),
            ["tree"] = Tree,
            ["random tree"] = RandomTree,
        };

    public static double Ascending(SoftArithmetic arithmetic, Edge[] row, double[] inputs, double start)
    {
        foreach (var edge in row)
            start = arithmetic.MultiplyAdd(edge.Weight, inputs[edge.Input], start);
        return start;
    }

    /// <summary>Partial sums of every n-th edge.</summary>
    public static SumOrder Strided(int count) =>
        (arithmetic, row, inputs, start) =>
            Enumerable
                .Range(0, count)
                .Aggregate(
                    start,
                    (sum, part) => arithmetic.Add(sum, Ascending(arithmetic, [.. row.Where((_, i) => i % count == part)], inputs, 0))
                );

    /// <summary>Partial sums of n neighbouring edges.</summary>
    public static SumOrder Blocked(int size) =>
        (arithmetic, row, inputs, start) =>
            row.Chunk(size).Aggregate(start, (sum, part) => arithmetic.Add(sum, Ascending(arithmetic, part, inputs, 0)));

    private static double Tree(SoftArithmetic arithmetic, Edge[] row, double[] inputs, double start)
    {
        return row.Length == 0 ? start : arithmetic.Add(Half(0, row.Length), start);

        double Half(int from, int to)
        {
            var middle = (from + to) / 2;
            if (to - from == 1)
                return arithmetic.Multiply(row[from].Weight, inputs[row[from].Input]);
            if (to - middle == 1)
                return arithmetic.MultiplyAdd(row[middle].Weight, inputs[row[middle].Input], Half(from, middle));
            return arithmetic.Add(Half(from, middle), Half(middle, to));
        }
    }

    private static double RandomTree(SoftArithmetic arithmetic, Edge[] row, double[] inputs, double start)
    {
        var sums = new List<double> { start };
        foreach (var edge in Shuffled(row, arithmetic.Random))
        {
            var i = arithmetic.Random.Next(sums.Count + 1);
            if (i == sums.Count)
                sums.Add(arithmetic.Multiply(edge.Weight, inputs[edge.Input]));
            else
                sums[i] = arithmetic.MultiplyAdd(edge.Weight, inputs[edge.Input], sums[i]);
        }

        while (sums.Count > 1)
        {
            var i = arithmetic.Random.Next(sums.Count - 1);
            sums[i] = arithmetic.Add(sums[i], sums[^1]);
            sums.RemoveAt(sums.Count - 1);
        }

        return sums[0];
    }

    private static Edge[] Shuffled(Edge[] row, Random random)
    {
        var shuffled = (Edge[])row.Clone();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
