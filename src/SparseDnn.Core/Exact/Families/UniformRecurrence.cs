using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Families;

/// <summary>
/// Uniform recurrence: constant in-degree d, weight w, bias b and ceiling M: uniform inputs y stay uniform, y' = min(max(d·w·y + b, 0), M).
/// </summary>
/// <remarks>With bias on nonzero sums a sum d·w·y = 0 stays 0. Source: mathematics page, E4 (uniform recurrence).</remarks>
public static class UniformRecurrence
{
    /// <summary>What does not fit and how to mend it; null where nothing is wrong.</summary>
    /// <param name="layers">Edges of each layer.</param>
    public static string? Check(IReadOnlyList<CsrPattern> layers)
    {
        if (layers.Count == 0)
            return "There are no layers; give at least one";
        for (var i = 0; i < layers.Count; i++)
        {
            for (var neuron = 1; neuron < layers[i].RowCount; neuron++)
                if (layers[i].Row(neuron).Length != layers[i].Row(0).Length)
                    return string.Format(
                        CultureInfo.InvariantCulture,
                        "Neuron {0} of layer {1} has {2} edges but neuron 1 has {3}; give all neurons of a layer equally many",
                        neuron + 1,
                        i + 1,
                        layers[i].Row(neuron).Length,
                        layers[i].Row(0).Length
                    );
        }

        return null;
    }

    /// <summary>The network and one item for each uniform input.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="layers">Edges of each layer; every neuron of one layer has equally many.</param>
    /// <param name="weight">w of every edge.</param>
    /// <param name="bias">b of every neuron.</param>
    /// <param name="ceiling">M; null for none.</param>
    /// <param name="inputs">The y of each item.</param>
    /// <param name="biasMode">Whether the bias reaches zero sums.</param>
    /// <exception cref="ArgumentException">The patterns do not fit; see <see cref="Check"/>.</exception>
    public static ExactSolution Solve(
        string name,
        IReadOnlyList<CsrPattern> layers,
        Dyadic weight,
        Dyadic bias,
        Dyadic? ceiling,
        IReadOnlyList<Dyadic> inputs,
        BiasMode biasMode = BiasMode.Dense
    )
    {
        if (Check(layers) is { } fault)
            throw new ArgumentException(fault, nameof(layers));
        var network = new DyadicNetwork(
            name,
            new(layers.Select(edges => LayerFactory.Constant(edges, weight, bias, ceiling) with { BiasMode = biasMode }).ToArray())
        );
        if (network.Check() is { } unsound)
            throw new ArgumentException(unsound, nameof(layers));
        var items = inputs.Select(y => new ExactItem($"uniform {y}", Uniform(y, network.Inputs), Uniform(Last(y), network.Outputs)));
        return new ExactSolution(FamilyNames.UniformRecurrence, network, new(items.ToArray()));

        Dyadic Last(Dyadic y)
        {
            foreach (var edges in layers)
            {
                y *= weight * edges.Row(0).Length;
                if (biasMode == BiasMode.Dense || !y.IsZero)
                    y += bias;
                y = Dyadic.Max(y, Dyadic.Zero);
                if (ceiling is { } limit)
                    y = Dyadic.Min(y, limit);
            }

            return y;
        }
    }

    private static EquatableArray<Dyadic> Uniform(Dyadic value, int count) => new(Enumerable.Repeat(value, count).ToArray());
}
