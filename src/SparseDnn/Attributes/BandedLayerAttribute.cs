using System;
using SparseDnn.Networks.Kinds;

namespace SparseDnn;

/// <summary>Declares a layer in which output c sees the inputs from c − LowerBandwidth to c + UpperBandwidth.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class BandedLayerAttribute : SparseLayersAttribute
{
    /// <summary>Number of output neurons; as many as inputs unless given.</summary>
    public int Outputs
    {
        get => Get(0);
        set => Set(value);
    }

    /// <summary>How many inputs before its own position an output sees.</summary>
    public int LowerBandwidth
    {
        get => Get(0);
        set => Set(value);
    }

    /// <summary>How many inputs after its own position an output sees.</summary>
    public int UpperBandwidth
    {
        get => Get(0);
        set => Set(value);
    }

    /// <summary>
    /// Weight of every edge; One of the semiring unless given, which is 1 for a ReLU network. Rounded once to the network's format.
    /// </summary>
    public double Weight
    {
        get => Get(1.0);
        set => Set(value);
    }

    internal override LayerKind Kind => LayerKinds.BandedLayer;
}
