using SparseDnn.Primitives;

namespace SparseDnn.Inputs.Ranges;

/// <summary>The ranges that a file gives.</summary>
/// <param name="Entries">One an input, by ascending input.</param>
/// <remarks>Equality contract: equal ranges, wherever in the file they stand.</remarks>
internal sealed record InputRangeTable(EquatableArray<InputRangeEntry> Entries);
