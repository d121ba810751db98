using System.Linq;
using System.Threading;
using SparseDnn.Compiler.Findings;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Memos;

namespace SparseDnn.Roslyn.Networks;

/// <summary>
/// Planning, for the generator, and what a plan leaves to say, for the analyzers, which do not plan again what the generator planned.
/// </summary>
internal static class PlanStages
{
    private static readonly StageCache<object, EquatableArray<Problem>> Findings = new(onCompute: StageWork.CountAnalysis);

    /// <summary>Plans a network.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    /// <returns>The plan; null where it is too large to compile in.</returns>
    public static NetworkPlan? Plan(Network network, CancellationToken cancellationToken)
    {
        var plan = Planner.Plan(network, cancellationToken);
        var problems = Findings.Get(network, nameof(Planner), () => Of(plan, cancellationToken), cancellationToken);
        return problems.Any(problem => problem.Kind.Severity == ProblemSeverity.Error) ? null : plan;
    }

    /// <summary>What there is to say of a network's plan: that it is too large to compile in, or what was declined.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static EquatableArray<Problem> Problems(Network network, CancellationToken cancellationToken) =>
        Findings.Get(network, nameof(Planner), () => Of(Planner.Plan(network, cancellationToken), cancellationToken), cancellationToken);

    private static EquatableArray<Problem> Of(NetworkPlan plan, CancellationToken cancellationToken) =>
        new((CompiledSize.Check(plan, cancellationToken) ?? DeclinedCode.Find(plan)) is { } problem ? [problem] : []);
}
