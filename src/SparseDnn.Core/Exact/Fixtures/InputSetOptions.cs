using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>What inputs to choose.</summary>
/// <param name="Seed">Equal seeds give equal inputs.</param>
/// <param name="Items">Number of items, at least 1. Every kind has one before any has another; seeded mixtures fill up what is
/// left.</param>
public sealed record InputSetOptions(long Seed = 1, int Items = 32)
{
    /// <summary>Least value of random inputs.</summary>
    public Dyadic Low { get; init; } = -1;

    /// <summary>Greatest value of random inputs, and the value of an input that is on; above 0.</summary>
    public Dyadic High { get; init; } = 1;

    /// <summary>What inputs must lie in, whatever <see cref="Low"/> and <see cref="High"/> say; null where nothing is declared.</summary>
    internal InputRanges? Ranges { get; init; }

    /// <summary>
    /// Whether only items are chosen with which the exactness certificate holds, so that equal bits may be demanded. Values are then short
    /// numbers within the range, as long and large as certificates allow.
    /// </summary>
    public bool Certify { get; init; }
}
