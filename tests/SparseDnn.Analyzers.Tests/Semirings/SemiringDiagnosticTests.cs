using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Algebra;
using SparseDnn.Analyzers.Semirings;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Semirings;

/// <summary>Diagnostics of declared semirings: each found with the narrowest span, each silent on a near miss.</summary>
public sealed class SemiringDiagnosticTests
{
    private const string Body =
        " { public static float Zero => 0; public static float One => 1; public static float Add(float a, float b) => a + b; "
        + "public static float Multiply(float a, float b) => a * b; ";
    private const string Good = "[Semiring] partial struct N : ISemiring<N, float>" + Body;

    [Theory]
    // Laws: ⊕ at its body, identities and annihilation at Zero and One, the others at ⊗.
    [InlineData(
        "SDNN1001",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => [|0|]; public static float One => 1; "
            + "public static float Add(float a, float b) => [|[|a - b|]|]; public static float Multiply(float a, float b) => a * b; }"
    )]
    [InlineData(
        "SDNN1001",
        "[Semiring] partial struct N : ISemiring<N, int> { public static int Zero { get { return 0; } } public static int One "
            + "[|{ get { return 2; } }|] public static int Add(int a, int b) => a + b; public static int Multiply(int a, int b) { "
            + "return a * b; } }"
    )]
    [InlineData(
        "SDNN1001",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero { get; } = [|[|1|]|]; public static "
            + "float One => 1; public static float Add(float a, float b) => MathF.Max(a, b); public static float Multiply(float a, "
            + "float b) => [|a * b|]; }"
    )]
    [InlineData(
        "SDNN1001",
        "[Semiring] partial struct N : ISemiring<N, double> { static double ISemiring<N, double>.Zero => 0; public static "
            + "double One => [|1|]; static double ISemiring<N, double>.Add(double a, double b) => a + b; public static double "
            + "Multiply(double a, double b) [|[|{ return a * b * b; }|]|] }"
    )]
    [InlineData(
        "SDNN1002",
        "[Semiring] partial struct [|N|] : ISemiring<N, float> { public static float Zero => 0; public static float One => 1; "
            + "public static float Add(float a, float b) => MathF.Max(a, b); public static float Multiply(float a, float b) => a * b "
            + "/ (1 + (1 - a) * (1 - b)); public static (float, float) Carrier => (0, 1); }"
    )]
    [InlineData(
        "SDNN1003",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => float.NegativeInfinity; public static "
            + "float One => 0; public static float Add(float a, float b) => MathF.Log([|MathF.Exp(a)|] + MathF.Exp(b)); public "
            + "static float Multiply(float a, float b) => a + b; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => 0; public static float One => 1; "
            + "public static float Add(float a, float b) => a + b; public static float Multiply(float a, float b) => a * "
            + "[|MathF.Cbrt(b)|]; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => 0; public static float One => 1; "
            + "public static float Add(float a, float b) { [|while (a < b) a++;|] return a; } public static float Multiply(float a, "
            + "float b) => a * b; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, int> { public static int Zero => 0; public static int One => 1; public "
            + "static int Add(int a, int b) => checked([|a + b|]); public static int Multiply(int a, int b) => a * b; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => 0; public static float One => 1; "
            + "public static float Add(float a, float b) => [|(float)((double)a + b)|]; public static float Multiply(float a, float "
            + "b) => a * b; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => 0; public static float One => 1; "
            + "public static float Add(float a, float b) => a + b; public static float Multiply(float a, float b) => a * b * "
            + "[|Scale|]; static float Scale = 1; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => 0; public static float One => 1; "
            + "public static float Add(float a, float b) => F(a, b); static float F(float a, float b) => a > b ? [|F(b, a)|] : a + "
            + "b; public static float Multiply(float a, float b) => a * b; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { [|public static float Zero => MathF.Max(0, 1);|] public static "
            + "float One => 1; public static float Add(float a, float b) => a + b; public static float Multiply(float a, float b) => "
            + "a * b; }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { public static float Zero => 0; public static float One => 1; "
            + "public static float Add(float a, float b) => a + b; public static float Multiply(float a, float b) => a * b; public "
            + "static (float, float) Carrier => (0, [|MathF.Tan(1)|]); }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, int> { public static int Zero => 0; public static int One => 1; public "
            + "static int Add(int a, int b) => {|SDNN1003:int.CreateSaturating((long)a + b)|}; public static int Multiply(int a, int "
            + "b) => [|a * b|]; }"
    )]
    // The type.
    [InlineData("SDNN1005", "[Semiring] struct [|N|] : ISemiring<N, float>" + Body + "}")]
    [InlineData("SDNN1005", "[Semiring] record struct [|N|] : ISemiring<N, float>" + Body + "}")]
    [InlineData("SDNN1006", "class [|Outer|] { " + Good + "} }")]
    [InlineData(
        "SDNN1006",
        "record [|Outer|] { struct [|Middle|] { [Semiring] struct {|SDNN1005:N|} : ISemiring<N, float>" + Body + "} } }"
    )]
    [InlineData("SDNN1007", "[Semiring] partial struct [|N|]<T> : ISemiring<N<T>, float>" + Body + "}")]
    [InlineData("SDNN1007", "partial class Outer<T> { [Semiring] partial struct [|N|] : ISemiring<N, float>" + Body + "} }")]
    [InlineData("SDNN1007", "[Semiring] file partial struct [|N|] : ISemiring<N, float>" + Body + "}")]
    [InlineData("SDNN1008", "[Semiring] partial struct [|N|] { }")]
    [InlineData(
        "SDNN1008",
        "[Semiring] partial struct [|N|] : ISemiring<M, float>" + Body + "} " + "partial struct M : ISemiring<M, float>" + Body + "}"
    )]
    [InlineData(
        "SDNN1008",
        "[Semiring] partial struct [|N|] : ISemiring<N, short> { public static short Zero => 0; public static short One => 1; "
            + "public static short Add(short a, short b) => a; public static short Multiply(short a, short b) => a; }"
    )]
    [InlineData(
        "SDNN1008",
        "[Semiring] partial struct [|N|] : ISemiring<N, bool>, ISemiring<N, ulong> { public static bool Zero => false; public "
            + "static bool One => true; static ulong ISemiring<N, ulong>.Zero => 0; static ulong ISemiring<N, ulong>.One => ~0UL; "
            + "public static bool Add(bool a, bool b) => a | b; public static bool Multiply(bool a, bool b) => a & b; public static "
            + "ulong Add(ulong a, ulong b) => a | b; public static ulong Multiply(ulong a, ulong b) => a & b; }"
    )]
    [InlineData(
        "SDNN1008",
        "[Semiring(PackedBooleans = true)] partial struct [|N|] : ISemiring<N, bool>, ISemiring<N, ulong> { public static bool "
            + "Zero => false; public static bool One => true; static ulong ISemiring<N, ulong>.Zero => 0; static ulong ISemiring<N, "
            + "ulong>.One => ~0UL; public static bool Add(bool a, bool b) => a | b; public static bool Multiply(bool a, bool b) => a "
            + "& b; public static ulong Add(ulong a, ulong b) => a ^ b; public static ulong Multiply(ulong a, ulong b) => a & b; }"
    )]
    [InlineData("SDNN1009", Good + "public static (float, float) Carrier => [|(1, 0)|]; }")]
    public async Task Fault_IsMarkedWhereItIs(string id, string source)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, "using System; using SparseDnn;\n" + source);
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    [Theory]
    [InlineData("SDNN1001", Good + "}")]
    [InlineData(
        "SDNN1001",
        "partial struct N : ISemiring<N, float> { public static float Zero => 5; public static float One => 1; public static "
            + "float Add(float a, float b) => a - b; public static float Multiply(float a, float b) => a * b; }"
    )]
    [InlineData("SDNN1002", Good + "public static (float, float) Carrier => (float.MinValue, float.MaxValue); }")]
    [InlineData(
        "SDNN1003",
        "[Semiring] partial struct N : ISemiring<N, int> { public static int Zero => int.MinValue; public static int One => "
            + "int.MaxValue; public static int Add(int a, int b) => b > a ? b : a; public static int Multiply(int a, int b) => "
            + "int.Min(a, b); }"
    )]
    [InlineData(
        "SDNN1004",
        "[Semiring] partial struct N : ISemiring<N, float> { const float Nothing = 0; static readonly float Unit = 1f; public "
            + "static float Zero => Nothing; public static float One { get => Unit; } public static float Add(float a, float b) { "
            + "float sum = Sum(b: b, a: a); return sum; static float Sum(float a, float b) => a + b; } public static float "
            + "Multiply(float a, float b) { if (a != a) return a; else { } return Product(a, b); } static float Product(in float a, "
            + "float b, float c = 1) => (a * b) * c; }",
        "SDNN1002"
    )]
    [InlineData("SDNN1005", "[Semiring] partial record struct N : ISemiring<N, float>" + Body + "}")]
    [InlineData("SDNN1006", "partial class Outer { " + Good + "} }")]
    [InlineData("SDNN1007", "partial record struct Outer { [Semiring] readonly partial struct N : ISemiring<N, float>" + Body + "} }")]
    [InlineData(
        "SDNN1008",
        "[Semiring] partial struct N : ISemiring<N, float>, ISemiring<N, double>"
            + Body
            + "static double ISemiring<N, double>.Zero => 0; static double ISemiring<N, double>.One => 1; public static double "
            + "Add(double a, double b) => a + b; public static double Multiply(double a, double b) => a * b; }"
    )]
    [InlineData("SDNN1009", Good + "public static (float, float) Carrier => (0, 1); }", "SDNN1001")]
    public async Task NearMiss_IsSilent(string id, string source, string? other = null)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(new TestProject("using System; using SparseDnn;\n" + source));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == id);
        Assert.All(found, diagnostic => Assert.Equal(other, diagnostic.Id));
    }

    [Fact]
    public async Task UnchangedCandidate_IsNotCheckedTwice()
    {
        var source = Declared.Semiring("double", "Math.Max(a, b)", "a * b * 1.0000001", "0", "1");
        var first = await AnalyzerRun.DiagnosticsAsync(new TestProject(source));
        var second = await AnalyzerRun.DiagnosticsAsync(new TestProject("// A comment.\n" + source + "\nclass Other;"));
        Assert.Equal(
            first.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
            second.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))
        );
        // SemiringEditTests and LargeProjectTests count checks.
        var reports = new LawReports(this, "semiring");
        var candidates = KnownSemirings
            .All.Select(row => row.Elements.First(element => element.Candidate is not null).Candidate!)
            .Take(2)
            .ToArray();
        var report = reports.Of(candidates[0], "as declared", default);
        Assert.NotSame(report, reports.Of(candidates[1], "saturating", default));
        Assert.Same(report, reports.Of(candidates[0] with { Name = new string(candidates[0].Name) }, "as declared", default));
        Assert.Same(report, new LawReports(new object(), "other").Of(candidates[0], "saturating", default));
    }

    [Fact]
    public async Task MissingPartial_IsAdded()
    {
        var before = "using SparseDnn;\nclass Outer\n{\n    [Semiring]\n    readonly struct N : ISemiring<N, float>" + Body + "}\n}\n";
        var titles = await new CodeFixVerifier(new SparseDnn.CodeFixes.AddPartialCodeFixProvider()).VerifyAsync(
            before,
            before.Replace("class", "partial class", StringComparison.Ordinal).Replace("struct", "partial struct", StringComparison.Ordinal)
        );
        Assert.Equal(["Make 'Outer' partial", "Make 'N' partial"], titles);
    }
}
