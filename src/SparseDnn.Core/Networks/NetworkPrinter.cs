using System.Globalization;
using System.Text;
using SparseDnn.Numerics;

namespace SparseDnn.Networks;

/// <summary>Writes a network as text: one line a layer, and its edges where asked.</summary>
public static class NetworkPrinter
{
    /// <summary>The text, lines ending in \n, invariant culture.</summary>
    /// <param name="network">Any network.</param>
    /// <param name="withEdges">Whether every edge gets a line <c>input → output: weight</c>.</param>
    public static string Print(Network network, bool withEdges = false)
    {
        var text = new StringBuilder();
        text.Append("network ").Append(network.Name).Append(": ").Append(network.Format.Name).Append(", ")
            .Append(network.Summation == Summation.Strict ? "strict" : "planned").Append('\n');
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            text.Append("  layer ").Append(Text(i + 1)).Append(": ").Append(Summary(layer, network.Format)).Append('\n');
            if (withEdges) Edges(text, layer, network.Format);
        }

        return text.ToString();
    }

    /// <summary>A layer in words: shape, edges, weights, bias, activation, ceiling.</summary>
    /// <param name="layer">Any layer.</param>
    /// <param name="format">The network's format, in whose shortest form numbers are written.</param>
    public static string Summary(Layer layer, NumberFormat format) => string.Concat(
        Grouped(layer.Inputs), " → ", Grouped(layer.Outputs), ", ", Grouped(layer.Edges.EntryCount), layer.Edges.EntryCount == 1 ? " edge" : " edges",
        layer.Weights.IsConstant && layer.Weights.Count > 0 ? $" of weight {Text(layer.Weights.Constant, format)}" : "",
        ", ", Epilogue(layer, format));

    /// <summary>What happens to the sums of a layer, in words.</summary>
    /// <param name="layer">Any layer.</param>
    /// <param name="format">The network's format.</param>
    public static string Epilogue(Layer layer, NumberFormat format) => string.Concat(
        layer.HasBias ? (layer.Biases.IsConstant ? $"bias {Text(layer.Biases.Constant, format)}" : "a bias per neuron") : "no bias",
        layer.HasBias ? (layer.BiasMode == BiasMode.NonzeroSums ? " on nonzero sums" : " (dense)") : "",
        layer.Activation == Activation.ReLU ? ", ReLU" : ", no activation",
        layer.HasCeiling ? $", ceiling {Text(layer.Ceiling, format)}" : "");

    /// <summary>An integer with thousands separated by commas, whatever the culture.</summary>
    /// <param name="value">Any integer.</param>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static void Edges(StringBuilder text, Layer layer, NumberFormat format)
    {
        for (int row = 0, edge = 0; row < layer.Outputs; row++)
            foreach (var column in layer.Edges.Row(row))
                text.Append("    ").Append(Text(column)).Append(" → ").Append(Text(row)).Append(": ").Append(Text(layer.Weights[edge++], format)).Append('\n');
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    // The shortest text that reads back to the same value in the format: what the user wrote, rather than its binary64 expansion.
    private static string Text(double value, NumberFormat format) =>
        format.BitWidth <= 32 ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
