using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>
/// Items with which the terms of a neuron of the first layer are not zero but their sum is: whether the bias reaches it is then a question
/// of the sum, not of the inputs.
/// </summary>
/// <remarks>w·(v·2^s) + v·(−w·2^s) = 0 for any two weights: where the activation format holds weights, no search is needed.</remarks>
internal static class ZeroSumInputs
{
    private const int MaxItems = 3;
    private const int MaxRefused = 64; // of candidates that are not certified where that is demanded

    public static IEnumerable<LabelledInput> Find(InputPool pool)
    {
        var layer = pool.Network.Layers[0];
        // Whether it reaches a zero sum shows in a bias that the activation lets through.
        return pool
            .FirstNeurons.OrderByDescending(neuron => layer.Biases[neuron].Sign)
            .Select(neuron => Item(layer, neuron, pool))
            .OfType<LabelledInput>()
            .Take(MaxRefused)
            .Where(item => pool.Accepts(item.Values))
            .Take(MaxItems);
    }

    private static LabelledInput? Item(DyadicLayer layer, int neuron, InputPool pool)
    {
        pool.Token.ThrowIfCancellationRequested();
        var row = layer.Edges.Row(neuron);
        var start = layer.Edges.RowStarts[neuron];
        for (var j = 1; j < row.Length; j++)
        {
            if (Pair(layer.Weights[start], layer.Weights[start + j], pool) is not { } pair)
                continue;
            var (first, second) = (row[0], row[j]);
            return LabelledInput.Of(
                $"{InputKind.Cancellation}: terms of neuron {neuron + 1} of layer 1 cancel to 0",
                layer.Inputs,
                i =>
                {
                    if (i == first)
                        return pair.X;
                    if (i == second)
                        return pair.Y;
                    return Dyadic.Zero;
                }
            );
        }

        return null;
    }

    // v·2^s and −w·2^s, or their negatives, where they lie in the range of inputs; s leaves the larger one above a quarter of it.
    private static (Dyadic X, Dyadic Y)? Pair(Dyadic w, Dyadic v, InputPool pool)
    {
        // What is on may round to 0 where the format is coarser than the range.
        if (w.IsZero || v.IsZero || pool.On.IsZero)
            return null;
        var shift = pool.On.FloorLog2 - Dyadic.Max(w.Abs(), v.Abs()).FloorLog2 - 1;
        var (x, y) = (v.ScaleByPowerOfTwo(shift), -w.ScaleByPowerOfTwo(shift));
        if (IsInput(x) && IsInput(y))
            return (x, y);
        if (IsInput(-x) && IsInput(-y))
            return (-x, -y);
        return null;

        bool IsInput(Dyadic value) => pool.Format.IsRepresentable(value) && value >= pool.Off && value <= pool.On;
    }
}
