using System;
using System.Diagnostics;
using System.Linq;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra.Single;
using MathNet.Numerics.LinearAlgebra.Storage;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>
/// Math.NET on one thread: for each layer its sparse matrix times a dense matrix of one column an item, or times each item's vector,
/// whichever is faster.
/// </summary>
internal sealed class MathNetBaseline
{
    private readonly CsrLayer[] _layers;
    private readonly SparseMatrix[] _weights;
    private readonly DenseMatrix[] _activations;
    private readonly DenseVector[][] _vectors;
    private readonly int _batch;

    public MathNetBaseline(Network network, int batch)
    {
        Control.UseSingleThread();
        _batch = batch;
        _layers = network.Layers.Select(layer => new CsrLayer(layer)).ToArray();
        _weights = Array.ConvertAll(
            _layers,
            layer => new SparseMatrix(
                SparseCompressedRowMatrixStorage<float>.OfCompressedSparseRowFormat(
                    layer.Outputs,
                    layer.Inputs,
                    layer.Columns.Length,
                    layer.RowStarts,
                    layer.Columns,
                    layer.Weights
                )
            )
        );
        int[] widths = [_layers[0].Inputs, .. _layers.Select(layer => layer.Outputs)];
        _activations = Array.ConvertAll(widths, width => new DenseMatrix(width, batch));
        _vectors = Array.ConvertAll(widths, width => Enumerable.Range(0, batch).Select(_ => new DenseVector(width)).ToArray());
    }

    /// <summary>Whether items are multiplied one by one.</summary>
    public bool ByItem { get; private set; }

    /// <summary>Keeps the faster of the two.</summary>
    public MathNetBaseline Tune(float[] inputs, float[] outputs)
    {
        var times = new TimeSpan[2];
        foreach (var byItem in new[] { true, false })
        {
            ByItem = byItem;
            var clock = Stopwatch.StartNew();
            Run(inputs, outputs);
            times[byItem ? 1 : 0] = clock.Elapsed;
        }

        ByItem = times[1] < times[0];
        return this;
    }

    /// <summary>
    /// Computes the batch, item-major in and out; the dense matrices are column-major, so items lie one after another there too.
    /// </summary>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        if (ByItem)
            RunItems(inputs, outputs);
        else
            RunMatrices(inputs, outputs);
    }

    private void RunMatrices(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        inputs[..(_batch * _layers[0].Inputs)].CopyTo(_activations[0].Values);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _weights[layer].Multiply(_activations[layer], _activations[layer + 1]);
            _layers[layer].Finish(_activations[layer + 1].Values);
        }

        _activations[^1].Values.CopyTo(outputs);
    }

    private void RunItems(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int width = _layers[0].Inputs,
            outputWidth = _layers[^1].Outputs;
        for (var item = 0; item < _batch; item++)
        {
            inputs.Slice(item * width, width).CopyTo(_vectors[0][item].Values);
            for (var layer = 0; layer < _layers.Length; layer++)
            {
                _weights[layer].Multiply(_vectors[layer][item], _vectors[layer + 1][item]);
                _layers[layer].Finish(_vectors[layer + 1][item].Values);
            }

            _vectors[^1][item].Values.CopyTo(outputs[(item * outputWidth)..]);
        }
    }
}
