using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Items whose large terms cancel in one neuron of the first layer.</summary>
internal static class CancellationInputs
{
    private const int MaxRefused = 64; // of candidates that are not certified where that is demanded

    public static IEnumerable<LabelledInput> Find(InputPool pool)
    {
        var layer = pool.Network.Layers[0];
        var refused = 0;
        // Neurons of one class have the same edges here, so one of them says it for all.
        foreach (var neuron in pool.FirstNeurons)
        {
            pool.Token.ThrowIfCancellationRequested();
            if (Pair(layer, neuron, pool) is not { } pair)
                continue;
            var item = LabelledInput.Of(
                "",
                layer.Inputs,
                i =>
                {
                    if (i == pair.First)
                        return pair.X;
                    if (i == pair.Second)
                        return pair.Y;
                    return Dyadic.Zero;
                }
            );
            var sum = pool.Trace(item.Values).First().Sums[neuron].Abs();
            var term = layer.Weights[layer.Edges.RowStarts[neuron] + pair.FirstEdge] * pair.X;
            var ratio = sum.IsZero ? "to 0" : null;
            if (ratio is null && term.FloorLog2 - sum.FloorLog2 is > 1 and var bits)
                ratio = $"by {bits} bits";
            if (ratio is null)
                continue;
            if (pool.Accepts(item.Values))
            {
                yield return item with
                {
                    Label = $"{InputKind.Cancellation}: terms of neuron {neuron + 1} of layer 1 cancel {ratio}",
                };
                yield break;
            }

            if (++refused == MaxRefused)
                yield break;
        }
    }

    // Two inputs with w_i·x + w_j·y near 0 and both values in range.
    private static (int First, int Second, int FirstEdge, Dyadic X, Dyadic Y)? Pair(DyadicLayer layer, int neuron, InputPool pool)
    {
        var row = layer.Edges.Row(neuron);
        var start = layer.Edges.RowStarts[neuron];
        // Not a power of two, so that its product has bits to cancel.
        var x = pool.Round(pool.On * new Dyadic(27, -5));
        for (var i = 0; i < row.Length; i++)
        {
            pool.Token.ThrowIfCancellationRequested();
            var first = layer.Weights[start + i];
            var product = -(first * x).ToDouble();
            for (var j = 0; j < row.Length; j++)
            {
                var second = layer.Weights[start + j];
                if (i == j || first.IsZero || second.IsZero)
                    continue;
                // Weights of one sign need inputs of both.
                if (pool.Off.IsZero && first.Sign == second.Sign)
                    continue;
                var quotient = product / second.ToDouble();
                if (double.IsNaN(quotient) || double.IsInfinity(quotient))
                    continue;
                var y = pool.Format.Round(Dyadic.FromDouble(quotient));
                if (y.IsFinite && !y.IsZero && y >= pool.Off && y <= pool.On)
                    return (row[i], row[j], i, x, y);
            }
        }

        return null;
    }
}
