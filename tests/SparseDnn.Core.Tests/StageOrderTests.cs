using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SparseDnn.Core.Tests;

/// <summary>The stages of Core use only earlier ones, as docs/architecture.md says.</summary>
public sealed class StageOrderTests
{
    private static readonly string[] Stages =
    [
        "Primitives",
        "Problems",
        "Numerics",
        "Algebra",
        "Topologies",
        "Inputs",
        "Networks",
        "Analysis",
        "Planning",
        "Exact",
    ];

    [Fact]
    public void EveryStageUsesOnlyEarlierOnes()
    {
        var core = Path.Combine(Root(), "src", "SparseDnn.Core");
        var folders = Directory.GetDirectories(core).Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj"]);
        Assert.Equal(Stages.Order(), folders.Order());
        foreach (var file in Stages.SelectMany(stage => Directory.GetFiles(Path.Combine(core, stage), "*.cs", SearchOption.AllDirectories)))
        {
            var stage = Array.IndexOf(Stages, Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0]);
            foreach (Match match in Regex.Matches(File.ReadAllText(file), @"\bSparseDnn\.(\w+)"))
                if (Array.IndexOf(Stages, match.Groups[1].Value) is var used && used > stage)
                    Assert.Fail($"{Path.GetRelativePath(core, file)} uses {Stages[used]}, a later stage than {Stages[stage]}.");
        }
    }

    [Fact]
    public void TheArchitecturePageNamesTheStagesInTheirOrder() =>
        Assert.Contains(
            "`" + string.Join(" → ", Stages) + "`",
            File.ReadAllText(Path.Combine(Root(), "docs", "architecture.md")),
            StringComparison.Ordinal
        );

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparseDnn.Gen.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}
