using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>Diagnostics of families and fixtures: each found with the narrowest span, each silent on a near miss.</summary>
public sealed class FixtureDiagnosticTests
{
    private const string Net = "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\")] static partial class Net; ";
    private const string Glyphs = "A:\n.#.\n###\n\nT:\n###\n.#.\n";
    private const string Words = "AT: A T\nTA: T A\n";

    private const string Sum =
        "[SparseNetwork(Inputs = 4)] [Layer(Outputs = 1, Edges = \"0 0 5; 1 0 5; 2 0 5; 3 0 5\")] static partial class Sum; ";
    private const string Difference =
        "[SparseNetwork(Inputs = 5)] [Layer(Outputs = 1, Edges = \"0 0 5; 1 0 5; 2 0 5; 3 0 5; 4 0 -7\")] static partial class "
        + "Difference; ";
    private const string Narrow = "Weights = \"int8:4\", Activations = \"int16:4\"";

    private static readonly MetadataReference Elsewhere = TestProject.Reference(
        "Elsewhere",
        """
        using SparseDnn;
        [SparseNetwork] [WeightFiles("w.tsv")] public static partial class FromFile;
        [RecognitionNetwork("a.txt")] public static partial class FromGlyphs;
        [SparseNetwork(Inputs = 4)] [BandedLayer(Weight = 0.5)] public static partial class Alone;
        [PathCountingNetwork(Radices = new[] { 2, 2 })] public static partial class Paths;
        """
    );

    [Theory]
    [InlineData("SDNN0019", Net + "[ExactFixtures(typeof(Net), [|Weights = \"binary-16\"|])] static partial class F;")]
    [InlineData("SDNN0019", Net + "[ExactFixtures(typeof(Net), [|Accumulator = \"int8:x\"|])] static partial class F;")]
    [InlineData("SDNN0019", "[PathCountingNetwork(Radices = new[] { 2, 2 }, [|Activations = \"\"|])] static partial class F;")]
    [InlineData("SDNN0020", "[ExactFixtures([|typeof(string)|])] static partial class F;")]
    [InlineData("SDNN0020", "[ExactFixtures([|typeof(int[])|])] static partial class F;")]
    [InlineData("SDNN0020", "[ExactFixtures([|null|])] static partial class F;")]
    [InlineData("SDNN0020", "[ExactFixtures([|typeof(F)|])] static partial class F;")]
    [InlineData(
        "SDNN0021",
        "[SparseNetwork(Inputs = 3)] [BandedLayer({|SDNN0011:Ceiling = -1|})] static partial class Net; "
            + "[ExactFixtures([|typeof(Net)|])] static partial class F;"
    )]
    [InlineData(
        "SDNN0021",
        "[SparseNetwork(Inputs = 3)] [BandedLayer] static class {|SDNN0001:Net|}; [ExactFixtures([|typeof(Net)|])] static partial class F;"
    )]
    [InlineData(
        "SDNN0021",
        "[RecognitionNetwork({|SDNN0025:\"none.txt\"|})] static partial class Net; [ExactFixtures([|typeof(Net)|])] static partial class F;"
    )]
    [InlineData("SDNN0022", "[ExactFixtures([|typeof(FromFile)|])] static partial class F;")]
    [InlineData("SDNN0022", "[ExactFixtures([|typeof(FromGlyphs)|])] static partial class F;")]
    [InlineData("SDNN0023", "[PathCountingNetwork([|Radices = new[] { 2, 1 }|])] static partial class N;")]
    [InlineData("SDNN0023", "[PathCountingNetwork(Radices = new[] { 2, 2 }, [|Weight = 0|])] static partial class N;")]
    [InlineData("SDNN0023", "[[|PotentialsNetwork(4)|]] static partial class N;")]
    [InlineData("SDNN0023", "[[|PotentialsNetwork(4, 4, Semiring = typeof(MaxMin))|]] static partial class N;")]
    [InlineData("SDNN0023", "[[|ReachabilityNetwork(4, 1)|]] static partial class N;")]
    [InlineData("SDNN0023", "[BottleneckNetwork(4, 4, [|Format = ElementFormat.Int32|])] static partial class N;")]
    [InlineData("SDNN0023", "[[|CompositionNetwork(\"g.txt\")|]] static partial class N;")]
    [InlineData("SDNN0023", "[RecognitionNetwork([|\"g.txt\"|], Threshold = 2)] static partial class N;")]
    [InlineData("SDNN0023", "[RecognitionNetwork(\"g.txt\", [|Categories = new[] { \"v: A B\" }|])] static partial class N;")]
    [InlineData(
        "SDNN0024",
        "[UniformNetwork(Neurons = 16, InDegree = 4, Layers = 3, Weight = 0.3, Bias = -0.1, [|Certify = true|])] static partial class N;"
    )]
    [InlineData("SDNN0025", "[RecognitionNetwork([|\"none.txt\"|])] static partial class N;")]
    [InlineData("SDNN0025", "[RecognitionNetwork([|\"\"|])] static partial class N;")]
    [InlineData("SDNN0025", "[CompositionNetwork(\"g.txt\", [|\"none.txt\"|])] static partial class N;")]
    [InlineData("SDNN0018", "[CompositionNetwork(\"g.txt\", \"w.txt\", [|\"twice.txt\"|])] static partial class N;")]
    [InlineData(
        "SDNN0027",
        "[SparseNetwork(Inputs = 1024)] [RadixNet(Radices = new[] { 32, 32 }, Repeat = 60)] static partial class Net; "
            + "[[|ExactFixtures(typeof(Net), Items = 4096)|]] static partial class F;"
    )]
    [InlineData(
        "SDNN0028",
        "[[|PathCountingNetwork(Radices = new[] { 4, 4 }, Weight = 256, Activations = \"binary16\")|]] static partial class N;"
    )]
    [InlineData("SDNN0028", Net + "[[|ExactFixtures(typeof(Net), Weights = \"int8:7\")|]] static partial class F;")]
    // Accumulators that saturate: in a fixture, in the range that the fixtures or the network declare, and in a partial sum.
    [InlineData(
        "SDNN2008",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, " + Narrow + ", [|Accumulator = \"int16:8\"|])] static partial class F;"
    )]
    [InlineData(
        "SDNN2008",
        Sum
            + "[ExactFixtures(typeof(Sum), High = 7, Low = 6, "
            + Narrow
            + ", [|Accumulator = \"int16:8\"|], RoundBetweenLayers = true)] static partial class F;"
    )]
    [InlineData(
        "SDNN2008",
        "[SparseNetwork(Inputs = 4, InputRange = new[] { 0.0, 7 })] [Layer(Outputs = 1, Edges = \"0 0 5; 1 0 5; 2 0 5; 3 0 "
            + "5\")] static partial class Sum; [ExactFixtures(typeof(Sum), "
            + Narrow
            + ", [|Accumulator = \"int16:8\"|])] static partial class F;"
    )]
    [InlineData(
        "SDNN2008",
        Difference
            + "[ExactFixtures(typeof(Difference), Low = 5, High = 7, "
            + Narrow
            + ", [|Accumulator = \"int16:8\"|])] static partial class F;"
    )]
    [InlineData(
        "SDNN2008",
        "[UniformNetwork(Neurons = 16, InDegree = 8, Weight = 3, Inputs = new[] { 7.0 }, "
            + Narrow
            + ", [|Accumulator = \"int16:8\"|])] static partial class N;"
    )]
    [InlineData(
        "SDNN2008",
        "[PathCountingNetwork(Radices = new[] { 4, 4 }, Weight = 4, Weights = \"int8:4\", Activations = \"int16:4\", "
            + "[|Accumulator = \"int8:0\"|])] static partial class N;"
    )]
    // Kinds that networks have too.
    [InlineData("SDNN0001", "[PathCountingNetwork(Radices = new[] { 2, 2 })] static class [|N|];")]
    [InlineData("SDNN0001", Net + "[ExactFixtures(typeof(Net))] static class [|F|];")]
    [InlineData("SDNN0011", Net + "[ExactFixtures(typeof(Net), [|Low = 2|])] static partial class F;")]
    [InlineData("SDNN0011", Net + "[ExactFixtures(typeof(Net), [|High = double.NaN|])] static partial class F;")]
    [InlineData("SDNN0011", Net + "[ExactFixtures(typeof(Net), [|Perturbations = (Perturbations)9|])] static partial class F;")]
    [InlineData("SDNN0012", Net + "[ExactFixtures(typeof(Net), [|Items = 0|])] static partial class F;")]
    [InlineData("SDNN0012", "[UniformNetwork([|Neurons = 0|])] static partial class N;")]
    [InlineData("SDNN0015", "[[|PathCountingNetwork(Radices = new[] { 2, 2 })|]] [UniformNetwork(Neurons = 3)] static partial class N;")]
    [InlineData(
        "SDNN0015",
        "[[|PathCountingNetwork(Radices = new[] { 2, 2 })|]] [SparseNetwork(Inputs = 3)] [BandedLayer] static partial class N;"
    )]
    [InlineData(
        "SDNN0015",
        Net + "[[|ExactFixtures(typeof(Net))|]] [PathCountingNetwork(Radices = new[] { 2, 2 })] static partial class N;"
    )]
    [InlineData(
        "SDNN0015",
        Net + "[ExactFixtures(typeof(Net), RoundBetweenLayers = true, [|Perturbations = Perturbations.Input|])] static partial class F;"
    )]
    [InlineData(
        "SDNN0015",
        "[PotentialsNetwork(4, 4)] static partial class Net; [ExactFixtures(typeof(Net), [|Perturbations = "
            + "Perturbations.Weight|])] static partial class F;"
    )]
    [InlineData(
        "SDNN0027",
        "[SparseNetwork(Inputs = 1024)] [RadixNet(Radices = new[] { 32, 32 }, Repeat = 5)] static partial class Net; "
            + "[ExactFixtures(typeof(Net), Items = 1, [|Perturbations = Perturbations.Bias|])] static partial class F;"
    )]
    [InlineData(
        "SDNN0016",
        "[PathCountingNetwork(Radices = new[] { 2, 2 })] static partial class N { static int [|Fixtures|], [|Inputs|]; }"
    )]
    [InlineData("SDNN0016", Net + "[ExactFixtures(typeof(Net))] static partial class N { static int [|Cases|], Inputs; }")]
    [InlineData("SDNN1010", "[ReachabilityNetwork(4, 4, [|Format = ElementFormat.Binary32|])] static partial class N;")]
    public async Task Fault_IsMarkedNarrowly(string id, string source)
    {
        var found = await VerifyAsync(id, source);
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("SDNN0026", "A:\n.#.\n\nB:\n..[||]\n", Words)]
    [InlineData("SDNN0026", "A:\n.#[|x|]\n", Words)]
    [InlineData("SDNN0026", Glyphs, "AT: A [|B|]\n")]
    [InlineData("SDNN0026", Glyphs, "AT: A T\n[|AT|]: T A\n")]
    public async Task Fault_InAFileIsMarkedThere(string id, string glyphs, string words)
    {
        var found = await AnalyzerVerifier.VerifyAsync(
            id,
            "using SparseDnn;\n[CompositionNetwork(\"g.txt\", \"w.txt\")] static partial class N;",
            ("g.txt", glyphs),
            ("w.txt", words)
        );
        Assert.True(MessageQuality.IsHelpful(Assert.Single(found)), found[0].GetMessage());
    }

    [Theory]
    [InlineData(
        "SDNN0019",
        Net
            + "[ExactFixtures(typeof(Net), Weights = FixtureFormats.E4M3, Activations = \"int16:4\", Accumulator = null)] static "
            + "partial class F;"
    )]
    [InlineData(
        "SDNN0015",
        Net
            + "[ExactFixtures(typeof(Net), Perturbations = Perturbations.Input | Perturbations.Weight | Perturbations.Bias)] "
            + "static partial class F;"
    )]
    [InlineData("SDNN0020", Net + "[ExactFixtures(typeof(Net))] static partial class F;")]
    [InlineData("SDNN0020", "[SparseNetwork(Inputs = 3)] [BandedLayer] [ExactFixtures(typeof(Net))] static partial class Net;")]
    [InlineData(
        "SDNN0021",
        "[PathCountingNetwork(Radices = new[] { 2, 2 })] static partial class Net; [ExactFixtures(typeof(Net))] static partial class F;"
    )]
    [InlineData("SDNN0022", "[ExactFixtures(typeof(Alone))] static partial class F;")]
    [InlineData("SDNN0022", "[ExactFixtures(typeof(Paths), Items = 5)] static partial class F;")]
    [InlineData(
        "SDNN0023",
        "[PathCountingNetwork(Radices = new[] { 2, 2 }, BlockCounts = new[] { 1, 2, 1 }, Repeat = 2, PermuteSeed = 3)] static "
            + "partial class N;"
    )]
    [InlineData("SDNN0023", "[PotentialsNetwork(4, 1, 4, Semiring = typeof(MaxPlus), Degree = 9)] static partial class N;")]
    [InlineData("SDNN0023", "[BottleneckNetwork(4, 4, Format = ElementFormat.Int64, Granularity = 0)] static partial class N;")]
    [InlineData("SDNN0023", "[ReachabilityNetwork(4, 2, Format = ElementFormat.Word64)] static partial class N;")]
    [InlineData(
        "SDNN0024",
        "[UniformNetwork(Neurons = 16, InDegree = 4, Layers = 3, Weight = 0.25, Bias = -0.125, Certify = true)] static partial class N;"
    )]
    [InlineData("SDNN0024", "[UniformNetwork(Neurons = 16, InDegree = 4, Layers = 3, Weight = 0.3, Bias = -0.1)] static partial class N;")]
    [InlineData("SDNN0025", "[RecognitionNetwork(@\"data\\g.txt\")] static partial class N;")]
    [InlineData("SDNN0026", "[CompositionNetwork(\"g.txt\", \"w.txt\", Multiply = true, Threshold = 1)] static partial class N;")]
    [InlineData(
        "SDNN0027",
        "[SparseNetwork(Inputs = 64)] [RadixNet(Radices = new[] { 8, 8 }, Repeat = 3)] static partial class Net; "
            + "[ExactFixtures(typeof(Net), Items = 64)] static partial class F;"
    )]
    [InlineData(
        "SDNN0028",
        "[PathCountingNetwork(Radices = new[] { 4, 4 }, Weight = 0.25, Activations = \"binary16\")] static partial class N;"
    )]
    [InlineData(
        "SDNN2008",
        Sum + "[ExactFixtures(typeof(Sum), High = 6, " + Narrow + ", Accumulator = \"int16:8\")] static partial class F;"
    )]
    [InlineData(
        "SDNN2008",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, " + Narrow + ", Accumulator = \"int32:8\")] static partial class F;"
    )]
    [InlineData(
        "SDNN2008",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, " + Narrow + ", Accumulator = \"binary16\")] static partial class F;"
    )]
    [InlineData("SDNN2008", Sum + "[ExactFixtures(typeof(Sum), " + Narrow + ", Accumulator = \"int16:8\")] static partial class F;")]
    [InlineData(
        "SDNN2008",
        Difference
            + "[ExactFixtures(typeof(Difference), Low = -1, High = 6, "
            + Narrow
            + ", Accumulator = \"int16:8\")] static partial class F;"
    )]
    // Certified items are chosen so that nothing saturates.
    [InlineData(
        "SDNN2008",
        Sum + "[ExactFixtures(typeof(Sum), High = 7, " + Narrow + ", Accumulator = \"int16:8\", Certify = true)] static partial class F;"
    )]
    // A sum below the range that ReLU turns into 0, and one above it that the ceiling cuts off.
    [InlineData(
        "SDNN2008",
        "[SparseNetwork(Inputs = 4)] [Layer(Outputs = 1, Edges = \"0 0 -5; 1 0 -5; 2 0 -5; 3 0 -5\")] static partial class "
            + "Sum; [ExactFixtures(typeof(Sum), Low = 0, High = 7, "
            + Narrow
            + ", Accumulator = \"int16:8\")] static partial class F;"
    )]
    [InlineData(
        "SDNN2008",
        "[SparseNetwork(Inputs = 4)] [Layer(Outputs = 1, Edges = \"0 0 5; 1 0 5; 2 0 5; 3 0 5\", Ceiling = 9)] static partial "
            + "class Sum; [ExactFixtures(typeof(Sum), Low = 0, High = 7, "
            + Narrow
            + ", Accumulator = \"int16:8\")] static partial class F;"
    )]
    // By intervals the second layer's sum could be 245; its two paths cancel, so no item takes it there.
    [InlineData(
        "SDNN2008",
        "[SparseNetwork(Inputs = 1)] [Layer(Outputs = 2, Edges = \"0 0 5; 0 1 5\", Activation = Activation.None)] "
            + "[Layer(Outputs = 1, Edges = \"0 0 7; 1 0 -7\")] static partial class Sum; [ExactFixtures(typeof(Sum), Low = 0, High = "
            + "3, "
            + Narrow
            + ", Accumulator = \"int16:8\")] static partial class F;"
    )]
    // What is refused already is said once.
    [InlineData(
        "SDNN2008",
        Sum
            + "[{|SDNN0028:ExactFixtures(typeof(Sum), High = 7, Weights = \"int8:4\", Activations = \"int8:4\", Accumulator = "
            + "\"int16:8\")|}] static partial class F;"
    )]
    public async Task NearMiss_IsSilent(string id, string source) => await VerifyAsync(id, source);

    private static Task<ImmutableArray<Diagnostic>> VerifyAsync(string id, string source) =>
        AnalyzerVerifier.VerifyAsync(
            id,
            "using SparseDnn;\n" + source,
            new IncidentalDiagnostics("SDNN0030", "SDNN0031", "SDNN0032"),
            [Elsewhere],
            ("data/g.txt", Glyphs),
            ("w.txt", Words),
            ("a/twice.txt", "x: AT TA"),
            ("b/twice.txt", "x: AT TA")
        );
}
