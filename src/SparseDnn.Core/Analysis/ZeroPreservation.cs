using System;
using System.Collections.Generic;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Networks;

namespace SparseDnn.Analysis;

/// <summary>From which layer on an item whose values are all Zero stays so, and so may be dropped (rewrite T8).</summary>
internal static class ZeroPreservation
{
    private static readonly long NegativeZero = BitConverter.DoubleToInt64Bits(-0.0);

    /// <summary>
    /// The first layer (0-based) such that it and every later one map Zero to Zero; the number of layers where the last one does not.
    /// </summary>
    /// <param name="network">A sound network.</param>
    /// <remarks>
    /// Keeps bits for every input: over plus-times a sum of zeros is +0 in every order; over other semirings the sums are
    /// computed here, weight by weight. Zero is what the dropped item's outputs are set to.
    /// </remarks>
    public static int FirstDroppingLayer(Network network)
    {
        var first = network.Layers.Count;
        while (first > 0 && KeepsZero(network.Layers[first - 1]))
            first--;
        return first;
    }

    /// <summary>Whether a layer maps an item of all Zero to all Zero, to the last bit.</summary>
    /// <param name="layer">A sound layer.</param>
    public static bool KeepsZero(Layer layer) =>
        layer.Semirings.IsReLU ? RectifiesToZero(layer) : SumsAreZero(layer) && EpilogueKeepsZero(layer);

    private static bool RectifiesToZero(Layer layer)
    {
        if (layer.BiasMode == BiasMode.NonzeroSums)
            return true;
        for (var i = 0; i < (layer.Biases.IsConstant ? 1 : layer.Biases.Count); i++)
        {
            var bias = layer.Biases[i];
            if (layer.Activation == Activation.ReLU ? bias > 0 : bias != 0)
                return false;
        }

        return true;
    }

    // Tried with every weight, which proves it: Zero ⊕ (w ⊗ Zero) is Zero, from whichever zero where the format has two.
    private static bool SumsAreZero(Layer layer)
    {
        if (layer.Semirings.IsPlusTimes)
            return true;
        if (layer.Correlate is not { Candidate: { } candidate, ZeroBits: { } zero })
            return false;
        var format = NumberTypes.Of(layer.Elements);
        var add = ScalarOperation.Compile(candidate.Add, layer.Elements);
        var multiply = ScalarOperation.Compile(candidate.Multiply, layer.Elements);
        var hasTwoZeros = format.Real is not null && BitConverter.Int64BitsToDouble(zero) == 0;
        var tried = new HashSet<long>();
        for (var i = 0; i < (layer.Weights.IsConstant ? Math.Min(1, layer.Weights.Count) : layer.Weights.Count); i++)
        {
            var weight = layer.Weights.Bits(i);
            if (!tried.Add(weight))
                continue;
            if (!Keeps(weight, zero) || (hasTwoZeros && !Keeps(weight, NegativeZero)))
                return false;
        }

        return true;

        bool Keeps(long weight, long x)
        {
            var product = multiply.Apply(weight, x);
            return add.Apply(zero, product) == zero
                && ScalarEpilogue.IsDecided(candidate.Multiply, format, weight, x)
                && ScalarEpilogue.IsDecided(candidate.Add, format, zero, product);
        }
    }

    private static bool EpilogueKeepsZero(Layer layer)
    {
        if (layer.Select is not { } select)
            return true;
        if (select is not { Candidate: { } candidate, OneBits: not null } || layer.Correlate.ZeroBits is not { } zero)
            return false;
        var epilogue = new ScalarEpilogue(layer, candidate);
        for (var i = 0; i < (layer.Biases.IsConstant ? Math.Min(1, layer.Biases.Count) : layer.Biases.Count); i++)
        {
            long? bias = layer.HasBias ? layer.Biases.Bits(i) : null;
            if (epilogue.Apply(zero, bias) != zero || !epilogue.IsDecided(zero, bias))
                return false;
        }

        return true;
    }
}
