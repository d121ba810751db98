using System.Collections.Generic;

namespace SparseDnn.House.Tests;

/// <summary>Cycles that are still to be cut. The list shrinks only: a test fails on a row that is no longer true.</summary>
internal static class KnownCycles
{
    private static readonly Dictionary<string, string[]> Rows = new()
    {
        ["SparseDnn.Core"] =
        [
            "Planning: . ↔ Rewrites ↔ Strategies",
            "Planning/Strategies: . ↔ Bits ↔ Blocks ↔ Columns ↔ Gathers ↔ Panels ↔ Screening ↔ StraightLine ↔ Table",
        ],
        ["SparseDnn"] = [": . ↔ Execution ↔ Kernels ↔ Semirings", "Execution: . ↔ Screening"],
        ["SparseDnn.Analyzers"] = ["Use: . ↔ Comparisons ↔ Flow ↔ Loops"],
    };

    /// <summary>The known cycles of a project.</summary>
    /// <param name="project">Its name.</param>
    public static string[] Of(string project) => Rows.GetValueOrDefault(project, []);
}
