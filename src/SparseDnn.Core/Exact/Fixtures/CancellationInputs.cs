using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>Items whose large terms cancel in one neuron of the first layer.</summary>
internal static class CancellationInputs
{
    public static IEnumerable<LabelledInput> Find(RoundedNetwork network, InputPool pool)
    {
        var layer = network.Network.Layers[0];
        for (var neuron = 0; neuron < layer.Outputs; neuron++)
        {
            if (Pair(layer, neuron, network.Formats.Activations, pool) is not { } pair) continue;
            var item = LabelledInput.Of("", layer.Inputs, i => i == pair.First ? pair.X : i == pair.Second ? pair.Y : Dyadic.Zero);
            var trace = MixedEvaluator.Trace(network.Network, item.Values).First();
            var sum = trace.Sums[neuron].Abs();
            var term = layer.Weights[layer.Edges.RowStarts[neuron] + pair.FirstEdge] * pair.X;
            var ratio = sum.IsZero ? "to 0" : term.FloorLog2 - sum.FloorLog2 is > 1 and var bits ? $"by {bits} bits" : null;
            if (ratio is null) continue;
            yield return item with { Label = $"cancellation: terms of neuron {neuron + 1} of layer 1 cancel {ratio}" };
            yield break;
        }
    }

    // Two inputs with w_i·x + w_j·y near 0 and both values in range.
    private static (int First, int Second, int FirstEdge, Dyadic X, Dyadic Y)? Pair(DyadicLayer layer, int neuron, StorageFormat format, InputPool pool)
    {
        var row = layer.Edges.Row(neuron);
        var start = layer.Edges.RowStarts[neuron];
        for (var i = 0; i < row.Length; i++)
        {
            for (var j = 0; j < row.Length; j++)
            {
                var (first, second) = (layer.Weights[start + i], layer.Weights[start + j]);
                if (i == j || first.IsZero || second.IsZero) continue;
                // Not a power of two, so that its product has bits to cancel.
                var x = pool.Round(pool.On * new Dyadic(27, -5));
                var quotient = -(first * x).ToDouble() / second.ToDouble();
                if (double.IsNaN(quotient) || double.IsInfinity(quotient)) continue;
                var y = format.Round(Dyadic.FromDouble(quotient));
                if (y.IsFinite && !y.IsZero && y >= pool.Off && y <= pool.On) return (row[i], row[j], i, x, y);
            }
        }

        return null;
    }
}
