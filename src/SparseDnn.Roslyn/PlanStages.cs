using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>Planning, for the generator, and the question whether a plan can be compiled in, for the analyzers, which do not plan again what the generator planned.</summary>
public static class PlanStages
{
    private static readonly NetworkMemo<Problem?> Sizes = new();

    /// <summary>Plans a network.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    /// <returns>The plan; null where it is too large to compile in.</returns>
    public static NetworkPlan? Plan(Network network, CancellationToken cancellationToken)
    {
        var plan = Planner.Plan(network, cancellationToken);
        return Sizes.Get(network, nameof(CompiledSize), () => CompiledSize.Check(plan, cancellationToken), cancellationToken) is null ? plan : null;
    }

    /// <summary>The problem of a network that is too large to compile in; null where it fits.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static Problem? TooLarge(Network network, CancellationToken cancellationToken) =>
        Sizes.Get(network, nameof(CompiledSize), () => CompiledSize.Check(Planner.Plan(network, cancellationToken), cancellationToken), cancellationToken);
}
