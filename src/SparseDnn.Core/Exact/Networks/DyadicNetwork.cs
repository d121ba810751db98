using System;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Networks;

/// <summary>A network in exact numbers.</summary>
/// <param name="Name">Name for people; no meaning.</param>
/// <param name="Layers">At least one; each layer's inputs are the previous one's outputs.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record DyadicNetwork(string Name, EquatableArray<DyadicLayer> Layers) : NetworkForm<DyadicLayer>(Name, Layers)
{
    /// <summary>What makes the network unusable: sizes or counts that contradict each other; null where nothing does.</summary>
    public string? Check()
    {
        if (Layers.Count == 0)
            return $"'{Name}' has no layers; give at least one";
        for (var i = 0; i < Layers.Count; i++)
        {
            var layer = Layers[i];
            if (i > 0 && Layers[i - 1].Outputs != layer.Inputs)
                return $"layer {i + 1} has {layer.Inputs} inputs but layer {i} gives {Layers[i - 1].Outputs}; make the two sizes equal";
            if (layer.Weights.Count != layer.Edges.EntryCount)
                return $"layer {i + 1} has {layer.Weights.Count} weights for {layer.Edges.EntryCount} edges; give one an edge";
            if (layer.Biases.Count != layer.Outputs)
                return $"layer {i + 1} has {layer.Biases.Count} biases for {layer.Outputs} outputs; give one an output";
            if (layer.Semirings.IsOrdinary && layer.Semirings.Select is null)
                return $"layer {i + 1} is linear over {layer.Semirings}; write ReLU's pair without activation and biases instead";
        }

        return null;
    }

    /// <summary>The same network, known to add products; what needs real arithmetic starts with it.</summary>
    /// <exception cref="ArgumentException">A layer sums over another semiring, or sizes contradict each other.</exception>
    internal DyadicNetwork DemandPlusTimes()
    {
        if (Check() is { } fault)
            throw new ArgumentException(fault);
        if (Layers.FirstOrDefault(layer => !layer.Semirings.IsPlusTimes) is { } other)
            throw new ArgumentException(
                $"'{Name}' sums over {other.Semirings.Correlate.Name}; certificates, bounds and derivatives are for plus-times."
            );
        if (Layers.FirstOrDefault(layer => !layer.Semirings.IsOrdinary) is { } paired)
            throw new ArgumentException(
                $"'{Name}' selects over {paired.Semirings.Select?.Name}; certificates, bounds and derivatives are for ReLU and for sums "
                    + "alone."
            );
        return this;
    }
}
