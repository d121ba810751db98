using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Networks;

/// <summary>The one place where compiled networks become exact ones and back.</summary>
internal static class NetworkConversion
{
    /// <summary>The exact numbers of a network.</summary>
    /// <param name="network">A sound network over any semirings, in any element format.</param>
    public static DyadicNetwork ToDyadic(Network network) => new(network.Name, new(network.Layers.Select(ToDyadic)));

    /// <summary>The formats in which a network itself stores its weights and carries its activations and sums.</summary>
    /// <param name="network">A sound network.</param>
    public static FormatTriple Formats(Network network)
    {
        var elements = NumberTypes.Of(network.Elements).Storage;
        return new(NumberTypes.Of(network.WeightFormat).Storage, elements, elements);
    }

    /// <summary>A ReLU layer as the kernels know it.</summary>
    /// <param name="layer">A plus-times layer.</param>
    /// <exception cref="ArgumentException">A number is not a binary64 value, or the layer sums over another semiring.</exception>
    public static Layer ToLayer(DyadicLayer layer) =>
        !layer.Semirings.IsOrdinary
            ? throw new ArgumentException(
                $"The layer is over {string.Join(" and ", layer.Semirings.Names)}; only plus-times layers are ReLU layers.",
                nameof(layer)
            )
            : new Layer(
                ElementFormat.Binary64,
                layer.Edges,
                Values(layer.Weights),
                Values(layer.Biases),
                layer.BiasMode,
                layer.Activation,
                layer.Ceiling is { } ceiling ? Binary64(ceiling) : double.PositiveInfinity,
                Oscillation.ReLU
            );

    /// <summary>One layer's exact numbers.</summary>
    private static DyadicLayer ToDyadic(Layer layer) =>
        new(
            layer.Edges,
            Values(layer.Weights, layer.Elements),
            // A layer without an epilogue has no biases, and none where One cannot be read.
            layer.Biases.Count == 0
                ? new DyadicValues(Dyadic.Zero, layer.Outputs)
                : Values(layer.Biases, layer.Elements),
            layer.BiasMode,
            layer.Activation,
            layer.HasCeiling ? Dyadic.FromDouble(layer.Ceiling) : null,
            layer.Semirings.IsOrdinary ? Oscillation.ReLU : layer.Semirings.Referenced
        );

    private static DyadicValues Values(RoundedValues values, ElementFormat format)
    {
        if (values.IsConstant)
            return new(values.Count == 0 ? Dyadic.Zero : NumberTypes.Of(format).ToDyadic(values.ConstantBits), values.Count);
        var exact = new Dyadic[values.Count];
        for (var i = 0; i < exact.Length; i++)
            exact[i] = NumberTypes.Of(format).ToDyadic(values.Bits(i));
        return DyadicValues.From(exact);
    }

    private static RoundedValues Values(DyadicValues values) =>
        values.IsConstant
            ? new RoundedValues(values.Count == 0 ? 0 : Binary64(values[0]), values.Count)
            : RoundedValues.From(values.Select(Binary64).ToArray());

    private static double Binary64(Dyadic value) =>
        value.IsExactDouble
            ? value.ToDouble()
            : throw new ArgumentException($"{value} is not a binary64 value; round it to a format first.");
}
