using System;
using System.Linq;
using System.Reflection;
using SparseDnn.Exact.Vectors;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests.Fixtures;

/// <summary>
/// Every family and networks over many semirings, compiled into one program: the generated kernels pass the generated fixtures.
/// </summary>
public sealed class FixtureProgramTests
{
    private const string Letters = "A:\n.#.\n###\n#.#\n\nC:\n###\n#..\n###\n\nT:\n###\n.#.\n.#.\n";
    private const string Words = "CAT: C A T\nACT: A C T\nTA: T A .\n";
    private const string Sentences = "cat_acts: CAT ACT\nact_ta: ACT TA\n";
    private const string Matrix = "%%MatrixMarket matrix coordinate real general\n3 3 4\n1 1 0.5\n2 2 -1\n3 1 0.25\n1 3 2\n";

    // Type, C# type of its values, what fixtures must be demanded on, declaration. Fixtures named ...Of are those of the network before
    // them.
    private static readonly (string Name, Type Element, ExactnessGround? Ground, string Source)[] Networks =
    [
        ("Recognition", typeof(float), ExactnessGround.Certificate, "[RecognitionNetwork(\"letters.txt\")]"),
        (
            "Kinds",
            typeof(double),
            ExactnessGround.Certificate,
            "[RecognitionNetwork(\"letters.txt\", Format = ElementFormat.Binary64, Threshold = 1, Categories = new[] { "
                + "\"vowel: A\", \"other: C T\" })]"
        ),
        (
            "Composition",
            typeof(float),
            ExactnessGround.Certificate,
            "[CompositionNetwork(\"letters.txt\", \"words.txt\", \"sentences.txt\")]"
        ),
        ("Product", typeof(float), ExactnessGround.Certificate, "[CompositionNetwork(\"letters.txt\", \"words.txt\", Multiply = true)]"),
        (
            "Paths",
            typeof(float),
            ExactnessGround.Certificate,
            "[PathCountingNetwork(Radices = new[] { 4, 4 }, Blocks = 4, Weight = 0.25, Repeat = 2, PermuteSeed = 5)]"
        ),
        (
            "Scaled",
            typeof(double),
            ExactnessGround.Certificate,
            "[PathCountingNetwork(Radices = new[] { 3, 5 }, Weight = 0.75, Format = ElementFormat.Binary64)]"
        ),
        (
            "Uniform",
            typeof(float),
            ExactnessGround.Certificate,
            "[UniformNetwork(Neurons = 40, InDegree = 4, Layers = 5, Weight = 0.5, Bias = -0.25, Ceiling = 8, Certify = true)]"
        ),
        (
            "Bounded",
            typeof(float),
            ExactnessGround.Bound,
            "[UniformNetwork(Neurons = 40, InDegree = 4, Layers = 5, Weight = 0.3, Bias = -0.3, BiasMode = "
                + "BiasMode.NonzeroSums, Inputs = new[] { 3, 3.1, 0 })]"
        ),
        ("Shortest", typeof(float), ExactnessGround.OrderFree, "[PotentialsNetwork(6, 20, 4)]"),
        (
            "Longest",
            typeof(double),
            ExactnessGround.OrderFree,
            "[PotentialsNetwork(6, 20, 4, Semiring = typeof(MaxPlus), Format = ElementFormat.Binary64, Degree = 5)]"
        ),
        ("Reach", typeof(bool), ExactnessGround.OrderFree, "[ReachabilityNetwork(6, 20, 4)]"),
        ("ReachWords", typeof(ulong), ExactnessGround.OrderFree, "[ReachabilityNetwork(6, 20, 4, Format = ElementFormat.Word64)]"),
        ("Widest", typeof(float), ExactnessGround.OrderFree, "[BottleneckNetwork(6, 20, 4)]"),
        (
            "WidestIntegers",
            typeof(int),
            ExactnessGround.OrderFree,
            "[BottleneckNetwork(6, 20, 4, Format = ElementFormat.Int32, Granularity = 0)]"
        ),
        (
            "NarrowPaths",
            typeof(float),
            ExactnessGround.Certificate,
            "[PathCountingNetwork(Radices = new[] { 4, 4 }, Weight = 0.75, Format = ElementFormat.BFloat16)]"
        ),
        ("FromFile", typeof(float), null, "[SparseNetwork] [WeightFiles(\"w.mtx\", Bias = -0.25, Ceiling = 2, Repeat = 2)]"),
        (
            "Random",
            typeof(float),
            null,
            "[SparseNetwork(Inputs = 20)] [RandomLayer(InDegree = 5, Repeat = 3, Bias = -0.1, BiasMode = BiasMode.NonzeroSums, "
                + "Ceiling = 1.5)]"
        ),
        (
            "Narrow",
            typeof(float),
            null,
            "[SparseNetwork(Inputs = 20, Format = ElementFormat.BFloat16)] [RandomLayer(InDegree = 5, Repeat = 3, Bias = -0.1)]"
        ),
        (
            "NarrowThenWide",
            typeof(float),
            null,
            "[SparseNetwork(Inputs = 20)] [RandomLayer(InDegree = 5, Format = ElementFormat.BFloat16)] [RandomLayer(InDegree = "
                + "5, Seed = 2)]"
        ),
        (
            "NarrowMinPlus",
            typeof(float),
            ExactnessGround.OrderFree,
            "[SparseNetwork(Inputs = 20, Semiring = typeof(MinPlus), Format = ElementFormat.BFloat16)] [RandomLayer(InDegree = 5)]"
        ),
        (
            "Strict",
            typeof(double),
            null,
            "[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Summation = Summation.Strict)] [RandomLayer(InDegree "
                + "= 5, Repeat = 2)] [Layer(Outputs = 2, Edges = \"0 0 1; 5 1 -3\", Epilogue = Epilogue.None)]"
        ),
        (
            "MinPlusNet",
            typeof(float),
            ExactnessGround.OrderFree,
            "[SparseNetwork(Inputs = 20, Semiring = typeof(MinPlus))] [RandomLayer(InDegree = 5, Repeat = 2)]"
        ),
        (
            "MaxTimesNet",
            typeof(double),
            ExactnessGround.OrderFree,
            "[SparseNetwork(Inputs = 20, Semiring = typeof(MaxTimes), Format = ElementFormat.Binary64)] [RandomLayer(InDegree "
                + "= 5, MinWeight = 0)]"
        ),
        (
            "MinMaxNet",
            typeof(int),
            ExactnessGround.OrderFree,
            "[SparseNetwork(Inputs = 20, Semiring = typeof(MinMax), Format = ElementFormat.Int32)] [RandomLayer(InDegree = 5, "
                + "MinWeight = -9, MaxWeight = 9)]"
        ),
        (
            "WrappingNet",
            typeof(long),
            null,
            "[SparseNetwork(Inputs = 20, Semiring = typeof(PlusTimes), Format = ElementFormat.Int64)] [RandomLayer(InDegree = "
                + "5, MinWeight = -9, MaxWeight = 9, Epilogue = Epilogue.None)]"
        ),
        (
            "ReachNet",
            typeof(bool),
            ExactnessGround.OrderFree,
            "[SparseNetwork(Inputs = 20, Semiring = typeof(OrAnd), Format = ElementFormat.Boolean)] [RandomLayer(InDegree = 5, Repeat = 2)]"
        ),
        (
            "LabelNet",
            typeof(ulong),
            ExactnessGround.OrderFree,
            "[SparseNetwork(Inputs = 20, Semiring = typeof(UnionIntersection), Format = ElementFormat.Word64)] [RandomLayer(InDegree = 5)]"
        ),
        (
            "PairNet",
            typeof(float),
            null,
            "[SparseNetwork(Inputs = 20)] [Oscillate(typeof(MinPlus), typeof(MaxMin))] [RandomLayer(InDegree = 5, Bias = 3)]"
        ),
    ];

    private static readonly Lazy<Assembly> Program = new(() =>
    {
        var source = string.Concat(
            Networks.Select(network =>
                $"{network.Source} public static partial class {network.Name};\n[ExactFixtures(typeof({network.Name}))] public "
                + $"static partial class {network.Name}Of;\n"
            )
        );
        return Programs.Load(
            GeneratorRun
                .Start(
                    Project(
                        "using SparseDnn;\n"
                            + source
                            + """
                            [ExactFixtures(typeof(FromFile), Certify = true, Items = 9, Low = 0, High = 4)]
                            public static partial class CertifiedOf;

                            [ExactFixtures(typeof(Random), Perturbations = Perturbations.Input | Perturbations.Weight | Perturbations.Bias)]
                            public static partial class PerturbedOf;

                            [PathCountingNetwork(
                                Radices = new[] { 4, 4 },
                                Weight = 0.25,
                                Perturbations = Perturbations.Input | Perturbations.Bias
                            )]
                            public static partial class PerturbedPaths;
                            """
                    )
                )
                .RequireClean()
                .Output
        );
    });

    public static TheoryData<string> Families => [.. Networks.Take(15).Select(network => network.Name)];

    public static TheoryData<string> All => [.. Networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Families))]
    public void FamilyNetwork_PassesItsClosedForm(string name) => Check(name, name);

    [Theory]
    [MemberData(nameof(All))]
    public void Network_PassesItsExactFixtures(string name) => Check(name, name + "Of");

    [Fact]
    public void CertifiedFixtures_DemandEqualBits()
    {
        var fixtures = Fixtures<float>("CertifiedOf");
        Assert.Equal(9, fixtures.AllItems.ItemCount);
        Assert.Equal(ExactnessGround.Certificate, fixtures.AllItems.Vectors.Ground);
        fixtures.AllItems.Check(Programs.Network<float>(Program.Value, "FromFile"));
    }

    [Theory]
    [InlineData("Random", "PerturbedOf")]
    [InlineData("PerturbedPaths", "PerturbedPaths")]
    public void PerturbedFixtures_ArePartOfTheSet(string network, string name)
    {
        var fixtures = Fixtures<float>(name);
        Assert.Contains(fixtures, fixture => fixture.Labels.Any(label => label.StartsWith("perturbation", StringComparison.Ordinal)));
        Assert.NotEmpty(fixtures.Perturbed);
        Assert.All(fixtures, fixture => fixture.Check(Programs.Network<float>(Program.Value, network)));
    }

    [Fact]
    public void NarrowFormats_GiveFixturesOfTheirTypes()
    {
        var run = GeneratorRun
            .Start(
                Project(
                    """
                    using SparseDnn;

                    [PathCountingNetwork(
                        Radices = new[] { 4, 4 },
                        Weight = 0.25,
                        Weights = "e4m3",
                        Activations = "binary16",
                        Accumulator = "binary32"
                    )]
                    public static partial class Half;

                    [UniformNetwork(
                        Neurons = 8,
                        InDegree = 2,
                        Weight = 0.5,
                        Weights = "int8:4",
                        Activations = FixtureFormats.Int8 + ":4",
                        Accumulator = "int32:8"
                    )]
                    public static partial class Fixed;

                    [SparseNetwork(Inputs = 8)]
                    [RandomLayer(InDegree = 3)]
                    public static partial class Net;

                    [ExactFixtures(typeof(Net), Weights = "bfloat16", Activations = "bfloat16", RoundBetweenLayers = true)]
                    public static partial class Brain;

                    public static class Use
                    {
                        public static FixtureSet<System.Half> Half => global::Half.Fixtures;
                        public static FixtureSet<sbyte> Fixed => global::Fixed.Fixtures;
                        public static FixtureSet<ushort> Brain => global::Brain.Fixtures;
                        public static int Cases => System.Linq.Enumerable.Count(global::Brain.Cases) - global::Brain.Fixtures.Count;
                    }
                    """
                )
            )
            .RequireClean();
        var use = Programs.Load(run.Output).GetType("Use")!;
        T Get<T>(string name) => (T)use.GetProperty(name)!.GetValue(null)!;
        Assert.Equal("e4m3/binary16/binary32", Get<FixtureSet<Half>>("Half").AllItems.Formats.ToString());
        Assert.Equal("int8:4/int8:4/int32:8", Get<FixtureSet<sbyte>>("Fixed").AllItems.Formats.ToString());
        Assert.True(Get<FixtureSet<ushort>>("Brain").AllItems.Vectors.RoundBetweenLayers);
        Assert.Equal(0, Get<int>("Cases"));
    }

    [Fact]
    public void NetworkOfAReferencedAssembly_HasFixtures()
    {
        var reference = TestProject.Reference(
            "Elsewhere",
            "using SparseDnn; [SparseNetwork(Inputs = 4, Semiring = typeof(MinPlus))] [BandedLayer(UpperBandwidth = 1, Weight "
                + "= 0.5)] public static partial class Banded;"
        );
        var run = GeneratorRun
            .Start(
                new TestProject("using SparseDnn; [ExactFixtures(typeof(Banded), Items = 7)] public static partial class BandedOf;")
                {
                    References = [reference],
                }
            )
            .RequireClean();
        Assert.Contains(
            "Exact fixtures of Banded (any network): 7 items in binary32",
            run.Files.Single(file => file.Key.Contains(".Fixtures.", StringComparison.Ordinal)).Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void FaultyDeclaration_ThrowsWhenItIsUsed()
    {
        var program = Programs.Load(
            GeneratorRun
                .Start(
                    new TestProject(
                        "using SparseDnn; [RecognitionNetwork(\"none.txt\")] public static partial class N; "
                            + "[ExactFixtures(typeof(N))] public static partial class F;"
                    )
                )
                .Output
        );
        foreach (var name in new[] { "N", "F" })
        {
            var fault = Assert.Throws<TargetInvocationException>(() => program.GetType(name)!.GetProperty("Fixtures")!.GetValue(null));
            Assert.Contains("SDNN", fault.GetBaseException().Message, StringComparison.Ordinal);
        }
    }

    private static void Check(string network, string fixtures)
    {
        var row = Networks.Single(candidate => candidate.Name == network);
        typeof(FixtureProgramTests)
            .GetMethod(nameof(CheckOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(row.Element)
            .Invoke(null, [network, fixtures, row.Ground]);
    }

    private static void CheckOf<T>(string network, string name, ExactnessGround? ground)
        where T : unmanaged
    {
        var fixtures = Fixtures<T>(name);
        var generated = Programs.Network<T>(Program.Value, network);
        if (network == name && ground is { } demanded)
            Assert.Equal(demanded, fixtures.AllItems.Vectors.Ground);
        if (network != name && ground == ExactnessGround.OrderFree)
            Assert.Equal(ground, fixtures.AllItems.Vectors.Ground);
        Assert.InRange(fixtures.AllItems.ItemCount, network == name ? 2 : 8, 64);
        Assert.All(fixtures, fixture => fixture.Check(generated.Infer));
        fixtures.AllItems.Check(generated);
        // Fixtures that any outputs pass would prove nothing.
        if (fixtures.AllItems.DemandsEqualBits)
            Assert.Throws<FixtureMismatchException>(() =>
                fixtures.AllItems.Check((ReadOnlySpan<T> input, Span<T> output) => output.Clear())
            );
    }

    private static FixtureSet<T> Fixtures<T>(string type)
        where T : unmanaged => (FixtureSet<T>)Program.Value.GetType(type)!.GetProperty("Fixtures")!.GetValue(null)!;

    private static TestProject Project(string source) =>
        new(source, ("letters.txt", Letters), ("words.txt", Words), ("sentences.txt", Sentences), ("w.mtx", Matrix));
}
