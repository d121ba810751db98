using System;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Formats;

/// <summary>
/// A weight matrix as read from a file: edges by output neuron, and values that remember what decimal rounding took from them.
/// </summary>
/// <param name="Edges">One row per output neuron (column of the file), one column per input neuron (row of the file).</param>
/// <param name="Values">Value of each edge, in the order of <paramref name="Edges"/>.</param>
/// <param name="HasDeclaredShape">False where the format carries no shape and it was taken from the largest indices.</param>
/// <remarks>Equality contract: equal edges, values and remarks of the file about its shape and zeros.</remarks>
public sealed record WeightMatrix(CsrPattern Edges, DecimalValues Values, bool HasDeclaredShape)
{
    /// <summary>
    /// Entries of value 0 that the file lists and that are no <see cref="Edges"/>: an absent edge is the semiring's Zero.
    /// </summary>
    public int ExplicitZeros { get; init; }

    /// <summary>Entries of value 0 that the file lists, kept or not; null where it lists none.</summary>
    public ZeroEntries? Zeros { get; init; }

    /// <summary>Whether the file lists positions without values, so that every value is 1: One, where the format holds bits.</summary>
    public bool IsPattern { get; init; }
}
