using System;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Analysis;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.Compiler.Precision;

/// <summary>
/// Sums that overflow: for every input (SDNN2003), or for an item that is shown (SDNN2004). Nothing is said that is not proved.
/// </summary>
internal sealed class OverflowFindings(
    NetworkDeclaration declaration,
    Network network,
    Interval[] inputs,
    bool isDeclared,
    LayerGroups groups,
    FindingList findings,
    CancellationToken cancellationToken
)
{
    private bool _isFound;
    private int? _firstDoubtful;

    /// <summary>Looks at the next layer.</summary>
    public void Follow(LayerRanges ranges)
    {
        for (var neuron = 0; neuron < ranges.Sums.Length && !_isFound; neuron++)
        {
            if (!ranges.Sums[neuron].MayOverflow)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            _firstDoubtful ??= ranges.Index;
            if (CertainOverflow.Of(ranges, neuron, network.Format) is { } bound)
                Add(
                    ProblemKinds.CertainOverflow,
                    ranges.Index,
                    neuron,
                    bound,
                    isDeclared ? $" in {NumberText.Ranges(declaration, network)}" : ""
                );
        }
    }

    /// <summary>Looks for an item that overflows, where no layer does for every input.</summary>
    public void Finish()
    {
        if (_isFound || !isDeclared || _firstDoubtful is not { } layer)
            return;
        foreach (var (item, name) in new OverflowItems(network, inputs, layer, cancellationToken).Likely())
        {
            var points = Array.ConvertAll(item, Interval.Point);
            foreach (var ranges in ValueRanges.Follow(network, points, cancellationToken))
            {
                for (var neuron = 0; neuron < ranges.Sums.Length; neuron++)
                {
                    if (CertainOverflow.Of(ranges, neuron, network.Format) is not { } bound)
                        continue;
                    Add(ProblemKinds.ReachableOverflow, ranges.Index, neuron, bound, name);
                    return;
                }
            }
        }
    }

    private void Add(ProblemKind kind, int layer, int neuron, Dyadic bound, string inputsText)
    {
        _isFound = true;
        var wider = Wider();
        var remedy = wider is { } format
            ? $"use Format = ElementFormat.{format}, the narrowest that holds all sums, or scale the weights"
            : "scale the weights, because no wider format holds all sums";
        findings.Add(
            Problem.Create(
                kind,
                groups.Weights(layer),
                groups.Name(layer),
                neuron,
                bound.Sign > 0 ? "at least" : "at most",
                NumberText.Of(bound),
                inputsText,
                network.Format.Name,
                NumberText.Of(network.Format.MaxFinite),
                remedy
            ) with
            {
                Data =
                    wider is { } name && !declaration.HasLayerFormats
                        ? new(new NetworkFormat(name.ToString()).Data)
                        : EquatableArray<ProblemDatum>.Empty,
            }
        );
    }

    // The narrowest element format in which no sum can overflow, for the range that is known.
    private ElementFormat? Wider() =>
        NumberTypes
            .Elements.Where(row => row.Real is { } real && real.MaxExponent > network.Format.MaxExponent)
            .OrderBy(row => row.Bytes)
            .Where(row =>
                ValueRanges
                    .Follow(network with { Format = row.Real! }, inputs, cancellationToken)
                    .All(ranges => Array.TrueForAll(ranges.Sums, sum => !sum.MayOverflow))
            )
            .Select(row => (ElementFormat?)row.Format)
            .FirstOrDefault();
}
