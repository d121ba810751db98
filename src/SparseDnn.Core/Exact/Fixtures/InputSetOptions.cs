using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>What inputs to choose.</summary>
/// <param name="Seed">Equal seeds give equal inputs.</param>
/// <param name="Mixtures">Number of random items.</param>
public sealed record InputSetOptions(long Seed = 1, int Mixtures = 8)
{
    /// <summary>Least value of random inputs.</summary>
    public Dyadic Low { get; init; } = -1;

    /// <summary>Greatest value of random inputs, and the value of an input that is on; above 0.</summary>
    public Dyadic High { get; init; } = 1;
}
