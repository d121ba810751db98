using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Model;

/// <summary>What will be done for a whole network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Layers">One plan a layer.</param>
/// <param name="FirstDroppingLayer">From this layer on (0-based) all-zero items are dropped; the number of layers for never.</param>
/// <param name="RowOfOutput">For each output neuron the row that the last layer leaves for it; empty where each has its own.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record NetworkPlan(
    Network Network,
    EquatableArray<LayerPlan> Layers,
    int FirstDroppingLayer,
    EquatableArray<int> RowOfOutput
)
{
    /// <summary>What the network's inputs are multiplied by, each rounded once, before anything is added; 1 for nothing.</summary>
    public double InputScale { get; init; } = 1;

    /// <summary>Whether items whose values all reached the ceiling leave the batch.</summary>
    public bool DropsSaturatedItems { get; init; }
}
