using System;
using System.Text;
using SparseDnn.Exact.Networks;
using SparseDnn.Fixtures.Numbers;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Folders;

/// <summary>Writes a layer's weights as Matrix Market <c>coordinate real general</c>, 1-based; a row is an input neuron.</summary>
internal static class MatrixMarketWriter
{
    /// <summary>The text, one entry an edge, by output neuron and then by input neuron.</summary>
    /// <param name="layer">Its weights are binary64 values.</param>
    /// <exception cref="ArgumentException">A weight is no finite binary64 value.</exception>
    public static string Write(DyadicLayer layer)
    {
        var text = new StringBuilder("%%MatrixMarket matrix coordinate real general\n");
        text.Append(layer.Inputs).Append(' ').Append(layer.Outputs).Append(' ').Append(layer.Edges.EntryCount).Append('\n');
        var constant = layer.Weights is { IsConstant: true, Count: > 0 } ? Decimal(layer.Weights[0]) : null;
        for (int output = 0, edge = 0; output < layer.Outputs; output++)
        {
            foreach (var input in layer.Edges.Row(output))
            {
                text.Append(input + 1)
                    .Append(' ')
                    .Append(output + 1)
                    .Append(' ')
                    .Append(constant ?? Decimal(layer.Weights[edge]))
                    .Append('\n');
                edge++;
            }
        }

        return text.ToString();
    }

    /// <summary>The shortest decimal of an exact number.</summary>
    internal static string Decimal(Dyadic value) =>
        value.IsExactDouble
            ? ShortestDecimal.Of(value.ToDouble())
            : throw new ArgumentException($"{value} is no finite binary64 value; text formats hold only such.");
}
