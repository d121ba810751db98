using System.Linq;
using SparseDnn.Primitives;

namespace SparseDnn.Algebra.Laws;

/// <summary>What is known of every law of one candidate.</summary>
/// <param name="Results">One result a law, in the order of <see cref="LawTable.All"/>.</param>
/// <param name="Evaluations">How often ⊕ or ⊗ was applied to find out.</param>
/// <remarks>Equality contract: all members. A function of candidate and budget alone.</remarks>
internal sealed record LawReport(EquatableArray<LawResult> Results, int Evaluations)
{
    /// <summary>Whether no law is broken.</summary>
    public bool HasNoBrokenLaw => !Results.Any(result => result is LawResult.Broken);

    /// <summary>Whether every law is proved.</summary>
    public bool IsProved => Results.All(result => result is LawResult.Proved);

    /// <summary>The result of a law.</summary>
    /// <param name="kind">Which law.</param>
    public LawResult this[LawKind kind] => Results.First(result => result.Law.Kind == kind);
}
