using System;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn;

/// <summary>Declares the layers of a RadiX-Net: one layer a radix, every input connected to every output by equally many paths.</summary>
/// <remarks>Source: Robinett, Kepner, "RadiX-Net", arXiv 1905.00416. The GraphChallenge networks are of this family.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class RadixNetAttribute : SparseLayersAttribute
{
    private int? _blocks;
    private double? _weight;
    private long? _permuteSeed;

    /// <summary>The radices N₁ … N_k, each at least 2. A layer has ∏N_i neurons a block.</summary>
    public int[] Radices { get; set; } = [];

    /// <summary>
    /// Number of blocks D at every boundary; neurons of adjacent blocks are fully joined (Kronecker product with ones). 1 unless given.
    /// </summary>
    public int Blocks
    {
        get => _blocks ?? 0;
        set => _blocks = value;
    }

    /// <summary>Number of blocks at each boundary, D₀ … D_k, instead of <see cref="Blocks"/>.</summary>
    public int[]? BlockCounts { get; set; }

    /// <summary>When given, each later repeat sees its inputs in an order of its own, drawn from this seed.</summary>
    public long PermuteSeed
    {
        get => _permuteSeed ?? 0;
        set => _permuteSeed = value;
    }

    /// <summary>
    /// Weight of every edge; One of the semiring unless given, which is 1 for a ReLU network. Rounded once to the network's format.
    /// </summary>
    public double Weight
    {
        get => _weight ?? 1;
        set => _weight = value;
    }

    private protected override LayersDeclaration Declare(int index) =>
        new RadixNetDeclaration(
            index,
            DeclaredEpilogue,
            Repeat,
            new EquatableArray<int>((int[])(Radices ?? []).Clone()),
            _blocks,
            BlockCounts is null ? null : new EquatableArray<int>((int[])BlockCounts.Clone()),
            _permuteSeed,
            _weight
        );
}
