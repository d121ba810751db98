using System.Collections.Generic;

namespace SparseDnn.Benchmarks;

/// <summary>
/// The rewrites one after another, each added to those before it; with the last come those that these networks leave nothing to do.
/// </summary>
internal static class RewriteSteps
{
    public static IReadOnlyList<(string Name, Rewrites Rewrites)> All { get; } =
        Cumulated(
            ("none", Rewrites.None),
            ("merge", Rewrites.MergeNeurons),
            ("+ multiplicities", Rewrites.Multiplicities),
            ("+ factor", Rewrites.FactorWeights),
            ("+ share", Rewrites.ShareSums),
            ("+ drop saturated (all)", Rewrites.All)
        );

    private static (string, Rewrites)[] Cumulated(params (string Name, Rewrites Rewrites)[] steps)
    {
        for (var i = 1; i < steps.Length; i++)
            steps[i].Rewrites |= steps[i - 1].Rewrites;
        return steps;
    }
}
