namespace SparseDnn.Problems;

/// <summary>One thing that a code fix must know.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Value">The thing as text, invariantly.</param>
internal sealed record ProblemDatum(string Key, string Value);
