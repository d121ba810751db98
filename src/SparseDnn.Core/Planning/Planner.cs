using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Analysis;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning;

/// <summary>Rewrites a network to fewer operations and chooses a strategy for every layer.</summary>
public static class Planner
{
    /// <summary>Most terms of a straight-line layer: measured, code beats tables up to here at one register a neuron.</summary>
    public const int MaxStraightLineEdges = 512;

    /// <summary>Most neurons of a straight-line layer; each costs about as much code as three edges.</summary>
    public const int MaxStraightLineNeurons = 256;

    /// <summary>Most terms of all straight-line layers of a network together, lest many small layers become megabytes of code.</summary>
    public const int MaxStraightLineEdgesInAll = 16_384;

    /// <summary>Plans a network for the compiler.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked for every layer and within long searches.</param>
    public static NetworkPlan Plan(Network network, CancellationToken cancellationToken = default) =>
        Plan(network, allowCode: true, cancellationToken);

    /// <summary>Plans a network for the run-time executor: tables only, the same summation trees.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked for every layer and within long searches.</param>
    public static NetworkPlan PlanTables(Network network, CancellationToken cancellationToken = default) =>
        Plan(network, allowCode: false, cancellationToken);

    private static NetworkPlan Plan(Network network, bool allowCode, CancellationToken cancellationToken)
    {
        var drafts = Rewrite(network, cancellationToken);
        var layers = new LayerPlan[drafts.Count];
        var budget = MaxStraightLineEdgesInAll;
        for (var i = 0; i < layers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (drafts[i].Passes)
            {
                layers[i] = new LayerPlan(
                    network.Layers[i],
                    KernelStrategy.Table,
                    "",
                    LayerAssembly.Assemble(drafts[i], cancellationToken) with
                    {
                        Ordered = OrderedInputs.Always,
                        KeepsOrdered = true,
                        Kernels = KernelStrategies.TableLoop,
                    }
                )
                {
                    Passes = true,
                };
                continue;
            }

            var (ordered, keeps) = OrderedArithmetic.Of(drafts[i].Layer);
            var data = LayerAssembly.Assemble(drafts[i], cancellationToken) with { Ordered = ordered, KeepsOrdered = keeps };
            var choice = KernelChoice.Of(data, network.Kernels);
            data = data with
            {
                Kernels = choice.Kernels | (ColumnChoice.Decline(data) is null ? network.Kernels & KernelStrategies.Columns : 0),
            };
            var declined = DeclineStraightLine(data, allowCode && network.Kernels.HasFlag(KernelStrategies.StraightLine) ? budget : null);
            var strategy = declined is null ? KernelStrategy.StraightLine : KernelStrategy.Table;
            var reasons = drafts[i].Declined.Concat([declined ?? "", choice.Declined ?? ""]).Where(reason => reason.Length > 0);
            layers[i] = new LayerPlan(drafts[i].Layer, strategy, string.Join("; ", reasons), data)
            {
                Found = string.Join("; ", drafts[i].Found),
                RowOfNeuron = Mapping(drafts[i].OutputOfNeuron),
            };
            if (strategy == KernelStrategy.StraightLine)
                budget -= Cost(data);
        }

        return new NetworkPlan(
            network,
            new EquatableArray<LayerPlan>(layers),
            network.Rewrites.HasFlag(Rewrites.DropZeroItems) ? FirstDroppingLayer(network, drafts) : layers.Length,
            Mapping(drafts[drafts.Count - 1].OutputOfNeuron)
        )
        {
            InputScale = drafts.First(draft => !draft.Passes).InputScale is { } scale ? BitConverter.Int64BitsToDouble(scale) : 1,
            DropsSaturatedItems = network.Rewrites.HasFlag(Rewrites.DropSaturatedItems) && layers.Any(layer => layer.Layer.HasCeiling),
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
            || !network.Layers[layer].HasSelect
        )
            return null;
        var lives = Enumerable.Range(0, network.Layers[layer].Outputs).Any(neuron => !ranges.IsNeverPositive(layer, neuron));
        return neuron => ranges.IsNeverPositive(layer, neuron) && (lives || neuron > 0);
    }

    private static string? DeclineStraightLine(LayerData data, int? budget)
    {
        if (budget is null)
            return "";
        if (data.TermCount > MaxStraightLineEdges)
            return $"straight-line code declined: more than {MaxStraightLineEdges} edges";
        if (data.Outputs > MaxStraightLineNeurons)
            return $"straight-line code declined: more than {MaxStraightLineNeurons} neurons";
        return Cost(data) > budget
            ? $"straight-line code declined: the network's {MaxStraightLineEdgesInAll} edges of code are used up"
            : null;
    }

    // A neuron without edges still costs a statement.
    private static int Cost(LayerData data) => (int)data.TermCount + data.Outputs;
}
