using SparseDnn.Analysis;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Precision;

/// <summary>Whether a sum leaves its format for every input of a range, in any implementation, and spoils the output.</summary>
/// <remarks>
/// Soundness: were every intermediate result finite, the sum would lie within the running bound γ·Σ|t| + n·a of the exact one; where
/// the whole exact interval lies further beyond the largest number than that, it cannot be finite. What ReLU turns into the right 0
/// and what a ceiling turns into the right ceiling is no fault.
/// </remarks>
internal static class CertainOverflow
{
    /// <summary>The exact sum nearest to 0 where it overflows for every input; null where it need not.</summary>
    /// <param name="ranges">The layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    /// <param name="format">The format of its sums.</param>
    public static Dyadic? Of(LayerRanges ranges, int neuron, NumberFormat format)
    {
        var sum = ranges.Sums[neuron];
        var most = format.MaxFinite.ToDouble();
        // Half of it leaves room for the error; most sums are far from here.
        if (!sum.MayOverflow || (sum.Exact.Low < most / 2 && sum.Exact.High > -most / 2))
            return null;
        var layer = ranges.Layer;
        Dyadic low = Dyadic.Zero,
            high = Dyadic.Zero,
            magnitude = Dyadic.Zero;
        var edge = layer.Edges.RowStarts[neuron];
        var row = layer.Edges.Row(neuron);
        foreach (var input in row)
        {
            var range = ranges.Inputs[input];
            if (double.IsInfinity(range.Low) || double.IsInfinity(range.High))
                return null;
            var weight = Dyadic.FromDouble(layer.Weights[edge++]);
            var (atLow, atHigh) = (weight * Dyadic.FromDouble(range.Low), weight * Dyadic.FromDouble(range.High));
            low += Dyadic.Min(atLow, atHigh);
            high += Dyadic.Max(atLow, atHigh);
            magnitude += Dyadic.Max(atLow.Abs(), atHigh.Abs());
        }

        if (layer.HasBias)
        {
            var bias = Dyadic.FromDouble(layer.Biases[neuron]);
            (low, high, magnitude) = (low + bias, high + bias, magnitude + bias.Abs());
        }

        // As in SumTerms: two roundings more than terms.
        var roundings = row.Length + 3;
        var share = OutwardRounding.MulUp(roundings, format.UnitRoundoff);
        if (share >= 0.5)
            return null;
        var growth = OutwardRounding.DivUp(share, OutwardRounding.AddDown(1, -share));
        var error =
            (Dyadic.FromDouble(growth) * magnitude)
            + Dyadic.FromDouble(OutwardRounding.MulUp(roundings, StorageFormats.Of(format).AbsoluteError));
        if (low - error > format.MaxFinite && !layer.HasCeiling)
            return low;
        return high + error < -format.MaxFinite && !layer.HasActivation ? high : null;
    }
}
