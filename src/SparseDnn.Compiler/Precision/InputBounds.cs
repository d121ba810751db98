using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Precision;

/// <summary>The ranges of inputs that precision is judged for.</summary>
internal static class InputBounds
{
    /// <summary>
    /// One range an input: the declared one, drawn in to the numbers that the network's format holds; every finite number where none is
    /// declared.
    /// </summary>
    /// <param name="network">A network of real numbers.</param>
    public static Interval[] Of(Network network)
    {
        var format = NumberTypes.Of(network.Elements).Real!;
        var most = format.MaxFinite.ToDouble();
        return network.InputRanges is { } ranges
            ? Array.ConvertAll(ranges.ToArray(network.Inputs), range => Within(range, format))
            : Enumerable.Repeat(new Interval(-most, most), network.Inputs).ToArray();
    }

    private static Interval Within(Interval range, NumberFormat format)
    {
        var low = format.IsRepresentable(range.Low) ? range.Low : format.NextUp(range.Low);
        var high = format.IsRepresentable(range.High) ? range.High : format.NextDown(range.High);
        // No number of the format lies within: the declared numbers stand for themselves.
        return low <= high && !double.IsInfinity(low) && !double.IsInfinity(high) ? new Interval(low, high) : range;
    }
}
