using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;

namespace SparseDnn.Exact.Fixtures;

/// <summary>A compiled network layer by layer, so that every layer's outputs of an item are seen.</summary>
internal sealed class SemiringTrace
{
    private readonly Network[] _layers;

    public SemiringTrace(Network network)
    {
        // A layer by itself has another plan than in its network; the declared order is the same in both.
        Network = network with
        {
            Rewrites = Rewrites.None,
        };
        _layers = network.Layers.Select(layer => Network with { Layers = new([layer]) }).ToArray();
    }

    /// <summary>The network, to be computed as declared.</summary>
    public Network Network { get; }

    /// <summary>Outputs of every layer as bits; null where one is NaN or has no value (a division by 0, ∞ − ∞).</summary>
    /// <param name="inputs">The item as bits.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <param name="layers">How many layers to follow; null for all.</param>
    public long[][]? Follow(long[] inputs, CancellationToken cancellationToken, int? layers = null)
    {
        var outputs = new List<long[]>();
        foreach (var layer in _layers.Take(layers ?? _layers.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Outputs(layer, inputs) is not { } next)
                return null;
            outputs.Add(inputs = next);
        }

        return outputs.ToArray();
    }

    /// <summary>Outputs of one layer with another epilogue.</summary>
    /// <param name="index">Which layer.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="change">The epilogue wanted.</param>
    public long[]? OutputsOf(int index, long[] inputs, Func<Layer, Layer> change) =>
        Outputs(Network with { Layers = new([change(Network.Layers[index])]) }, inputs);

    private static long[]? Outputs(Network layer, long[] inputs)
    {
        try
        {
            var outputs = RoundedEvaluator.EvaluateBits(layer, inputs);
            return Array.Exists(outputs, bits => NumberTypes.Of(layer.Elements).IsNaN(bits)) ? null : outputs;
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }
}

/// <summary>One item of a compiled network with what every layer makes of it.</summary>
/// <param name="Label">What it exercises.</param>
/// <param name="Bits">The inputs.</param>
/// <param name="Outputs">Outputs of every layer.</param>
internal sealed record SemiringItem(string Label, long[] Bits, long[][] Outputs)
{
    /// <summary>What a layer is given.</summary>
    /// <param name="layer">Which layer.</param>
    public long[] InputsOf(int layer) => layer == 0 ? Bits : Outputs[layer - 1];
}
