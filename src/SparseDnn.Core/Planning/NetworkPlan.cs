using System;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning;

/// <summary>What will be done for a whole network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Layers">One plan a layer.</param>
/// <param name="FirstDroppingLayer">From this layer on (0-based) all-zero items are dropped; the number of layers for never.</param>
/// <param name="RowOfOutput">For each output neuron the row that the last layer leaves for it; empty where each has its own.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record NetworkPlan(Network Network, EquatableArray<LayerPlan> Layers, int FirstDroppingLayer, EquatableArray<int> RowOfOutput)
{
    /// <summary>Most of <see cref="BoundedLayers"/>: beyond that few items die that have not yet.</summary>
    public const int MostBoundedLayers = 12;

    /// <summary>What the network's inputs are multiplied by, each rounded once, before anything is added; 1 for nothing.</summary>
    public double InputScale { get; init; } = 1;

    /// <summary>
    /// Number of first layers over whose upper bounds items can be told to die; 0 for none. All of them have tables, straight-line ones
    /// too.
    /// </summary>
    public int BoundedLayers
    {
        get
        {
            var count = 0;
            while (
                count < Math.Min(MostBoundedLayers, Layers.Count - 1)
                && Layers[count].Data.TakesBounds
                && (count > 0 || Layers[count].HasTables)
            )
                count++;
            return count < FirstDroppingLayer ? 0 : count;
        }
    }

    /// <summary>Whether items whose values all reached the ceiling leave the batch.</summary>
    public bool DropsSaturatedItems { get; init; }
}
