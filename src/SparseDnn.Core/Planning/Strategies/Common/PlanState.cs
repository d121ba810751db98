using System;
using System.Collections.Generic;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>What is known of a whole network while strategies are chosen for its layers, from the first to the last.</summary>
/// <param name="network">The network.</param>
/// <param name="layers">Its layers as they are computed, and their sums; no sums for a layer that was multiplied into the next one.</param>
/// <param name="firstDroppingLayer">From this layer on (0-based) items whose values are all Zero stay so.</param>
/// <param name="inputScale">What the network's inputs are multiplied by.</param>
internal sealed class PlanState(
    Network network,
    IReadOnlyList<(Layer Layer, LayerData? Data)> layers,
    int firstDroppingLayer,
    double inputScale
)
{
    /// <summary>Most terms and neurons of straight-line layers together, lest many small layers become megabytes of code.</summary>
    public const int MostCode = 16_384;

    private readonly List<LayerState> _begun = [];

    /// <summary>What users allow.</summary>
    public KernelStrategies Allowed => network.Kernels;

    /// <summary>Number of layers.</summary>
    public int LayerCount => layers.Count;

    /// <summary>From this layer on (0-based) items whose values are all Zero stay so.</summary>
    public int FirstDroppingLayer => firstDroppingLayer;

    /// <summary>What the network's inputs are multiplied by; what a set bit stands for.</summary>
    public double InputScale => inputScale;

    /// <summary>Terms and neurons of straight-line code that the network may still have.</summary>
    public int CodeLeft { get; private set; } = MostCode;

    /// <summary>A layer as it is computed.</summary>
    /// <param name="index">0-based.</param>
    public Layer Layer(int index) => layers[index].Layer;

    /// <summary>A layer's sums; null where nothing is computed.</summary>
    /// <param name="index">0-based.</param>
    public LayerData? Data(int index) => layers[index].Data;

    /// <summary>The layers of which strategies have been chosen, and the one that is at it.</summary>
    public IReadOnlyList<LayerState> Begun => _begun;

    /// <summary>The next layer that is computed.</summary>
    /// <param name="index">0-based.</param>
    public LayerState Begin(int index)
    {
        var layer = new LayerState(this, index, Data(index) ?? throw new ArgumentException("Nothing is computed.", nameof(index)));
        _begun.Add(layer);
        return layer;
    }

    /// <summary>Takes from what code may still be written.</summary>
    /// <param name="cost">Terms and neurons.</param>
    public void SpendCode(int cost) => CodeLeft -= cost;
}
