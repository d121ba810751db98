using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Analysis;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Rewriting;
using SparseDnn.Planning.Strategies;
using SparseDnn.Planning.Strategies.Common;
using SparseDnn.Primitives;

namespace SparseDnn.Planning;

/// <summary>Rewrites a network to fewer operations and chooses a strategy for every layer.</summary>
internal static class Planner
{
    /// <summary>Plans a network for the compiler.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked for every layer and within long searches.</param>
    public static NetworkPlan Plan(Network network, CancellationToken cancellationToken = default) =>
        Plan(network, PlanTarget.Compiler, cancellationToken);

    /// <summary>Plans a network for the run-time executor: tables only, the same summation trees.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked for every layer and within long searches.</param>
    public static NetworkPlan PlanTables(Network network, CancellationToken cancellationToken = default) =>
        Plan(network, PlanTarget.Runtime, cancellationToken);

    private static NetworkPlan Plan(Network network, PlanTarget target, CancellationToken cancellationToken)
    {
        var drafts = Rewrite(network, cancellationToken);
        var data = new LayerData[drafts.Count];
        for (var i = 0; i < data.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            data[i] = Assemble(drafts[i], cancellationToken);
        }

        var firstDroppingLayer = network.Rewrites.HasFlag(Rewrites.DropZeroItems) ? FirstDroppingLayer(network, drafts) : drafts.Count;
        var inputScale = drafts.First(draft => !draft.Passes).InputScale is { } scale ? BitConverter.Int64BitsToDouble(scale) : 1;
        var state = new PlanState(
            network,
            drafts.Select((draft, i) => (draft.Layer, draft.Passes ? null : data[i])).ToArray(),
            firstDroppingLayer,
            inputScale
        );
        var layers = new LayerPlan[drafts.Count];
        for (var i = 0; i < layers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layers[i] = drafts[i].Passes
                ? new LayerPlan(network.Layers[i], data[i], EquatableArray<StrategyChoice>.Empty) { Passes = true }
                : Choose(drafts[i], state.Begin(i), target);
        }

        return new NetworkPlan(
            network,
            new EquatableArray<LayerPlan>(layers),
            firstDroppingLayer,
            Mapping(drafts[drafts.Count - 1].OutputOfNeuron)
        )
        {
            InputScale = inputScale,
            DropsSaturatedItems = network.Rewrites.HasFlag(Rewrites.DropSaturatedItems) && layers.Any(layer => layer.Layer.HasCeiling),
        };
    }

    private static LayerData Assemble(LayerDraft draft, CancellationToken cancellationToken)
    {
        var data = LayerAssembly.Assemble(draft, cancellationToken);
        if (draft.Passes)
            return data with { Ordered = OrderedInputs.Always, KeepsOrdered = true };
        var (ordered, keeps) = OrderedArithmetic.Of(draft.Layer);
        return data with { Ordered = ordered, KeepsOrdered = keeps };
    }

    private static LayerPlan Choose(LayerDraft draft, LayerState layer, PlanTarget target)
    {
        var choices = StrategyTable.Choose(layer, target);
        var kernels = KernelStrategies.TableLoop;
        foreach (var chosen in choices.OfType<StrategyChoice.Chosen>())
            kernels |= chosen.Strategy;
        // Tables carry what reads them; code is no business of theirs.
        return new LayerPlan(draft.Layer, layer.Data with { Kernels = kernels & ~KernelStrategies.StraightLine }, choices)
        {
            Found = string.Join("; ", draft.Found),
            DeclinedRewrites = new(draft.Declined.ToArray()),
            RowOfNeuron = Mapping(draft.OutputOfNeuron),
        };
    }

    private static EquatableArray<int> Mapping(int[] rows) =>
        rows.Where((row, i) => row != i).Any() ? new EquatableArray<int>(rows) : EquatableArray<int>.Empty;

    /// <summary>All rewrites of layers, in their order.</summary>
    private static List<LayerDraft> Rewrite(Network network, CancellationToken cancellationToken)
    {
        var rewrites = network.Rewrites;
        var drafts = new List<LayerDraft>();
        var ranges = ValueRanges.Of(network, cancellationToken);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            drafts.Add(Draft(network.Layers[i], drafts.Count == 0 ? null : drafts[drafts.Count - 1]));
            if (i > 0 && rewrites.HasFlag(Rewrites.MultiplyLayers) && network.MayReorder)
                LayerMultiplication.Apply(drafts, network.Format, Draft);

            LayerDraft Draft(Layer layer, LayerDraft? before)
            {
                var mapping = before is null || before.SumOfOutput.Length == layer.Inputs ? null : before.OutputOfNeuron;
                var draft = NeuronMerging.Draft(
                    network,
                    layer,
                    mapping,
                    before?.SumOfOutput.Length ?? layer.Inputs,
                    rewrites,
                    Dead(network, ranges, i),
                    cancellationToken
                );
                draft.NeedsNoReLU = ranges is not null && rewrites.HasFlag(Rewrites.DropReLU) && ranges.IsNeverNegative(i);
                return draft;
            }
        }

        if (rewrites.HasFlag(Rewrites.DropUnread))
            UnreadRows.Remove(drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (drafts[i].Passes || !network.MayReorder)
                continue;
            var before = drafts.Take(i).LastOrDefault(draft => !draft.Passes)?.Layer;
            if (rewrites.HasFlag(Rewrites.FactorWeights) && WeightFactoring.Apply(drafts[i], network.Format, before))
            {
                if (rewrites.HasFlag(Rewrites.ShareSums))
                    SumSharing.Apply(drafts[i], cancellationToken);
            }
            else if (rewrites.HasFlag(Rewrites.GroupWeights))
            {
                WeightGrouping.Apply(
                    drafts[i],
                    network.Format,
                    before is null ? network.InputRange?.Magnitude ?? double.PositiveInfinity : WeightFactoring.Largest(before),
                    rewrites.HasFlag(Rewrites.ShareSums),
                    cancellationToken
                );
            }
        }

        if (rewrites.HasFlag(Rewrites.Renumber))
            RowRenumbering.Apply(drafts, cancellationToken);

        return drafts;
    }

    // Between a layer and the one that it was multiplied into are the rows before it, which a bias of it may yet revive.
    private static int FirstDroppingLayer(Network network, List<LayerDraft> drafts)
    {
        var first = ZeroPreservation.FirstDroppingLayer(network);
        while (first > 0 && first < drafts.Count && drafts[first - 1].Passes)
            first++;
        return first;
    }

    // The network's own outputs are all computed; and some row must be left to a layer whose neurons are all dead.
    private static Func<int, bool>? Dead(Network network, ValueRanges? ranges, int layer)
    {
        if (
            ranges is null
            || !network.Rewrites.HasFlag(Rewrites.DropDead)
            || layer == network.Layers.Count - 1
            || !network.Layers[layer].HasActivation
        )
            return null;
        var lives = Enumerable.Range(0, network.Layers[layer].Outputs).Any(neuron => !ranges.IsNeverPositive(layer, neuron));
        return neuron => ranges.IsNeverPositive(layer, neuron) && (lives || neuron > 0);
    }
}
