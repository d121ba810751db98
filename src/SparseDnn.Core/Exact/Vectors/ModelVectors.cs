using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors;

/// <summary>Test vectors of compiled networks over any semiring, in their own element format.</summary>
internal static class ModelVectors
{
    private const long GuardedEdges = 1 << 18; // the ideal arithmetic takes about a microsecond an edge

    /// <summary>Why a network's outputs cannot be known here; null where they can.</summary>
    public static string? Obstacle(Network model)
    {
        foreach (var layer in model.Layers)
        foreach (var element in new[] { layer.Correlate, layer.Select })
            if (element is { Candidate: null })
                return $"the operations of {layer.Semirings} are known to the program alone: {element.Reason} Write its bodies as "
                    + "expressions that can be read";
        return null;
    }

    public static VectorSet? Compile(
        Network model,
        InputSetOptions options,
        bool roundBetweenLayers,
        out string? fault,
        CancellationToken cancellationToken
    )
    {
        var freedoms = Freedoms(model);
        fault =
            options.Certify && Array.IndexOf(freedoms, OrderFreedom.Ordered) is >= 0 and var ordered
                ? $"layer {ordered + 1} is over {model.Layers[ordered].Semirings}, whose results depend on the order of its "
                    + $"operations in {NumberTypes.Of(model.Elements).Name}; do not ask for certified items"
                : null;
        if (fault is not null)
            return null;
        var items = SemiringInputs.Traced(
            model,
            options,
            item => !options.Certify || IsCertified(model, freedoms, item, cancellationToken),
            cancellationToken
        );
        if (items.Count == 0)
            fault = $"every input tried makes '{model.Name}' give NaN; choose weights or a range that do not";
        else if (options.Certify && items.Count == 1 && model.Inputs > 1)
            fault =
                $"only item '{items[0].Label}' keeps every sum of '{model.Name}' exact in {NumberTypes.Of(model.Elements).Name}; use "
                + "weights of fewer bits, or do not ask for certified items";
        else
            fault = null;
        if (fault is not null)
            return null;
        var certificates = model
            .Layers.Select(
                (layer, i) =>
                    freedoms[i] == OrderFreedom.IfCertified
                        ? SumCertificate.Find(layer, items.Select(item => item.InputsOf(i)), cancellationToken)
                        : null
            )
            .ToArray();
        var isFree = freedoms.Select((freedom, i) => freedom == OrderFreedom.Free || certificates[i] is { HeadroomBits: >= 0 }).ToArray();
        Guard(model, items, isFree, cancellationToken);
        var network = NetworkConversion.ToDyadic(model);
        var outputs = Exact(items.Select(item => item.Outputs[item.Outputs.Length - 1]));
        return new VectorSet(
            model.Name,
            FamilyNames.AnyNetwork,
            options.Seed,
            NetworkConversion.Formats(model),
            new(
                network
                    .Layers.Select(
                        (layer, i) =>
                            new VectorLayer(
                                layer,
                                certificates[i],
                                roundBetweenLayers ? Exact(items.Select(item => item.Outputs[i])) : null
                            )
                    )
                    .ToArray()
            ),
            Exact(items.Select(item => item.Bits)),
            outputs
        )
        {
            Bounds = new(outputs.Select(item => new EquatableArray<double>(new double[item.Count])).ToArray()),
            Ground = Array.TrueForAll(isFree, free => free) ? ExactnessGround.OrderFree : ExactnessGround.Replay,
            RoundBetweenLayers = roundBetweenLayers,
            Labels = new(items.Select(item => item.Label).ToArray()),
        };

        EquatableArray<EquatableArray<Dyadic>> Exact(IEnumerable<long[]> bits) =>
            new(bits.Select(item => new EquatableArray<Dyadic>(NumberTypes.Of(model.Elements).ToDyadic(item))).ToArray());
    }

    private static bool IsCertified(Network model, OrderFreedom[] freedoms, SemiringItem item, CancellationToken cancellationToken)
    {
        for (var i = 0; i < freedoms.Length; i++)
            if (
                freedoms[i] == OrderFreedom.IfCertified
                && SumCertificate.Find(model.Layers[i], [item.InputsOf(i)], cancellationToken) is not { HeadroomBits: >= 0 }
            )
                return false;
        return true;
    }

    private static OrderFreedom[] Freedoms(Network model)
    {
        var known = new Dictionary<(Oscillation, bool, bool), OrderFreedom>();
        return model
            .Layers.Select(layer =>
            {
                var key = (layer.Semirings, layer.HasBias, layer.HasActivation);
                return known.TryGetValue(key, out var freedom) ? freedom : known[key] = OrderFreedoms.Of(layer);
            })
            .ToArray();
    }

    // Where the order is free nothing rounds but ⊗, which ⊕ chooses from: so the ideal sums, rounded once, must be the rounded ones.
    private static void Guard(Network model, IReadOnlyList<SemiringItem> items, bool[] isFree, CancellationToken cancellationToken)
    {
        var format = NumberTypes.Of(model.Elements);
        long edges = 0;
        foreach (var item in items)
        {
            for (var i = 0; i < isFree.Length && edges < GuardedEdges; i++)
            {
                var layer = model.Layers[i];
                if (!isFree[i])
                    continue;
                edges += layer.Edges.EntryCount;
                var sums = model with { Layers = new([layer with { Semirings = layer.Semirings with { Select = null } }]) };
                var ideal = CarrierOracle.Evaluate(sums, Array.ConvertAll(item.InputsOf(i), format.FromBits), cancellationToken);
                var rounded = RoundedEvaluator.EvaluateBits(sums, item.InputsOf(i));
                for (var neuron = 0; neuron < rounded.Length; neuron++)
                    if (!Agree(ideal[neuron], rounded[neuron], format))
                        throw new InvalidOperationException(
                            $"Neuron {neuron + 1} of layer {i + 1} contradicts its ideal value in item '{item.Label}'."
                        );
            }
        }
    }

    private static bool Agree(CarrierValue ideal, long bits, NumberType format)
    {
        if (ideal.Kind is CarrierValueKind.Undefined or CarrierValueKind.Undecided)
            return true;
        return format.ToBits(ideal) is { } expected
            && (
                expected == bits
                || (format.Real is not null && BitConverter.Int64BitsToDouble(expected) == BitConverter.Int64BitsToDouble(bits))
            );
    }
}
