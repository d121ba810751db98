using System;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Planning.Rewriting;

/// <summary>T3: w·x + w·y + … = w·(x + y + …): rows are added, then multiplied once.</summary>
/// <remarks>
/// Exact in exact arithmetic. A common multiplicity of a sum's rows joins the factor where the product is a number of the format. Nothing
/// overflows that would not
/// overflow with products: weights of 1 and more only grow what was added, smaller ones are factored where rows are known to be small
/// enough; of the network's
/// own inputs nothing is known, so there the multiplication comes first, once an input.
/// </remarks>
internal static class WeightFactoring
{
    /// <summary>Factors a draft's sums where every sum has one weight.</summary>
    /// <param name="draft">A draft over plus-times of real numbers.</param>
    /// <param name="format">The network's number format.</param>
    /// <param name="before">The layer before; null for the first one.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Apply(LayerDraft draft, NumberFormat format, Layer? before)
    {
        if (draft.Weights is { } weights && weights.Any(sum => sum.Any(weight => weight != sum[0])))
            return false;
        var largest = before is null ? double.PositiveInfinity : Largest(before);
        var longest = draft.Sums.Count == 0 ? 0 : draft.Sums.Max(sum => sum.Length);
        // Half of the largest number, because roundings may add up.
        if (!(longest * largest <= format.MaxFinite.ToDouble() / 2) && !AllAtLeastOne(draft))
        {
            if (before is not null || draft.Weights is not null)
                return false;
            (draft.InputScale, draft.Weight) = (draft.Weight, One);
        }

        var scales = new long[draft.Sums.Count];
        for (var sum = 0; sum < scales.Length; sum++)
        {
            var terms = draft.Sums[sum];
            var bits = draft.Weights is null ? draft.Weight : One;
            if (terms.Length == 0)
                bits = One;
            else if (draft.Weights is not null)
                bits = draft.Weights[sum][0];
            var weight = BitConverter.Int64BitsToDouble(bits);
            var common = CommonMultiplicity(terms);
            if (common > 1 && Product(weight, common, format) is { } product)
            {
                (weight, terms) = (product, terms.Where((_, i) => i % common == 0).ToArray());
                draft.Sums[sum] = terms;
            }

            scales[sum] = BitConverter.DoubleToInt64Bits(weight);
        }

        (draft.Scales, draft.Weights, draft.Weight) = (scales, null, One);
        return true;
    }

    /// <summary>What no output of a layer exceeds in magnitude; +∞ where nothing is known.</summary>
    /// <param name="layer">The layer.</param>
    /// <remarks>Other epilogues than ReLU's have no floor at 0.</remarks>
    public static double Largest(Layer layer) =>
        layer is { HasActivation: true, HasCeiling: true, Semirings.IsReLU: true } ? layer.Ceiling : double.PositiveInfinity;

    private static bool AllAtLeastOne(LayerDraft draft) =>
        draft.Weights is { } weights
            ? weights.All(sum => sum.Length == 0 || Math.Abs(BitConverter.Int64BitsToDouble(sum[0])) >= 1)
            : Math.Abs(BitConverter.Int64BitsToDouble(draft.Weight)) >= 1;

    internal static readonly long One = BitConverter.DoubleToInt64Bits(1);

    // Terms are sorted, so repetitions stand together; a count common to all rows divides every run.
    private static int CommonMultiplicity(int[] terms)
    {
        var common = 0;
        for (int start = 0, end; start < terms.Length; start = end)
        {
            for (end = start + 1; end < terms.Length && terms[end] == terms[start]; end++) { }
            for (var run = end - start; run != 0; )
                (common, run) = (run, common % run);
            if (common == 1)
                return 1;
        }

        return common;
    }

    private static double? Product(double weight, int count, NumberFormat format)
    {
        var product = weight * count;
        return format.Round(product) == product && product / count == weight && Math.Abs(product) <= format.MaxFinite.ToDouble()
            ? product
            : null;
    }
}
