using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>Fixes that give an argument the value that mends a declaration.</summary>
public sealed class SetArgumentTests
{
    private const string Using = "using SparseDnn;\n";
    private const string Sum =
        "[SparseNetwork(Inputs = 4)] [Layer(Outputs = 1, Edges = \"0 0 5; 1 0 5; 2 0 5; 3 0 5\")] static partial class Sum; ";

    [Theory]
    [InlineData(
        "Inputs",
        "Change Inputs to 8",
        "[SparseNetwork(Inputs = 4)] [RadixNet(Radices = new[] { 2, 4 })]",
        "[SparseNetwork(Inputs = 8)] [RadixNet(Radices = new[] { 2, 4 })]"
    )]
    [InlineData(
        "Radices",
        "Change Radices to new[] { 8, 8, 16 }",
        "[SparseNetwork(Inputs = 1024)] [RadixNet(Radices = new[] { 8, 8, 8 })]",
        "[SparseNetwork(Inputs = 1024)] [RadixNet(Radices = new[] { 8, 8, 16 })]"
    )]
    [InlineData(
        "Radices",
        "Change Radices to new[] { 3, 5 }",
        "[SparseNetwork(Inputs = 15)] [RadixNet(Radices = new[] { 4, 4 })]",
        "[SparseNetwork(Inputs = 15)] [RadixNet(Radices = new[] { 3, 5 })]"
    )]
    [InlineData(
        "Radices",
        "Change Radices to new[] { 2, 2 }",
        "[SparseNetwork(Inputs = 8)] [RadixNet(Radices = new[] { 2, 4 }, Blocks = 2)]",
        "[SparseNetwork(Inputs = 8)] [RadixNet(Radices = new[] { 2, 2 }, Blocks = 2)]"
    )]
    [InlineData(
        "Radices",
        "Change Radices to new[] { 8 }",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2, 4 })] [RadixNet(Radices = new[] { 9 })]",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2, 4 })] [RadixNet(Radices = new[] { 8 })]"
    )]
    [InlineData(
        "Outputs",
        "Change Outputs to 8",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 4, Edges = \"0 0 1\")] [RadixNet(Radices = new[] { 2, 4 })]",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 8, Edges = \"0 0 1\")] [RadixNet(Radices = new[] { 2, 4 })]"
    )]
    [InlineData(
        "Outputs",
        "Add Outputs = 8",
        "[SparseNetwork(Inputs = 3)] [BandedLayer] [RadixNet(Radices = new[] { 2, 4 })]",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Outputs = 8)] [RadixNet(Radices = new[] { 2, 4 })]"
    )]
    [InlineData(
        "Outputs",
        "Change Outputs to 3",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Outputs = 4, Repeat = 2)]",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Outputs = 3, Repeat = 2)]"
    )]
    [InlineData(
        "Outputs",
        "Change Outputs to 3",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 4, Edges = \"0 0 1\", Repeat = 2)]",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, Edges = \"0 0 1\", Repeat = 2)]"
    )]
    [InlineData(
        "Outputs",
        "Change Outputs to 3",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 2 2 1\")]",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, Edges = \"0 0 1; 2 2 1\")]"
    )]
    [InlineData(
        "Outputs",
        "Add Outputs = 2",
        "[SparseNetwork(Inputs = 3)] [Layer(Edges = \"0 0 1; 2 1 1\")]",
        "[SparseNetwork(Inputs = 3)] [Layer(Edges = \"0 0 1; 2 1 1\", Outputs = 2)]"
    )]
    [InlineData(
        "Inputs",
        "Change Inputs to 4",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"3 0 1; 0 0 1\")]",
        "[SparseNetwork(Inputs = 4)] [Layer(Outputs = 2, Edges = \"3 0 1; 0 0 1\")]"
    )]
    [InlineData(
        "Radices",
        "Change Radices to new[] { 2 }",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2, 1 })]",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2 })]"
    )]
    [InlineData(
        "BlockCounts",
        "Change BlockCounts to new[] { 2, 2, 2 }",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2, 2 }, BlockCounts = new[] { 2, 2 })]",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2, 2 }, BlockCounts = new[] { 2, 2, 2 })]"
    )]
    [InlineData(
        "Radix",
        "Add Radix = 12",
        "[SparseNetwork(Inputs = 12)] [ButterflyLayer]",
        "[SparseNetwork(Inputs = 12)] [ButterflyLayer(Radix = 12)]"
    )]
    [InlineData(
        "BlockSize",
        "Change BlockSize to 3",
        "[SparseNetwork(Inputs = 12)] [ButterflyLayer(BlockSize = 5)]",
        "[SparseNetwork(Inputs = 12)] [ButterflyLayer(BlockSize = 3)]"
    )]
    [InlineData(
        "Stages",
        "Change Stages to new[] { 0 }",
        "[SparseNetwork(Inputs = 8)] [ButterflyLayer(Stages = new[] { 0, 3 })]",
        "[SparseNetwork(Inputs = 8)] [ButterflyLayer(Stages = new[] { 0 })]"
    )]
    [InlineData(
        "Weight",
        "Remove Weight",
        "[SparseNetwork(Inputs = 8)] [ButterflyLayer(Weight = 1, Seed = 3)]",
        "[SparseNetwork(Inputs = 8)] [ButterflyLayer(Seed = 3)]"
    )]
    [InlineData(
        "InDegree",
        "Change InDegree to 3",
        "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 4)]",
        "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 3)]"
    )]
    [InlineData(
        "Density",
        "Remove Density",
        "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 1, Density = 0.5)]",
        "[SparseNetwork(Inputs = 3)] [RandomLayer(InDegree = 1)]"
    )]
    [InlineData(
        "Biases",
        "Remove Biases",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1, Biases = new double[] { 1, 2, 3 })]",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1)]"
    )]
    [InlineData(
        "Bias",
        "Remove Bias",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1, Biases = new double[] { 1, 2, 3 })]",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Biases = new double[] { 1, 2, 3 })]"
    )]
    [InlineData(
        "Blocks",
        "Remove Blocks",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2 }, Blocks = 2, BlockCounts = new[] { 2, 2 })]",
        "[SparseNetwork] [RadixNet(Radices = new[] { 2 }, BlockCounts = new[] { 2, 2 })]"
    )]
    [InlineData(
        "Accumulator",
        "Change Accumulator to \"int32:8\"",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, Weights = \"int8:4\", Activations = \"int16:4\", Accumulator = \"int16:8\")]",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, Weights = \"int8:4\", Activations = \"int16:4\", Accumulator = \"int32:8\")]"
    )]
    [InlineData(
        "Accumulator.1",
        "Change Accumulator to \"int16:7\"",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, Weights = \"int8:4\", Activations = \"int16:3\", Accumulator = \"int16:8\")]",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, Weights = \"int8:4\", Activations = \"int16:3\", Accumulator = \"int16:7\")]"
    )]
    [InlineData(
        "Accumulator",
        "Change Accumulator to \"int16:0\"",
        "[PathCountingNetwork(Radices = new[] { 4, 4 }, Weight = 4, Weights = \"int8:4\", Activations = \"int16:4\", "
            + "Accumulator = FixtureFormats.Int8)]",
        "[PathCountingNetwork(Radices = new[] { 4, 4 }, Weight = 4, Weights = \"int8:4\", Activations = \"int16:4\", "
            + "Accumulator = \"int16:0\")]"
    )]
    [InlineData(
        "Ceiling",
        "Remove Ceiling",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Ceiling = -32, Bias = 1)]",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1)]"
    )]
    [InlineData(
        "Ceiling",
        "Remove Ceiling",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(OrAnd), typeof(OrAnd))] [BandedLayer(BiasMode = BiasMode.Dense, Ceiling = 1)]",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(OrAnd), typeof(OrAnd))] [BandedLayer(BiasMode = BiasMode.Dense)]"
    )]
    [InlineData(
        "Format",
        "Add Format = ElementFormat.Binary64",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1e39)]",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)] [BandedLayer(Weight = 1e39)]"
    )]
    [InlineData(
        "Format",
        "Change Format to ElementFormat.Binary64",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary32)] [Layer(Outputs = 1, Edges = \"0 0 -1e300\")]",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)] [Layer(Outputs = 1, Edges = \"0 0 -1e300\")]"
    )]
    [InlineData(
        "Format",
        "Change Format to ElementFormat.Binary32",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus), Format = ElementFormat.Int32)] [BandedLayer(Weight = 1)]",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus), Format = ElementFormat.Binary32)] [BandedLayer(Weight = 1)]"
    )]
    [InlineData(
        "Bias",
        "Remove Bias",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer(Weight = 1, Bias = 1)]",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer(Weight = 1)]"
    )]
    [InlineData(
        "Ceiling",
        "Remove Ceiling",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Ceiling = 32, Epilogue = Epilogue.None)]",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Epilogue = Epilogue.None)]"
    )]
    [InlineData(
        "Epilogue",
        "Remove Epilogue",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Ceiling = 32, Epilogue = Epilogue.None)]",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Ceiling = 32)]"
    )]
    [InlineData(
        "Semiring",
        "Remove Semiring",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [Oscillate(typeof(PlusTimes), typeof(MaxPlus))] [BandedLayer]",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(PlusTimes), typeof(MaxPlus))] [BandedLayer]"
    )]
    [InlineData(
        "Activation",
        "Remove Activation",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MaxPlus), typeof(MinPlus))] [BandedLayer(Activation = Activation.ReLU)]",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MaxPlus), typeof(MinPlus))] [BandedLayer]"
    )]
    [InlineData(
        "Bias",
        "Remove Bias",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 33554432.0, 67108864 })] [BandedLayer(Weight = 1, Bias = 0.5, "
            + "Activation = Activation.None)]",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 33554432.0, 67108864 })] [BandedLayer(Weight = 1, Activation = Activation.None)]"
    )]
    public async Task Argument_IsMended(string key, string title, string before, string after) =>
        Assert.Equal(
            [title],
            await Verifier(key).VerifyAsync(Using + before + " static partial class N;", Using + after + " static partial class N;")
        );

    [Theory]
    [InlineData(
        "Certify",
        "Remove Certify",
        "[UniformNetwork(Neurons = 16, InDegree = 4, Layers = 3, Weight = 0.3, Bias = -0.1, Certify = true)] static partial class N;",
        "[UniformNetwork(Neurons = 16, InDegree = 4, Layers = 3, Weight = 0.3, Bias = -0.1)] static partial class N;"
    )]
    [InlineData(
        "Activations",
        "Change Activations to \"binary16\"",
        "[UniformNetwork(Neurons = 4, InDegree = 2, Layers = 2, Activations = \"Half\")] static partial class N;",
        "[UniformNetwork(Neurons = 4, InDegree = 2, Layers = 2, Activations = \"binary16\")] static partial class N;"
    )]
    [InlineData(
        "Weights",
        "Change Weights to \"bfloat16\"",
        "[UniformNetwork(Neurons = 4, InDegree = 2, Layers = 2, Weights = \"BF16\")] static partial class N;",
        "[UniformNetwork(Neurons = 4, InDegree = 2, Layers = 2, Weights = \"bfloat16\")] static partial class N;"
    )]
    public async Task ArgumentOfFixtures_IsMended(string key, string title, string before, string after) =>
        Assert.Equal([title], await Verifier(key).VerifyAsync(Using + before, Using + after));

    // Our types are written so that they mean the same, and as short as they can be.
    [Fact]
    public async Task TypeInAValue_IsQualifiedWhereItMustBe() =>
        Assert.Equal(
            ["Add Format = ElementFormat.Binary64"],
            await Verifier("Format")
                .VerifyAsync(
                    "[SparseDnn.SparseNetwork(Inputs = 3)] [SparseDnn.BandedLayer(Weight = 1e39)] static partial class N;",
                    "[SparseDnn.SparseNetwork(Inputs = 3, Format = SparseDnn.ElementFormat.Binary64)] "
                        + "[SparseDnn.BandedLayer(Weight = 1e39)] static partial class N;"
                )
        );

    [Theory]
    [InlineData("Format", "Add Format = ElementFormat.Binary64", "ElementFormat.Binary64")]
    [InlineData("Format.1", "Add Format = ElementFormat.Int64", "ElementFormat.Int64")]
    public async Task FormatNotGiven_OffersEachThatExists(string key, string title, string format)
    {
        const string Plain = """
             [BandedLayer(UpperBandwidth = 1, Weight = 2)] static partial class N;
            [Semiring]
            public readonly partial struct Plain : ISemiring<Plain, double>, ISemiring<Plain, long>
            {
                static double ISemiring<Plain, double>.Zero => 0;
                static double ISemiring<Plain, double>.One => 1;
                static double ISemiring<Plain, double>.Add(double a, double b) => a + b;
                static double ISemiring<Plain, double>.Multiply(double a, double b) => a * b;
                static long ISemiring<Plain, long>.Zero => 0;
                static long ISemiring<Plain, long>.One => 1;
                static long ISemiring<Plain, long>.Add(long a, long b) => a + b;
                static long ISemiring<Plain, long>.Multiply(long a, long b) => a * b;
            }
            """;
        Assert.Equal(
            [title],
            await Verifier(key)
                .VerifyAsync(
                    $"{Using}[SparseNetwork(Inputs = 3, Semiring = typeof(Plain))]{Plain}",
                    $"{Using}[SparseNetwork(Inputs = 3, Semiring = typeof(Plain), Format = {format})]{Plain}"
                )
        );
    }

    [Theory]
    [InlineData("pattern", "Write \"a/w.mtx\"", "\"w.mtx\"", "\"a/w.mtx\"")]
    [InlineData("pattern.1", "Write \"b/w.mtx\"", "@\"w.mtx\"", "\"b/w.mtx\"")]
    [InlineData("pattern.1", "Write \"y/c/v.mtx\"", "pattern: \"c/v.mtx\"", "pattern: \"y/c/v.mtx\"")]
    [InlineData("pattern", "Write \"l{1..2}.mtx\"", "\"l{2..1}.mtx\"", "\"l{1..2}.mtx\"")]
    public async Task FileName_IsMended(string key, string title, string before, string after) =>
        Assert.Equal(
            [title],
            await Verifier(key)
                .VerifyAsync(
                    $"{Using}[SparseNetwork] [WeightFiles({before})] static partial class N;",
                    $"{Using}[SparseNetwork] [WeightFiles({after})] static partial class N;",
                    ("/p/a/w.mtx", "1 1"),
                    ("/p/b/w.mtx", "1 1"),
                    ("/x/c/v.mtx", "1 1"),
                    ("/y/c/v.mtx", "1 1"),
                    ("l1.mtx", "1 1"),
                    ("l2.mtx", "1 1")
                )
        );

    [Fact]
    public async Task NeuronsOfFiles_AreRaised() =>
        Assert.Equal(
            ["Change Neurons to 3"],
            await Verifier("Neurons")
                .VerifyAsync(
                    Using + "[SparseNetwork] [WeightFiles(\"w.tsv\", Neurons = 2)] static partial class N;",
                    Using + "[SparseNetwork] [WeightFiles(\"w.tsv\", Neurons = 3)] static partial class N;",
                    ("w.tsv", "1 3\n")
                )
        );

    [Theory]
    [InlineData("[SparseNetwork] [RadixNet(Radices = new[] { 2, 0 })]")] // no radix can stand for 0
    [InlineData("[SparseNetwork] [RadixNet(Radices = new[] { 2, 2 }, BlockCounts = new[] { 1, 2 })]")] // which count is missing?
    [InlineData("[SparseNetwork(Inputs = 3)] [Layer(Outputs = 4, Edges = \"0 3 1\", Repeat = 2)]")] // fewer outputs would lose an edge
    [InlineData("[SparseNetwork(Inputs = 3)] [BandedLayer(Repeat = 0)]")]
    [InlineData("[SparseNetwork] [WeightFiles(\"l{x..1}.mtx\")]")]
    public async Task WhereNothingIsMechanical_NothingIsOffered(string declaration)
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(Using + declaration + " static partial class N;"));
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        Assert.Empty(await Verifier(null).ActionsAsync(document, Assert.Single(await FixSolution.DiagnosticsAsync(document.Project))));
    }

    [Fact]
    public async Task StaleDiagnostic_OffersNothing()
    {
        var (workspace, solution) = FixSolution.Open(
            new TestProject(Using + "[SparseNetwork(Inputs = 4)] [RadixNet(Radices = new[] { 8 })] static partial class N;")
        );
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project));
        Assert.Equal(2, (await Verifier(null).ActionsAsync(document, diagnostic)).Count);
        Assert.Empty(
            await Verifier(null).ActionsAsync(document.WithText(Microsoft.CodeAnalysis.Text.SourceText.From("class N;")), diagnostic)
        );
    }

    private static CodeFixVerifier Verifier(string? argument) =>
        new(new SetArgumentCodeFixProvider()) { EquivalenceKey = argument is null ? null : "SparseDnn.Set." + argument };
}
