namespace SparseDnn.Formats;

/// <summary>Entries of value 0 that a weights file lists.</summary>
/// <param name="Count">How many lines list one.</param>
/// <param name="Line">1-based line of the first.</param>
/// <param name="Column">1-based column of its value.</param>
/// <param name="Length">Characters of its value.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record ZeroEntries(int Count, long Line, int Column, int Length);
