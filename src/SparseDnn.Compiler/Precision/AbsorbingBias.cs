using SparseDnn.Analysis;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Precision;

/// <summary>Whether a bias is lost in every sum that it joins.</summary>
internal static class AbsorbingBias
{
    /// <summary>Whether adding the bias changes no sum of a neuron, for any input of a range: sum + bias rounds to the sum.</summary>
    /// <param name="ranges">The neuron's layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    /// <param name="format">The format of its sums.</param>
    public static bool IsAbsorbed(LayerRanges ranges, int neuron, NumberFormat format) => LeastSum(ranges, neuron, format) is not null;

    /// <summary>
    /// The sum nearest to 0 that an absorbed bias joins; null where the bias changes a sum, or where that cannot be excluded.
    /// </summary>
    /// <remarks>
    /// The bias joins the finished sum, a number of the format. All sums have one sign; two of them decide for all, the one nearest to 0
    /// and
    /// the next larger one. A sum keeps its value where the bias is less than half the step from it in the bias' direction, or half of it
    /// and
    /// the sum is even, because ties go to the even neighbour. Steps grow with the sums, and of two sums of the same step one is odd: so
    /// where
    /// both keep their values, the bias is less than half the step at the second, or there is no second.
    /// </remarks>
    /// <param name="ranges">The neuron's layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    /// <param name="format">The format of its sums.</param>
    public static double? LeastSum(LayerRanges ranges, int neuron, NumberFormat format)
    {
        var bias = ranges.Layer.HasBias ? ranges.Layer.Biases[neuron] : 0;
        if (
            bias == 0
            || ranges.Sums[neuron].Unbiased.Contains(0)
            || FinishedSums.Of(ranges, neuron, format) is not { } sums
            || sums.Contains(0)
        )
            return null;
        var isPositive = sums.Low > 0;
        var (least, most) = isPositive ? (sums.Low, sums.High) : (sums.High, sums.Low);
        return Keeps(least) && (least == most || Keeps(isPositive ? format.NextUp(least) : format.NextDown(least))) ? least : null;

        bool Keeps(double sum) => format.Round(Dyadic.FromDouble(sum) + Dyadic.FromDouble(bias)) == Dyadic.FromDouble(sum);
    }
}
