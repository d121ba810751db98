using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Networks;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>
/// How long exact vectors would take, in operations on 64 bits: each edge once an item, on numbers that grow by the bits of each layer's
/// weights.
/// </summary>
internal static class FixtureCost
{
    /// <summary>Most operations while compiling: a few seconds.</summary>
    public const double Most = 1 << 28;

    /// <summary>How many items the search for perturbations and their points count for.</summary>
    public static int ItemsOf(Perturbations perturbations) =>
        Enum.GetValues(typeof(Perturbations))
            .Cast<Perturbations>()
            .Count(kind => kind != Perturbations.None && (perturbations & kind) != Perturbations.None) * 32;

    /// <summary>The cost of a network in exact numbers.</summary>
    public static double Of(DyadicNetwork network, int items, bool roundBetweenLayers)
    {
        double cost = 0,
            bits = 53;
        foreach (var layer in network.Layers)
        {
            // A sum spans all powers of two from the finest of its terms to the largest.
            var weights = layer
                .Weights.Representatives.Where(value => value.IsFinite && !value.IsZero)
                .Select(value => Math.Max(-value.Exponent, value.FloorLog2))
                .DefaultIfEmpty(0)
                .Max();
            if (layer.Semirings.IsPlusTimes)
                bits = roundBetweenLayers ? 53 : bits + weights;
            cost += (double)layer.Edges.EntryCount * items * Math.Max(1, bits / 256);
        }

        return cost;
    }

    /// <summary>The cost of a network as compiled.</summary>
    public static double Of(Network network, int items, bool roundBetweenLayers)
    {
        double cost = 0,
            bits = 53;
        var isReal = NumberTypes.Of(network.Elements).Real is not null;
        foreach (var layer in network.Layers)
        {
            if (isReal && layer.Semirings.IsPlusTimes)
                bits = roundBetweenLayers ? 53 : bits + Growth(layer.Weights);
            cost += (double)layer.Edges.EntryCount * items * Math.Max(1, bits / 256);
        }

        return cost;
    }

    private static int Growth(RoundedValues weights)
    {
        var most = 0;
        for (var i = 0; i < (weights.IsConstant ? Math.Min(1, weights.Count) : weights.Count); i++)
        {
            var weight = Dyadic.FromDouble(weights[i]);
            if (!weight.IsZero)
                most = Math.Max(most, Math.Max(-weight.Exponent, weight.FloorLog2));
        }

        return most;
    }
}
