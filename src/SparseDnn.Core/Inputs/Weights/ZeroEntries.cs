using SparseDnn.Problems;

namespace SparseDnn.Inputs.Weights;

/// <summary>Entries of value 0 that a weights file lists.</summary>
/// <param name="Count">How many it lists.</param>
/// <param name="First">Where the value of the first stands.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record ZeroEntries(int Count, ProblemPlace First);
