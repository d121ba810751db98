using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using SparseDnn.Inputs;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>Diagnostics about weights files: those in the file mark line and column, those about the name mark the argument.</summary>
public sealed class WeightsDiagnosticTests
{
    private const string Source = "using SparseDnn;\n[SparseNetwork] [WeightFiles(\"w.mtx\")] static partial class N;";
    private const string Header = "%%MatrixMarket matrix coordinate real general\n";

    [Theory]
    [InlineData("SDNN0007", Header + "2 2 2\n1 1 0.5\n2 2 [|0,5|]\n")]
    [InlineData("SDNN0007", Header + "% a comment\r\n2 2 1\r\n[|3|] 1 0.5\r\n")]
    [InlineData("SDNN0007", Header + "2 2 1\n1 [|0|] 0.5\n")]
    [InlineData("SDNN0007", Header + "2 2 1\n1 1 [|nan|]")]
    [InlineData("SDNN0007", Header + "2 2 1\n1 1[||]\n")]
    [InlineData("SDNN0007", Header + "2 2 [|2|]\n1 1 1\n")]
    [InlineData("SDNN0007", Header + "2 2 1\n1 1 1\n[|2 2 2|]\n")]
    [InlineData("SDNN0007", Header + "2 [|x|] 1\n")]
    [InlineData("SDNN0007", "%%MatrixMarket matrix [|array|] real general\n2 2\n1\n")]
    [InlineData("SDNN0007", "%%MatrixMarket matrix coordinate [|reel|] general\n")]
    [InlineData("SDNN0007", "1\t1\t0.5\n2\t1\t[|half|]\n")]
    [InlineData("SDNN0007", "1\t1\t0.5\n[|# comment|]\n")]
    [InlineData("SDNN0007", "[||]")]
    [InlineData("SDNN0007", "1 1 1 [|1|]\n")]
    [InlineData("SDNN0008", Header + "2 2 3\n1 1 1\n2 2 1\n[||]1 1 2\n")]
    [InlineData("SDNN0008", "1 1\n2 2\n[||]1 1\n")]
    [InlineData("SDNN0029", Header + "2 2 4\n1 1 1\n2 2 1\n1 2  [|-0.0|] \n2 1 0\n")]
    [InlineData("SDNN0029", "1 1 1\n2 2 1\n\n1 2\t[|0e5|]\n")]
    public async Task FaultInAFile_IsMarkedThere(string id, string weights)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, Source, ("data/w.mtx", weights));
        Assert.True(MessageQuality.IsHelpful(Assert.Single(found)), found[0].GetMessage());
    }

    [Theory]
    [InlineData("SDNN0007", Header + "2 2 2\n1 1 0.5\n2 2 -5e-1\n")]
    [InlineData("SDNN0007", Header + "2 2 0\n")]
    [InlineData("SDNN0007", "%%matrixmarket MATRIX coordinate pattern symmetric\n\n2 2 1\n% late comment\n2 1\n")]
    [InlineData("SDNN0007", "1\t1\t0.5\r\n2\t1\t.5\r\n\r\n")]
    [InlineData("SDNN0007", "\uFEFF1 1\n")]
    [InlineData("SDNN0008", Header + "2 2 2\n1 2 1\n2 1 1\n")]
    [InlineData("SDNN0006", "1 1\n")]
    [InlineData("SDNN0029", "1 1 1\n2 2 -1e-37\n")]
    [InlineData("SDNN0029", "%%MatrixMarket matrix coordinate pattern general\n2 2 2\n1 1\n2 2\n")]
    [InlineData("SDNN0030", Header + "2 2 2\n1 2 1\n2 1 1\n")]
    [InlineData("SDNN0031", "1 1 1\n2 1 1\n")]
    public async Task NearMissInAFile_IsSilent(string id, string weights) =>
        await AnalyzerVerifier.VerifyAsync(id, Source, ("data/w.mtx", weights));

    [Theory]
    [InlineData("", "SDNN0007", "At offset 74, entry (2, 1): NaN is no finite number", float.NaN)]
    [InlineData(", Format = SparseDnn.ElementFormat.Int32", "SDNN", "At offset 74, entry (2, 1): ", 0.5f)]
    public async Task AFaultInABinaryFile_IsReportedThere_WithItsOffsetInWords(string format, string id, string message, float value)
    {
        const string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }\n";
        byte[] file =
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)header.Length,
            0,
            .. Encoding.ASCII.GetBytes(header),
            .. new[] { 1, value }.SelectMany(BitConverter.GetBytes),
        ];
        var project = new TestProject(
            $"using SparseDnn;\n[SparseNetwork(Inputs = 2{format})] [WeightFiles(\"w.npy\", Epilogue = Epilogue.None)] "
                + "static partial class N;",
            ("obj/7/w.npy" + TextTwin.Extension, TextTwin.Write("/p/data/w.npy", file))
        );
        var run = GeneratorRun.Start(project);
        var found = (await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights)).Where(one =>
            one.Location.GetLineSpan().Path == "/p/data/w.npy"
        );
        var diagnostic = Assert.Single(found);
        Assert.StartsWith(id, diagnostic.Id, StringComparison.Ordinal);
        Assert.StartsWith(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task NeuronsAndInputsOfFiles_AreCountedOnceAnAttribute()
    {
        var found = await AnalyzerVerifier.VerifyAsync(
            "SDNN0031",
            "using SparseDnn;\n[SparseNetwork] [WeightFiles({|SDNN0030:[|\"l{1..3}.mtx\"|]|})] static partial class N;",
            ("l1.mtx", Header + "2 2 1\n1 1 1\n"),
            ("l2.mtx", Header + "2 2 2\n1 1 1\n2 2 1\n"),
            ("l3.mtx", Header + "2 2 1\n2 2 1\n")
        );
        Assert.Contains(
            found,
            diagnostic =>
                diagnostic
                    .GetMessage()
                    .Contains(
                        "1 of the 2 neurons of layer 1 has no inputs (counted from 0: 1; likewise in 1 more layer of this attribute)",
                        System.StringComparison.Ordinal
                    )
        );
    }

    [Theory]
    [InlineData("SDNN0006")]
    public async Task FaultyName_OfAMissingFileIsMarked(string id) =>
        await AnalyzerVerifier.VerifyAsync(
            id,
            "using SparseDnn;\n[SparseNetwork] [WeightFiles([|\"w.mtx\"|], Bias = 1)] static partial class N;",
            ("data/ww.mtx", "1 1"),
            ("w.mtx/x", "1 1")
        );

    [Fact]
    public async Task EveryMissingFileOfARange_IsReported()
    {
        const string Argument = "{|SDNN0006:{|SDNN0006:\"l{08..11}.tsv\"|}|}";
        var found = await AnalyzerVerifier.VerifyAsync(
            "none",
            $"using SparseDnn;\n[SparseNetwork] [WeightFiles({Argument})] static partial class N;",
            ("l08.tsv", "1 1"),
            ("l10.tsv", "1 1")
        );
        Assert.Contains("'l09.tsv'", found[0].GetMessage(), System.StringComparison.Ordinal);
        Assert.Contains("<SparseWeights Include=\"l11.tsv\" />", found[1].GetMessage(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SDNN0018")]
    public async Task FaultyName_OfSeveralFilesIsMarked(string id) =>
        await AnalyzerVerifier.VerifyAsync(
            id,
            "using SparseDnn;\n[SparseNetwork] [WeightFiles([|\"w.mtx\"|])] static partial class N;",
            ("a/w.mtx", "1 1"),
            ("b/w.mtx", "1 1")
        );

    [Theory]
    [InlineData("SDNN0018")]
    public async Task NearMissOfAmbiguity_IsSilent(string id) =>
        await AnalyzerVerifier.VerifyAsync(
            id,
            "using SparseDnn;\n[SparseNetwork] [WeightFiles(@\"b\\w.mtx\")] static partial class N;",
            ("a/w.mtx", "1 1"),
            ("/x/b/w.mtx", "1 1")
        );

    [Fact]
    public async Task IndexBeyondNeurons_MarksTheArgument() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN0012",
            "using SparseDnn;\n[SparseNetwork] [WeightFiles(\"w.tsv\", [|Neurons = 2|])] static partial class N;",
            ("w.tsv", "1 3\n")
        );

    [Fact]
    public async Task WeightBeyondTheFormat_IsMarkedInTheFile() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN0014",
            "using SparseDnn;\n[SparseNetwork] [WeightFiles(\"w.tsv\")] static partial class N;",
            ("w.tsv", "2 1 1\n1 1 [|1e39|]\n")
        );

    [Fact]
    public async Task FileThatDoesNotChain_MarksTheAttribute() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN0005",
            "using SparseDnn;\n[SparseNetwork(Inputs = 5)] [BandedLayer] [[|WeightFiles(\"w.mtx\")|]] static partial class N;",
            ("w.mtx", Header + "4 4 0\n")
        );

    [Fact]
    public async Task FileWithoutShape_GrowsToItsNeighbours() =>
        await AnalyzerVerifier.VerifyAsync(
            "none",
            "using SparseDnn;\n[SparseNetwork(Inputs = 5)] [WeightFiles(\"w.tsv\")] [RadixNet(Radices = new[] { 7 })] static "
                + "partial class N;",
            new IncidentalDiagnostics("SDNN0030", "SDNN0031"),
            [],
            ("w.tsv", "1 3\n")
        );

    [Fact]
    public async Task TwoNetworksOnOneFaultyFile_BothSaySo() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN0007",
            Source + "[SparseNetwork] [WeightFiles(\"w.mtx\")] static partial class M;",
            ("w.mtx", "1 1 [|[|x|]|]\n")
        );
}
