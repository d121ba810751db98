using System;
using System.IO;
using System.Linq;
using SparseDnn.House.Tests.Folders;
using SparseDnn.House.Tests.Sources;
using Xunit;

namespace SparseDnn.House.Tests;

/// <summary>The stages of a project use only earlier ones, as docs/architecture.md says.</summary>
public sealed class StageOrderTests
{
    public static TheoryData<string> Projects => [.. Stages.Rows.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryStageUsesOnlyEarlierOnes(string project)
    {
        var stages = Stages.Rows[project];
        var uses = FileUses.Of(Repository.Project(project));
        Assert.DoesNotContain(uses, use => Array.IndexOf(stages, Stage(use.Used)) > Array.IndexOf(stages, Stage(use.User)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFolderIsAStage(string project)
    {
        var files = Repository.Project(project).Compilation.SyntaxTrees.Select(tree => tree.FilePath);
        Assert.Equal(
            Stages.Rows[project].Order(StringComparer.Ordinal),
            files.Select(Stage).Except(["obj"]).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void TheArchitecturePageNamesTheStagesInTheirOrder(string project) =>
        Assert.Contains(
            "`" + string.Join(" → ", Stages.Rows[project]) + "`",
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md")),
            StringComparison.Ordinal
        );

    private static string Stage(string file) => file.Contains('/', StringComparison.Ordinal) ? file.Split('/')[0] : Stages.Root;
}
