using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>What inputs can be in a format: the values of it that lie in each input's range.</summary>
internal static class StoredRanges
{
    /// <summary>The least and the greatest value within each range; null where a range holds none.</summary>
    /// <param name="ranges">The ranges.</param>
    /// <param name="format">Format of inputs.</param>
    public static (Dyadic Low, Dyadic High)[]? Of(IReadOnlyList<(Dyadic Low, Dyadic High)> ranges, StorageFormat format)
    {
        var stored = new (Dyadic Low, Dyadic High)[ranges.Count];
        for (var i = 0; i < stored.Length; i++)
        {
            var (low, high) = (Finite(ranges[i].Low, format), Finite(ranges[i].High, format));
            if (low < ranges[i].Low)
                low = format.NextUp(low) ?? low;
            if (high > ranges[i].High)
                high = format.NextDown(high) ?? high;
            if (low > high || low < ranges[i].Low || high > ranges[i].High)
                return null;
            stored[i] = (low, high);
        }

        return stored;
    }

    /// <summary>Ranges as exact numbers, one an input.</summary>
    /// <param name="ranges">The ranges; null for none.</param>
    /// <param name="inputs">Number of inputs.</param>
    public static (Dyadic Low, Dyadic High)[]? Exact(InputRanges? ranges, int inputs) =>
        ranges?.ToArray(inputs).Select(range => (Dyadic.FromDouble(range.Low), Dyadic.FromDouble(range.High))).ToArray();

    private static Dyadic Finite(Dyadic value, StorageFormat format) =>
        Dyadic.Max(format.MinFinite, Dyadic.Min(format.MaxFinite, format.Round(value)));
}
