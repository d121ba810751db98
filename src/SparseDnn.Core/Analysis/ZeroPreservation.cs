using SparseDnn.Networks;

namespace SparseDnn.Analysis;

/// <summary>From which layer on an item of all zeros stays all zeros, so that it may be dropped (rewrite T8).</summary>
public static class ZeroPreservation
{
    /// <summary>The first layer (0-based) such that it and every later one map zero to zero; the number of layers where the last one does not.</summary>
    /// <param name="network">A sound network.</param>
    /// <remarks>
    /// Keeps bits for every input: a sum of zeros is +0 in every order, and +0 is what the dropped item's outputs are set to.
    /// </remarks>
    public static int FirstDroppingLayer(Network network)
    {
        var first = network.Layers.Count;
        while (first > 0 && KeepsZero(network.Layers[first - 1])) first--;
        return first;
    }

    /// <summary>Whether a layer maps an item of all zeros to all zeros.</summary>
    /// <param name="layer">A sound layer.</param>
    public static bool KeepsZero(Layer layer)
    {
        if (!layer.Semirings.IsReLU) return false;
        if (layer.BiasMode == BiasMode.NonzeroSums) return true;
        for (var i = 0; i < (layer.Biases.IsConstant ? 1 : layer.Biases.Count); i++)
        {
            var bias = layer.Biases[i];
            if (layer.Activation == Activation.ReLU ? bias > 0 : bias != 0) return false;
        }

        return true;
    }
}
