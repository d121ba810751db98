using System;
using System.Linq;
using SparseDnn.House.Tests.Folders;
using SparseDnn.House.Tests.Sources;
using Xunit;

namespace SparseDnn.House.Tests;

/// <summary>No folder of any project uses, by whatever way, a folder that uses it.</summary>
public sealed class FolderCycleTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void FoldersDoNotUseOneAnother(string project)
    {
        var cycles = FolderCycles.Of(FileUses.Of(Repository.Project(project)));
        Assert.Empty(cycles.Select(cycle => $"{cycle.Name}\n{string.Join("\n", cycle.Uses.Take(40))}\n"));
    }

    [Fact]
    public void FoldersThatUseOneAnotherAreFoundAtEveryDepth()
    {
        var project = new ProjectSources(
            "Knot",
            [],
            [
                ("A/First.cs", "namespace Knot.A; class First { B.Inner.Second? next; }"),
                ("B/Inner/Second.cs", "namespace Knot.B.Inner; class Second { Third? next; }"),
                (
                    "B/Inner/Deep/Third.cs",
                    "namespace Knot.B.Inner; class Third { void Run() { var first = new Knot.A.First(); this.Go(); } }"
                ),
                (
                    "B/Inner/Extensions.cs",
                    "namespace Knot.B.Inner; static class Extensions { public static void Go(this Third third) { } }"
                ),
                ("C/Fourth.cs", "namespace Knot.C; class Fourth { A.First? first; Fourth? second; }"),
            ]
        );
        Assert.Equal([": A ↔ B", "B/Inner: . ↔ Deep"], FolderCycles.Of(FileUses.Of(project)).Select(cycle => cycle.Name));
    }

    [Fact]
    public void ATypeInPartsIsUsedWhereItsMembersAre()
    {
        var project = new ProjectSources(
            "Parts",
            [],
            [
                ("A/Table.cs", "static partial class Table { public static int Low; }"),
                ("B/Table.High.cs", "static partial class Table { public static int High; }"),
                ("C/User.cs", "class User { int sum = Table.High; }"),
                ("A/Caller.cs", "class Caller { User? user; }"),
            ]
        );
        Assert.Equal(
            ["A/Caller.cs uses User of C/User.cs", "C/User.cs uses High of B/Table.High.cs", "C/User.cs uses Table of A/Table.cs"],
            FileUses.Of(project).Select(use => use.ToString()).Order(StringComparer.Ordinal)
        );
    }
}
