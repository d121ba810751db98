using System;
using SparseDnn.Networks.Kinds;

namespace SparseDnn;

/// <summary>
/// Declares stages of a block butterfly, one layer each: in stage s a neuron sees all neurons of the Radix blocks whose numbers agree with
/// its own block's in all digits, to the base Radix, but digit s.
/// </summary>
/// <remarks>
/// There are as many inputs as outputs: BlockSize times a power of Radix. Weights are one constant, or drawn where <see cref="Seed"/>,
/// <see cref="MinWeight"/> or <see cref="MaxWeight"/> is given, by the rule of <see cref="RandomLayerAttribute"/>.
/// Source: Chen et al., "Pixelated butterfly", arXiv 2112.00029; Dao et al., "Monarch", arXiv 2204.00595.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ButterflyLayerAttribute : SparseLayersAttribute
{
    /// <summary>Number of blocks that a neuron sees, at least 2; 2 unless given.</summary>
    public int Radix
    {
        get => Get(2);
        set => Set(value);
    }

    /// <summary>Number of neurons of a block, at least 1; 1 unless given.</summary>
    public int BlockSize
    {
        get => Get(1);
        set => Set(value);
    }

    /// <summary>The stages in the order of their layers, from 0, which joins neighbouring blocks; all, from 0 on, unless given.</summary>
    public int[]? Stages
    {
        get => Get<int[]?>(null);
        set => Set(value);
    }

    /// <summary>
    /// Weight of every edge where none are drawn; One of the semiring unless given, which is 1 for a ReLU network. Rounded once to the
    /// network's format.
    /// </summary>
    public double Weight
    {
        get => Get(1.0);
        set => Set(value);
    }

    /// <summary>Seed of the draws; equal seeds give equal layers.</summary>
    public long Seed
    {
        get => Get(0L);
        set => Set(value);
    }

    /// <summary>Least drawn weight; −1 unless given.</summary>
    public double MinWeight
    {
        get => Get(-1.0);
        set => Set(value);
    }

    /// <summary>Bound of the drawn weights, never reached; 1 unless given.</summary>
    public double MaxWeight
    {
        get => Get(1.0);
        set => Set(value);
    }

    internal override LayerKind Kind => LayerKinds.ButterflyLayer;
}
