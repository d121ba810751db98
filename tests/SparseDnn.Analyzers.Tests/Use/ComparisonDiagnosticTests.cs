using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Use;

/// <summary>Precision where networks are called: rounded inputs, and comparisons that demand too much or too little.</summary>
public sealed class ComparisonDiagnosticTests
{
    // For x in [0, 1] the outputs lie within 1e-6 or so of the exact ones.
    internal const string Networks = """
        [SparseNetwork(Inputs = 3, InputRange = new[] { 0.0, 1 })]
        [Layer(Outputs = 2, Edges = "0 0 0.375; 1 0 -0.8125; 2 1 0.125; 0 1 -0.625")]
        static partial class Net;

        [SparseNetwork(Inputs = 3)]
        [Layer(Outputs = 2, Edges = "0 0 0.375; 1 0 -0.8125; 2 1 0.125; 0 1 -0.625")]
        static partial class Free;

        [SparseNetwork(Inputs = 3)]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25")]
        static partial class Tiny;

        [SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25")]
        static partial class Wide;

        [SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 2; 2 1 0.25")]
        static partial class Roads;
        """;

    internal static readonly MetadataReference Frameworks = TestProject.Reference(
        "xunit.assert",
        """
        namespace Xunit
        {
            public static class Assert
            {
                public static void Equal<T>(
                    System.Collections.Generic.IEnumerable<T> expected,
                    System.Collections.Generic.IEnumerable<T> actual
                ) { }

                public static void Equal<T>(T[] expected, T[] actual) { }

                public static void Equal<T>(
                    System.Collections.Generic.IEnumerable<T> expected,
                    System.Collections.Generic.IEnumerable<T> actual,
                    System.Collections.Generic.IEqualityComparer<T> comparer
                ) { }

                public static void Equal<T>(T expected, T actual) { }

                public static void Equal(double expected, double actual, int precision) { }

                public static void Equal(float expected, float actual, float tolerance) { }

                public static void Equal(double expected, double actual, double tolerance) { }

                public static void True(bool condition) { }

                public static void False(bool condition) { }
            }

            public sealed class FactAttribute : System.Attribute;
        }

        namespace NUnit.Framework
        {
            public static class Assert
            {
                public static void That<T>(T actual, object constraint) { }
            }

            public class Is
            {
                public static EqualConstraint EqualTo(object expected) => new();

                public static Negated Not => new();

                public class Negated
                {
                    public EqualConstraint EqualTo(object expected) => new();
                }
            }

            public class EqualConstraint
            {
                public EqualConstraint Within(object amount) => this;
            }
        }

        namespace Microsoft.VisualStudio.TestTools.UnitTesting
        {
            public static class CollectionAssert
            {
                public static void AreEqual(System.Collections.ICollection expected, System.Collections.ICollection actual) { }
            }

            public static class Assert
            {
                public static void AreEqual(float expected, float actual, float delta) { }
            }
        }
        """
    );

    // Ends the method and begins another, of a class with fields.
    private const string InField =
        "} private static float[] _y = new float[2]; internal static float[] Open = new float[2]; class C { public float[] _z "
        + "= []; } static void G(float[] x, float a, float b) { ";

    [Theory]
    [InlineData("SDNN2020", "double[] z = new double[2]; Wide.Infer([[|0.1f|], 2f, 0.5f], z);")]
    [InlineData("SDNN2020", "double[] w = { [|-1e-3f|], 1, 0 }, z = new double[2]; Wide.Infer(w, z);")]
    [InlineData("SDNN2020", "double[] w = new double[3], z = new double[2]; w[0] = [|(float)d|]; Wide.Infer(w, z);")]
    [InlineData(
        "SDNN2020",
        "Span<double> w = stackalloc double[3], z = stackalloc double[2]; w[1] = [|(float)(d * 2)|]; Wide.Infer(w, z);"
    )]
    [InlineData("SDNN2020", "Net.Infer([[|16777217|], 16777216, 1], y); Net.Infer(new float[] { [|1234567891|], 0, 1 }, y);")]
    [InlineData("SDNN2021", "Tiny.Infer(x, y); if (y[0] == [|0.1|]) Console.WriteLine();")]
    [InlineData("SDNN2021", "Span<float> s = y; Tiny.Infer(x, s); if ([|-0.3|] != s[1]) Console.WriteLine();")]
    [InlineData("SDNN2021", "Roads.Infer(x, y); Xunit.Assert.Equal([|0.1|], y[0]);")]
    [InlineData("SDNN2021", "Tiny.InferBatch(x, y, n); if (y[n] == [|1e300|]) Console.WriteLine();")]
    [InlineData("SDNN2022", "Net.Infer(x, y); if ([|y[0] == 0.3f * x[0] + 0.7f * x[1]|]) Console.WriteLine();")]
    [InlineData("SDNN2022", "var sum = 0f; foreach (var v in x) sum += v; Free.Infer(x, y); [|Xunit.Assert.Equal(sum, y[0])|];")]
    [InlineData("SDNN2022", "Free.Infer([0.9f, 0.2f, 0.3f], y); if ([|y[0] != a + b|]) Console.WriteLine();")]
    // Whole buffers.
    [InlineData(
        "SDNN2021",
        "Tiny.Infer(x, y); NUnit.Framework.Assert.That(y, NUnit.Framework.Is.EqualTo(new[] { [|0.1|], 0.25 })); "
            + "Microsoft.VisualStudio.TestTools.UnitTesting.CollectionAssert.AreEqual(new[] { 1, [|0.3|] }, y);"
    )]
    [InlineData("SDNN2022", "Net.Infer(x, y); [|Xunit.Assert.Equal(new[] { a + b, b }, y)|];")]
    [InlineData("SDNN2022", "float[] expected = [a, a - b]; Net.Infer(x, y); Xunit.Assert.True([|expected.SequenceEqual(y)|]);")]
    [InlineData(
        "SDNN2022",
        "var expected = new float[2]; for (var i = 0; i < 3; i++) expected[0] += 0.3f * x[i]; Net.Infer(x, y); if "
            + "([|y.AsSpan().SequenceEqual(expected)|]) Console.WriteLine(); if "
            + "([|MemoryExtensions.SequenceEqual<float>(expected.AsSpan(), y)|]) Console.WriteLine();"
    )]
    [InlineData(
        "SDNN2022",
        "var expected = new float[2]; var sum = 0f; foreach (var v in x) sum += v; expected[1] = sum; Free.Infer(x, y); "
            + "[|Microsoft.VisualStudio.TestTools.UnitTesting.CollectionAssert.AreEqual(expected, y)|];"
    )]
    [InlineData(
        "SDNN2022",
        "var expected = x.Select(v => v * 0.3f + b).Take(2).ToArray(); Span<float> s = y; Net.Infer(x, s); if "
            + "([|s.SequenceEqual(expected)|]) Console.WriteLine();"
    )]
    [InlineData("SDNN2022", "Net.Infer(x, y); Xunit.Assert.True([|x.Zip(x, (p, q) => p + q).Take(2).SequenceEqual(y)|]);")]
    [InlineData(
        "SDNN2022",
        "Net.Infer(x, y.AsSpan()); NUnit.Framework.Assert.That(y, [|NUnit.Framework.Is.EqualTo(new[] { a + b, b })|]); "
            + "NUnit.Framework.Assert.That(y[0], [|NUnit.Framework.Is.EqualTo(a + b)|]);"
    )]
    [InlineData(
        "SDNN2023",
        "Net.Infer(x, y); var expected = new[] { a, b }; NUnit.Framework.Assert.That(y, "
            + "NUnit.Framework.Is.EqualTo(expected).Within([|1e-9|]));"
    )]
    [InlineData(
        "SDNN2024",
        "Net.Infer(x, y); NUnit.Framework.Assert.That(y, NUnit.Framework.Is.EqualTo(new[] { a, b }).Within([|0.01|]));"
    )]
    // Fields that hold the outputs.
    [InlineData(
        "SDNN2022",
        InField
            + "Net.Infer(x, _y); Console.WriteLine(_y.Length); if ([|_y[0] == a + b|]) Console.WriteLine(); "
            + "[|Xunit.Assert.Equal(new[] { a + b, b }, _y)|];"
    )]
    [InlineData("SDNN2021", InField + "Net.Infer(x, _y); if (_y[0] == [|0.1|]) Console.WriteLine();")]
    [InlineData("SDNN2023", InField + "Net.InferBatch(x, _y, 1); if (Math.Abs(_y[0] - a) < [|1e-9f|]) Console.WriteLine();")]
    [InlineData("SDNN2023", "Net.Infer(x, y); if (Math.Abs(y[0] - a) < [|1e-9f|]) Console.WriteLine();")]
    [InlineData("SDNN2023", "Net.Infer(x, y); Xunit.Assert.Equal(d, y[1], [|9|]); Xunit.Assert.Equal(a, y[1], [|1e-9f|]);")]
    [InlineData(
        "SDNN2023",
        "Free.Infer([0.9f, 0.2f, 0.3f], y); Microsoft.VisualStudio.TestTools.UnitTesting.Assert.AreEqual(a, y[0], [|1e-10f|]);"
    )]
    [InlineData("SDNN2024", "Net.Infer(x, y); System.Diagnostics.Debug.Assert(Math.Abs(a - y[0]) <= [|0.01|]);")]
    [InlineData("SDNN2024", "Net.Infer(x, y); NUnit.Framework.Assert.That(y[0], NUnit.Framework.Is.EqualTo(a).Within([|1e-3|]));")]
    [InlineData("SDNN2024", "Tiny.Infer([2, 1, 1], y); Xunit.Assert.Equal(1.5, y[0], [|3|]);")]
    [InlineData(
        "SDNN2024",
        "const float Eps = 1e-2f; float[] item = [0.9f, 0.2f, 0.3f]; Free.Infer(item, y); "
            + "System.Diagnostics.Debug.Assert(!(MathF.Abs(y[0] - a) > [|Eps|]), \"far\");"
    )]
    public async Task Fault_IsMarkedWhereItIs(string id, string statements)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, Program(statements), [Frameworks]);
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    [Theory]
    [InlineData(
        "SDNN2020",
        "double[] z = new double[2]; Wide.Infer([0.1, 2f, 0.5f], z); Wide.Infer([d, a, n], z); Net.Infer([(float)d, 0.1f, n], "
            + "y); Net.Infer([(float)0.1, 16777216, 3], y);"
    )]
    [InlineData("SDNN2020", "double[] w = { 0.1f, 1, 0 }; w[0] = (float)d; Console.WriteLine(w[0]);")]
    [InlineData(
        "SDNN2021",
        "Tiny.Infer(x, y); if (y[0] == 0.1f || y[0] == 0.5 || y[1] == 2 || x[0] == 0.1) Console.WriteLine(); "
            + "Xunit.Assert.Equal(0.25, y[1]);"
    )]
    [InlineData(
        "SDNN2021",
        "double[] w = new double[3], z = new double[2]; Wide.Infer(w, z); if (z[0] == 0.1) Console.WriteLine(); y[0] = 1; "
            + "Tiny.Infer(x, y); if (y[0] == 0.1) Console.WriteLine();"
    )]
    [InlineData("SDNN2022", "Tiny.Infer([2, 1, 1], y); if (y[0] == a + b) Console.WriteLine();")]
    [InlineData(
        "SDNN2022",
        "Net.Infer(x, y); if (y[0] == 0.25f || y[0] == a || y[0] == y[1]) Console.WriteLine(); var z = new float[2]; "
            + "Net.InferBatch(x, z, 1); Xunit.Assert.Equal(z[0], y[0]); Xunit.Assert.Equal(z, y);"
    )]
    [InlineData("SDNN2022", "Roads.Infer(x, y); if (y[0] == x[0] + 1.5f) Console.WriteLine();")]
    [InlineData(
        "SDNN2022",
        "Net.Infer(x, y); Xunit.Assert.Equal(new[] { 0.5f, 0.25f }, y); Xunit.Assert.Equal(new[] { a, b }, y); if "
            + "(y.SequenceEqual(x) || x.SequenceEqual([a + b, b])) Console.WriteLine(); float[] expected = [a, b]; "
            + "Xunit.Assert.True(expected.SequenceEqual(y));"
    )]
    [InlineData(
        "SDNN2022",
        "Net.Infer(x, y); var other = new float[2]; Net.InferBatch(x, other, 1); Xunit.Assert.Equal(other, y); var copy = "
            + "y.ToArray(); copy[0] += a; Xunit.Assert.Equal(x.Select(v => v + 1).ToArray(), copy);"
    )]
    [InlineData(
        "SDNN2022",
        "Tiny.Infer([2, 1, 1], y); Xunit.Assert.Equal(new[] { a + b, b }, y); Roads.Infer(x, y); var z = new float[2]; "
            + "Roads.Infer(x, z); Xunit.Assert.Equal(new[] { a + b, b }, z);"
    )]
    [InlineData(
        "SDNN2022",
        "Net.Infer(x, y); Xunit.Assert.Equal(new[] { a + b, b }, y, "
            + "System.Collections.Generic.EqualityComparer<float>.Default); NUnit.Framework.Assert.That(y, "
            + "NUnit.Framework.Is.EqualTo(new[] { a + b, b }).Within(1e-6)); NUnit.Framework.Assert.That(y[0], "
            + "NUnit.Framework.Is.Not.EqualTo(a + b));"
    )]
    [InlineData(
        "SDNN2022",
        "Net.Infer(x, y); y[0] = 3; Xunit.Assert.Equal(new[] { a + b, b }, y); var z = new float[2]; Net.Infer(x, z); "
            + "Change(z); Xunit.Assert.Equal(new[] { a + b, b }, z); var w = new float[2]; Net.Infer(x, w); "
            + "Change(w.AsSpan().ToArray()); w.AsSpan()[0] = 1; Xunit.Assert.Equal(new[] { a + b, b }, w);"
    )]
    [InlineData(
        "SDNN2022",
        "Net.Infer(x, y); string[] names = [\"a\" + n]; Xunit.Assert.Equal(new[] { \"a\" }, names); int[] sums = [n + 1]; "
            + "Xunit.Assert.Equal(new[] { n + 2 }, sums); Xunit.Assert.Equal(new[] { n + 2 }, sums);"
    )]
    [InlineData(
        "SDNN2022",
        InField
            + "Net.Infer(x, _y); Reset(); if (_y[0] == a + b) Console.WriteLine(); Net.Infer(x, Open); if (Open[0] == a + b) "
            + "Console.WriteLine(); } static void Reset() => _y[0] = 0; static void H(C c, float[] x, float a, float b) { "
            + "Net.Infer(x, c._z); if (c._z[0] == a + b) Console.WriteLine();"
    )]
    [InlineData(
        "SDNN2022",
        InField
            + "Net.Infer(x, _y); Action f = Console.WriteLine; f(); if (_y[0] == a + b) f(); } static async Task H(float[] x, "
            + "float a, float b) { Net.Infer(x, _y); await Task.Yield(); if (_y[0] == a + b) Console.WriteLine(); } static void "
            + "I(float[] x, float a, float b) { Net.Infer(x, _y); _y = x; if (_y[0] == a + b) Console.WriteLine();"
    )]
    [InlineData(
        "SDNN2021",
        "Net.Infer(x, y); NUnit.Framework.Assert.That(y, NUnit.Framework.Is.EqualTo(new[] { 0.25, 3 })); "
            + "NUnit.Framework.Assert.That(y, NUnit.Framework.Is.EqualTo(new[] { 0.1f, 0.3f })); double[] z = new double[2]; "
            + "Wide.Infer([1, 2, 3], z); Xunit.Assert.Equal(new[] { 0.1, 2 }, z);"
    )]
    [InlineData(
        "SDNN2023",
        "Net.Infer(x, y); NUnit.Framework.Assert.That(y, NUnit.Framework.Is.EqualTo(new[] { a, b }).Within(1e-6)); "
            + "NUnit.Framework.Assert.That(x, NUnit.Framework.Is.EqualTo(new[] { a, b }).Within(1e-12)); "
            + "NUnit.Framework.Assert.That(y, NUnit.Framework.Is.EqualTo(new[] { a, b }).Within(a));"
    )]
    [InlineData(
        "SDNN2023",
        "Net.Infer(x, y); if (Math.Abs(y[0] - a) < 1e-6f || Math.Abs(y[0] - a) < b || Math.Abs(a - b) < 1e-12) Console.WriteLine();"
    )]
    [InlineData(
        "SDNN2023",
        "Free.Infer(x, y); if (Math.Abs(y[0] - a) < 1e-12) Console.WriteLine(); if (Math.Abs(y[0] - y[1]) < 1e-12) Console.WriteLine();"
    )]
    [InlineData(
        "SDNN2024",
        "Net.Infer(x, y); if (Math.Abs(y[0] - a) < 2e-6 || y[0] < 0.5 || y[1] > 100) Console.WriteLine(); "
            + "Xunit.Assert.Equal(a, y[0], 1e-5f); if (Math.Abs(y[0] - a) < 0.25) Console.WriteLine(\"near\");"
    )]
    [InlineData(
        "SDNN2024",
        "Free.Infer(x, y); Xunit.Assert.Equal(a, y[0], 0.1f); Net.Infer(x, Change(y)); if (Math.Abs(y[0] - a) < 0.1) Console.WriteLine();"
    )]
    public async Task NearMiss_IsSilent(string id, string statements) =>
        await AnalyzerVerifier.VerifyAsync(id, Program(statements), [Frameworks]);

    [Theory]
    [InlineData(
        "double[] z = new double[2]; Wide.Infer([0.1f, (float)d, (float)(d / 3)], z); Tiny.Infer(x, y); if (y[0] == 0.1 /* of "
            + "it */ || -2.3e-3 != y[1]) Console.WriteLine();",
        "double[] z = new double[2]; Wide.Infer([0.1, d, (d / 3)], z); Tiny.Infer(x, y); if (y[0] == 0.1f /* of it */ || "
            + "-2.3e-3f != y[1]) Console.WriteLine();"
    )]
    public async Task Number_IsReplaced(string before, string after) =>
        await new CodeFixVerifier(new ReplaceNumberCodeFixProvider()).VerifyAsync(Program(before), Program(after));

    [Fact]
    public async Task Equality_BecomesAComparisonWithinTheBound()
    {
        const string Before = "Net.Infer(x, y); if (y[0] == a + b || 2 * a - b != y[1]) Console.WriteLine();";
        var titles = await TitlesAsync(Before);
        Assert.Collection(
            titles,
            title => Assert.Matches(@"^Write System\.Math\.Abs\(y\[0\] - \(a \+ b\)\) <= [0-9.]+E-0[67]f$", title),
            title => Assert.Matches(@"^Write System\.Math\.Abs\(2 \* a - b - y\[1\]\) > [0-9.]+E-0[67]f$", title)
        );
        // What is offered is no finding any more.
        await AnalyzerVerifier.VerifyAsync(
            "SDNN2022",
            Program($"Net.Infer(x, y); if ({titles[0]["Write ".Length..]} || {titles[1]["Write ".Length..]}) Console.WriteLine();")
        );
    }

    [Fact]
    public async Task Tolerance_BecomesTheDerivedBound()
    {
        const string Before = "Net.Infer(x, y); System.Diagnostics.Debug.Assert(Math.Abs(y[0] - a) < 0.01 || Math.Abs(y[1] - a) < 1e-9f);";
        Assert.All(await TitlesAsync(Before), title => Assert.Matches("^Write [0-9.]+E-0[67]f?$", title));
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(string statements)
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(Program(statements)));
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var titles = new List<string>();
        foreach (
            var diagnostic in (await FixSolution.DiagnosticsAsync(document.Project)).OrderBy(diagnostic =>
                diagnostic.Location.SourceSpan.Start
            )
        )
            titles.AddRange(
                (await new CodeFixVerifier(new ReplaceNumberCodeFixProvider()).ActionsAsync(document, diagnostic)).Select(action =>
                    action.Title
                )
            );
        return titles;
    }

    private static string Program(string statements) =>
        SpanDiagnosticTests.Usings
        + $$"""
            static class Program
            {
                static void Main(float[] x, float[] y, float a, float b, double d, int n)
                {
                    {{statements}}
                }
                static float[] Change(float[] y) { y[0]++; return y; }
            }
            """
        + Networks;
}
