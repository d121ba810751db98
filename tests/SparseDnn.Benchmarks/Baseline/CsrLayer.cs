using System;
using System.Linq;
using System.Numerics.Tensors;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>A layer as one would write it down by hand: compressed rows, a weight for every edge, a bias for every neuron.</summary>
internal sealed class CsrLayer
{
    public CsrLayer(Layer layer)
    {
        if (layer.Activation != Activation.ReLU)
            throw new NotSupportedException("The baseline rectifies every layer.");
        Inputs = layer.Inputs;
        Outputs = layer.Outputs;
        RowStarts = layer.Edges.RowStarts.ToArray();
        Columns = layer.Edges.Columns.ToArray();
        Weights = new float[Columns.Length];
        for (var i = 0; i < Weights.Length; i++)
            Weights[i] = (float)layer.Weights[i];
        Biases = new float[Outputs];
        for (var i = 0; i < Biases.Length; i++)
            Biases[i] = (float)layer.Biases[i];
        NonzeroSumsOnly = layer.BiasMode == BiasMode.NonzeroSums;
        Ceiling = (float)layer.Ceiling;
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public int[] RowStarts { get; }

    public int[] Columns { get; }

    public float[] Weights { get; }

    public float[] Biases { get; }

    public bool NonzeroSumsOnly { get; }

    public float Ceiling { get; }

    /// <summary>Bias, ReLU and ceiling for sums that a library formed, item after item.</summary>
    public void Finish(Span<float> sums)
    {
        // A bias that is not positive takes a sum of zero to zero again, wherever it is added.
        if (NonzeroSumsOnly && Biases.Any(bias => bias > 0))
            throw new NotSupportedException("Positive biases on nonzero sums.");
        for (; sums.Length >= Outputs; sums = sums[Outputs..])
        {
            var item = sums[..Outputs];
            TensorPrimitives.Add(item, Biases, item);
            TensorPrimitives.Max(item, 0f, item);
            if (!float.IsPositiveInfinity(Ceiling))
                TensorPrimitives.Min(item, Ceiling, item);
        }
    }
}
