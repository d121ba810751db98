using System;
using System.Linq;
using System.Numerics.Tensors;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>
/// The zeros multiplied too: a dot product of <see cref="TensorPrimitives"/> a neuron and item, each row of weights used for several items
/// while it is in cache.
/// </summary>
internal sealed class DenseBaseline
{
    private const int ItemsInTurn = 16;
    private readonly CsrLayer[] _layers;
    private readonly float[][] _weights;
    private readonly float[][] _activations;

    public DenseBaseline(Network network, int batch)
    {
        _layers = network.Layers.Select(layer => new CsrLayer(layer)).ToArray();
        _weights = Array.ConvertAll(_layers, Dense);
        _activations = Array.ConvertAll(_layers, layer => new float[batch * layer.Outputs]);
    }

    /// <summary>Computes a batch, item-major in and out.</summary>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs, int batch)
    {
        var x = inputs;
        for (var i = 0; i < _layers.Length; i++)
        {
            Multiply(_layers[i], _weights[i], x, _activations[i], batch);
            _layers[i].Finish(_activations[i]);
            x = _activations[i];
        }

        x[..(batch * _layers[^1].Outputs)].CopyTo(outputs);
    }

    private static void Multiply(CsrLayer layer, float[] weights, ReadOnlySpan<float> x, Span<float> y, int batch)
    {
        for (var first = 0; first < batch; first += ItemsInTurn)
        {
            for (var neuron = 0; neuron < layer.Outputs; neuron++)
            {
                var row = weights.AsSpan(neuron * layer.Inputs, layer.Inputs);
                for (var item = first; item < Math.Min(batch, first + ItemsInTurn); item++)
                    y[(item * layer.Outputs) + neuron] = TensorPrimitives.Dot(row, x.Slice(item * layer.Inputs, layer.Inputs));
            }
        }
    }

    private static float[] Dense(CsrLayer layer)
    {
        var weights = new float[layer.Outputs * layer.Inputs];
        for (var neuron = 0; neuron < layer.Outputs; neuron++)
        for (var k = layer.RowStarts[neuron]; k < layer.RowStarts[neuron + 1]; k++)
            weights[(neuron * layer.Inputs) + layer.Columns[k]] = layer.Weights[k];
        return weights;
    }
}
