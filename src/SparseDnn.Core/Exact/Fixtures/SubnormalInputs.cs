using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>An item of subnormal inputs, for a first layer without bias: next to a bias they would be lost in rounding.</summary>
/// <remarks>
/// The values are multiples of 2^e, e so large that their products with the weights are accumulator values. Only where the certificate
/// holds is the item taken: elsewhere it would make a bound of equality.
/// </remarks>
internal static class SubnormalInputs
{
    private const int MaxBits = 6; // of a value

    public static IEnumerable<LabelledInput> Find(InputPool pool, long seed)
    {
        var layer = pool.Network.Layers[0];
        if (pool.Format is not FloatingStorage floating || layer.HasBias || pool.On.IsZero)
            yield break;
        var weights = layer.Weights.Representatives.Where(weight => !weight.IsZero).ToArray();
        if (weights.Length == 0)
            yield break;
        var exponent = System.Math.Max(pool.Format.LeastExponent, pool.Accumulator.LeastExponent - weights.Min(weight => weight.Exponent));
        var bits = System.Math.Min(MaxBits, floating.Format.LeastNormalExponent - exponent);
        if (bits < 1)
            yield break;
        var random = SplitMix64.ForStream(seed, -1);
        var values = new Dyadic[layer.Inputs];
        for (var i = 0; i < values.Length; i++)
            values[i] = new Dyadic(1 + random.Next((1 << bits) - 1), exponent);
        var item = new LabelledInput($"{InputKind.Mixture}: subnormal inputs", new(values));
        if (values.All(value => value <= pool.On) && pool.IsCertified(item.Values))
            yield return item;
    }
}
