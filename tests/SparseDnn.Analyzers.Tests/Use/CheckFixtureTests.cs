using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Use;

/// <summary>The fix that puts a fixture in the place of an assertion on one output: what it checks, and where it stays away.</summary>
public sealed class CheckFixtureTests
{
    [Theory]
    // The network against numbers and sums.
    [InlineData("Xunit.Assert.Equal(a, y[0], 0.1f);", "NetFixtures.Fixtures.AllItems.Check(Net.Infer);")]
    [InlineData("Xunit.Assert.Equal(a + 2 * b, y[0]); // the first", "NetFixtures.Fixtures.AllItems.Check(Net.Infer); // the first")]
    [InlineData(
        "var sum = 0f; foreach (var v in x) sum += 0.3f * v; Xunit.Assert.Equal(sum, y[0]);",
        "var sum = 0f; foreach (var v in x) sum += 0.3f * v; NetFixtures.Fixtures.AllItems.Check(Net.Infer);"
    )]
    [InlineData("Xunit.Assert.True(MathF.Abs(y[0] - MathF.Sqrt(a)) < 1e-9f);", "NetFixtures.Fixtures.AllItems.Check(Net.Infer);")]
    [InlineData("Xunit.Assert.True(1e-2f >= MathF.Abs(y[0] - Recorded[1]));", "NetFixtures.Fixtures.AllItems.Check(Net.Infer);")]
    [InlineData("Xunit.Assert.True(y[1] == a + b);", "NetFixtures.Fixtures.AllItems.Check(Net.Infer);")]
    [InlineData(
        "NUnit.Framework.Assert.That(y[0], NUnit.Framework.Is.EqualTo(a).Within(1e-2));",
        "NetFixtures.Fixtures.AllItems.Check(Net.Infer);"
    )]
    [InlineData(
        "Microsoft.VisualStudio.TestTools.UnitTesting.Assert.AreEqual(a, y[0], 1e-9f * 2);",
        "NetFixtures.Fixtures.AllItems.Check(Net.Infer);"
    )]
    // Another implementation against the network.
    [InlineData(
        "var z = new float[2]; Kernel.Run(x, z); Xunit.Assert.Equal(z[0], y[0], 0.1f);",
        "var z = new float[2]; Kernel.Run(x, z); NetFixtures.Fixtures.AllItems.Check(Kernel.Run);"
    )]
    [InlineData(
        "var k = new Kernel(); var z = new float[2]; k.Compute(x, z); Xunit.Assert.Equal(z[0], y[0], 1e-9f);",
        "var k = new Kernel(); var z = new float[2]; k.Compute(x, z); NetFixtures.Fixtures.AllItems.Check(k.Compute);"
    )]
    public async Task Assertion_BecomesACheckOfAllItems(string before, string after) => await VerifyAsync(Program(before), Program(after));

    [Fact]
    public async Task SeveralOutputs_AreCheckedOnce() =>
        await VerifyAsync(
            Program("Xunit.Assert.Equal(a, y[0], 0.1f);\n        Xunit.Assert.Equal(b, y[1], 0.1f);"),
            Program("NetFixtures.Fixtures.AllItems.Check(Net.Infer);")
        );

    [Fact]
    public async Task CommentedAssertion_KeepsItsComment() =>
        await VerifyAsync(
            Program("Xunit.Assert.Equal(a, y[0], 0.1f);\n        Xunit.Assert.Equal(b, y[1], 0.1f); // both"),
            Program("NetFixtures.Fixtures.AllItems.Check(Net.Infer);\n        NetFixtures.Fixtures.AllItems.Check(Net.Infer); // both")
        );

    [Fact]
    public async Task Family_HasFixturesOfItsOwn() =>
        await VerifyAsync(
            Program("Own.Infer([0.9f, 0.2f, 0.3f, 0.4f], w); Xunit.Assert.Equal(a, w[0], 0.1f);"),
            Program("Own.Infer([0.9f, 0.2f, 0.3f, 0.4f], w); Own.Fixtures.AllItems.Check(Own.Infer);")
        );

    [Theory]
    [InlineData("if (MathF.Abs(y[0] - a) < 1e-9f) Console.WriteLine();")] // a decision
    [InlineData("System.Diagnostics.Debug.Assert(MathF.Abs(y[0] - a) < 1e-9f);")] // runs in the program
    [InlineData("Xunit.Assert.True(MathF.Abs(y[0] - a) < 1e-9f && n > 1);")] // asserts something else too
    [InlineData("Xunit.Assert.True(MathF.Abs(y[0] - a) > 1e-9f);")] // the contrary
    [InlineData("Xunit.Assert.True(!(MathF.Abs(y[0] - a) < 1e-9f));")]
    [InlineData("Xunit.Assert.True(y[1] != a + b);")]
    [InlineData("Xunit.Assert.False(MathF.Abs(y[0] - a) < 1e-9f);")]
    [InlineData("NUnit.Framework.Assert.That(y[0], NUnit.Framework.Is.Not.EqualTo(a).Within(1e-2));")]
    [InlineData("Xunit.Assert.Equal(Kernel.First(x), y[0], 0.1f);")] // no implementation that a fixture can run
    [InlineData("var e = Kernel.First(x); Xunit.Assert.Equal(e, y[0], 0.1f);")]
    [InlineData("var e = a; e += Kernel.First(x); Xunit.Assert.Equal(e, y[0], 0.1f);")]
    [InlineData("float e; Kernel.Out(out e); Xunit.Assert.Equal(e, y[0], 0.1f);")]
    [InlineData("Xunit.Assert.Equal(Last, y[0], 0.1f);")]
    [InlineData("var z = new float[2]; Kernel.Run(x, z); Kernel.Run(z, z); Xunit.Assert.Equal(z[0], y[0], 0.1f);")] // two calls
    [InlineData("var z = new float[2]; Kernel.Halve(z); Xunit.Assert.Equal(z[0], y[0], 0.1f);")]
    [InlineData("var z = new float[2]; Kernel.Arrays(x, z); Xunit.Assert.Equal(z[0], y[0], 0.1f);")]
    [InlineData("Free.Infer([0.9f, 0.2f, 0.3f], w); Xunit.Assert.Equal(a, w[0], 0.1f);")] // no fixtures of that network
    public async Task Rest_IsLeftToTheUser(string statements)
    {
        var (workspace, solution) = FixSolution.Open(
            new TestProject(Program(statements)) { References = [ComparisonDiagnosticTests.Frameworks] }
        );
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var found = (await FixSolution.DiagnosticsAsync(document.Project))
            .Where(diagnostic => diagnostic.Id is "SDNN2022" or "SDNN2023" or "SDNN2024")
            .ToArray();
        Assert.NotEmpty(found);
        foreach (var diagnostic in found)
            Assert.Empty(await new CodeFixVerifier(new CheckFixtureCodeFixProvider()).ActionsAsync(document, diagnostic));
    }

    private static async Task VerifyAsync(string before, string after) =>
        await new CodeFixVerifier(new CheckFixtureCodeFixProvider()).VerifyAsync(
            new TestProject(before) { References = [ComparisonDiagnosticTests.Frameworks] },
            after
        );

    private static string Program(string statements) =>
        SpanDiagnosticTests.Usings
        + $$"""
            public class Tests
            {
                private static readonly float[] Recorded = { 1, 2 };
                private static float Last { get; set; }
                [Xunit.Fact]
                public void Test(float[] x, float a, float b, int n)
                {
                    float[] y = new float[2], w = new float[Math.Max(2, n)];
                    Net.Infer(x, y);
                    {{statements}}
                }
            }
            class Kernel
            {
                public static void Run(ReadOnlySpan<float> x, Span<float> y) { }
                public void Compute(ReadOnlySpan<float> x, Span<float> y) { }
                public static float First(ReadOnlySpan<float> x) => x[0];
                public static void Out(out float x) => x = 1;
                public static void Halve(Span<float> x) { }
                public static void Arrays(float[] x, float[] y) { }
            }
            [UniformNetwork(Neurons = 4, InDegree = 2, Weight = 0.3, Bias = -0.1)] public static partial class Own;
            [ExactFixtures(typeof(Net))] public static partial class NetFixtures;
            """
        + ComparisonDiagnosticTests.Networks.Replace(
            "static partial class Net;",
            "public static partial class Net;",
            System.StringComparison.Ordinal
        );
}
