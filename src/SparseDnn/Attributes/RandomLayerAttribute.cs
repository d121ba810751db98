using System;
using SparseDnn.Networks;

namespace SparseDnn;

/// <summary>Declares a seeded random layer in which every output sees equally many inputs; the same on every platform.</summary>
/// <remarks>
/// Draws come from SplitMix64 and Floyd's sampling (docs/topologies.md). A weight is MinWeight + (MaxWeight − MinWeight)·u,
/// u a uniform multiple of 2^−24 in [0, 1), evaluated in binary64 and rounded once to the network's format.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class RandomLayerAttribute : SparseLayersAttribute
{
    private int? _inDegree;
    private int? _outputs;
    private double? _density;

    /// <summary>Number of output neurons; as many as inputs unless given.</summary>
    public int Outputs
    {
        get => _outputs ?? 0;
        set => _outputs = value;
    }

    /// <summary>Inputs of every output; give this or <see cref="Density"/>.</summary>
    public int InDegree
    {
        get => _inDegree ?? 0;
        set => _inDegree = value;
    }

    /// <summary>Share of the inputs that every output sees, above 0 and at most 1; give this or <see cref="InDegree"/>.</summary>
    public double Density
    {
        get => _density ?? 0;
        set => _density = value;
    }

    /// <summary>Seed of the draws; equal seeds give equal layers.</summary>
    public long Seed { get; set; }

    /// <summary>Least weight; −1 unless given.</summary>
    public double MinWeight { get; set; } = -1;

    /// <summary>Bound of the weights, never reached; 1 unless given.</summary>
    public double MaxWeight { get; set; } = 1;

    private protected override LayersDeclaration Declare(int index) =>
        new RandomLayerDeclaration(index, DeclaredEpilogue, Repeat, _outputs, _inDegree, _density, Seed, MinWeight, MaxWeight);
}
