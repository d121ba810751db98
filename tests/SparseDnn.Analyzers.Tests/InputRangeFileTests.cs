using System.Linq;
using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// Files of input ranges: faults in the file are marked there, others at the argument; what each input's own range proves, and the range of
/// all does not.
/// </summary>
public sealed class InputRangeFileTests
{
    private const string Two = "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRangeFile = \"r.tsv\")] [BandedLayer] partial class N;";
    private const string Linear = "Activation = Activation.None";

    [Theory]
    [InlineData("SDNN0033", "1 0 1\n2 0 [|one|]\n")]
    [InlineData("SDNN0033", "1 0 1\n2 [|1 0|]\n")]
    [InlineData("SDNN0033", "1 0 1\n[|1|] 0 1\n")]
    [InlineData("SDNN0033", "1 0 1\n2 0 1\n\n [|3|] 0 1\n")]
    [InlineData("SDNN0033", "[||]")]
    public async Task Fault_InAFileIsMarkedThere(string id, string ranges)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, Two, ("data/r.tsv", ranges));
        Assert.True(MessageQuality.IsHelpful(Assert.Single(found)), found[0].GetMessage());
    }

    [Theory]
    [InlineData("SDNN0034", "using SparseDnn;\n[SparseNetwork(Inputs = 2, [|InputRangeFile = \"q.tsv\"|])] [BandedLayer] partial class N;")]
    [InlineData("SDNN0034", "using SparseDnn;\n[SparseNetwork(Inputs = 2, [|InputRangeFile = \"\"|])] [BandedLayer] partial class N;")]
    [InlineData("SDNN0035", "using SparseDnn;\n[SparseNetwork(Inputs = 3, [|InputRangeFile = \"r.tsv\"|])] [BandedLayer] partial class N;")]
    [InlineData(
        "SDNN0018",
        "using SparseDnn;\n[SparseNetwork(Inputs = 2, [|InputRangeFile = \"two.tsv\"|])] [BandedLayer] partial class N;"
    )]
    [InlineData("SDNN0022", "using SparseDnn;\n[ExactFixtures([|typeof(Elsewhere)|])] static partial class F;")]
    public async Task Fault_IsMarkedAtTheArgument(string id, string source)
    {
        var elsewhere = TestProject.Reference(
            "Other",
            "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRangeFile = \"r.tsv\")] [BandedLayer] public static partial class Elsewhere;"
        );
        var found = await AnalyzerVerifier.VerifyAsync(
            id,
            source,
            [elsewhere],
            ("r.tsv", "1 0 1\n2 0 2\n"),
            ("a/two.tsv", "1 0 1"),
            ("b/two.tsv", "1 0 1")
        );
        Assert.True(MessageQuality.IsHelpful(Assert.Single(found)), found[0].GetMessage());
    }

    [Theory]
    [InlineData("SDNN0033", "2\t-1\t1\r\n\r\n 1 0 .5\r\n", "(Inputs = 2, InputRangeFile = \"r.tsv\")")]
    [InlineData("SDNN0034", "1 0 1\n2 0 1\n", "(Inputs = 2, InputRangeFile = @\"data\\r.tsv\")")]
    [InlineData("SDNN0034", "1 0 1\n2 0 1\n", "(Inputs = 2, InputRange = new[] { 0.0, 1 }, InputRangeFile = null)")]
    [InlineData("SDNN0035", "2 0 1\n", "(Inputs = 2, InputRangeFile = \"r.tsv\", InputRange = new[] { 0.0, 1 })")]
    [InlineData("SDNN2011", "1 0 1\n2 0 2\n", "(Inputs = 2, InputRangeFile = \"r.tsv\")")]
    public async Task NearMiss_IsSilent(string id, string ranges, string arguments) =>
        await AnalyzerVerifier.VerifyAsync(
            id,
            $"using SparseDnn;\n[SparseNetwork{arguments}] [BandedLayer] partial class N;",
            ("data/r.tsv", ranges)
        );

    // Each speaks with the ranges of the file and is silent with the range of all inputs, or the other way round.
    [Theory]
    [InlineData("SDNN2009", "1 0 1\n2 -1 1\n", "-1.0, 1", "[Layer(Outputs = 2, Edges = \"0 0 -1; 1 1 1\")]", true)]
    [InlineData(
        "SDNN2009",
        "1 1 2\n2 -2 -1\n",
        "-2.0, 2",
        "[Layer(Outputs = 1, Edges = \"0 0 1; 1 0 -1\", Ceiling = 1, " + Linear + ")]",
        true
    )]
    [InlineData("SDNN2006", "1 1 2\n2 0 2\n", "0.0, 2", "[BandedLayer(Weight = 33554432, Bias = 0.5, " + Linear + ")]", true)]
    [InlineData(
        "SDNN2003",
        "1 4 8\n2 0 1\n",
        "0.0, 8",
        "[Layer(Outputs = 1, Edges = \"0 0 1.7014118346046923e38; 1 0 1\", " + Linear + ")]",
        true
    )]
    [InlineData("SDNN2004", "1 -0.5 0.5\n2 -4 4\n", "-4.0, 4", "[Layer(Outputs = 1, Edges = \"0 0 1.7014118346046923e38; 1 0 1\")]", false)]
    public async Task OwnRange_DecidesWhereTheRangeOfAllDoesNot(string id, string ranges, string all, string layers, bool speaks)
    {
        foreach (var ofFile in new[] { true, false })
        {
            var marked = speaks == ofFile;
            var source =
                "using SparseDnn;\n[SparseNetwork(Inputs = 2, "
                + $"{(ofFile ? "InputRangeFile = \"r.tsv\"" : $"InputRange = new[] {{ {all} }}")})] {layers} partial class N;";
            var found = await AnalyzerRun.DiagnosticsAsync(new TestProject(source, ("r.tsv", ranges)));
            Assert.True(
                marked == found.Any(diagnostic => diagnostic.Id == id),
                $"{ofFile}: {string.Join("\n", found.Select(diagnostic => diagnostic.ToString()))}"
            );
            if (ofFile && marked)
                Assert.Contains(
                    "the ranges of 'r.tsv'",
                    found.First(diagnostic => diagnostic.Id == id).GetMessage(),
                    System.StringComparison.Ordinal
                );
        }
    }

    [Fact]
    public async Task Headroom_IsSaidAtTheFile()
    {
        var found = await AnalyzerVerifier.VerifyAsync(
            "SDNN2005",
            "using SparseDnn;\n[SparseNetwork(Inputs = 2, [|InputRangeFile = \"r.tsv\"|])] [BandedLayer(Bias = "
                + "-0.30000001192092896)] partial class N;",
            new IncidentalDiagnostics("SDNN2009"),
            [],
            ("r.tsv", "1 -1 1\n2 -0.5 0.25\n")
        );
        Assert.Contains(
            "inputs that are multiples of the coarsest powers of two that divide their least and greatest values in the ranges of 'r.tsv'",
            found.First(diagnostic => diagnostic.Id == "SDNN2005").GetMessage(),
            System.StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Saturation_IsJudgedByOwnRanges()
    {
        const string source =
            "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRangeFile = \"r.tsv\")] [Layer(Outputs = 1, Edges = \"0 0 5; 1 "
            + "0 1\")] static partial class Sum; [ExactFixtures(typeof(Sum), Weights = \"int8:4\", Activations = \"int16:4\", "
            + "[|Accumulator = \"int16:8\"|])] static partial class F;";
        await AnalyzerVerifier.VerifyAsync("SDNN2008", source, ("r.tsv", "1 0 30\n2 0 1\n"));
        await AnalyzerVerifier.VerifyAsync("SDNN2008", source.Replace("[|", "").Replace("|]", ""), ("r.tsv", "1 0 1\n2 0 30\n"));
    }

    [Fact]
    public async Task FileName_IsMended() =>
        Assert.Equal(
            ["Change InputRangeFile to \"a/two.tsv\""],
            await new CodeFixVerifier(new SetArgumentCodeFixProvider()) { EquivalenceKey = "SparseDnn.Set.InputRangeFile" }.VerifyAsync(
                "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRangeFile = \"two.tsv\")] [BandedLayer] static partial class N;",
                "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRangeFile = \"a/two.tsv\")] [BandedLayer] static partial class N;",
                ("/p/a/two.tsv", "1 0 1\n2 0 2"),
                ("/p/b/two.tsv", "1 0 1\n2 0 2")
            )
        );
}
