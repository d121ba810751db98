using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Inputs;
using SparseDnn.Testing;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace SparseDnn.Generators.Tests;

/// <summary>Binary weights reach the generator as text twins, and cost what texts cost.</summary>
public class BinaryWeightsTests
{
    private static readonly TestProject Project = new(
        EditScenario.Networks.Replace(".mtx", ".npy", StringComparison.Ordinal),
        ("obj/1/a.npy" + TextTwin.Extension, Twin("/p/w/a.npy", 0.5f)),
        ("obj/2/b.npy" + TextTwin.Extension, Twin("/p/w/b.npy", 0.5f))
    );

    [Fact]
    public void KernelsAreThose_OfTheSameWeightsAsText()
    {
        var text = new TestProject(EditScenario.Networks, ("w/a.mtx", EditScenario.Weights), ("w/b.mtx", EditScenario.Weights));
        var expected = GeneratorRun.Start(text).Files;
        var actual = GeneratorRun.Start(Project).Files;
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (name, file) in actual)
            Assert.Equal(expected[name], file.Replace(".npy", ".mtx", StringComparison.Ordinal));
    }

    [Fact]
    public void AChangedFile_RebuildsTheNetworksThatReadIt()
    {
        var edit = EditScenario.EditWeights(Project, files => files.SetItem(0, new InMemoryText(files[0].Path, Twin("/p/w/a.npy", 0.75f))));
        Assert.Equal([Modified, Cached], edit.Reasons(TrackingNames.InputFiles));
        Assert.Equal([Modified, Unchanged, Unchanged], edit.Reasons(TrackingNames.Networks));
        Assert.Equal([Modified, Cached, Cached], edit.Reasons(TrackingNames.Kernels));
    }

    [Fact]
    public void ATwinWrittenAnew_WithTheSameBytes_StopsAtTheFile()
    {
        var edit = EditScenario.EditWeights(Project, files => files.SetItem(0, new InMemoryText(files[0].Path, Twin("/p/w/a.npy", 0.5f))));
        Assert.Equal([Unchanged, Cached], edit.Reasons(TrackingNames.InputFiles));
        Assert.All(edit.Reasons(TrackingNames.Networks), reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void AKeystroke_ReadsNothing()
    {
        var edit = EditScenario.EditSource(Project, "Other.cs", text => text + "// more");
        foreach (var step in new[] { TrackingNames.InputTexts, TrackingNames.InputFiles, TrackingNames.Networks, TrackingNames.Kernels })
            Assert.All(edit.Reasons(step), reason => Assert.Equal(Cached, reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no twin")]
    [InlineData(TextTwin.Signature + "\n/p/w/a.npy\n7\nAA==\n")]
    public void ADamagedTwin_LeavesASurfaceThatCompiles(string text)
    {
        var run = GeneratorRun.Start(
            Project with
            {
                Weights = Project.Weights.SetItem(0, new InMemoryText(Project.Weights[0].Path, text)),
            }
        );
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    // 2 × 2, as EditScenario's weights but for the first.
    private static string Twin(string path, float first)
    {
        const string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }\n";
        byte[] bytes =
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)header.Length,
            0,
            .. Encoding.ASCII.GetBytes(header),
            .. new[] { first, 0, 0, -1 }.SelectMany(BitConverter.GetBytes),
        ];
        return TextTwin.Write(path, bytes);
    }
}
