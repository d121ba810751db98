using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SparseDnn.Algebra;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Topologies;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>
/// The summation trees of a plan, in plain loops of the element type, NaN and infinities included. What the trees mean is for others to
/// judge.
/// </summary>
internal static class NaivePlan
{
    /// <summary>The plan of layers that a test means.</summary>
    public static NetworkPlan Of<T>(IReadOnlyList<NaiveLayer> layers)
    {
        var elements = typeof(T) == typeof(float) ? ElementFormat.Binary32 : ElementFormat.Binary64;
        return Planner.PlanTables(
            new Network("naive", elements, Summation.Planned, new(layers.Select(layer => Model<T>(layer, elements)).ToArray()))
        );
    }

    /// <summary>The outputs of an item.</summary>
    public static T[] Run<T>(NetworkPlan plan, IReadOnlyList<NaiveLayer> layers, ReadOnlySpan<T> item)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var rows = item.ToArray();
        if (plan.InputScale != 1)
            for (var i = 0; i < rows.Length; i++)
                rows[i] *= T.CreateChecked(plan.InputScale);
        for (var i = 0; i < layers.Count; i++)
            rows = Layer(plan.Layers[i].Data, layers[i].Epilogue, rows);
        return plan.RowOfOutput.Count == 0 ? rows : [.. plan.RowOfOutput.Select(row => rows[row])];
    }

    private static T[] Layer<T>(LayerData data, Epilogue epilogue, T[] inputs)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var rows = inputs.ToList();
        for (var partial = 0; partial < data.Partials.Count; partial++)
        {
            var sum = T.Zero;
            foreach (var row in data.Partials[partial])
                sum += rows[row];
            rows.Add(sum);
        }

        var sums = new T[data.Sums];
        for (int index = 0, term = 0; index < sums.Length; index++)
        {
            foreach (var row in data.Lists[data.ListOfSum[index]])
                sums[index] = T.FusedMultiplyAdd(T.CreateChecked(data.Weights[term++]), rows[row], sums[index]);
            if (data.HasScales)
                sums[index] = T.FusedMultiplyAdd(sums[index], T.CreateChecked(data.Scales[index]), T.Zero);
        }

        var outputs = new T[data.Outputs];
        for (var row = 0; row < outputs.Length; row++)
            outputs[row] = NaiveEvaluator.Finish(
                sums[data.SumOfOutput[row]],
                data.HasBias ? T.CreateChecked(data.Biases[row]) : null,
                epilogue
            );
        return outputs;
    }

    private static Layer Model<T>(NaiveLayer layer, ElementFormat elements)
    {
        var starts = new int[layer.Outputs + 1];
        foreach (var edge in layer.Edges)
            starts[edge.Output + 1]++;
        for (var i = 0; i < layer.Outputs; i++)
            starts[i + 1] += starts[i];
        var epilogue = layer.Epilogue;
        return new Layer(
            elements,
            new CsrPattern(layer.Outputs, layer.Inputs, starts, layer.Edges.Select(edge => edge.Input).ToArray()),
            RoundedValues.From(layer.Edges.Select(edge => Rounded<T>(edge.Weight)).ToArray()),
            RoundedValues.From(Enumerable.Range(0, layer.Outputs).Select(neuron => Rounded<T>(epilogue.BiasOf(neuron))).ToArray()),
            epilogue.NonzeroSums ? BiasMode.NonzeroSums : BiasMode.Dense,
            epilogue.Rectifies ? Activation.ReLU : Activation.None,
            epilogue.Ceiling is { } ceiling ? Rounded<T>(ceiling) : double.PositiveInfinity,
            Oscillation.ReLU
        );
    }

    private static double Rounded<T>(double value) => typeof(T) == typeof(float) ? (float)value : value;
}
