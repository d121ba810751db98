using System;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;

namespace SparseDnn.Planning;

/// <summary>
/// How many rows of activations lie between the layers of a plan, and which outputs they are: what the executor must know beside the
/// layers' kernels.
/// </summary>
/// <param name="Rows">Rows at each boundary: the network's inputs first, what the last layer leaves last.</param>
/// <param name="SharedSums">For each layer how many rows of shared sums it writes behind its inputs.</param>
/// <param name="Ceilings">For each layer the bits of its ceiling; empty where saturated items are not looked for, +∞ for a layer without
/// one.</param>
/// <param name="RowOfOutput">For each output neuron its row; empty where each has its own.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record RowLayout(
    EquatableArray<int> Rows,
    EquatableArray<int> SharedSums,
    EquatableArray<double> Ceilings,
    EquatableArray<int> RowOfOutput
)
{
    /// <summary>What the network's inputs are multiplied by before anything is added; 1 for nothing.</summary>
    public double InputScale { get; init; } = 1;

    /// <summary>Layers, 0-based and ascending, that were multiplied into the next one: their rows are those that they read.</summary>
    public EquatableArray<int> Passing { get; init; } = EquatableArray<int>.Empty;

    /// <summary>The first layer that is computed.</summary>
    public int FirstComputed
    {
        get
        {
            var layer = 0;
            while (Passes(layer))
                layer++;
            return layer;
        }
    }

    /// <summary>Number of layers.</summary>
    public int Layers => SharedSums.Count;

    /// <summary>The most rows that any layer reads or leaves, shared sums included.</summary>
    public int MaxRows
    {
        get
        {
            var most = Rows[Layers];
            for (var layer = 0; layer < Layers; layer++)
                most = Math.Max(most, Rows[layer] + SharedSums[layer]);
            return most;
        }
    }

    /// <summary>Whether a layer leaves its rows as they are.</summary>
    /// <param name="layer">0-based.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Passes(int layer)
    {
        for (var i = 0; i < Passing.Count; i++)
            if (Passing[i] == layer)
                return true;
        return false;
    }

    /// <summary>The layout of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static RowLayout Of(NetworkPlan plan) =>
        new(
            new(plan.Layers.Select(layer => layer.Data.Inputs).Concat([plan.Layers[plan.Layers.Count - 1].Data.Outputs]).ToArray()),
            new(plan.Layers.Select(layer => layer.Data.Partials.Count).ToArray()),
            plan.DropsSaturatedItems ? new(plan.Layers.Select(layer => layer.Data.Ceiling).ToArray()) : EquatableArray<double>.Empty,
            plan.RowOfOutput
        )
        {
            InputScale = plan.InputScale,
            Passing = new(Enumerable.Range(0, plan.Layers.Count).Where(layer => plan.Layers[layer].Passes).ToArray()),
        };
}
