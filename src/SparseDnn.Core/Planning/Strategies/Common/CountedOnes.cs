using System;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>Sums of inputs that are zeros and ones, counted in whole numbers.</summary>
internal static class CountedOnes
{
    private const double Least = 1e-30,
        Most = 1e30;
    private const long Fraction = (1L << 52) - 1;

    /// <summary>Whether a value is a power of two from which sums and differences of many are numbers of binary32.</summary>
    /// <param name="value">What a set bit stands for.</param>
    public static bool IsUnit(double value) => value is > Least and < Most && (BitConverter.DoubleToInt64Bits(value) & Fraction) == 0;

    /// <summary>The largest sum of all where every input is 1, shared sums included.</summary>
    /// <param name="data">A layer that only adds.</param>
    public static long Largest(LayerData data)
    {
        var counts = new long[data.Rows];
        for (var row = 0; row < data.Inputs; row++)
            counts[row] = 1;
        long largest = data.Inputs > 0 ? 1 : 0;
        for (var partial = 0; partial < data.Partials.Count; partial++)
            largest = Math.Max(largest, counts[data.Inputs + partial] = Sum(counts, data.Partials[partial]));
        for (var list = 0; list < data.Lists.Count; list++)
            largest = Math.Max(largest, Sum(counts, data.Lists[list]));
        return largest;
    }

    private static long Sum(long[] counts, ReadOnlySpan<int> rows)
    {
        long sum = 0;
        foreach (var row in rows)
            sum += counts[row];
        return sum;
    }
}
