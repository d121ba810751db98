using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Networks;

/// <summary>Layers from tables and from sparse entries.</summary>
internal static class LayerFactory
{
    /// <summary>A layer from a matrix of weights, absent where null.</summary>
    /// <param name="inputs">Number of rows.</param>
    /// <param name="outputs">Number of columns.</param>
    /// <param name="weight">Weight from input (first) to output (second); null for no edge.</param>
    /// <param name="bias">Bias of each output; null for none.</param>
    public static DyadicLayer FromMatrix(int inputs, int outputs, Func<int, int, Dyadic?> weight, Func<int, Dyadic>? bias = null)
    {
        var builder = new CsrBuilder(outputs, inputs);
        var weights = new List<Dyadic>();
        var columns = new List<int>();
        for (var output = 0; output < outputs; output++)
        {
            columns.Clear();
            for (var input = 0; input < inputs; input++)
            {
                if (weight(input, output) is not { } value)
                    continue;
                columns.Add(input);
                weights.Add(value);
            }

            builder.AddRow(columns.ToArray());
        }

        var biases = bias is null
            ? new DyadicValues(Dyadic.Zero, outputs)
            : DyadicValues.From(Enumerable.Range(0, outputs).Select(bias).ToArray());
        return new DyadicLayer(builder.Build(), DyadicValues.From(weights.ToArray()), biases);
    }

    /// <summary>A layer with the same weight on every edge and the same bias at every neuron.</summary>
    /// <param name="edges">One row per output neuron.</param>
    /// <param name="weight">Weight of every edge.</param>
    /// <param name="bias">Bias of every neuron.</param>
    /// <param name="ceiling">Largest output; null for none.</param>
    public static DyadicLayer Constant(CsrPattern edges, Dyadic weight, Dyadic bias = default, Dyadic? ceiling = null) =>
        new(edges, new DyadicValues(weight, edges.EntryCount), new DyadicValues(bias, edges.RowCount), ceiling: ceiling);
}
