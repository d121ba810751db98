using System.Collections.Generic;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>The largest power of two that all inputs may have while the exactness certificate holds.</summary>
internal static class LargestCertified
{
    public static IEnumerable<LabelledInput> Find(RoundedNetwork network, InputPool pool)
    {
        var format = network.Formats.Activations;
        int low = format.LeastExponent, high = format.MaxFinite.FloorLog2;
        // Headroom falls as inputs grow; above a middle magnitude bisection finds where it ends.
        var start = System.Math.Max(low, System.Math.Min(high, pool.On.FloorLog2));
        if (IsCertified(start)) low = start;
        else high = start - 1;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (IsCertified(middle)) low = middle;
            else high = middle - 1;
        }

        if (IsCertified(low)) yield return Item(low) with { Label = $"largest certified magnitude: 2^{low}" };

        bool IsCertified(int exponent) => ExactnessCertificate.ForItems(network, [Item(exponent).Values]).IsCertified;

        LabelledInput Item(int exponent) => LabelledInput.Of("", network.Network.Inputs, _ => Dyadic.One.ScaleByPowerOfTwo(exponent));
    }
}
