using System;
using System.Globalization;
using System.Threading.Tasks;
using SparseDnn.Analyzers.Tests.Semirings;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Flow;

/// <summary>
/// Declared epilogues and identities that do not say what is meant: found at the argument, silent on a near miss, mended where that is
/// known.
/// </summary>
public sealed class EpilogueDiagnosticTests
{
    // Most networks here are the smallest that show a fault, with neurons and inputs to spare.
    private static readonly IncidentalDiagnostics Spare = new("SDNN0030", "SDNN0031");

    [Theory]
    [InlineData(
        "SDNN1024",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MaxPlus), typeof(MinPlus))] [BandedLayer([|Activation = "
            + "Activation.ReLU|])] partial class N;"
    )]
    [InlineData(
        "SDNN1024",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(PlusTimes), typeof(Log))] [BandedLayer(Repeat = 3, [|Activation = "
            + "Activation.ReLU|])] partial class N;"
    )]
    [InlineData(
        "SDNN1024",
        "[SparseNetwork(Inputs = 3, Format = ElementFormat.Int32)] [Oscillate(typeof(MaxMin), typeof(UnionIntersection))] "
            + "[BandedLayer([|Ceiling = 4|])] partial class N;"
    )]
    [InlineData("SDNN1025", "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\", [|Bias = 0.5|])] partial class N;")]
    [InlineData(
        "SDNN1025",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 3, Edges = \"0 0 1\", [|Biases = new[] { 1, -1, 2.0 }|])] partial class N;"
    )]
    // Neuron 1 has no edge and is always 0, so nothing reaches neuron 0 of the next layer.
    [InlineData(
        "SDNN1025",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\", Bias = -1)] [Layer(Outputs = 2, Edges = \"1 0 1; 0 "
            + "1 1\", [|Bias = 1|])] partial class N;"
    )]
    [InlineData(
        "SDNN1028",
        "[Semiring] partial struct N : ISemiring<N, int> { public static int Zero => [|int.MaxValue|]; public static int One "
            + "=> 0; public static int Add(int a, int b) => System.Math.Min(a, b); public static int Multiply(int a, int b) => a + "
            + "b; }"
    )]
    [InlineData(
        "SDNN1028",
        "[Semiring] partial struct N : ISemiring<N, long> { public static long Zero { get; } = [|long.MinValue|]; public "
            + "static long One => 0; public static long Add(long a, long b) => a > b ? a : b; public static long Multiply(long a, "
            + "long b) => b + a; }"
    )]
    public async Task Fault_IsMarkedNarrowly(string id, string source)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source, Spare, []);
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    [Theory]
    [InlineData(
        "SDNN1024",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MinPlus), typeof(MaxPlus))] [BandedLayer(Activation = Activation.ReLU, "
            + "Ceiling = 4)] partial class N;"
    )]
    [InlineData(
        "SDNN1024",
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MaxPlus), typeof(MinPlus))] [BandedLayer(Ceiling = 4)] "
            + "[BandedLayer(Activation = Activation.None)] partial class N;"
    )]
    [InlineData(
        "SDNN1025",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\", Bias = 0.5, BiasMode = BiasMode.NonzeroSums)] "
            + "[Layer(Outputs = 2, Edges = \"0 0 1\", Bias = 0.5, BiasMode = BiasMode.Dense)] partial class N;"
    )]
    [InlineData(
        "SDNN1025",
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\", Bias = -0.5)] [Layer(Outputs = 2, Edges = \"0 0 1; "
            + "0 1 1\", Biases = new[] { 1.0, 2 })] partial class N;"
    )]
    [InlineData(
        "SDNN1028",
        "[Semiring] partial struct N : ISemiring<N, int> { public static int Zero => int.MaxValue; public static int One => "
            + "int.MinValue; public static int Add(int a, int b) => System.Math.Min(a, b); public static int Multiply(int a, int b) "
            + "=> System.Math.Max(a, b); }"
    )]
    public async Task NearMiss_IsSilent(string id, string source)
    {
        await AnalyzerVerifier.VerifyAsync(id, "using SparseDnn;\n" + source, Spare, []);
        GeneratorRun.Start(new TestProject("using SparseDnn;\n" + source)).RequireClean();
    }

    [Theory]
    [InlineData(
        "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 7, Edges = \"0 0 1\", Bias = 0.5, Ceiling = 0.25)] partial class N;",
        "In layer 1 ([Layer]) no sum ever reaches neurons 1, 2, 3, 4 and 2 others, and the bias is positive: the output is "
            + "0.25 where BiasMode is Dense, as it is now, and 0 where it is NonzeroSums; write BiasMode to say which is meant"
    )]
    [InlineData(
        "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(PlusTimes), typeof(MinPlus))] [BandedLayer(Activation = "
            + "Activation.ReLU)] partial class N;",
        "Activation.ReLU is given, but over the select semiring min-plus the step computes z ⊕ One with ⊕ = min and One = 0, "
            + "not max(z, 0); write [Oscillate(typeof(PlusTimes), typeof(MaxPlus))], or remove Activation.ReLU"
    )]
    public async Task Message_NamesNeuronsAndValues(string source, string expected) =>
        Assert.Equal(
            expected,
            Assert
                .Single(
                    await AnalyzerRun.DiagnosticsAsync(new TestProject("using SparseDnn;\n" + source)),
                    diagnostic => !Spare.Covers(diagnostic)
                )
                .GetMessage(CultureInfo.InvariantCulture)
        );

    [Fact]
    public async Task Finding_DoesNotKeepTheNetworkFromBeingBuilt()
    {
        var run = GeneratorRun
            .Start(
                new TestProject(
                    "using SparseDnn; [SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\", Bias = 0.5)] partial class N;"
                )
            )
            .RequireClean();
        Assert.Equal(2, Programs.Network<float>(Programs.Load(run.Output), "N").Outputs);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("Dense", "SparseDnn.StateDense")]
    [InlineData("NonzeroSums", "SparseDnn.StateNonzeroSums")]
    public async Task BiasMode_IsWritten(string mode, string key)
    {
        const string Before =
            "using SparseDnn;\n[SparseNetwork(Inputs = 3)]\n[Layer(Outputs = 2, Edges = \"0 0 1\", Bias = 0.5)]\n"
            + "[Layer(Outputs = 2, Edges = \"0 0 1\", Biases = new[] { 0, 1.0 } /* one each */)]\npartial class N;\n";
        var after = Before
            .Replace("Bias = 0.5", $"Bias = 0.5, BiasMode = BiasMode.{mode}", StringComparison.Ordinal)
            .Replace("/* one each */", $"/* one each */, BiasMode = BiasMode.{mode}", StringComparison.Ordinal);
        await new CodeFixVerifier(new StateBiasModeCodeFixProvider()) { EquivalenceKey = key }.VerifyAsync(Before, after);
    }

    [Theory]
    [InlineData("float", "MathF.Max(a, b)", "a + b", "0", "1", "float.NegativeInfinity", "0")]
    [InlineData("double", "a < b ? a : b", "a + b", "double.MaxValue", "0", "double.PositiveInfinity", "0")]
    [InlineData("int", "a + b", "a * b", "1", "1", "0", "1")]
    [InlineData("ulong", "a | b", "a & b", "0", "1", "0", "ulong.MaxValue")]
    [InlineData("bool", "a || b", "a && b", "true", "true", "false", "true")]
    [InlineData("int", "Math.Max(a, b)", "Math.Min(a, b)", "0", "0", "int.MinValue", "int.MaxValue")]
    public async Task WrongIdentity_IsReplacedByTheRightOne(
        string type,
        string add,
        string multiply,
        string zero,
        string one,
        string rightZero,
        string rightOne
    ) =>
        await new CodeFixVerifier(new RightIdentityCodeFixProvider()).VerifyAsync(
            Declared.Semiring(type, add, multiply, zero, one),
            Declared.Semiring(type, add, multiply, rightZero, rightOne)
        );

    [Fact]
    public async Task IdentityOfNoSemiring_IsNotReplaced()
    {
        // Zero = -∞ would be the identity of max, but does not annihilate.
        foreach (
            var diagnostic in await AnalyzerRun.DiagnosticsAsync(
                new TestProject(Declared.Semiring("float", "MathF.Max(a, b)", "a * b", "0", "1"))
            )
        )
            Assert.Empty(diagnostic.Properties);
    }
}
