using System;
using SparseDnn.Numerics;

namespace SparseDnn.Analysis;

/// <summary>Whether a bias is lost in every sum that it joins.</summary>
public static class AbsorbingBias
{
    /// <summary>Whether adding the bias changes no sum of a neuron, for any input of a range: sum + bias rounds to the sum.</summary>
    /// <remarks>
    /// The bias joins the finished, rounded sum. All sums have one sign and a size of at least m; the numbers of a format lie further
    /// apart the larger they are, so the step at m that the bias points along is the least there is. Less than half of it is lost.
    /// </remarks>
    /// <param name="ranges">The neuron's layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    /// <param name="format">The format of its sums.</param>
    public static bool IsAbsorbed(LayerRanges ranges, int neuron, NumberFormat format)
    {
        var bias = ranges.Layer.HasBias ? ranges.Layer.Biases[neuron] : 0;
        var sum = ranges.Sums[neuron];
        if (bias == 0 || sum.MayOverflow || sum.Unbiased.Contains(0)) return false;
        var positive = sum.Unbiased.Low > 0;
        var least = positive ? sum.Unbiased.Low : -sum.Unbiased.High;
        var number = format.IsRepresentable(least) ? least : format.NextUp(least);
        var step = positive == bias > 0 ? format.NextUp(number) - number : number - format.NextDown(number);
        return Math.Abs(bias) < step / 2;
    }
}
