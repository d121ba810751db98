using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace SparseDnn.Algebra.Laws;

/// <summary>Judges whether a candidate is a semiring, over its ideal carrier: rounding is none of its business.</summary>
/// <remarks>
/// Pure and deterministic: the report is a function of candidate and budget. Laws of recognised operations are proved from
/// tables of facts, carriers of a few values by trying all of them; for the other laws a counter-example is searched.
/// </remarks>
internal static class LawChecker
{
    /// <summary>
    /// Applications of ⊕ and ⊗ that a check may spend: all corners and the grid for a real carrier and some samples; about 10 ms for an
    /// operator of five nodes, once compiled.
    /// </summary>
    public const int DefaultBudget = 40_000;

    /// <summary>Judges every law.</summary>
    /// <param name="candidate">What is claimed to be a semiring.</param>
    /// <param name="budget">Applications of ⊕ and ⊗ that the check may spend.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static LawReport Check(SemiringCandidate candidate, int budget = DefaultBudget, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prover = new LawProver(candidate);
        var proved = new Dictionary<LawKind, LawResult>();
        foreach (var law in LawTable.All)
        {
            if (prover.Prove(law.Kind) is { } because)
                proved.Add(law.Kind, new LawResult.Proved(law, because));
        }
        return Complete(candidate, proved, budget, cancellationToken);
    }

    /// <summary>Judges every law by values alone, without the tables of facts: what the tables say can be tested with it.</summary>
    /// <param name="candidate">What is claimed to be a semiring.</param>
    /// <param name="budget">Applications of ⊕ and ⊗ that the search may spend.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static LawReport Search(
        SemiringCandidate candidate,
        int budget = DefaultBudget,
        CancellationToken cancellationToken = default
    ) => Complete(candidate, [], budget, cancellationToken);

    private static LawReport Complete(
        SemiringCandidate candidate,
        Dictionary<LawKind, LawResult> results,
        int budget,
        CancellationToken cancellationToken
    )
    {
        var search = new LawSearch(candidate, LawTable.All.Where(law => !results.ContainsKey(law.Kind)), budget, cancellationToken);
        if (results.Count < LawTable.All.Count)
        {
            foreach (var result in search.Run())
                results.Add(result.Law.Kind, result);
        }
        return new(new(LawTable.All.Select(law => results[law.Kind])), search.Evaluations);
    }
}
