using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>The network of a solution as the planner takes it: its numbers rounded once to an element format.</summary>
internal static class FamilyNetwork
{
    /// <summary>Converts a network.</summary>
    /// <param name="network">A sound network whose layers are all over the semirings.</param>
    /// <param name="semirings">The semirings; those of a ReLU network, or one to sum over.</param>
    /// <param name="weights">What weights are stored in; the semirings exist in what they are summed in.</param>
    /// <param name="fault">Which number the format does not hold and what to do; null on success.</param>
    public static Network? Of(DyadicNetwork network, Oscillation semirings, ElementFormat weights, out string? fault)
    {
        var format = NumberTypes.Of(weights).Accumulator;
        var elements = format.Format;
        fault = null;
        // Over bits One is all ones, which a closed form calls 1.
        if (format.Real is not null)
            return Real(network, semirings, NumberTypes.Of(weights), out fault);
        var one = semirings.Correlate.GetElement(elements)!.OneBits;
        var isBits = semirings.Correlate.Equals(KnownSemirings.OrAnd);
        var layers = new List<Layer>();
        foreach (var layer in network.Layers)
        {
            if (
                layer.Weights.Representatives.FirstOrDefault(value => !NumberTypes.Of(elements).Storage.IsRepresentable(value)) is
                { IsZero: false } odd
            )
            {
                fault =
                    $"The weight {odd} of layer {layers.Count + 1} is no {format.Name} value; use a Format of real numbers, or "
                    + "a Granularity of at least 0";
                return null;
            }

            var bits = Enumerable.Select(layer.Weights, Bits).ToArray();
            layers.Add(
                new Layer(
                    elements,
                    layer.Edges,
                    RoundedValues.FromBits(bits),
                    RoundedValues.FromBits(0, 0),
                    BiasMode.Dense,
                    Activation.None,
                    double.PositiveInfinity,
                    semirings
                )
            );
        }

        return new Network(network.Name, elements, Summation.Planned, new EquatableArray<Layer>(layers.ToArray()));

        long Bits(Dyadic weight)
        {
            if (isBits && weight == Dyadic.One && one is { } all)
                return all;
            return weight.IsZero ? 0 : (long)(weight.Mantissa << weight.Exponent);
        }
    }

    private static Network? Real(DyadicNetwork network, Oscillation semirings, NumberType weights, out string? fault)
    {
        var elements = weights.Accumulator.Format;
        var sums = weights.Accumulator.Storage;
        if (NetworkRounding.Round(network, new FormatTriple(weights.Storage, sums, sums), out fault) is not { } rounded)
            return null;
        var layers = rounded.Network.Layers.Select(layer => new Layer(
            elements,
            layer.Edges,
            Values(layer.Weights),
            semirings.Select is null ? RoundedValues.FromBits(0, 0) : Values(layer.Biases),
            layer.BiasMode,
            layer.Activation,
            layer.Ceiling is { } ceiling ? ceiling.ToDouble() : double.PositiveInfinity,
            semirings
        )
        {
            WeightFormat = weights.Format,
        });
        return new Network(network.Name, elements, Summation.Planned, new EquatableArray<Layer>(layers.ToArray()));
    }

    private static RoundedValues Values(DyadicValues values) =>
        values.IsConstant
            ? new RoundedValues(values.Count == 0 ? 0 : values[0].ToDouble(), values.Count)
            : RoundedValues.From(values.Select(value => value.ToDouble()).ToArray());
}
