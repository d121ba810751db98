using System;
using System.Collections.Generic;

namespace SparseDnn.Fixtures.Diagnosis.Observations;

/// <summary>What an implementation returned: bits, in the order in which it was given the items.</summary>
/// <param name="Items">0-based item of the vectors at each position; an item may come more than once.</param>
/// <param name="Bits">Bits of a position's output in the activation format.</param>
/// <param name="IsUntouched">Whether a position's output was never written; null where that is not known.</param>
internal sealed record ObservedOutputs(IReadOnlyList<int> Items, Func<int, int, ulong> Bits, Func<int, int, bool>? IsUntouched = null)
{
    /// <summary>Number of items of one call; the last call may have fewer.</summary>
    public int Batch { get; init; } = 1;
}
