using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Laws;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Memos;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>Law reports of one declared semiring in one element type, so that a keystroke elsewhere checks nothing again.</summary>
/// <remarks>
/// A report lives as long as its role in the project is not taken by another: what was typed on the way goes, however many semirings
/// there are. Equal semirings share one. Safe to use from any thread.
/// </remarks>
/// <param name="project">Lives from one keystroke in a project to the next; compared by reference.</param>
/// <param name="semiring">Type and element type; one semiring of the project.</param>
internal sealed class LawReports(object project, string semiring)
{
    private static readonly StageCache<SemiringCandidate, LawReport> Known = new(onCompute: StageWork.CountLawCheck);

    /// <summary>The report of a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="role">What it is to the declared semiring, such as the semiring itself or a mended one.</param>
    /// <param name="cancellationToken">Stops the check; nothing is kept then.</param>
    public LawReport Of(SemiringCandidate candidate, string role, CancellationToken cancellationToken) =>
        Known.GetShared(
            new StageHolder(project, semiring + " " + role),
            candidate,
            () => LawChecker.Check(candidate, cancellationToken: cancellationToken),
            cancellationToken
        );
}
