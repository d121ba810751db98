using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Vectors;

namespace SparseDnn.Fixtures.Diagnosis.Plain;

/// <summary>A plain interpreter in binary64, in ascending order of edges, for asking what a mistake would give.</summary>
internal sealed record PlainNetwork(IReadOnlyList<PlainLayer> Layers, PlainArithmetic Arithmetic)
{
    /// <summary>What one evaluation costs, in edges of exact rounding by hardware.</summary>
    public long Work => Arithmetic.Cost * Layers.Sum(layer => layer.Rows.Work);

    /// <summary>The network as it is meant; null where it goes beyond binary64.</summary>
    public static PlainNetwork? Of(VectorSet vectors)
    {
        var layers = vectors.Layers.Select(layer => PlainLayer.Of(layer.Layer, vectors.Formats.Accumulator)).ToArray();
        return layers.Any(layer => layer is null) ? null : new PlainNetwork(layers!, PlainArithmetic.Of(vectors.Formats));
    }

    /// <summary>The outputs for one item; NaN where arithmetic gives no number.</summary>
    public double[] Evaluate(double[] input)
    {
        for (var i = 0; i < Layers.Count; i++)
        {
            var output = new double[Layers[i].Edges.RowCount];
            var store = Arithmetic.KeepsAccumulators && i < Layers.Count - 1 ? Arithmetic.Accumulator : Arithmetic.Activation;
            var first = Layers[i].Rows.FirstOf;
            for (var neuron = 0; neuron < output.Length; neuron++)
                output[neuron] =
                    first[neuron] < neuron
                        ? output[first[neuron]]
                        : store(Layers[i].IsPlusTimes ? Neuron(Layers[i], neuron, input) : Sum(Layers[i], neuron, input));
            input = output;
        }

        return input;
    }

    private static int Begin(PlainLayer layer, int neuron) => layer.Edges.RowStarts[neuron] + layer.SkippedFirst;

    private static int End(PlainLayer layer, int neuron) => layer.Edges.RowStarts[neuron + 1] - layer.SkippedLast;

    private double Sum(PlainLayer layer, int neuron, double[] input)
    {
        var sum = layer.Semiring.Zero;
        var columns = layer.Edges.Columns;
        for (var edge = Begin(layer, neuron); edge < End(layer, neuron); edge++)
        {
            var column = columns[edge] + layer.ColumnShift;
            if (column >= 0 && column < input.Length)
                sum = layer.Semiring.Add(
                    sum,
                    Arithmetic.Accumulator(
                        layer.Semiring.Multiply(layer.Weights.Length == 1 ? layer.Weights[0] : layer.Weights[edge], input[column])
                    )
                );
        }

        return sum;
    }

    private double Neuron(PlainLayer layer, int neuron, double[] input)
    {
        var begins =
            Arithmetic.BeginsWithBias && layer.BiasMode == BiasMode.Dense && !layer.ActivatesBeforeBias && !layer.CeilingBeforeBias;
        var sum = begins ? layer.Biases[neuron] : 0;
        var columns = layer.Edges.Columns;
        for (var edge = Begin(layer, neuron); edge < End(layer, neuron); edge++)
        {
            var column = columns[edge] + layer.ColumnShift;
            if (column < 0 || column >= input.Length)
                continue;
            var product = (layer.Weights.Length == 1 ? layer.Weights[0] : layer.Weights[edge]) * input[column];
            sum = Arithmetic.Accumulator(sum + (Arithmetic.IsFused ? product : Arithmetic.Accumulator(product)));
        }

        var addsBias = !begins && (layer.BiasMode == BiasMode.Dense || sum != 0);
        if (layer.ActivatesBeforeBias)
            sum = ReLU(layer, sum);
        if (layer.ActivatesBeforeBias || layer.CeilingBeforeBias)
            sum = Math.Min(sum, layer.Ceiling);
        if (addsBias)
            sum = Arithmetic.Accumulator(sum + layer.Biases[neuron]);
        if (!layer.ActivatesBeforeBias)
            sum = ReLU(layer, sum);
        return layer.ActivatesBeforeBias || layer.CeilingBeforeBias ? sum : Math.Min(sum, layer.Ceiling);
    }

    private static double ReLU(PlainLayer layer, double sum) => layer.HasReLU ? Math.Max(sum, 0) : sum;
}
