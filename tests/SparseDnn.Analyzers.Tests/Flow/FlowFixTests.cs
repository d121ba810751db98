using System;
using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Flow;

/// <summary>The fixes of marked values: what they write compiles, and the diagnostic is gone.</summary>
public sealed class FlowFixTests
{
    [Theory]
    [InlineData("float F([Of<MinPlus>] float d, float w) => d * w;", "float F([Of<MinPlus>] float d, float w) => MinPlus.Multiply(d, w);")]
    [InlineData(
        "double F([Of<MinPlus>] double d, double w) => /* a */ (d + 1) * w * 2 /* b */;",
        "double F([Of<MinPlus>] double d, double w) => /* a */ MinPlus.Multiply(MinPlus.Multiply(d + 1, w), 2) /* b */;"
    )]
    [InlineData(
        "void F([Of<MinPlus>] float[] d, int i) { d[i + 1] *= 2; }",
        "void F([Of<MinPlus>] float[] d, int i) { d[i + 1] = MinPlus.Multiply(d[i + 1], 2); }"
    )]
    [InlineData(
        "float F([Of<MaxTimes>] float p, float q) => MathF.Min(p, q) + q;",
        "float F([Of<MaxTimes>] float p, float q) => MaxTimes.Add(MaxTimes.Add(p, q), q);"
    )]
    [InlineData(
        "float F([Of<MinPlus>] float[] d) => d.Sum();",
        "float F([Of<MinPlus>] float[] d) => d.Aggregate(MinPlus.Zero, MinPlus.Add);"
    )]
    [InlineData(
        "double F([Of<MaxPlus>] double[] d) => Enumerable.Sum(d);",
        "double F([Of<MaxPlus>] double[] d) => Enumerable.Aggregate(d, (double)MaxPlus.Zero, MaxPlus.Add);"
    )]
    [InlineData("bool F([Of<MinPlus>] float d) => d == 0;", "bool F([Of<MinPlus>] float d) => d == MinPlus.Zero;")]
    [InlineData("bool F([Of<MaxMin>] int d) => 0 != d;", "bool F([Of<MaxMin>] int d) => int.MinValue != d;")]
    [InlineData(
        "float F([Of<MinPlus>] float[] d) => d.Aggregate(Math.Max);",
        "float F([Of<MinPlus>] float[] d) => d.Aggregate(MinPlus.Add);"
    )]
    public async Task OrdinaryArithmetic_BecomesTheSemirings(string before, string after) =>
        await new CodeFixVerifier(new SemiringOperationCodeFixProvider()).VerifyAsync(Program(before), Program(after));

    [Theory]
    [InlineData(
        "[return: Of<MinPlus>] float[] F(int n)\n    {\n        var d = new float[n]; // all\n        d[0] = 0;\n        return d;\n    }",
        "[return: Of<MinPlus>] float[] F(int n)\n    {\n        var d = new float[n]; // all\n        Array.Fill(d, "
            + "MinPlus.Zero);\n        d[0] = 0;\n        return d;\n    }"
    )]
    [InlineData(
        "[return: Of<MinPlus>] double[] F(int n) => new double[n];",
        "[return: Of<MinPlus>] double[] F(int n) => Enumerable.Repeat((double)MinPlus.Zero, n).ToArray();"
    )]
    [InlineData("[Of<MaxMin>] int[] _d = new int[4];", "[Of<MaxMin>] int[] _d = Enumerable.Repeat(int.MinValue, 4).ToArray();")]
    [InlineData(
        "[Of<MinPlus>] float[] _d; void F(int n) { _d = new float[n]; }",
        "[Of<MinPlus>] float[] _d; void F(int n) { _d = new float[n]; Array.Fill(_d, MinPlus.Zero); }"
    )]
    [InlineData(
        "static float G([Of<MinPlus>] ReadOnlySpan<float> d) => d[0]; float F() { Span<float> d = stackalloc float[8]; return G(d); }",
        "static float G([Of<MinPlus>] ReadOnlySpan<float> d) => d[0]; float F() { Span<float> d = stackalloc float[8]; "
            + "d.Fill(MinPlus.Zero); return G(d); }"
    )]
    [InlineData("void F([Of<MinPlus>] Span<float> d) { d.Clear(); }", "void F([Of<MinPlus>] Span<float> d) { d.Fill(MinPlus.Zero); }")]
    [InlineData(
        "void F([Of<MinPlus>] float[] d) { Array.Clear(d); Array.Clear(d, 1, 2); }",
        "void F([Of<MinPlus>] float[] d) { Array.Fill(d, MinPlus.Zero); Array.Fill(d, MinPlus.Zero, 1, 2); }"
    )]
    [InlineData("[return: Of<MinPlus>] double F() => default;", "[return: Of<MinPlus>] double F() => MinPlus.Zero;")]
    [InlineData(
        "[return: Of<MinPlus>] float[] F(int n) { var d = GC.AllocateArray<float>(n); return d; }",
        "[return: Of<MinPlus>] float[] F(int n) { var d = GC.AllocateArray<float>(n); Array.Fill(d, MinPlus.Zero); return d; }"
    )]
    [InlineData(
        "[return: Of<MinPlus>] float[] F(float[] d) { Array.Clear(d); return d; }",
        "[return: Of<MinPlus>] float[] F(float[] d) { Array.Fill(d, MinPlus.Zero); return d; }"
    )]
    [InlineData(
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[n][]; for (var i = 0; i < n; i++) d[i] = new float[n]; return d; }",
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[n][]; for (var i = 0; i < n; i++) d[i] = "
            + "Enumerable.Repeat(MinPlus.Zero, n).ToArray(); return d; }"
    )]
    [InlineData(
        "static void Relax([Of<MinPlus>] float[] d) { d[0] += 1; } void F(int n) { var d = new float[n]; Relax(d); }",
        "static void Relax([Of<MinPlus>] float[] d) { d[0] += 1; } void F(int n) { var d = new float[n]; Array.Fill(d, "
            + "MinPlus.Zero); Relax(d); }"
    )]
    public async Task BufferOfZeros_IsFilled(string before, string after) =>
        await new CodeFixVerifier(new FillWithZeroCodeFixProvider()).VerifyAsync(Program(before), Program(after));

    [Fact]
    public async Task One_IsOfferedToo() =>
        await new CodeFixVerifier(new FillWithZeroCodeFixProvider()) { EquivalenceKey = "SparseDnn.FillWithOne" }.VerifyAsync(
            Program("void F([Of<MinPlus>] Span<float> d) { d.Clear(); }"),
            Program("void F([Of<MinPlus>] Span<float> d) { d.Fill(MinPlus.One); }")
        );

    [Fact]
    public async Task Add_IsOfferedBesideMultiply() =>
        await new CodeFixVerifier(new SemiringOperationCodeFixProvider())
        {
            EquivalenceKey = "SparseDnn.UseOtherSemiringOperation",
        }.VerifyAsync(
            Program("float F([Of<MinPlus>] float d, float w) => d * w;"),
            Program("float F([Of<MinPlus>] float d, float w) => MinPlus.Add(d, w);")
        );

    private static string Program(string members) =>
        $"#nullable disable\nusing System;\nusing System.Linq;\nusing SparseDnn;\nclass C\n{{\n    {members}\n}}\n".Replace(
            "\r",
            "",
            StringComparison.Ordinal
        );
}
