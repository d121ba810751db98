using System;
using System.Globalization;
using System.Text;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Networks;

/// <summary>Writes a network as text: one line a layer, and its edges where asked.</summary>
internal static class NetworkPrinter
{
    /// <summary>The text, lines ending in \n, invariant culture.</summary>
    /// <param name="network">Any network.</param>
    /// <param name="withEdges">Whether every edge gets a line <c>input → output: weight</c>.</param>
    public static string Print(Network network, bool withEdges = false)
    {
        var text = new StringBuilder();
        text.Append("network ")
            .Append(network.Name)
            .Append(": ")
            .Append(NumberTypes.Of(network.Elements).Name)
            .Append(", ")
            .Append(network.Summation == Summation.Strict ? "strict" : "planned")
            .Append('\n');
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            text.Append("  layer ").Append(Text(i + 1)).Append(": ").Append(Summary(layer)).Append('\n');
            if (withEdges)
                Edges(text, layer);
        }

        return text.ToString();
    }

    /// <summary>A layer in words: shape, edges, weights, semirings, bias, activation, ceiling.</summary>
    /// <param name="layer">Any layer of a sound network.</param>
    public static string Summary(Layer layer) =>
        string.Concat(
            Grouped(layer.Inputs),
            " → ",
            Grouped(layer.Outputs),
            ", ",
            Grouped(layer.Edges.EntryCount),
            layer.Edges.EntryCount == 1 ? " edge" : " edges",
            layer.Weights.IsConstant && layer.Weights.Count > 0 ? $" of weight {Text(layer.Weights.ConstantBits, layer)}" : "",
            layer.WeightFormat == layer.Elements ? "" : $" stored as {NumberTypes.Of(layer.WeightFormat).Name}",
            ", ",
            Epilogue(layer)
        );

    /// <summary>The weight of all edges of a layer; a unit fraction of a power of two as one, such as 1/16.</summary>
    /// <param name="layer">A layer of one weight.</param>
    public static string ConstantWeight(Layer layer)
    {
        const int MostDenominator = 1 << 20; // beyond that nobody reads a fraction
        var bits = layer.Weights.ConstantBits;
        if (NumberTypes.Of(layer.Elements).Real is null)
            return Text(bits, layer);
        var denominator = 1 / Math.Abs(BitConverter.Int64BitsToDouble(bits));
        if (denominator is not (> 1 and <= MostDenominator) || (int)denominator != denominator)
            return Text(bits, layer);
        if (((int)denominator & ((int)denominator - 1)) != 0)
            return Text(bits, layer);
        return (BitConverter.Int64BitsToDouble(bits) < 0 ? "-1/" : "1/") + Text((int)denominator);
    }

    /// <summary>What happens to the sums of a layer, in words; for anything but a ReLU network also over which semirings.</summary>
    /// <param name="layer">Any layer of a sound network.</param>
    public static string Epilogue(Layer layer)
    {
        var semirings = layer.Semirings;
        if (semirings.Select is null)
            return $"{semirings.Correlate.Name}, no epilogue";
        return string.Concat(
            semirings.IsReLU ? "" : $"{semirings.Correlate.Name} then {semirings.Select.Name}, {Crossing(layer)}, ",
            Bias(layer),
            Activation(layer),
            layer.HasCeiling ? $", ceiling {Ceiling(layer)}" : ""
        );
    }

    private static string Bias(Layer layer)
    {
        if (!layer.HasBias)
            return "no bias";
        var bias = layer.Biases.IsConstant ? $"bias {Text(layer.Biases.ConstantBits, layer)}" : "a bias per neuron";
        if (!layer.Semirings.IsReLU)
            return bias;
        return bias + (layer.BiasMode == BiasMode.NonzeroSums ? " on nonzero sums" : " (dense)");
    }

    private static string Activation(Layer layer) =>
        (layer.HasActivation, layer.Semirings.IsReLU) switch
        {
            (false, _) => ", no activation",
            (_, true) => ", ReLU",
            _ => $", {layer.Semirings.Select!.Add} with {Value(layer.Select!.One, layer.Select.OneBits, layer)}",
        };

    /// <summary>An integer with thousands separated by commas, whatever the culture.</summary>
    /// <param name="value">Any integer.</param>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Crossing(Layer layer) =>
        layer.BiasMode == BiasMode.NonzeroSums
            ? "absent sums stay absent"
            : $"absent sums count as {Value(layer.Correlate.Zero, layer.Correlate.ZeroBits, layer)} (dense)";

    private static string Ceiling(Layer layer) =>
        Text(NumberTypes.Of(layer.Elements).Real is null ? (long)layer.Ceiling : BitConverter.DoubleToInt64Bits(layer.Ceiling), layer);

    private static void Edges(StringBuilder text, Layer layer)
    {
        for (int row = 0, edge = 0; row < layer.Outputs; row++)
            foreach (var column in layer.Edges.Row(row))
                text.Append("    ")
                    .Append(Text(column))
                    .Append(" → ")
                    .Append(Text(row))
                    .Append(": ")
                    .Append(Text(layer.Weights.Bits(edge++), layer))
                    .Append('\n');
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Value(CarrierValue value, long? bits, Layer layer)
    {
        if (bits is { } known)
            return Text(known, layer);
        if (value.IsKnown)
            return value.ToString();
        return "the type's own";
    }

    // The shortest text that reads back to the same value in the format: what the user wrote, rather than its binary64 expansion.
    private static string Text(long bits, Layer layer)
    {
        var format = NumberTypes.Of(layer.Elements);
        var number = BitConverter.Int64BitsToDouble(bits);
        if (format.Real is null || double.IsInfinity(number))
            return format.FromBits(bits).ToString();
        return format.Real.BitWidth <= 32
            ? ((float)number).ToString("R", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
