using System;
using SparseDnn.Networks;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Everything that a table-driven layer needs at run time: index lists, the sums over them, which sum each neuron takes, epilogue.</summary>
/// <param name="Lists">Distinct index lists, one row each, over the layer's inputs.</param>
/// <param name="ListOfSum">For each distinct sum its row of <paramref name="Lists"/>.</param>
/// <param name="SumOfNeuron">For each output neuron its sum.</param>
/// <param name="Weights">One value an edge of the sums, sum by sum in the order of its list.</param>
/// <param name="Biases">One value a neuron.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Activation">What follows the bias.</param>
/// <param name="Ceiling">Largest output; +∞ for none.</param>
public sealed record LayerData(
    CsrPattern Lists, int[] ListOfSum, int[] SumOfNeuron, RoundedValues Weights, RoundedValues Biases, BiasMode BiasMode, Activation Activation, double Ceiling)
{
    /// <summary>Number of output neurons.</summary>
    public int Outputs => SumOfNeuron.Length;

    /// <summary>Number of distinct sums.</summary>
    public int Sums => ListOfSum.Length;

    /// <summary>Number of input neurons.</summary>
    public int Inputs => Lists.ColumnCount;

    /// <summary>The data of a planned layer.</summary>
    /// <param name="plan">The plan.</param>
    public static LayerData From(LayerPlan plan) => new(
        plan.Lists, plan.ListOfSum.AsSpan().ToArray(), plan.SumOfNeuron.AsSpan().ToArray(), WeightsOfSums(plan),
        plan.Layer.Biases, plan.Layer.BiasMode, plan.Layer.Activation, plan.Layer.Ceiling);

    private static RoundedValues WeightsOfSums(LayerPlan plan)
    {
        var starts = new int[plan.ListOfSum.Count + 1];
        for (var sum = 0; sum < plan.ListOfSum.Count; sum++) starts[sum + 1] = starts[sum] + plan.Lists.Row(plan.ListOfSum[sum]).Length;
        var weights = plan.Layer.Weights;
        if (weights.IsConstant) return new RoundedValues(weights.Count == 0 ? 0 : weights.Constant, starts[plan.ListOfSum.Count]);
        var values = new double[starts[plan.ListOfSum.Count]];
        for (var neuron = 0; neuron < plan.SumOfNeuron.Count; neuron++)
        {
            var first = plan.Layer.Edges.RowStarts[neuron];
            var sum = plan.SumOfNeuron[neuron];
            for (var i = starts[sum]; i < starts[sum + 1]; i++) values[i] = weights[first + i - starts[sum]];
        }

        return RoundedValues.From(values);
    }
}
