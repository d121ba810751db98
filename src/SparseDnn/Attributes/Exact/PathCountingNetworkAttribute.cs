using System;

namespace SparseDnn;

/// <summary>Path counting: RadiX-Nets with one weight, in which every output is Σ inputs × number of paths × weight^layers.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class PathCountingNetworkAttribute : ReLUFamilyAttribute
{
    private int? _blocks;
    private long? _permuteSeed;

    /// <summary>The radices N₁ … N_k, each at least 2.</summary>
    public int[] Radices { get; set; } = [];

    /// <summary>Number of blocks D at every boundary; 1 unless given.</summary>
    public int Blocks
    {
        get => _blocks ?? 0;
        set => _blocks = value;
    }

    /// <summary>Number of blocks at each boundary, D₀ … D_k, instead of <see cref="Blocks"/>.</summary>
    public int[]? BlockCounts { get; set; }

    /// <summary>Weight of every edge, above 0, rounded once to the weight format; 1 unless given.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>How often the net is repeated; 1 unless given.</summary>
    public int Repeat { get; set; } = 1;

    /// <summary>When given, each later repeat sees its inputs in an order of its own, drawn from this seed.</summary>
    public long PermuteSeed
    {
        get => _permuteSeed ?? 0;
        set => _permuteSeed = value;
    }
}
