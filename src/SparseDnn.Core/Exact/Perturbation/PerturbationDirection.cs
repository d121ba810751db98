using System;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Perturbation;

/// <summary>What moves with ε: inputs x + εΔ, weights W + εE, biases b + εe.</summary>
/// <param name="Inputs">Δ, one value an input; null where inputs stay.</param>
/// <param name="Weights">E of each layer, one value an edge; null where weights stay.</param>
/// <param name="Biases">e of each layer, one value an output; null where biases stay.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record PerturbationDirection(
    EquatableArray<Dyadic>? Inputs,
    EquatableArray<DyadicValues>? Weights,
    EquatableArray<DyadicValues>? Biases
)
{
    /// <summary>Only inputs move.</summary>
    /// <param name="delta">Δ, one value an input.</param>
    public static PerturbationDirection OfInputs(params Dyadic[] delta) => new(new EquatableArray<Dyadic>(delta), null, null);

    /// <summary>One weight moves.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">0-based layer.</param>
    /// <param name="edge">0-based edge of the layer.</param>
    /// <param name="rate">How fast it moves.</param>
    public static PerturbationDirection OfWeight(DyadicNetwork network, int layer, int edge, Dyadic rate) =>
        new(null, One(network, layer, edge, rate, other => other.Weights.Count), null);

    /// <summary>One bias moves.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">0-based layer.</param>
    /// <param name="neuron">0-based output neuron of the layer.</param>
    /// <param name="rate">How fast it moves.</param>
    public static PerturbationDirection OfBias(DyadicNetwork network, int layer, int neuron, Dyadic rate) =>
        new(null, null, One(network, layer, neuron, rate, other => other.Outputs));

    /// <summary>The network and item at one ε.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">The item.</param>
    /// <param name="epsilon">ε.</param>
    public (DyadicNetwork Network, Dyadic[] Input) At(DyadicNetwork network, EquatableArray<Dyadic> input, Dyadic epsilon)
    {
        Demand(network, input.Count);
        var layers = network.Layers.Select(
            (layer, i) =>
                Moves(i)
                    ? layer with
                    {
                        Weights = Perturbed(layer.Weights, Weights?[i], epsilon),
                        Biases = Perturbed(layer.Biases, Biases?[i], epsilon),
                    }
                    : layer
        );
        return (
            network with
            {
                Layers = new(layers),
            },
            input.Select((value, i) => Inputs is null ? value : value + (epsilon * Inputs[i])).ToArray()
        );
    }

    /// <summary>Whether weights or biases of a layer move.</summary>
    /// <param name="layer">0-based layer.</param>
    internal bool Moves(int layer) => IsMoving(Weights?[layer]) || IsMoving(Biases?[layer]);

    private static bool IsMoving(DyadicValues? rates) => rates is not null && rates.Representatives.Any(rate => !rate.IsZero);

    private static DyadicValues Perturbed(DyadicValues values, DyadicValues? rates, Dyadic epsilon) =>
        IsMoving(rates) ? DyadicValues.From(values.Zip(rates, (a, b) => a + (epsilon * b)).ToArray()) : values;

    internal void Demand(DyadicNetwork network, int inputs)
    {
        var fits =
            inputs == network.Inputs
            && (Inputs is null || Inputs.Count == network.Inputs)
            && (
                Weights is null || network.Layers.Select(layer => layer.Weights.Count).SequenceEqual(Weights.Select(values => values.Count))
            )
            && (Biases is null || network.Layers.Select(layer => layer.Outputs).SequenceEqual(Biases.Select(values => values.Count)));
        if (!fits)
            throw new ArgumentException(
                $"The direction or the item does not have the shape of '{network.Name}': {network.Inputs} inputs, and one value "
                    + "a weight and a bias of each layer."
            );
    }

    private static EquatableArray<DyadicValues> One(
        DyadicNetwork network,
        int layer,
        int index,
        Dyadic rate,
        Func<DyadicLayer, int> count
    ) =>
        new(
            network
                .Layers.Select(
                    (other, i) =>
                        i == layer
                            ? DyadicValues.From(Enumerable.Range(0, count(other)).Select(k => k == index ? rate : Dyadic.Zero).ToArray())
                            : new DyadicValues(Dyadic.Zero, count(other))
                )
                .ToArray()
        );
}
