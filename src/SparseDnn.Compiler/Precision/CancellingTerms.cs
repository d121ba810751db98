using System;
using SparseDnn.Analysis;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Precision;

/// <summary>Whether the terms of a sum cancel so far that rounding may take every digit of it.</summary>
internal static class CancellingTerms
{
    /// <summary>
    /// Whether Σ|t| / |Σt|, the condition number of a sum, is above 1/u for every input of a range, and the sum is not known to be exact.
    /// </summary>
    /// <remarks>
    /// For some input it nearly always is: any sum that can be of either sign can be 0. For every input it is where the least Σ|t| times
    /// u exceeds the greatest |Σt|. Where all inputs are known and their terms meet the certificate of exactness, nothing is rounded.
    /// </remarks>
    /// <param name="ranges">The neuron's layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    /// <param name="format">The format of its sums.</param>
    public static bool Cancel(LayerRanges ranges, int neuron, NumberFormat format)
    {
        var sum = ranges.Sums[neuron];
        return sum.LeastMagnitude > 0
            && !sum.MayOverflow
            && OutwardRounding.MulDown(sum.LeastMagnitude, format.UnitRoundoff) > sum.Exact.Magnitude
            && !IsExact(ranges, neuron, format);
    }

    private static bool IsExact(LayerRanges ranges, int neuron, NumberFormat format)
    {
        var layer = ranges.Layer;
        var (magnitude, granularity) = (Dyadic.Zero, int.MaxValue);
        var edge = layer.Edges.RowStarts[neuron];
        foreach (var input in layer.Edges.Row(neuron))
        {
            if (!ranges.Inputs[input].IsPoint)
                return false;
            Add(Dyadic.FromDouble(layer.Weights[edge++]) * Dyadic.FromDouble(ranges.Inputs[input].Low));
        }

        if (layer.HasBias)
            Add(Dyadic.FromDouble(layer.Biases[neuron]));
        return granularity >= format.LeastExponent && magnitude <= Dyadic.One.ScaleByPowerOfTwo(format.Precision + granularity);

        void Add(Dyadic term)
        {
            if (term.IsZero)
                return;
            magnitude += term.Abs();
            granularity = Math.Min(granularity, term.Exponent);
        }
    }
}
