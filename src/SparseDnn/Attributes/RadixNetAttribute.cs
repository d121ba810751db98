using System;
using SparseDnn.Networks.Kinds;

namespace SparseDnn;

/// <summary>Declares the layers of a RadiX-Net: one layer a radix, every input connected to every output by equally many paths.</summary>
/// <remarks>Source: Robinett, Kepner, "RadiX-Net", arXiv 1905.00416. The GraphChallenge networks are of this family.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class RadixNetAttribute : SparseLayersAttribute
{
    /// <summary>The radices N₁ … N_k, each at least 2. A layer has ∏N_i neurons a block.</summary>
    public int[] Radices
    {
        get => Get(Array.Empty<int>());
        set => Set(value);
    }

    /// <summary>
    /// Number of blocks D at every boundary; neurons of adjacent blocks are fully joined (Kronecker product with ones). 1 unless given.
    /// </summary>
    public int Blocks
    {
        get => Get(0);
        set => Set(value);
    }

    /// <summary>Number of blocks at each boundary, D₀ … D_k, instead of <see cref="Blocks"/>.</summary>
    public int[]? BlockCounts
    {
        get => Get((int[]?)null);
        set => Set(value);
    }

    /// <summary>When given, each later repeat sees its inputs in an order of its own, drawn from this seed.</summary>
    public long PermuteSeed
    {
        get => Get(0L);
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

    internal override LayerKind Kind => LayerKinds.RadixNet;
}
