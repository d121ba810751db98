using System.Collections.Generic;

namespace SparseDnn.House.Tests;

/// <summary>The folders of projects whose folders are stages: each uses only earlier ones.</summary>
internal static class Stages
{
    /// <summary>
    /// The files that lie in no folder: of Core the enumerations that users write, of the runtime its API, of the generator the generator
    /// itself, of the analyzers what all of them share.
    /// </summary>
    public const string Root = "root";

    /// <summary>By the project's name, the names of its folders in their order.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows { get; } =
        new Dictionary<string, string[]>
        {
            ["SparseDnn.Core"] =
            [
                Root,
                "Primitives",
                "Problems",
                "Numerics",
                "Algebra",
                "Topologies",
                "Inputs",
                "Networks",
                "Analysis",
                "Planning",
                "Contract",
                "Exact",
            ],
            ["SparseDnn"] =
            [
                "Options",
                "Isa",
                "Elements",
                "Lanes",
                "Operations",
                "Layouts",
                "Kernels",
                "Execution",
                "Semirings",
                "Attributes",
                Root,
                "Fixtures",
            ],
            ["SparseDnn.Roslyn"] = ["Memos", "Files", "Symbols", "Names", "Semirings", "Networks", "Fixtures", "Declared"],
            ["SparseDnn.Generators"] = ["Text", "Pipeline", "Files", "Strategies", "Semirings", "Networks", "Fixtures", Root],
            ["SparseDnn.Analyzers"] = [Root, "Declarations", "Operations", "Dataflow", "Semirings", "Precision", "Fixtures", "Use"],
            ["SparseDnn.CodeFixes"] = [Root],
            ["SparseDnn.Compiler"] = ["Findings", "Precision", "Tolerances", "Saturation", "Fixtures"],
        };
}
