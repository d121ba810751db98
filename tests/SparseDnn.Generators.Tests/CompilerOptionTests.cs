using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>Generated code must suit the strictest projects: no warning of any kind under any option that users set.</summary>
public sealed class CompilerOptionTests
{
    // Straight-line code of both formats, a table, a faulty network: every template of the emitters.
    private static readonly string[] Names = ["Code", "Wide", "Table", "Faulty"];

    private const string Source = """
        using SparseDnn;
        /// <summary>Documented.</summary>
        [SparseNetwork(Inputs = 3)]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 }, Ceiling = 3)]
        [Layer(Outputs = 2, Edges = "0 0 1; 1 1 1", Bias = -0.1, BiasMode = BiasMode.NonzeroSums, Activation = Activation.None)]
        public static partial class Code;
        [SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64, Summation = Summation.Strict)]
        [Layer(Outputs = 2, Edges = "0 0 0.1; 1 0 -2e-300; 2 1 0.25")]
        public partial class Wide { /// <summary>Documented.</summary>
            public Wide() { } }
        [SparseNetwork(Inputs = 400)] [BandedLayer(LowerBandwidth = 2, UpperBandwidth = 2)]
        public partial struct Table;
        [SparseNetwork(Inputs = 3)] [Layer(Outputs = 0)]
        public static partial class Faulty;
        """;

    public static TheoryData<LanguageVersion, NullableContextOptions, bool, bool> Options { get; } = Combine();

    [Theory]
    [MemberData(nameof(Options))]
    public void GeneratedCode_HasNoWarnings(LanguageVersion language, NullableContextOptions nullable, bool isChecked, bool isDocumented)
    {
        var project = new TestProject(Source)
        {
            Language = language,
            Nullable = nullable,
            CheckOverflow = isChecked,
            DiagnoseDocumentation = isDocumented,
        };
        var run = GeneratorRun.Start(project).RequireClean();
        Assert.Equal((2 * Names.Length) - 1, run.Files.Count);
        var output = new float[2];
        Programs.Network<float>(Programs.Load(run.Output), "Code").Infer([2, 0.5f, 8], output);
        Assert.Equal([2.4f, 1.9f], output);
    }

    [Fact]
    public void MissingDocumentation_IsDiagnosedByTheseOptions()
    {
        // The user's own part of Faulty has no comment; the generated one has, so only a member can lack it.
        var run = GeneratorRun.Start(new TestProject(Source + "\npublic class Undocumented;") { DiagnoseDocumentation = true });
        Assert.Equal(["CS1591"], run.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void FaultyNetwork_SaysSoWhenUsed()
    {
        var program = Programs.Load(GeneratorRun.Start(new TestProject(Source)).Output);
        var thrown = Assert.ThrowsAny<Exception>(() => Programs.Network<float>(program, "Faulty")).GetBaseException();
        Assert.Equal("The declaration of Faulty has errors; the build reports them as SDNN diagnostics.", thrown.Message);
    }

    [Fact]
    public void Emitting_IsDeterministic()
    {
        byte[] Image()
        {
            using var stream = new System.IO.MemoryStream();
            Assert.True(GeneratorRun.Start(new TestProject(Source)).Output.Emit(stream).Success);
            return stream.ToArray();
        }

        Assert.Equal(Image(), Image());
    }

    private static TheoryData<LanguageVersion, NullableContextOptions, bool, bool> Combine()
    {
        var data = new TheoryData<LanguageVersion, NullableContextOptions, bool, bool>();
        foreach (var language in new[] { LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.Preview })
        foreach (var nullable in new[] { NullableContextOptions.Disable, NullableContextOptions.Enable })
        foreach (var both in new[] { false, true })
            data.Add(language, nullable, both, both);
        return data;
    }
}
