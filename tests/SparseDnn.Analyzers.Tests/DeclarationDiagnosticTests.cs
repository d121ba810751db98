using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>Diagnostics in source: each found with the narrowest span, each silent on a near miss.</summary>
public sealed class DeclarationDiagnosticTests
{
    private const string Good = """[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = "0 0 1")]""";

    // Most networks here are the smallest that show a fault, with neurons and inputs to spare.
    private static readonly IncidentalDiagnostics Spare = new("SDNN0030", "SDNN0031");

    [Theory]
    // The type and the types around it.
    [InlineData("SDNN0001", Good + " class [|N|];")]
    [InlineData("SDNN0001", Good + " public readonly struct [|@N|] { }")]
    [InlineData("SDNN0002", "class [|Outer|] { " + Good + " partial class N; }")]
    [InlineData(
        "SDNN0002",
        "record [|[|Outer|]|] { partial struct Middle { " + Good + " partial class N; " + Good + " class {|SDNN0001:M|}; } }",
        2
    )]
    [InlineData("SDNN0002", "partial class Outer { class [|Middle|] { " + Good + " partial class N; } }")]
    [InlineData("SDNN0003", Good + " partial class [|N|]<T>;")]
    [InlineData("SDNN0003", Good + " file partial class [|N|];")]
    [InlineData("SDNN0003", "file partial class Outer { " + Good + " partial class [|N|]; }")]
    [InlineData("SDNN0003", Good + " ref partial struct [|N|];")]
    [InlineData("SDNN0004", "[SparseNetwork(Inputs = 3)] partial class [|N|];")]
    [InlineData("SDNN0016", Good + " partial class N { void [|Infer|]() { } int [|Inputs|], inputs; }")]
    [InlineData("SDNN0016", Good + " partial class N { class [|NetworkInstance|]; }")]
    [InlineData("SDNN0016", Good + " partial class [|Network|];")]
    [InlineData("SDNN0016", Good + " partial record N(int [|Edges|]);")]
    // Layers that do not chain.
    [InlineData("SDNN0005", "[SparseNetwork([|Inputs = 4|])] [RadixNet(Radices = new[] { 2, 4 })] partial class N;")]
    [InlineData("SDNN0005", "[SparseNetwork] [RadixNet(Radices = new[] { 2, 4 })] [[|RadixNet(Radices = new[] { 9 })|]] partial class N;")]
    [InlineData("SDNN0005", "[SparseNetwork(Inputs = 3)] [BandedLayer(Outputs = 4, [|Repeat = 2|])] partial class N;")]
    [InlineData("SDNN0005", "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 1, Outputs = 4, [|Repeat = 2|])] partial class N;")]
    [InlineData("SDNN0005", "[SparseNetwork(Inputs = 3)] [[|Layer(Outputs = 4, Edges = \"0 0 1\", Repeat = 2)|]] partial class N;")]
    // Inline edges.
    [InlineData("SDNN0008", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1; [|0 0 2|]\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 [|1,5|]\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0[||]; 1 1 1\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"[|-1|] 0 1\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1 [|2|]\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"[|3 0 1|]; 0 0 1\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; [|2 2 1|]\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 [|NaN|]\")] partial class N;")]
    // Offsets in other literals and in expressions are unknown: the expression is marked.
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = @\"0 0 [|x|]\")] partial class N;")]
    // Every form of a literal.
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = @\"0 0 1;\n  0 [|\"\"|] 1\")] partial class N;")]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"\"\"0 0 1; 0 [|\"x\"|] 1; 1 1 1\"\"\")] partial class N;"
    )]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"\"\"\"\n        0 0 1;\n\n          0 [|\"\"\"|] 1;\n       "
            + " 1 1 1\n        \"\"\"\")] partial class N;"
    )]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"\"\"\r\n    0 0 1;\r\n    0 1 [|x|]\r\n    \"\"\")] partial class N;"
    )]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1;\\t0\\u0020[|\\x78|] 1; 1 1 1\")] partial class N;"
    )]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; [|\\U0001F600|] 0 1\")] partial class N;")]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 0 [|\\uD83D\\uDE00|] 1\")] partial class N;")]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = (\"0 0 1; 1 1 1;\" + @\" 2 0 [|x\" + \"y|]\"))] partial class N;"
    )]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = [|Written.Text|])] partial class N; static class Written { "
            + "public const string Text = \"0 0 x\"; }"
    )]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = [|Written.Text + \"; 0 0 x\"|])] partial class N; static "
            + "class Written { public const string Text = \"0 0 1\"; }"
    )]
    [InlineData("SDNN0009", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1;\\n0 [|x|] 1\")] partial class N;")]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = [|N.Text|])] partial class N { internal const string Text = \"0 0\"; }"
    )]
    // Topologies and file names.
    [InlineData("SDNN0010", "[SparseNetwork] [RadixNet([|Radices = new[] { 2, 1 }|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork] [[|RadixNet|]] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork] [RadixNet(Radices = new[] { 2, 2 }, [|BlockCounts = new[] { 1, 2 }|])] partial class N;")]
    [InlineData(
        "SDNN0010",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2, 2 }, BlockCounts = new[] { 1, 2, 2 }, [|Repeat = 2|])] partial class N;"
    )]
    [InlineData("SDNN0010", "[SparseNetwork] [RadixNet([|Radices = new[] { 65536, 65536 }|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork] [WeightFiles([|\"l{3..1}.mtx\"|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork] [WeightFiles([|pattern: \" \"|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork(Inputs = 12)] [ButterflyLayer([|BlockSize = 5|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork(Inputs = 8)] [ButterflyLayer([|BlockSize = 8|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork(Inputs = 12)] [ButterflyLayer([|Radix = 3|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork(Inputs = 12)] [[|ButterflyLayer|]] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork(Inputs = 8)] [ButterflyLayer([|Stages = new[] { 0, 3 }|])] partial class N;")]
    [InlineData("SDNN0010", "[SparseNetwork(Inputs = 8)] [ButterflyLayer([|Stages = new int[0]|])] partial class N;")]
    // Numbers.
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Ceiling = -1|])] partial class N;")]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Ceiling = 1e-50|])] partial class N;")]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Bias = double.NaN|])] partial class N;")]
    [InlineData(
        "SDNN0011",
        "[SparseNetwork(Inputs = 3)] [BandedLayer([|Biases = new[] { 1, double.PositiveInfinity, 2 }|])] partial class N;"
    )]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Weight = double.NegativeInfinity|])] partial class N;")]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [BandedLayer([|BiasMode = (BiasMode)7|])] partial class N;")]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3, [|Format = (ElementFormat)(-1)|])] [BandedLayer] partial class N;")]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [RandomLayer([|Density = 1.5|])] partial class N;")]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 1, [|MinWeight = 2|])] partial class N;")]
    [InlineData(
        "SDNN0011",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)] [RandomLayer(InDegree = 1, MinWeight = -1.7e308, "
            + "[|MaxWeight = 1.7e308|])] partial class N;"
    )]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 4)] [ButterflyLayer([|Weight = double.NaN|])] partial class N;")]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 4)] [ButterflyLayer([|MinWeight = 2|])] partial class N;")]
    // Sizes.
    [InlineData("SDNN0012", "[SparseNetwork([|Inputs = 0|])] [BandedLayer] partial class N;")]
    [InlineData("SDNN0012", "[[|SparseNetwork|]] [BandedLayer] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 3)] [Layer([|Outputs = 0|])] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 3)] [[|Layer(Edges = \"0 0 1\")|]] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 3)] [BandedLayer([|LowerBandwidth = -1|])] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 3)] [RandomLayer([|InDegree = 4|])] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 3)] [[|RandomLayer|]] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Repeat = 0|])] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, [|Repeat = int.MaxValue|])] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 16777216)] [[|BandedLayer(UpperBandwidth = 5)|]] partial class N;")]
    [InlineData("SDNN0013", "[SparseNetwork(Inputs = 4096)] [RandomLayer(InDegree = 700)] partial class [|N|];")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 4)] [ButterflyLayer([|Radix = 1|])] partial class N;")]
    [InlineData("SDNN0012", "[SparseNetwork(Inputs = 4)] [ButterflyLayer([|BlockSize = -1|])] partial class N;")]
    [InlineData("SDNN0012", "[[|SparseNetwork|]] [ButterflyLayer] partial class N;")]
    // Values beyond the format.
    [InlineData("SDNN0014", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Weight = 1e39|])] partial class N;")]
    [InlineData("SDNN0014", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Bias = -1e39|])] partial class N;")]
    [InlineData("SDNN0014", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Ceiling = 3.5e38|])] partial class N;")]
    [InlineData("SDNN0014", "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 3, [|MinWeight = -1e300|])] partial class N;")]
    [InlineData("SDNN0014", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; [|1 1 4e38|]; 2 1 1\")] partial class N;")]
    [InlineData("SDNN0014", "[SparseNetwork(Inputs = 4)] [ButterflyLayer(Seed = 1, [|MaxWeight = 1e300|])] partial class N;")]
    [InlineData("SDNN0014", "[SparseNetwork(Inputs = 4)] [ButterflyLayer([|Weight = 1e300|])] partial class N;")]
    // Weights that are summed in another format than the network's.
    [InlineData("SDNN0036", "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1, [|Format = ElementFormat.Binary64|])] partial class N;")]
    [InlineData(
        "SDNN0036",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinMax), Format = ElementFormat.Int32)] [BandedLayer(Weight = 1, "
            + "[|Format = ElementFormat.Binary32|], Epilogue = Epilogue.None)] partial class N;"
    )]
    // Arguments that exclude each other, lists of the wrong length.
    [InlineData("SDNN0015", "[SparseNetwork(Inputs = 4)] [ButterflyLayer([|Weight = 1|], Seed = 1)] partial class N;")]
    [InlineData("SDNN0015", "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1, [|Biases = new double[] { 1, 2, 3 }|])] partial class N;")]
    [InlineData(
        "SDNN0015",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2 }, [|Blocks = 2|], BlockCounts = new[] { 2, 2 })] partial class N;"
    )]
    [InlineData("SDNN0015", "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 1, [|Density = 0.5|])] partial class N;")]
    [InlineData("SDNN0017", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Biases = new double[] { 1, 2 }|])] partial class N;")]
    [InlineData("SDNN0017", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Biases = new double[0]|])] partial class N;")]
    // What is hardly meant.
    [InlineData(
        "SDNN0029",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; [|1 1 0|]; 2 1 -1; [|0 1 -0.0|]\")] partial class N;"
    )]
    [InlineData(
        "SDNN0029",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxTimes))] [Layer(Outputs = 2, Edges = \"0 0 1; [|1 1 0|]\")] partial class N;"
    )]
    [InlineData("SDNN0029", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Weight = 0|])] partial class N;")]
    [InlineData("SDNN0030", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, [|Edges = \"0 0 1; 1 2 1; 2 2 1\"|])] partial class N;")]
    [InlineData("SDNN0030", "[SparseNetwork(Inputs = 3)] [BandedLayer([|Outputs = 5|])] partial class N;")]
    [InlineData("SDNN0031", "[SparseNetwork(Inputs = 4)] [Layer(Outputs = 2, [|Edges = \"0 0 1; 1 1 1; 0 1 2\"|])] partial class N;")]
    [InlineData(
        "SDNN0031",
        "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1\")] [Layer(Outputs = 1, [|Edges = \"1 0 1\"|], "
            + "Repeat = 1)] partial class N;"
    )]
    [InlineData("SDNN0031", "[SparseNetwork(Inputs = 5)] [[|BandedLayer(Outputs = 3)|]] partial class N;")]
    [InlineData("SDNN0032", "[SparseNetwork(Inputs = 32)] [RandomLayer(InDegree = 16, Repeat = 31)] partial class [|N|];")]
    public async Task Fault_IsMarkedNarrowly(string id, string source, int networks = 1)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source, Spare, []);
        Assert.InRange(found.Length, networks, 2 * networks);
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("SDNN0001", Good + " partial class N;")]
    [InlineData("SDNN0002", "class NoNetwork { class Inner; }")]
    [InlineData("SDNN0012", "[Layer(Outputs = 0)] class LayerWithoutNetwork;")]
    [InlineData("SDNN0003", "partial class Outer<T> { partial struct Middle { " + Good + " partial class N; } }")]
    [InlineData("SDNN0002", "class Outer; " + Good + " partial class N;")]
    [InlineData("SDNN0016", Good + " partial class N { void infer() { } int Input; class Sub { int Inputs; } }")]
    [InlineData("SDNN0016", Good + " partial record N(int Edge);")]
    [InlineData("SDNN0016", Good + " partial class Networks;")]
    [InlineData(
        "SDNN0005",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2, 4 })] [RadixNet(Radices = new[] { 4, 2 }, Repeat = 3)] partial class N;"
    )]
    [InlineData(
        "SDNN0010",
        "[SparseNetwork(Inputs = 8)] [RadixNet(Radices = new[] { 2, 4 }, BlockCounts = new[] { 1, 2, 3 })] partial class N;"
    )]
    [InlineData(
        "SDNN0010",
        "[SparseNetwork(Inputs = 12)] [ButterflyLayer(BlockSize = 3, Stages = new[] { 1, 0, 1 }, MaxWeight = 2)] partial class N;"
    )]
    [InlineData(
        "SDNN0005",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Outputs = 3, Repeat = 2)] [BandedLayer(Outputs = 4)] partial class N;"
    )]
    [InlineData(
        "SDNN0009",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \" 0 0 -1.5e-3 ;\t{|SDNN0029:1 0 0|}; 2 1 +.5 ; \")] partial class N;"
    )]
    [InlineData("SDNN0004", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2)] partial class N;")]
    [InlineData("SDNN0036", "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1, Format = ElementFormat.Binary32)] partial class N;")]
    [InlineData(
        "SDNN0014",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Ceiling = double.PositiveInfinity, Weight = 3.4e38, Bias = -0.0)] partial class N;"
    )]
    [InlineData(
        "SDNN0011",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)] [BandedLayer(Weight = 1e300, Bias = 1e39, Ceiling = "
            + "1e-300)] partial class N;"
    )]
    [InlineData("SDNN0011", "[SparseNetwork(Inputs = 3)] [RandomLayer(Density = 1e-9, MinWeight = 2, MaxWeight = 2)] partial class N;")]
    [InlineData(
        "SDNN0017",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Biases = new double[] { 1, 2, 3 })] [Layer(Outputs = 3, Biases = null, Bias "
            + "= 1)] partial class N;"
    )]
    [InlineData("SDNN0013", "[SparseNetwork(Inputs = 1024)] [RandomLayer(InDegree = 128)] partial class N;")]
    [InlineData(
        "SDNN0012",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(LowerBandwidth = int.MaxValue, UpperBandwidth = int.MaxValue)] partial class N;"
    )]
    [InlineData("SDNN0008", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, Edges = \"0 1 1; 1 0 1; 0 0 1\")] partial class N;")]
    [InlineData(
        "SDNN0015",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1)] [BandedLayer(Biases = new double[] { 1, 2, 3 })] partial class N;"
    )]
    [InlineData(
        "SDNN0029",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1e-37; 1 1 -1e-37; 2 1 1\")] [BandedLayer(Weight = "
            + "1e-30)] partial class N;"
    )]
    [InlineData(
        "SDNN0029",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [Layer(Outputs = 2, Edges = \"0 0 0; 1 1 0\")] "
            + "[BandedLayer(Weight = 0)] partial class N;"
    )]
    [InlineData(
        "SDNN0030",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1\")] [BandedLayer(Outputs = 3, LowerBandwidth = "
            + "1)] partial class N;"
    )]
    [InlineData(
        "SDNN0030",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [Layer(Outputs = 3, Edges = \"0 0 1\")] partial class N;"
    )] // a graph may have sources
    [InlineData(
        "SDNN0030",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, Edges = \"0 0 1; 1 2 1; 2 2 1\", Bias = -1, BiasMode = "
            + "BiasMode.NonzeroSums)] partial class N;"
    )] // absent sums are meant
    [InlineData(
        "SDNN0031",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, Edges = \"0 0 1; 1 0 1; 2 0 1\")] [RandomLayer(InDegree = 1, Outputs "
            + "= 1)] partial class N;"
    )] // chance leaves out
    [InlineData(
        "SDNN0031",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(OrAnd))] [Layer(Outputs = 3, Edges = \"0 0 1\")] partial class N;"
    )] // a graph may have sinks
    [InlineData("SDNN0032", "[SparseNetwork(Inputs = 32)] [RandomLayer(InDegree = 16, Repeat = 30)] partial class N;")]
    // Tables suit large layers.
    [InlineData("SDNN0032", "[SparseNetwork(Inputs = 64)] [RandomLayer(InDegree = 9, Repeat = 120)] partial class N;")]
    public async Task NearMiss_IsSilent(string id, string source) =>
        await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source, Spare, []);

    [Theory]
    [InlineData("Ceiling = -1", "Ceiling is -1;")]
    [InlineData("Weight = double.NaN", "Weight is NaN;")]
    [InlineData("Bias = double.NegativeInfinity", "Bias is -Infinity;")]
    [InlineData("Weight = -2.5e40", "the weight -2.5E+40 is beyond the largest binary32 value 3.4028234663852886E+38;")]
    [InlineData("LowerBandwidth = int.MinValue", "LowerBandwidth is -2147483648;")]
    [InlineData("Repeat = -7", "Repeat is -7;")]
    [InlineData("Outputs = 16777217", "Outputs is 16777217; it is 1 to 16777216")]
    [InlineData("Activation = (Activation)(-3)", "Activation is -3; write a member of Activation")]
    [InlineData("Biases = new double[] { 1 }", "Biases has 1 values but the layer has 3 outputs;")]
    public async Task Message_NamesValueAndRemedy(string argument, string expected)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            new TestProject($"using SparseDnn; [SparseNetwork(Inputs = 3)] [BandedLayer({argument})] partial class N;")
        );
        Assert.Contains(expected, Assert.Single(found).GetMessage(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "[Layer(Outputs = 7, Edges = \"0 0 1; 0 1 0\")]",
        "SDNN0029: The edge from input 0 to output 1 has the weight 0, which over plus-times is the same as no edge, and is "
            + "left out; remove it"
    )]
    [InlineData(
        "[Layer(Outputs = 7, Edges = \"0 0 1; 0 1 0\")]",
        "SDNN0030: 6 of the 7 neurons of layer 1 have no inputs (counted from 0: 1, 2, 3, 4, …), so the output is the same for "
            + "every item; add edges, or leave such neurons out"
    )]
    [InlineData(
        "[Layer(Outputs = 7, Edges = \"0 0 1; 0 1 0\")]",
        "SDNN0031: 2 of the 3 inputs of layer 1 are read by no edge (counted from 0: 1, 2) and cannot change an output; add "
            + "edges, or leave such inputs out"
    )]
    [InlineData(
        "[BandedLayer(Weight = 0)]",
        "SDNN0029: Every edge of [BandedLayer] has the weight 0, which over plus-times is the same as no edge, and is left "
            + "out; remove the layer or write another weight"
    )]
    public async Task Message_CountsWhatIsHardlyMeant(string layer, string expected)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            new TestProject($"using SparseDnn; [SparseNetwork(Inputs = 3)] {layer} static partial class N;")
        );
        Assert.Contains(expected, found.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}"));
    }

    [Fact]
    public async Task AllFaults_ShowAtOnce() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN0010",
            """
            using SparseDnn;
            [SparseNetwork]
            [RadixNet([|Radices = new[] { 1 }|])]
            [WeightFiles([|"a{1..x}.mtx"|])]
            [WeightFiles({|SDNN0006:"missing.mtx"|})]
            class {|SDNN0001:N|};
            """
        );

    [Fact]
    public async Task PartsOfOneType_AreMarkedWhereTheAttributeIs() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN0004",
            """
            using SparseDnn;
            partial class N { int State() => 1; }
            [SparseNetwork(Inputs = 1)] partial class [|N|];
            """
        );
}
