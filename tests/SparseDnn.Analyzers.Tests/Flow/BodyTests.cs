using System.Threading.Tasks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Flow;

/// <summary>Every kind of body that C# has: the rules on marked values and on calls of networks look into each.</summary>
public sealed class BodyTests
{
    private const string Usings =
        "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using SparseDnn;\n";
    private const string Roads =
        "\nstatic class Roads { [Of<MinPlus>] public static float D; [return: Of<MinPlus>] public static float[] Load() => [1, 2]; }";

    [Theory]
    [InlineData("var d = Roads.Load(); Console.WriteLine(d[0] [|*|] 2);")]
    [InlineData(
        "foreach (var x in Roads.Load()) await Task.Run(() => x [|*|] 2); Local(Roads.D); void Local([Of<MinPlus>] float x) => "
            + "Console.WriteLine(x [|*|] 3);"
    )]
    [InlineData("class C { float F() { return Inner(); float Inner() => Roads.D [|*|] 2; } }")]
    [InlineData("class C { float F() { return Inner(2); static float Inner(float w) { var x = Roads.D; return x [|*|] w; } } }")]
    [InlineData(
        "class C { Func<float, float> F() => w => Roads.D [|*|] w; Action G() => delegate { Console.WriteLine(Roads.D [|*|] "
            + "2); }; Func<float> H() => static () => Roads.D [|*|] 2; }"
    )]
    // Inside what is guarded, and in handlers: their regions belong to another graph.
    [InlineData(
        "class C { void F() { try { try { Console.WriteLine(); } finally { Action a = () => { try { Console.WriteLine(Roads.D "
            + "[|*|] 2); } finally { Console.WriteLine(); } }; a(); } Func<float> f = () => Roads.D [|*|] 2; } catch (Exception) { "
            + "Func<float> g = () => Roads.D [|*|] 2; float H() => Roads.D [|*|] 3; H(); } } }"
    )]
    [InlineData(
        "class C { void F(List<float> w) { foreach (var x in w) Array.ForEach(Roads.Load(), d => Console.WriteLine(x + "
            + "(Roads.D [|*|] 2))); using var s = new System.IO.StringWriter(); Action a = () => s.Write(Roads.D [|*|] 2); a(); } }"
    )]
    [InlineData(
        "class C { float _d = Roads.D [|*|] 2; static readonly float S = Roads.Load()[0] [|*|] 2; Func<float> _f = () => Roads.D [|*|] 2; }"
    )]
    [InlineData(
        "class C { float P { get; } = Roads.D [|*|] 2; float Q => Roads.D [|*|] 2; float R { get => Roads.D [|*|] 2; set { "
            + "Roads.D = value; Console.WriteLine(Roads.D [|*|] 2); } } float this[int i] => Roads.D [|*|] i; float T { init => "
            + "Console.WriteLine(Roads.D [|*|] value); } }"
    )]
    [InlineData(
        "class C { C() { Console.WriteLine(Roads.D [|*|] 2); } static C() => Console.WriteLine(Roads.D [|*|] 2); ~C() => "
            + "Console.WriteLine(Roads.D [|*|] 2); }"
    )]
    [InlineData("class C { C(float x) { } C() : this(Roads.D [|*|] 2) { } }")]
    [InlineData(
        "class A { protected A(float x) { } } class B : A { public B([Of<MinPlus>] float d) : base(d [|*|] 2) { } } class "
            + "C([Of<MinPlus>] float d) : A(d [|*|] 2);"
    )]
    [InlineData(
        "class C([Of<MinPlus>] float d) { public float F() => d [|*|] 2; float _e = d [|*|] 3; } record R([property: "
            + "Of<MinPlus>] float D) { public float E => D [|*|] 2; }"
    )]
    [InlineData(
        "class C { public static float operator +(C a, C b) => Roads.D [|*|] 2; public static implicit operator float(C c) { "
            + "return Roads.D [|*|] 2; } event Action E { add { Console.WriteLine(Roads.D [|*|] 2); } remove { } } }"
    )]
    [InlineData(
        "class C { async Task<float> F() { await Task.Yield(); return Roads.D [|*|] 2; } async ValueTask G() => "
            + "Console.WriteLine(Roads.D [|*|] 2); }"
    )]
    [InlineData(
        "class C { IEnumerable<float> F() { yield return Roads.D [|*|] 2; } async IAsyncEnumerable<float> G() { await "
            + "Task.Yield(); foreach (var d in Roads.Load()) yield return d [|*|] 2; } }"
    )]
    [InlineData(
        "interface I { float F() => Roads.D [|*|] 2; } partial class C { partial void P(); partial void P() => "
            + "Console.WriteLine(Roads.D [|*|] 2); } static class E { public static float F<T>(this T x) => Roads.D [|*|] 2; } "
            + "struct S { readonly float F() => Roads.D [|*|] 2; }"
    )]
    [InlineData(
        "class C { string F() => Roads.D switch { var d when d [|*|] 2 > 3 => $\"{Roads.D [|*|] 2}\", _ => \"\" }; bool G() => "
            + "Roads.Load() is [var first, ..] && first [|*|] 2 > 1; }",
        "SDNN1017?"
    )]
    public async Task MarkedValue_IsFollowedInEveryBody(string source, string? exception = null)
    {
        // What list patterns take apart is not followed.
        if (exception is not null)
            source = source.Replace("first [|*|] 2", "first * 2", System.StringComparison.Ordinal);
        await AnalyzerVerifier.VerifyAsync("SDNN1017", Usings + source + Roads);
    }

    [Theory]
    // What top-level statements and primary constructors fill is filled.
    [InlineData(
        "C.F(); for (var i = 0; i < 3; i++) D[i] = MinPlus.Zero; partial class Program { [Of<MinPlus>] private static readonly "
            + "float[] D = new float[3]; public static float G() => D[0]; }"
    )]
    [InlineData(
        "var d = new float[3]; Array.Fill(d, MinPlus.Zero); d[0] = MinPlus.One; C.Use(d); float Longer([Of<MinPlus>] float x) "
            + "=> x + 1; Console.WriteLine(Longer(d[0]));"
    )]
    [InlineData(
        "C.F(); class A { public A(float[] d) => Array.Fill(d, 1); } class B(float x) : A(Held) { [Of<MinPlus>] private static "
            + "readonly float[] Held = new float[3]; float G() => Held[0] + x; }"
    )]
    public async Task CorrectProgram_IsSilent(string source) =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN1021",
            Usings
                + source
                + " static class C { public static void F() { } public static float Use([Of<MinPlus>] ReadOnlySpan<float> d) => d[0]; }"
        );

    [Theory]
    [InlineData("var y = new float[3]; Tiny.Infer([1, 2, 3], [|y|]); Local(); void Local() => Tiny.Infer([|[1]|], new float[2]);")]
    [InlineData(
        "class C { Action _a = () => Tiny.Infer([1, 2, 3], [|new float[1]|]); float P { get { var y = new float[1]; "
            + "Tiny.Infer([1, 2, 3], [|y|]); return y[0]; } } }"
    )]
    [InlineData(
        "class C { static readonly float S = Run(y => Tiny.Infer([1, 2], y)); static float Run(Action<float[]> f) => 1; C() { "
            + "Tiny.Infer([|[1, 2]|], new float[2]); } static C() => Tiny.Infer([1, 2, 3], [|new float[1]|]); }",
        "waits"
    )]
    [InlineData(
        "class A { protected A(Action a) { } } class C() : A(() => Tiny.Infer([1, 2, 3], [|new float[1]|])); class D : A { D() "
            + ": base(() => Tiny.Infer([1, 2, 3], [|new float[1]|])) { } }"
    )]
    [InlineData(
        "class C { async Task F() { var y = new float[1]; await Task.Yield(); Tiny.Infer([1, 2, 3], [|y|]); } "
            + "IEnumerable<float> G() { var y = new float[1]; Tiny.Infer([1, 2, 3], [|y|]); yield return y[0]; } public static C "
            + "operator !(C c) { Tiny.Infer([|[1]|], new float[2]); return c; } }"
    )]
    public async Task CallOfANetwork_IsSeenInEveryBody(string source, string? exception = null)
    {
        if (exception is not null)
            source = source.Replace("Tiny.Infer([1, 2], y)", "Tiny.Infer([1, 2, 3], y)", System.StringComparison.Ordinal);
        await AnalyzerVerifier.VerifyAsync("SDNN3001", Usings + source + Use.SpanDiagnosticTests.Tiny);
    }

    [Theory]
    [InlineData(
        "SDNN3003",
        "float[] x = new float[30], y = new float[20]; for (var i = 0; i < 10; i++) Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));"
    )]
    [InlineData(
        "SDNN3004",
        "for (var i = 0; i < 10; i++) { var y = [|new float[2]|]; Tiny.Infer([1, 2, 3], y); Console.WriteLine(y[0]); }"
    )]
    [InlineData("SDNN2020", "var y = new float[2]; Tiny.Infer([[|16777217|], 1, 2], y);")]
    [InlineData("SDNN2021", "var y = new float[2]; Tiny.Infer([args.Length, 1, 2], y); if (y[0] == [|0.1|]) Console.WriteLine();")]
    [InlineData(
        "SDNN2022",
        "var y = new float[2]; Free.Infer([0.9f, 0.2f, 0.3f], y); if ([|y[0] == args.Length * 0.1f + 0.7f|]) Console.WriteLine();"
    )]
    [InlineData("SDNN1021", "Use([|new float[3]|]); static void Use([Of<MinPlus>] float[] d) { }")]
    [InlineData("SDNN1026", "var sum = 0f; Parallel.ForEach(More.Load(), v => { lock (args) sum [|+=|] v; }); Console.WriteLine(sum);")]
    public async Task TopLevelStatements_AreLookedAt(string id, string statements) =>
        await AnalyzerVerifier.VerifyAsync(
            id,
            Usings
                + statements
                + "\n"
                + Use.ComparisonDiagnosticTests.Networks
                + "\nstatic class More { [return: Of<PlusTimes>] public static float[] Load() => [1]; }"
        );
}
