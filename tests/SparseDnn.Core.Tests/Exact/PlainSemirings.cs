using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Linear layers over any semiring in plain loops, written apart from everything under test.</summary>
internal static class PlainSemirings
{
    private static readonly Dictionary<
        string,
        (Dyadic Zero, Func<Dyadic, Dyadic, Dyadic> Add, Func<Dyadic, Dyadic, Dyadic> Multiply)
    > Rows = new()
    {
        ["min-plus"] = (Dyadic.PositiveInfinity, Dyadic.Min, (a, b) => a + b),
        ["max-plus"] = (Dyadic.NegativeInfinity, Dyadic.Max, (a, b) => a + b),
        ["max-min"] = (Dyadic.NegativeInfinity, Dyadic.Max, Dyadic.Min),
        ["or-and"] = (Dyadic.Zero, Dyadic.Max, Dyadic.Min),
    };

    public static Dyadic[] Evaluate(DyadicNetwork network, IEnumerable<Dyadic> input)
    {
        var x = input.ToArray();
        foreach (var layer in network.Layers)
        {
            var (zero, add, multiply) = Rows[layer.Semirings.Correlate.Key];
            var y = new Dyadic[layer.Outputs];
            var edge = 0;
            for (var neuron = 0; neuron < y.Length; neuron++)
            {
                y[neuron] = zero;
                foreach (var source in layer.Edges.Row(neuron))
                    y[neuron] = add(y[neuron], multiply(x[source], layer.Weights[edge++]));
            }

            x = y;
        }

        return x;
    }
}
