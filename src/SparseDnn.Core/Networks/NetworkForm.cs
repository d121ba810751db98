using System;
using System.Linq;
using SparseDnn.Primitives;

namespace SparseDnn.Networks;

/// <summary>What every description of a network says, whatever numbers its layers hold.</summary>
/// <typeparam name="TLayer">Its layers.</typeparam>
/// <param name="Name">Name for people; no meaning.</param>
/// <param name="Layers">At least one; each layer's inputs are the previous one's outputs.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public abstract record NetworkForm<TLayer>(string Name, EquatableArray<TLayer> Layers)
    where TLayer : LayerForm, IEquatable<TLayer>
{
    /// <summary>Number of values in one input item.</summary>
    public int Inputs => Layers[0].Inputs;

    /// <summary>Number of values in one output item.</summary>
    public int Outputs => Layers[Layers.Count - 1].Outputs;

    /// <summary>Edges of all layers as declared.</summary>
    public long Edges => Layers.Sum(layer => (long)layer.Edges.EntryCount);

    /// <summary>The largest number of neurons on any side of any layer.</summary>
    public int MaxWidth => Math.Max(Inputs, Layers.Max(layer => layer.Outputs));
}
