using System;
using System.Collections.Generic;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Build;

/// <summary>Checks what every later stage relies on, for networks that did not come from <see cref="NetworkBuilder"/>.</summary>
internal static class NetworkVerifier
{
    /// <summary>
    /// All violations, empty for a sound network: at least one layer, chained sizes, semirings that exist in the format and are the same to
    /// correlate with in every layer, one weight an edge, one bias a neuron where there is an epilogue, every number a value of format
    /// and carrier, usable ceilings, one range an input where each has its own.
    /// </summary>
    /// <param name="network">Any network.</param>
    public static IReadOnlyList<Problem> Verify(Network network)
    {
        var problems = new List<Problem>();
        if (network.Layers.Count == 0)
            problems.Add(LayerKinds.NoneIn(network.Name));
        if (network.Layers.Count > 0 && network.InputRanges?.Count is { } ranges && ranges != network.Inputs)
            Add(ProblemKinds.WrongCount, "InputRanges", ranges, $"the network has {network.Inputs} inputs");
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            if (i > 0 && network.Layers[i - 1].Outputs != layer.Inputs)
                Add(ProblemKinds.LayersDoNotChain, $"Layer {i + 1}", layer.Inputs, $"layer {i}", network.Layers[i - 1].Outputs);
            if (layer.Inputs < 1 || layer.Outputs < 1)
                Add(ProblemKinds.InvalidSize, $"The size of layer {i + 1}", $"{layer.Inputs} × {layer.Outputs}", "both are at least 1");
            if (layer.Weights.Count != layer.Edges.EntryCount)
                Add(ProblemKinds.WrongCount, $"Layer {i + 1}", layer.Weights.Count, $"{layer.Edges.EntryCount} edges");
            if (!layer.Semirings.Correlate.Equals(network.Layers[0].Semirings.Correlate))
                Add(ProblemKinds.SemiringsContradict, layer.Semirings.Correlate.Name, network.Layers[0].Semirings.Correlate.Name);
            var hasFormat =
                layer.Elements == network.Elements
                && Exists(layer.Semirings.Correlate)
                && (layer.Semirings.Select is not { } select || Exists(select));
            if (layer.Elements != network.Elements)
                Add(
                    ProblemKinds.NotInFormat,
                    $"Layer {i + 1}",
                    NumberTypes.Of(layer.Elements).Name,
                    NumberTypes.Of(network.Elements).Name,
                    "make its format the network's"
                );
            if (NumberTypes.Of(layer.WeightFormat).Accumulator.Format != layer.Elements)
                Add(
                    ProblemKinds.WeightsNotSummed,
                    $"Layer {i + 1}",
                    NumberTypes.Of(layer.WeightFormat).Name,
                    NumberTypes.Of(layer.WeightFormat).Accumulator.Name,
                    NumberTypes.Of(layer.Elements).Name,
                    layer.Elements
                );
            if (!hasFormat)
                continue;
            if (layer.Biases.Count != layer.Outputs && !(layer.Biases.Count == 0 && layer.Select is not { OneBits: not null }))
                Add(ProblemKinds.WrongCount, $"Layer {i + 1}", layer.Biases.Count, $"{layer.Outputs} outputs");
            if (layer.Semirings.IsReLU ? !(layer.Ceiling > 0) : double.IsNaN(layer.Ceiling) || double.IsNegativeInfinity(layer.Ceiling))
                Add(
                    ProblemKinds.InvalidNumber,
                    $"The ceiling of layer {i + 1}",
                    layer.Ceiling,
                    layer.Semirings.IsReLU ? "it is above 0" : "it is finite"
                );
            Numbers($"A weight of layer {i + 1}", layer.Weights, layer.WeightFormat, layer.Correlate, layer.Semirings.Correlate);
            if (layer.Select is { } element)
                Numbers($"A bias of layer {i + 1}", layer.Biases, layer.Elements, element, layer.Semirings.Select!);
        }

        return problems;

        bool Exists(SemiringSpecification semiring)
        {
            if (semiring.GetElement(network.Elements) is { IsUsable: true })
                return true;
            Add(
                ProblemKinds.SemiringNotInFormat,
                semiring.Name,
                NumberTypes.Of(network.Elements).Name,
                semiring.GetElement(network.Elements)?.Reason ?? "It is declared for other element types.",
                "Use another format"
            );
            return false;
        }

        void Numbers(string what, RoundedValues values, ElementFormat format, SemiringElement element, SemiringSpecification semiring)
        {
            var range = element.Candidate is { } candidate ? new CarrierRange(candidate.Carrier, NumberTypes.Of(network.Elements)) : null;
            for (var i = 0; i < (values.IsConstant ? Math.Min(1, values.Count) : values.Count); i++)
            {
                var bits = values.Bits(i);
                if (bits == element.OneBits || bits == element.ZeroBits)
                    continue;
                if (Fault(format, bits) is { } remedy)
                    Add(ProblemKinds.InvalidNumber, what, Shown(network, bits), remedy);
                else if (range?.Contains(bits) == false)
                    Add(ProblemKinds.OutsideCarrier, what, Shown(network, bits), element.Candidate!.Carrier, semiring.Name);
            }
        }

        // A program may judge how a network fares in a narrower format.
        string? Fault(ElementFormat format, long bits) =>
            NumberTypes.Of(format).Fault(bits)
            ?? (
                NumberTypes.Of(network.Elements).IsReal && !network.Format.IsRepresentable(BitConverter.Int64BitsToDouble(bits))
                    ? $"it is a {network.Format.Name} value"
                    : null
            );

        void Add(ProblemKind kind, params object[] arguments) => problems.Add(Problem.Create(kind, ProblemPlace.TypeName, arguments));
    }

    private static object Shown(Network network, long bits) =>
        NumberTypes.Of(network.Elements).Real is null ? bits : BitConverter.Int64BitsToDouble(bits);
}
