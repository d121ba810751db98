using System;
using System.Collections.Generic;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Testing;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace SparseDnn.Generators.Tests;

/// <summary>An edit re-runs what depends on it and nothing else: the exact reason of every step.</summary>
public sealed class IncrementalityTests
{
    private static readonly string[] AfterTargets =
    [
        TrackingNames.InputTexts,
        TrackingNames.InputFiles,
        TrackingNames.Networks,
        TrackingNames.Plans,
        TrackingNames.Surfaces,
        TrackingNames.Kernels,
    ];

    [Fact]
    public void AddedComment_RerunsNothing()
    {
        var edit = EditScenario.EditSource("Program.cs", text => "// A comment.\n" + text);
        // Attributes are read anew, and the result compares equal before the step of this name.
        AssertAllCached(edit, [TrackingNames.Targets, .. AfterTargets]);
    }

    [Fact]
    public void EditInOtherFile_RerunsNothingHeavy()
    {
        var edit = EditScenario.EditSource("Other.cs", text => text.Replace("void M() { }", "int N;", StringComparison.Ordinal));
        AssertAllCached(edit, [TrackingNames.Targets, .. AfterTargets]);
    }

    [Fact]
    public void SameInput_RerunsNothing()
    {
        var edit = EditScenario.EditWeights(files => files);
        AssertAllCached(edit, [TrackingNames.Targets, .. AfterTargets]);
    }

    [Fact]
    public void UnrelatedAdditionalFile_RerunsNothing()
    {
        var edit = EditScenario.EditWeights(files => files.Add(new InMemoryText("readme.txt", "hello")));
        AssertAllCached(edit, [TrackingNames.Targets, .. AfterTargets]);
    }

    [Fact]
    public void ChangedWeight_RebuildsTheNetworksThatReadIt()
    {
        var edit = EditScenario.EditWeights(files =>
            files.SetItem(0, new InMemoryText("w/a.mtx", EditScenario.Weights.Replace("0.5", "0.75", StringComparison.Ordinal)))
        );
        Assert.Equal([Modified, Cached], edit.Reasons(TrackingNames.InputFiles));
        Assert.Equal([Modified, Unchanged, Unchanged], edit.Reasons(TrackingNames.Networks));
        Assert.Equal([Modified, Cached, Cached], edit.Reasons(TrackingNames.Plans));
        Assert.Equal([Modified, Cached, Cached], edit.Reasons(TrackingNames.Kernels));
        // The shapes stay, so neither does the editor's view of the type.
        Assert.Equal([Unchanged, Cached, Cached], edit.Reasons(TrackingNames.Surfaces));
        Assert.Equal(["FromA.Kernels"], edit.ChangedFiles);
    }

    [Fact]
    public void ChangedWhiteSpaceInWeights_LeavesNetworksAlone()
    {
        var edit = EditScenario.EditWeights(files =>
            files.SetItem(
                0,
                new InMemoryText("w/a.mtx", EditScenario.Weights.Replace("0.5\n", "  5.0e-1\r\n% a comment\n", StringComparison.Ordinal))
            )
        );
        Assert.Equal([Unchanged, Cached], edit.Reasons(TrackingNames.InputFiles));
        AssertAllCached(edit, [TrackingNames.Networks, TrackingNames.Plans, TrackingNames.Surfaces, TrackingNames.Kernels]);
    }

    [Theory]
    [InlineData("1 0 1\n2 0 0.5\n", true)]
    [InlineData("2\t0.0\t1\n\n1\t0\t1\n", false)]
    public void ChangedRanges_RebuildTheNetworksThatReadThem(string text, bool areOthers)
    {
        var project = new TestProject(
            EditScenario.Networks
                + "[SparseNetwork(Inputs = 2, InputRangeFile = \"r.tsv\")] [BandedLayer] public static partial class Ranged;",
            ("w/a.mtx", EditScenario.Weights),
            ("w/b.mtx", EditScenario.Weights),
            ("w/r.tsv", "1 0 1\n2 0 1\n")
        );
        var edit = EditScenario.EditWeights(project, files => files.SetItem(2, new InMemoryText("w/r.tsv", text)));
        Assert.Equal([Cached, Cached, areOthers ? Modified : Unchanged], edit.Reasons(TrackingNames.InputFiles));
        if (areOthers)
            Assert.Equal([Unchanged, Unchanged, Unchanged, Modified], edit.Reasons(TrackingNames.Networks));
        else
            AssertAllCached(edit, [TrackingNames.Networks, TrackingNames.Plans, TrackingNames.Kernels]);
    }

    [Fact]
    public void ChangedAttribute_RebuildsItsNetworkOnly()
    {
        var edit = EditScenario.EditSource("Program.cs", text => text.Replace("1 0 2", "1 0 3", StringComparison.Ordinal));
        Assert.Equal([Cached, Cached, Modified], edit.Reasons(TrackingNames.Targets));
        Assert.Equal([Cached, Cached, Modified], edit.Reasons(TrackingNames.Networks));
        Assert.Equal([Cached, Cached], edit.Reasons(TrackingNames.InputFiles));
        Assert.Equal(["Inline.Kernels"], edit.ChangedFiles);
    }

    [Fact]
    public void AddedNetwork_LeavesOthersAlone()
    {
        var edit = EditScenario.EditSource(
            "Other.cs",
            text => "using SparseDnn; [SparseNetwork(Inputs = 4)] [BandedLayer] static partial class Added;" + text
        );
        Assert.Equal([Cached, Cached, Cached, New], edit.Reasons(TrackingNames.Networks));
        Assert.Equal(["Added.Kernels", "Added.Surface"], edit.ChangedFiles);
    }

    [Fact]
    public void RemovedNetwork_TakesItsFilesAlong()
    {
        var edit = EditScenario.EditSource(
            "Program.cs",
            text => text.Replace("[SparseNetwork] [WeightFiles(\"b.mtx\")]", "", StringComparison.Ordinal)
        );
        Assert.Equal(4, edit.Second.Files.Count);
        Assert.DoesNotContain(edit.Second.Files.Keys, name => name.StartsWith("FromB", StringComparison.Ordinal));
        Assert.Empty(edit.ChangedFiles);
    }

    [Fact]
    public void RepairedWeights_BringKernelsBack()
    {
        var project = new TestProject(EditScenario.Networks, ("w/a.mtx", "nonsense"), ("w/b.mtx", EditScenario.Weights));
        var faulty = GeneratorRun.Start(project);
        Assert.Equal(5, faulty.Files.Count);
        var repaired = faulty.Continue(weights: project.Weights.SetItem(0, new InMemoryText("w/a.mtx", EditScenario.Weights)));
        Assert.Equal(
            GeneratorRun
                .Start(new TestProject(EditScenario.Networks, ("w/a.mtx", EditScenario.Weights), ("w/b.mtx", EditScenario.Weights)))
                .Files,
            repaired.Files
        );
    }

    private static void AssertAllCached(EditScenario edit, IEnumerable<string> steps)
    {
        foreach (var step in steps)
            Assert.All(edit.Reasons(step), reason => Assert.Equal((step, Cached), (step, reason)));
        Assert.NotEmpty(edit.FileReasons);
        Assert.All(edit.FileReasons, reason => Assert.Equal(Cached, reason));
    }
}
