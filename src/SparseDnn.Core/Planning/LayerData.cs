using SparseDnn.Networks;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Everything that a table-driven layer needs at run time: index lists, which list each neuron reads, weights, epilogue.</summary>
/// <param name="Lists">Distinct index lists, one row each, over the layer's inputs.</param>
/// <param name="ListOfNeuron">For each output neuron its row of <paramref name="Lists"/>.</param>
/// <param name="Weights">One value an edge, neuron by neuron in the order of its list.</param>
/// <param name="Biases">One value a neuron.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Activation">What follows the bias.</param>
/// <param name="Ceiling">Largest output; +∞ for none.</param>
public sealed record LayerData(
    CsrPattern Lists, int[] ListOfNeuron, RoundedValues Weights, RoundedValues Biases, BiasMode BiasMode, Activation Activation, double Ceiling)
{
    /// <summary>Number of output neurons.</summary>
    public int Outputs => ListOfNeuron.Length;

    /// <summary>Number of input neurons.</summary>
    public int Inputs => Lists.ColumnCount;

    /// <summary>The data of a planned layer.</summary>
    /// <param name="plan">The plan.</param>
    public static LayerData From(LayerPlan plan) => new(
        plan.Lists, plan.ListOfNeuron.AsSpan().ToArray(), plan.Layer.Weights, plan.Layer.Biases, plan.Layer.BiasMode, plan.Layer.Activation, plan.Layer.Ceiling);
}
