using System.Threading.Tasks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>Diagnostics of declared semirings: each found with the narrowest span, each silent on a near miss.</summary>
public sealed class SemiringDeclarationTests
{
    private const string Own = """
         [Semiring] readonly partial struct Own : ISemiring<Own, double>, ISemiring<Own, long>
        {
            static double ISemiring<Own, double>.Zero => 0;
            static double ISemiring<Own, double>.One => 1;
            static double ISemiring<Own, double>.Add(double a, double b) => a + b;
            static double ISemiring<Own, double>.Multiply(double a, double b) => a * b;
            static long ISemiring<Own, long>.Zero => 0;
            static long ISemiring<Own, long>.One => 1;
            static long ISemiring<Own, long>.Add(long a, long b) => a + b;
            static long ISemiring<Own, long>.Multiply(long a, long b) => a * b;
        }
        """;

    [Theory]
    [InlineData(
        "SDNN1010",
        "[SparseNetwork(Inputs = 3, [|Format = ElementFormat.Int32|], Semiring = typeof(MinPlus))] [BandedLayer] partial class N;"
    )]
    [InlineData(
        "SDNN1010",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxMin), [|Format = ElementFormat.Word64|])] [BandedLayer] partial class N;"
    )]
    // Max-plus, which ReLU needs.
    [InlineData("SDNN1010", "[SparseNetwork(Inputs = 3, [|Format = ElementFormat.Int64|])] [BandedLayer] partial class N;")]
    [InlineData("SDNN1010", "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(OrAnd), [|typeof(MaxPlus)|])] [BandedLayer] partial class N;")]
    [InlineData("SDNN1011", "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxTimes))] [BandedLayer([|Weight = -1|])] partial class N;")]
    [InlineData(
        "SDNN1011",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinTimes))] [Layer(Outputs = 2, Edges = \"0 0 1; [|1 1 0|]\")] partial class N;"
    )]
    [InlineData(
        "SDNN1011",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(PlusTimes), typeof(MaxTimes))] [BandedLayer([|Bias = -1|])] partial class N;"
    )]
    [InlineData(
        "SDNN1012",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxMin), Format = ElementFormat.Int32)] [BandedLayer([|Weight = 0.5|])] "
            + "partial class N;"
    )]
    [InlineData(
        "SDNN1012",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxMin), Format = ElementFormat.Int32)] [Layer(Outputs = 2, Edges = \"0 "
            + "0 2147483647; [|1 1 2147483648|]\")] partial class N;"
    )]
    [InlineData(
        "SDNN1012",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxMin), Format = ElementFormat.Int64)] [BandedLayer([|Weight = 1e17|])] "
            + "partial class N;"
    )]
    [InlineData(
        "SDNN1012",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(OrAnd))] [Layer(Outputs = 2, Edges = \"0 0 1; [|1 1 2|]\")] partial class N;"
    )]
    [InlineData(
        "SDNN1012",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(UnionIntersection))] [BandedLayer([|Weight = -1|])] partial class N;"
    )]
    [InlineData(
        "SDNN1012",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(OrAnd), typeof(OrAnd))] [BandedLayer([|Ceiling = 1|])] partial class N;"
    )]
    [InlineData("SDNN1013", "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer([|Bias = 0|])] partial class N;")]
    [InlineData(
        "SDNN1013",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer([|Biases = new double[] { 1 }|])] partial class N;"
    )]
    [InlineData(
        "SDNN1013",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer([|Activation = Activation.ReLU|])] partial class N;"
    )]
    [InlineData("SDNN1013", "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer([|Ceiling = 4|])] partial class N;")]
    [InlineData("SDNN1013", "[SparseNetwork(Inputs = 3)] [BandedLayer(Epilogue = Epilogue.None, [|Bias = 1|])] partial class N;")]
    [InlineData(
        "SDNN1014",
        "[SparseNetwork(Inputs = 3, [|Semiring = typeof(MinPlus)|])] [Oscillate(typeof(PlusTimes), typeof(MaxPlus))] "
            + "[BandedLayer] partial class N;"
    )]
    [InlineData("SDNN1015", "[SparseNetwork(Inputs = 3, [|Semiring = typeof(int[])|])] [BandedLayer] partial class N;")]
    [InlineData(
        "SDNN1015",
        "[SparseNetwork(Inputs = 3)] [BandedLayer] [Oscillate([|typeof(string)|], [|select: typeof(object)|])] partial class N;",
        2
    )]
    [InlineData(
        "SDNN1015",
        "[SparseNetwork(Inputs = 3, [|Semiring = typeof(Mine.MinPlus)|])] [BandedLayer] partial class N; namespace Mine { struct MinPlus; }"
    )]
    [InlineData("SDNN1016", "[[|SparseNetwork(Inputs = 3, Semiring = typeof(Own))|]] [BandedLayer(Weight = 2)] partial class N;" + Own)]
    public async Task Fault_IsMarkedNarrowly(string id, string source, int count = 1)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source);
        Assert.Equal(count, found.Length);
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("SDNN1010", "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer] partial class N;")]
    [InlineData(
        "SDNN1011",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxTimes))] [BandedLayer(Weight = 1e-60)] [Layer(Outputs = 2, Edges = "
            + "\"{|SDNN0029:0 0 0|}; {|SDNN0029:1 1 -0|}\")] partial class N;"
    )]
    [InlineData("SDNN1012", "[SparseNetwork(Inputs = 3, Semiring = typeof(MaxMin))] [BandedLayer(Weight = 0.5)] partial class N;")]
    [InlineData(
        "SDNN1013",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MinPlus), typeof(MaxPlus))] [BandedLayer(Bias = 0, Ceiling = -4)] "
            + "[BandedLayer(Epilogue = Epilogue.None)] partial class N;"
    )]
    [InlineData("SDNN1013", "[SparseNetwork(Inputs = 3, Semiring = typeof(PlusTimes))] [BandedLayer(Bias = 1)] partial class N;")]
    [InlineData(
        "SDNN1014",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [Oscillate(typeof(MinPlus), typeof(MaxPlus))] [BandedLayer] "
            + "partial class N;"
    )]
    [InlineData("SDNN1015", "[SparseNetwork(Inputs = 3, Semiring = null)] [BandedLayer] partial class N;")]
    [InlineData(
        "SDNN1016",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(Own), Format = ElementFormat.Binary64)] [BandedLayer(Weight = 2)] partial class N;"
            + Own
    )]
    public async Task NearMiss_IsSilent(string id, string source) => await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source);

    [Theory]
    [InlineData(
        "SDNN1013",
        "Semiring = typeof(MinPlus)",
        "Bias = 1",
        "Bias is given, but the network is linear over min-plus and has no epilogue; remove it, or write "
            + "[Oscillate(typeof(MinPlus), typeof(…))]"
    )]
    [InlineData(
        "SDNN1011",
        "Semiring = typeof(MaxTimes)",
        "Weight = -1",
        "In [BandedLayer] the weight -1 lies outside [0, ∞), the carrier of max-times; use values of the carrier or another semiring"
    )]
    [InlineData(
        "SDNN1012",
        "Semiring = typeof(MaxMin), Format = ElementFormat.Int32",
        "Weight = 0.5",
        "In [BandedLayer] the weight 0.5 is no int32 value; write a whole number"
    )]
    [InlineData(
        "SDNN1010",
        "Semiring = typeof(MinPlus), Format = ElementFormat.Int32",
        "Weight = 1",
        "min-plus does not exist in int32: An integer has no ∞: int.MaxValue as Zero wraps around at the first ⊗ (int.MaxValue "
            + "+ 1 = int.MinValue) and then wins every min; use another Format or another semiring"
    )]
    public async Task Message_SaysValueReasonAndRemedy(string id, string network, string layer, string expected)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            new TestProject($"using SparseDnn; [SparseNetwork(Inputs = 3, {network})] [BandedLayer({layer})] partial class N;")
        );
        Assert.Equal((id, expected), (Assert.Single(found).Id, found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
