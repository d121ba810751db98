using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Analysis;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Chooses a strategy for every layer and finds what its neurons share.</summary>
public static class Planner
{
    /// <summary>Most edges of a straight-line layer: measured, code beats tables up to here at one register a neuron.</summary>
    public const int MaxStraightLineEdges = 512;

    /// <summary>Most neurons of a straight-line layer; each costs about as much code as three edges.</summary>
    public const int MaxStraightLineNeurons = 256;

    /// <summary>Most edges of all straight-line layers of a network together, lest many small layers become megabytes of code.</summary>
    public const int MaxStraightLineEdgesInAll = 16_384;

    /// <summary>Plans a network for the compiler.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static NetworkPlan Plan(Network network, CancellationToken cancellationToken = default) => Plan(network, allowCode: true, cancellationToken);

    /// <summary>Plans a network for the run-time executor: tables only, the same summation trees.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static NetworkPlan PlanTables(Network network, CancellationToken cancellationToken = default) => Plan(network, allowCode: false, cancellationToken);

    private static NetworkPlan Plan(Network network, bool allowCode, CancellationToken cancellationToken)
    {
        var layers = new LayerPlan[network.Layers.Count];
        var budget = MaxStraightLineEdgesInAll;
        for (var i = 0; i < layers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layers[i] = Plan(network.Layers[i], allowCode ? budget : null, cancellationToken);
            if (layers[i].Strategy == KernelStrategy.StraightLine) budget -= Cost(network.Layers[i]);
        }

        return new NetworkPlan(network, new EquatableArray<LayerPlan>(layers), ZeroPreservation.FirstDroppingLayer(network));
    }

    private static LayerPlan Plan(Layer layer, int? budget, CancellationToken cancellationToken)
    {
        var lists = SharedLists.Find(layer.Edges, out var listOfNeuron, cancellationToken);
        var listOfSum = SharedSums.Find(layer, listOfNeuron, out var sumOfNeuron, cancellationToken);
        var declined = DeclineStraightLine(layer, budget);
        var (ordered, keeps) = OrderedArithmetic.Of(layer);
        return new LayerPlan(
            layer, declined is null ? KernelStrategy.StraightLine : KernelStrategy.Table, declined ?? "",
            lists, new EquatableArray<int>(listOfSum), new EquatableArray<int>(sumOfNeuron))
        {
            Ordered = ordered,
            KeepsOrdered = keeps,
        };
    }

    private static string? DeclineStraightLine(Layer layer, int? budget)
    {
        if (budget is null) return "";
        if (layer.Edges.EntryCount > MaxStraightLineEdges)
            return $"straight-line code declined: more than {MaxStraightLineEdges} edges";
        if (layer.Outputs > MaxStraightLineNeurons) return $"straight-line code declined: more than {MaxStraightLineNeurons} neurons";
        return Cost(layer) > budget ? $"straight-line code declined: the network's {MaxStraightLineEdgesInAll} edges of code are used up" : null;
    }

    // A neuron without edges still costs a statement.
    private static int Cost(Layer layer) => layer.Edges.EntryCount + layer.Outputs;
}
