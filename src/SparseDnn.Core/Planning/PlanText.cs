using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning;

/// <summary>Says what a network is and what was done with it, for hover texts, remarks and descriptions.</summary>
internal static class PlanText
{
    /// <summary>A network in one line.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">Values in an input item.</param>
    /// <param name="outputs">Values in an output item.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="edges">Edges of all layers.</param>
    /// <param name="format">Number format.</param>
    /// <param name="summation">How terms are added.</param>
    /// <param name="semirings">The network's <see cref="Semirings"/>; empty for ReLU networks.</param>
    /// <param name="weights">The network's <see cref="Weights"/>; empty where they are stored as elements.</param>
    public static string Headline(
        string name,
        int inputs,
        int outputs,
        int layers,
        long edges,
        ElementFormat format,
        Summation summation,
        string semirings = "",
        string weights = ""
    ) =>
        string.Concat(
            name,
            ": ",
            NetworkPrinter.Grouped(layers),
            layers == 1 ? " layer, " : " layers, ",
            NetworkPrinter.Grouped(inputs),
            " → ",
            NetworkPrinter.Grouped(outputs),
            " neurons, ",
            NetworkPrinter.Grouped(edges),
            edges == 1 ? " edge, " : " edges, ",
            NumberTypes.Of(format).Name,
            weights.Length > 0 ? $" with {weights} weights" : "",
            ", ",
            semirings.Length > 0 ? semirings : Sums(summation)
        );

    private static string Sums(Summation summation) => summation == Summation.Strict ? "strict sums" : "fused sums";

    /// <summary>
    /// The semirings of a network in a few words, such as "min-plus" or "plus-times / max-plus"; empty for ReLU networks.
    /// </summary>
    /// <param name="network">Any network.</param>
    public static string Semirings(Network network) =>
        network.Layers.All(layer => layer.Semirings.IsReLU)
            ? ""
            : string.Join(" and ", network.Layers.Select(layer => layer.Semirings.ToString()).Distinct(StringComparer.Ordinal));

    /// <summary>The formats in which weights are stored, such as "bfloat16"; empty where all are elements.</summary>
    /// <param name="network">Any network.</param>
    public static string Weights(Network network) =>
        network.Layers.All(layer => layer.WeightFormat == network.Elements)
            ? ""
            : string.Join(
                " and ",
                network.Layers.Select(layer => NumberTypes.Of(layer.WeightFormat).Name).Distinct(StringComparer.Ordinal)
            );

    /// <summary>The layers in words, those of equal explanation folded into one line.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="maxLines">Most lines; a last line says how many layers are not shown.</param>
    public static IReadOnlyList<string> Layers(NetworkPlan plan, int maxLines) =>
        Folded(
            plan,
            layer => layer.Explanation,
            (layers, text) => layers.Length == 1 ? $"Layer {Numbers(layers)}: {text}" : $"Layers {Numbers(layers)}: each {text}",
            ", see Description.LayerExplanations",
            maxLines
        );

    /// <summary>
    /// What became of every strategy in every layer: chosen with what must hold at run time, or declined with the reason, see
    /// <see cref="LayerPlan.StrategySummary"/>; layers of which the same is said are folded into one line.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="maxLines">Most lines; a last line says how many layers are not shown.</param>
    public static IReadOnlyList<string> Strategies(NetworkPlan plan, int maxLines = int.MaxValue) =>
        Folded(
            plan,
            layer => layer.StrategySummary,
            (layers, text) => $"Strategies of {(layers.Length == 1 ? "layer" : "layers")} {Numbers(layers)}: {text}",
            "",
            maxLines
        );

    private static List<string> Folded(
        NetworkPlan plan,
        Func<LayerPlan, string> text,
        Func<int[], string, string> line,
        string whereTheRestIs,
        int maxLines
    )
    {
        var groups = plan
            .Layers.Select((layer, i) => (Number: i + 1, Text: text(layer)))
            .GroupBy(layer => layer.Text, layer => layer.Number, StringComparer.Ordinal)
            .ToArray();
        var lines = new List<string>();
        foreach (var group in groups)
        {
            if (lines.Count == maxLines - 1 && groups.Length > maxLines)
            {
                lines.Add(
                    FormattableString.Invariant($"… and {groups.Skip(lines.Count).Sum(rest => rest.Count())} more layers{whereTheRestIs}")
                );
                break;
            }

            lines.Add(line(group.ToArray(), group.Key));
        }

        return lines;
    }

    private static string Numbers(int[] layers)
    {
        const int MaxRanges = 4;
        var ranges = new List<string>();
        for (int first = 0, last; first < layers.Length; first = last + 1)
        {
            last = first;
            while (last + 1 < layers.Length && layers[last + 1] == layers[last] + 1)
                last++;
            ranges.Add(
                first == last
                    ? FormattableString.Invariant($"{layers[first]}")
                    : FormattableString.Invariant($"{layers[first]}–{layers[last]}")
            );
        }

        var shown = string.Join(", ", ranges.Take(MaxRanges));
        return ranges.Count <= MaxRanges ? shown : FormattableString.Invariant($"{shown}, … ({layers.Length} in all)");
    }

    /// <summary>What happens to items whose values are all Zero, in words.</summary>
    /// <param name="plan">The plan.</param>
    public static string Dropping(NetworkPlan plan)
    {
        var zero = plan.Network.Layers[0].Correlate.Zero.ToString();
        var isReLU = plan.Network.Layers.All(layer => layer.Semirings.IsReLU);
        var items = zero == "0" ? "Items of all zeros" : $"Items whose values are all Zero, {zero},";
        if (plan.FirstDroppingLayer >= plan.Layers.Count)
            return items + " are computed like any other" + (isReLU ? ", because a bias revives them." : ".");
        var end = zero == "0" ? "their outputs are zero." : "their outputs are Zero.";
        return plan.FirstDroppingLayer == 0
            ? $"{items} are dropped between layers: {end}"
            : FormattableString.Invariant($"{items} are dropped after layer {plan.FirstDroppingLayer}: {end}");
    }
}
