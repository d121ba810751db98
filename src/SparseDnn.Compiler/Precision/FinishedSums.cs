using System;
using SparseDnn.Analysis;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Precision;

/// <summary>What the finished sum of a neuron, a number of its format, can be before the bias joins it.</summary>
/// <remarks>
/// <see cref="SumRange.Unbiased"/> allows for roundings whether or not they happen. Two kinds of sums are known better: one product is
/// rounded once, and rounding keeps the order of numbers; terms that are multiples of 2^g and add up to 2^(p+g) at most in size are never
/// rounded, in any order, also where a common weight multiplies them last (then inputs take the place of terms).
/// </remarks>
internal static class FinishedSums
{
    /// <summary>
    /// The least and the greatest of the format's numbers that the sum can be; null where it may overflow, or where none lies between the
    /// bounds.
    /// </summary>
    /// <param name="ranges">The neuron's layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    /// <param name="format">The format of its sums.</param>
    public static Interval? Of(LayerRanges ranges, int neuron, NumberFormat format)
    {
        var known = ranges.Sums[neuron];
        if (known.MayOverflow)
            return null;
        var (first, end) = (ranges.Layer.Edges.RowStarts[neuron], ranges.Layer.Edges.RowStarts[neuron + 1]);
        var sum = Exact(ranges, first, end, out var magnitude);
        if (end - first == 1)
            return new Interval(format.Round(sum.Low), format.Round(sum.High));
        var bounds = IsNeverRounded(ranges, first, end, magnitude, format) ? sum : known.Unbiased;
        // Bounds are no sums themselves where the format does not hold them.
        var (low, high) = (
            format.IsRepresentable(bounds.Low) ? bounds.Low : format.NextUp(bounds.Low),
            format.IsRepresentable(bounds.High) ? bounds.High : format.NextDown(bounds.High)
        );
        return low <= high && !double.IsInfinity(low) && !double.IsInfinity(high) ? new Interval(low, high) : null;
    }

    private static Interval Exact(LayerRanges ranges, int first, int end, out double magnitude)
    {
        var sum = Interval.Point(0);
        magnitude = 0;
        for (var edge = first; edge < end; edge++)
        {
            var term = ranges.Inputs[ranges.Layer.Edges.Columns[edge]].Scale(ranges.Layer.Weights[edge]);
            sum += term;
            magnitude = OutwardRounding.AddUp(magnitude, term.Magnitude);
        }

        return sum;
    }

    private static bool IsNeverRounded(LayerRanges ranges, int first, int end, double magnitude, NumberFormat format)
    {
        var (least, products) = (int.MaxValue, int.MaxValue);
        for (var edge = first; edge < end; edge++)
        {
            var weight = Dyadic.FromDouble(ranges.Layer.Weights[edge]);
            var input = ranges.Inputs[ranges.Layer.Edges.Columns[edge]];
            if (weight.IsZero || input is { Low: 0, High: 0 })
                continue;
            if (Unit(input, format) is not { } unit)
                return false;
            least = Math.Min(least, unit);
            products = Math.Min(products, unit + weight.Exponent);
        }

        return products == int.MaxValue
            || (
                products >= format.LeastExponent
                && least >= format.LeastExponent
                && Dyadic.FromDouble(magnitude) <= Dyadic.One.ScaleByPowerOfTwo(format.Precision + products)
            );
    }

    // The k such that every input is a multiple of 2^k; null where inputs may be as small as the format goes.
    private static int? Unit(Interval input, NumberFormat format)
    {
        if (input.IsPoint)
            return Dyadic.FromDouble(input.Low).Exponent;
        if (input.Contains(0))
            return null;
        var nearest = Dyadic.FromDouble(input.Low > 0 ? input.Low : -input.High);
        return Math.Max(nearest.FloorLog2 - format.MantissaBits, format.LeastExponent);
    }
}
