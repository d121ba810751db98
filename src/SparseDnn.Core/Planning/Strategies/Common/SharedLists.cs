using System;
using System.Linq;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>Lists of rows that several sums with weights of their own take.</summary>
internal static class SharedLists
{
    /// <summary>Sums of one list that a block computes at once.</summary>
    public const int Sums = 4;

    /// <summary>Why no sums share a list of rows so that they could be computed in blocks.</summary>
    /// <param name="data">The layer.</param>
    /// <returns>The reason; null where it can be.</returns>
    public static string? WhyNone(LayerData data)
    {
        if (IndividualWeights.WhyNone(data) is { } reason)
            return reason;
        return Of(data).Contains(true) ? null : $"no {Sums} sums add the same rows";
    }

    /// <summary>Lists of rows that so many sums share that they are computed in blocks.</summary>
    /// <param name="data">The layer.</param>
    public static bool[] Of(LayerData data)
    {
        var sums = new int[data.Lists.Count];
        foreach (var list in data.ListOfSum)
            sums[list]++;
        return Array.ConvertAll(sums, count => count >= Sums);
    }

    /// <summary>Terms of the sums that take such lists.</summary>
    /// <param name="data">The layer.</param>
    public static long Terms(LayerData data)
    {
        var shared = Of(data);
        return Enumerable.Range(0, data.Sums).Where(sum => shared[data.ListOfSum[sum]]).Sum(sum => (long)data.Terms(sum));
    }
}
