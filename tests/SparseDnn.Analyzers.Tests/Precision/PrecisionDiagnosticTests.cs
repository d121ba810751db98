using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Analyzers.Precision;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Precision;

/// <summary>What number formats do to declared networks: each found with the narrowest span, each silent on a near miss.</summary>
/// <remarks>1.7014118346046923e38 is 2^127, 7.888609052210118e-31 is 2^−100, 9.094947017729282e-13 is 2^−40.</remarks>
public sealed class PrecisionDiagnosticTests
{
    private const string Range = "InputRange = new[] { -1.0, 1 }";
    private const string Inexact = "{|SDNN2005:" + Range + "|}";
    private const string Linear = "Activation = Activation.None";

    // Most networks here are the smallest that show a fault, with neurons and inputs to spare, or layer after layer.
    private static readonly IncidentalDiagnostics Spare = new("SDNN0030", "SDNN0031", "SDNN0032");

    [Theory]
    // Rounded numbers: one finding an argument, however many numbers.
    [InlineData("SDNN2001", "[SparseNetwork(Inputs = 3, " + Range + ")] [BandedLayer([|Weight = 0.1|])] partial class N;")]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 3, " + Inexact + ")] [BandedLayer([|Bias = -0.3|], [|Ceiling = 3.3|])] partial class N;",
        2
    )]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 3, " + Inexact + ")] [BandedLayer([|Biases = new[] { -0.3, 0.1, 0.5 }|])] partial class N;"
    )]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 2, " + Inexact + ")] [Layer(Outputs = 1, [|Edges = \"0 0 0.1; 1 0 -0.3\"|])] partial class N;"
    )]
    [InlineData("SDNN2001", "[SparseNetwork(Inputs = 2, " + Range + ")] [Layer(Outputs = 1, Edges = \"[|0 0 -0.3|]\")] partial class N;")]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 1, " + Inexact + ")] [BandedLayer([|Bias = 16777217|], " + Linear + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 1, Semiring = typeof(MinPlus), " + Range + ")] [BandedLayer([|Weight = 0.1|])] partial class N;"
    )]
    // Weights are judged in what they are stored in, everything else in the format of the sums.
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.BFloat16, "
            + Range
            + ")] [BandedLayer([|Weight = 1.00390625|], Bias = 0.501953125)] partial class N;"
    )]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 1, "
            + Range
            + ")] [BandedLayer([|Weight = 1.00390625|], Format = ElementFormat.BFloat16)] [BandedLayer(Weight = 1.00390625)] "
            + "partial class N;"
    )]
    [InlineData(
        "SDNN2002",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.BFloat16)] [BandedLayer([|Weight = 1.3775324423698682e-40|])] partial class N;"
    )]
    // Numbers that rounding takes more from than half an ulp.
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Weight = 1e-50|])] partial class N;")]
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Weight = -3.3e-45|])] partial class N;")]
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; [|1 1 1e-46|]; 2 1 1\")] partial class N;")]
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Biases = new[] { 1, 1e-60, 0 }|])] partial class N;")]
    // Overflow for every input, with a range and without.
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 2.0, 4 })] [Layer(Outputs = 1, [|Edges = \"0 0 1.7014118346046923e38; "
            + "1 0 1.7014118346046923e38\"|], "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 1.7014118346046923e38)] [Layer(Outputs = 1, [|Edges = \"0 0 2; "
            + "1 0 2\"|])] partial class N;"
    )]
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 1.7014118346046923e38)] [BandedLayer([|Weight = -1024|], "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2, Format = ElementFormat.Binary64)] [Layer(Outputs = 2, Bias = 1e308)] [Layer(Outputs = 1, "
            + "[|Edges = \"0 0 2; 1 0 2\"|])] partial class N;"
    )]
    // Overflow for an item at the ends of the range.
    [InlineData(
        "SDNN2004",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { -2.0, 2 })] [Layer(Outputs = 1, [|Edges = \"0 0 "
            + "1.7014118346046923e38; 1 0 -1.7014118346046923e38\"|])] partial class N;"
    )]
    [InlineData(
        "SDNN2004",
        "[SparseNetwork(Inputs = 2, {|SDNN2005:InputRange = new[] { -2.0, 2 }|})] [RadixNet(Radices = new[] { 2 }, [|Weight = "
            + "8|], Repeat = 64)] partial class N;"
    )]
    // Fixtures that demand equal bits.
    [InlineData("SDNN2005", "[SparseNetwork(Inputs = 3, [|" + Range + "|])] [BandedLayer(Bias = -0.30000001192092896)] partial class N;")]
    [InlineData(
        "SDNN2005",
        "[SparseNetwork(Inputs = 2, [|" + Range + "|])] [RadixNet(Radices = new[] { 2 }, Weight = 3, Repeat = 20)] partial class N;"
    )]
    // Biases that are lost.
    [InlineData(
        "SDNN2006",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 2 })] [BandedLayer(Weight = 33554432, [|Bias = 0.5|], "
            + Linear
            + ")] partial class N;"
    )]
    // Towards 0 numbers lie half as far apart below 2^25, and a tie goes to 2^25.
    [InlineData(
        "SDNN2006",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 2 })] [BandedLayer(Weight = 33554432, [|Bias = 1|], "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2006",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 2 })] [BandedLayer(Weight = 33554432, [|Bias = -1|], "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2006",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 2 })] [BandedLayer(Weight = 33554432, [|Biases = new[] { 0.5, 4 }|], "
            + Linear
            + ")] partial class N;"
    )]
    // Products below the normal numbers.
    [InlineData(
        "SDNN2007",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { -9.094947017729282e-13, 9.094947017729282e-13 })] "
            + "[BandedLayer([|Weight = 7.888609052210118e-31|])] partial class N;"
    )]
    // Neurons whose state is settled.
    [InlineData("SDNN2009", "[SparseNetwork(Inputs = 2, InputRange = new[] { 0.0, 1 })] [[|BandedLayer(Weight = -1)|]] partial class N;")]
    [InlineData(
        "SDNN2009",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 2 })] [[|BandedLayer(Weight = 1, Biases = new[] { 0.5, -0.25 "
            + "})|]] partial class N;"
    )]
    [InlineData(
        "SDNN2009",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 4.0, 5 })] [[|BandedLayer(Ceiling = 3, " + Linear + ")|]] partial class N;"
    )]
    // Sums of which nothing is left.
    [InlineData(
        "SDNN2010",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 1 })] [Layer(Outputs = 1, [|Edges = \"0 0 16777216; 1 0 "
            + "-16777216\"|], Bias = 0.25)] partial class N;"
    )]
    [InlineData("SDNN2011", "[[|SparseNetwork(Inputs = 2)|]] [BandedLayer] partial class N;")]
    public async Task Fault_IsMarkedNarrowly(string id, string source, int count = 1)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source, Spare, []);
        Assert.Equal(count, found.Count(diagnostic => diagnostic.Id == id));
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("SDNN2001", "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 0.1, Bias = -0.3, Ceiling = 3.3)] partial class N;")]
    [InlineData("SDNN2001", "[SparseNetwork(Inputs = 3, " + Range + ")] [BandedLayer(Weight = 0.10000000149011612)] partial class N;")]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 1, " + Range + ")] [Layer(Outputs = 1, Edges = \"0 0 0.10000000149011612\")] partial class N;"
    )]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64, " + Range + ")] [BandedLayer(Weight = 0.1)] partial class N;"
    )]
    [InlineData(
        "SDNN2001",
        "[SparseNetwork(Inputs = 3, " + Range + ")] [RandomLayer(InDegree = 1, MinWeight = 0.1, MaxWeight = 0.1)] partial class N;"
    )]
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1.2e-38, Bias = 0)] partial class N;")]
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1.401298464324817e-45)] partial class N;")]
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer(Weight = 1e-50)] partial class N;")]
    [InlineData("SDNN2002", "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)] [BandedLayer(Weight = 1e-50)] partial class N;")]
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 1.7014118346046923e38)] [Layer(Outputs = 1, Edges = \"0 0 0.5; "
            + "1 0 1\")] partial class N;"
    )]
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 1.7014118346046923e38)] [Layer(Outputs = 1, Edges = \"0 0 2; 1 "
            + "0 2\", Ceiling = 1)] partial class N;"
    )]
    [InlineData(
        "SDNN2003",
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 1.7014118346046923e38)] [Layer(Outputs = 1, Edges = \"0 0 -2; "
            + "1 0 -2\")] partial class N;"
    )]
    [InlineData("SDNN2003", "[SparseNetwork(Inputs = 2)] [BandedLayer(Weight = 3e38)] [BandedLayer(Weight = 3e38)] partial class N;")]
    [InlineData(
        "SDNN2004",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { -0.5, 0.5 })] [Layer(Outputs = 1, Edges = \"0 0 "
            + "1.7014118346046923e38; 1 0 -1.7014118346046923e38\")] partial class N;"
    )]
    [InlineData("SDNN2004", "[SparseNetwork(Inputs = 2)] [RadixNet(Radices = new[] { 2 }, Weight = 8, Repeat = 64)] partial class N;")]
    // By intervals these sums could be beyond binary32; no item takes them there, because the two paths cancel.
    [InlineData(
        "SDNN2004",
        "[SparseNetwork(Inputs = 1, InputRange = new[] { -4.0, 4 })] [Layer(Outputs = 2, Edges = \"0 0 1; 0 1 1\", "
            + Linear
            + ")] [Layer(Outputs = 1, Edges = \"0 0 8.507059173023462e37; 1 0 -8.507059173023462e37\")] partial class N;"
    )]
    [InlineData("SDNN2005", "[SparseNetwork(Inputs = 3, " + Range + ")] [BandedLayer(Bias = -0.25)] partial class N;")]
    [InlineData("SDNN2005", "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = -0.30000001192092896)] partial class N;")]
    // Half of the distance above 2^25 is a tie, which 2^25 wins and the odd number next to it loses.
    [InlineData(
        "SDNN2006",
        "[SparseNetwork(Inputs = 2, {|SDNN2005:InputRange = new[] { 1.0, 2 }|})] [BandedLayer(Weight = 33554432, Bias = 2, "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2006",
        "[SparseNetwork(Inputs = 2, {|SDNN2005:InputRange = new[] { 1.0, 2 }|})] [BandedLayer(Weight = 33554432, Bias = -1.5, "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2006",
        "[SparseNetwork(Inputs = 2, {|SDNN2005:InputRange = new[] { 0.0, 2 }|})] [BandedLayer(Weight = 33554432, Bias = 1, "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData("SDNN2006", "[SparseNetwork(Inputs = 2)] [BandedLayer(Weight = 33554432, Bias = 1)] partial class N;")]
    [InlineData("SDNN2007", "[SparseNetwork(Inputs = 2, " + Range + ")] [BandedLayer(Weight = 7.888609052210118e-31)] partial class N;")]
    [InlineData(
        "SDNN2007",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 0.0, 0 })] [BandedLayer(Weight = 7.888609052210118e-31, "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData("SDNN2009", "[SparseNetwork(Inputs = 2)] [BandedLayer(Weight = -1)] partial class N;")]
    [InlineData("SDNN2009", "[SparseNetwork(Inputs = 2, " + Range + ")] [BandedLayer(Weight = 1, Ceiling = 1)] partial class N;")]
    [InlineData(
        "SDNN2009",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 0.0, 1 })] [BandedLayer(Weight = -1, " + Linear + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2009",
        "[SparseNetwork(Inputs = 2, " + Range + ")] [Layer(Outputs = 2, Edges = \"0 0 1\", Bias = -1)] partial class N;"
    )]
    [InlineData(
        "SDNN2009",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 0.0, 1 })] [BandedLayer(Weight = 1, Bias = 0.5)] partial class N;"
    )]
    [InlineData(
        "SDNN2010",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 1 })] [Layer(Outputs = 1, Edges = \"0 0 4194303; 1 0 -4194303\", Bias = 0.5, "
            + Linear
            + ")] partial class N;"
    )]
    [InlineData(
        "SDNN2010",
        "[SparseNetwork(Inputs = 2, {|SDNN2005:"
            + Range
            + "|})] [Layer(Outputs = 1, Edges = \"0 0 16777216; 1 0 -16777216\", Bias = 0.25)] partial class N;"
    )]
    [InlineData("SDNN2011", "[SparseNetwork(Inputs = 2, " + Range + ")] [BandedLayer] partial class N;")]
    [InlineData("SDNN2011", "[SparseNetwork(Inputs = 2, Semiring = typeof(MinPlus))] [BandedLayer] partial class N;")]
    [InlineData("SDNN2011", "[SparseNetwork(Inputs = 2)] [BandedLayer({|SDNN0011:Ceiling = -1|})] partial class N;")]
    public async Task NearMiss_IsSilent(string id, string source) =>
        await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source, Spare, []);

    [Theory]
    [InlineData("SDNN2002", "1\t1\t0.5\n2\t1\t[|1e-60|]\n", "")]
    [InlineData("SDNN2001", "1\t1\t0.5\n2\t2\t[|0.1|]\n", "(InputRange = new[] { -1.0, 1 })")]
    [InlineData(
        "SDNN2001",
        "%%MatrixMarket matrix coordinate real symmetric\n% a comment\n2 2 1\n2 1 [|0.1|]\n",
        "(InputRange = new[] { -1.0, 1 })"
    )]
    [InlineData("SDNN0014", "1\t1\t0.5\r\n2\t1\t[|1e39|]\r\n", "")]
    public async Task Fault_InAFileIsMarkedThere(string id, string weights, string network)
    {
        var found = await AnalyzerVerifier.VerifyAsync(
            id,
            $"using SparseDnn;\n[SparseNetwork{network}] [WeightFiles(\"w.tsv\")] partial class N;",
            ("data/w.tsv", weights)
        );
        Assert.True(MessageQuality.IsHelpful(Assert.Single(found)), found[0].GetMessage());
    }

    [Theory]
    [InlineData(
        "[SparseNetwork(Inputs = 1, InputRange = new[] { -1.0, 1 })] [BandedLayer(Weight = -0.3)]",
        "Weight lies between two binary32 values: -0.3 lies between -0.30000001192092896 and -0.29999998211860657 and becomes "
            + "-0.30000001192092896, off by 1.19E-8, that is 3.97E-8 of its size;"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 2)] [BandedLayer(Weight = 1e-50)]",
        "Weight is too small for binary32: 1E-50 becomes 0, though its normal numbers begin at 1.1754943508222875E-38;"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 2)] [BandedLayer(Biases = new[] { 1e-50, 1e-48 })]",
        "2 of 2 values of Biases are too small for binary32: 1E-50 becomes 0,"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 1.7014118346046923e38)] [Layer(Outputs = 1, Edges = \"0 0 2; 1 0 2\")]",
        "In layer 2 ([Layer]) the sum of neuron 0, counting from 0, is at least 6.8056"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 1.7014118346046923e38)] [Layer(Outputs = 1, Edges = \"0 0 2; 1 0 2\")]",
        " for every input, beyond the largest binary32 value 3.4028234663852886E+38; use Format = ElementFormat.Binary64, the "
            + "narrowest that holds all sums"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 2, Format = ElementFormat.Binary64)] [Layer(Outputs = 2, Bias = 1e308)] [Layer(Outputs = 1, "
            + "Edges = \"0 0 2; 1 0 2\")]",
        "is at least 2^1025 for every input, beyond the largest binary64 value 1.7976931348623157E+308; scale the weights, "
            + "because no wider format holds all sums"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 2, InputRange = new[] { -2.0, 2 })] [RadixNet(Radices = new[] { 2 }, Weight = 8, Repeat = 64)]",
        "In layer 32 ([RadixNet]) the sum of neuron 0, counting from 0, is at least 6.8055"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 0.0, 1 })] [BandedLayer(Weight = -1, Repeat = 3)]",
        "for inputs in [0, 1], counting neurons from 0: ReLU gives 0 for neurons 0, 1 (likewise in 2 later layers);"
    )]
    public async Task Message_NamesValuesAndRemedy(string attributes, string expected)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(new TestProject($"using SparseDnn; {attributes} partial class N;"));
        Assert.Contains(found, diagnostic => diagnostic.GetMessage().Contains(expected, System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("True ", 1)]
    [InlineData("false", 0)]
    [InlineData("yes", 0)]
    [InlineData(null, 0)]
    public async Task RoundedNumbersWithoutRange_AreReportedWhereTheConfigurationSaysSo(string? value, int count)
    {
        var compilation = new TestProject(
            "using SparseDnn;\n[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 0.1)] static partial class N;"
        ).Compile();
        var config = value is null ? new ConfigOptions() : new ConfigOptions((PrecisionAnalyzer.RoundedWithoutRange, value));
        var found = await AnalyzerRun.DiagnosticsAsync(compilation, new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([], config));
        Assert.Equal(count, found.Count(diagnostic => diagnostic.Id == "SDNN2001"));
    }
}
