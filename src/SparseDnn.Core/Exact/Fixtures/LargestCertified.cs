using System;
using System.Collections.Generic;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>The largest power of two that all inputs may have while the exactness certificate holds.</summary>
internal static class LargestCertified
{
    public static IEnumerable<LabelledInput> Find(InputPool pool)
    {
        int low = pool.Format.LeastExponent,
            high = pool.Format.MaxFinite.FloorLog2;
        // Headroom falls as inputs grow; above a middle magnitude bisection finds where it ends.
        var start = pool.On.IsZero ? low : Math.Max(low, Math.Min(high, pool.On.FloorLog2));
        if (IsCertified(start))
            low = start;
        else
            high = start - 1;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (IsCertified(middle))
                low = middle;
            else
                high = middle - 1;
        }

        if (IsCertified(low))
            yield return Item(low) with
            {
                Label = FormattableString.Invariant($"{InputKind.LargestCertified}: 2^{low}"),
            };

        bool IsCertified(int exponent) => pool.IsCertified(Item(exponent).Values);

        LabelledInput Item(int exponent) => LabelledInput.Of("", pool.Network.Inputs, _ => Dyadic.One.ScaleByPowerOfTwo(exponent));
    }
}
