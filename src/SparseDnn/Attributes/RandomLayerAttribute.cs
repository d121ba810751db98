using System;
using SparseDnn.Networks.Kinds;

namespace SparseDnn;

/// <summary>Declares a seeded random layer in which every output sees equally many inputs; the same on every platform.</summary>
/// <remarks>
/// Draws come from SplitMix64 and Floyd's sampling (docs/topologies.md). A weight is MinWeight + (MaxWeight − MinWeight)·u,
/// u a uniform multiple of 2^−24 in [0, 1), evaluated in binary64 and rounded once to the network's format.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class RandomLayerAttribute : SparseLayersAttribute
{
    /// <summary>Number of output neurons; as many as inputs unless given.</summary>
    public int Outputs
    {
        get => Get(0);
        set => Set(value);
    }

    /// <summary>Inputs of every output; give this or <see cref="Density"/>.</summary>
    public int InDegree
    {
        get => Get(0);
        set => Set(value);
    }

    /// <summary>Share of the inputs that every output sees, above 0 and at most 1; give this or <see cref="InDegree"/>.</summary>
    public double Density
    {
        get => Get(0.0);
        set => Set(value);
    }

    /// <summary>Seed of the draws; equal seeds give equal layers.</summary>
    public long Seed
    {
        get => Get(0L);
        set => Set(value);
    }

    /// <summary>Least weight; −1 unless given.</summary>
    public double MinWeight
    {
        get => Get(-1.0);
        set => Set(value);
    }

    /// <summary>Bound of the weights, never reached; 1 unless given.</summary>
    public double MaxWeight
    {
        get => Get(1.0);
        set => Set(value);
    }

    internal override LayerKind Kind => LayerKinds.RandomLayer;
}
