using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>What a code fix must know of a diagnostic, written by the analyzer and read by the fix: neither spells a key.</summary>
/// <remarks>
/// A finding travels as the properties of the diagnostic, texts by their keys. Several findings of one diagnostic have different keys.
/// </remarks>
internal interface IFinding
{
    /// <summary>The finding as texts; what is not known is left out.</summary>
    IEnumerable<ProblemDatum> Data { get; }
}
