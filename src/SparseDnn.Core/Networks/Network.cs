using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Networks;

/// <summary>A sparse network with all its numbers rounded once to its format: what analysis and planning work on.</summary>
/// <param name="Name">Name for people; no meaning.</param>
/// <param name="Format">Format of weights, activations and sums.</param>
/// <param name="Summation">How terms are added.</param>
/// <param name="Layers">At least one; each layer's inputs are the previous one's outputs.</param>
/// <remarks>Equality contract: all members by value, so networks may be keys of pipeline stages.</remarks>
public sealed record Network(string Name, NumberFormat Format, Summation Summation, EquatableArray<Layer> Layers)
{
    /// <summary>Number of values in one input item.</summary>
    public int Inputs => Layers[0].Inputs;

    /// <summary>Number of values in one output item.</summary>
    public int Outputs => Layers[Layers.Count - 1].Outputs;

    /// <summary>Edges of all layers as declared.</summary>
    public long Edges => Layers.Sum(layer => (long)layer.Edges.EntryCount);

    /// <summary>The largest number of neurons on any side of any layer.</summary>
    public int MaxWidth => System.Math.Max(Inputs, Layers.Max(layer => layer.Outputs));
}
