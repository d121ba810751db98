using System;
using System.Collections.Generic;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Testing;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace SparseDnn.Generators.Tests.Fixtures;

/// <summary>Exact arithmetic runs again only where something changed that it depends on.</summary>
public sealed class FixtureIncrementalityTests
{
    private const string Glyphs = "A:\n.#.\n###\n\nT:\n###\n.#.\n";

    private static readonly TestProject Project = new(
        """
        using SparseDnn;
        [RecognitionNetwork("g.txt")] public static partial class Letters;
        [PathCountingNetwork(Radices = new[] { 2, 2 })] public static partial class Paths;
        [SparseNetwork] [WeightFiles("a.mtx")] public static partial class FromA;
        [SparseNetwork(Inputs = 2)] [Layer(Outputs = 1, Edges = "0 0 1; 1 0 2")] public static partial class Inline;
        [ExactFixtures(typeof(FromA))] public static partial class OfA;
        [ExactFixtures(typeof(Inline))] public static partial class OfInline;
        """,
        ("w/g.txt", Glyphs),
        ("w/a.mtx", EditScenario.Weights)
    );

    private static readonly string[] Steps =
    [
        TrackingNames.FamilyTargets,
        TrackingNames.PatternTexts,
        TrackingNames.PatternFiles,
        TrackingNames.Families,
        TrackingNames.FixtureTargets,
        TrackingNames.FixtureNetworks,
        TrackingNames.FixtureContents,
        TrackingNames.FixtureSurfaces,
        TrackingNames.FixtureData,
        TrackingNames.Plans,
        TrackingNames.Kernels,
    ];

    [Fact]
    public void AddedComment_RerunsNothing() =>
        AssertAllCached(EditScenario.EditSource(Project, "Program.cs", text => "// A comment.\n" + text));

    [Fact]
    public void EditInOtherFile_RerunsNothing() =>
        AssertAllCached(
            EditScenario.EditSource(Project, "Other.cs", text => text.Replace("void M() { }", "int N;", StringComparison.Ordinal))
        );

    [Fact]
    public void UnrelatedAdditionalFile_RerunsNothing() =>
        AssertAllCached(EditScenario.EditWeights(Project, files => files.Add(new InMemoryText("readme.txt", "hello"))));

    [Fact]
    public void ChangedNetwork_RemakesItsFixturesOnly()
    {
        // The fixtures' own declaration is untouched.
        var edit = EditScenario.EditSource(Project, "Program.cs", text => text.Replace("1 0 2", "1 0 3", StringComparison.Ordinal));
        Assert.Equal([Cached, Modified], edit.Reasons(TrackingNames.FixtureTargets));
        Assert.Equal([Cached, Modified], edit.Reasons(TrackingNames.FixtureNetworks));
        Assert.Equal([Cached, Cached], edit.Reasons(TrackingNames.FamilyTargets));
        Assert.Equal(["Inline.Kernels", "OfInline.FixtureData", "OfInline.Fixtures"], edit.ChangedFiles);
    }

    [Fact]
    public void ChangedOption_LeavesTheNetworkAlone()
    {
        var edit = EditScenario.EditSource(
            Project,
            "Program.cs",
            text => text.Replace("typeof(Inline)", "typeof(Inline), Seed = 2", StringComparison.Ordinal)
        );
        Assert.Equal([Cached, Modified], edit.Reasons(TrackingNames.FixtureTargets));
        Assert.Equal(["OfInline.FixtureData", "OfInline.Fixtures"], edit.ChangedFiles);
        Assert.All(edit.Reasons(TrackingNames.Networks), reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void ChangedWeights_RemakeTheFixturesThatReadThem()
    {
        var edit = EditScenario.EditWeights(
            Project,
            files => files.SetItem(1, new InMemoryText("w/a.mtx", EditScenario.Weights.Replace("0.5", "0.75", StringComparison.Ordinal)))
        );
        Assert.Equal([Modified, Unchanged], edit.Reasons(TrackingNames.FixtureNetworks));
        Assert.Equal(["FromA.Kernels", "OfA.FixtureData", "OfA.Fixtures"], edit.ChangedFiles);
    }

    [Fact]
    public void ChangedWhiteSpaceInWeights_LeavesFixturesAlone()
    {
        var edit = EditScenario.EditWeights(Project, files => files.SetItem(1, new InMemoryText("w/a.mtx", EditScenario.Weights + "\n")));
        Assert.Equal([Cached, Cached], edit.Reasons(TrackingNames.FixtureNetworks));
        Assert.Empty(edit.ChangedFiles);
    }

    [Fact]
    public void ChangedGlyphs_RemakeTheFamilyThatReadsThem()
    {
        var edit = EditScenario.EditWeights(
            Project,
            files => files.SetItem(0, new InMemoryText("w/g.txt", Glyphs.Replace("###", "##.", StringComparison.Ordinal)))
        );
        Assert.Equal([Modified, Unchanged], edit.Reasons(TrackingNames.Families));
        // Other networks are built again, and their equality stops there.
        Assert.Equal([Unchanged, Unchanged], edit.Reasons(TrackingNames.FixtureNetworks));
        Assert.Equal([Modified, Cached, Cached, Cached], edit.Reasons(TrackingNames.FixtureContents));
        Assert.Equal(["Letters.FixtureData", "Letters.Fixtures", "Letters.Kernels", "Letters.Surface"], edit.ChangedFiles);
    }

    [Fact]
    public void RepairedGlyphs_BringFixturesBack()
    {
        var faulty = GeneratorRun.Start(Project with { Weights = Project.Weights.SetItem(0, new InMemoryText("w/g.txt", "nonsense")) });
        var repaired = faulty.Continue(weights: Project.Weights);
        Assert.Equal(faulty.Files.Count + 2, repaired.Files.Count);
        Assert.Equal(GeneratorRun.Start(Project).Files, repaired.Files);
    }

    private static void AssertAllCached(EditScenario edit)
    {
        foreach (var step in (IEnumerable<string>)Steps)
        {
            var reasons = edit.Reasons(step);
            Assert.NotEmpty(reasons);
            Assert.All(reasons, reason => Assert.Equal((step, Cached), (step, reason)));
        }

        Assert.NotEmpty(edit.FileReasons);
        Assert.All(edit.FileReasons, reason => Assert.Equal(Cached, reason));
    }
}
