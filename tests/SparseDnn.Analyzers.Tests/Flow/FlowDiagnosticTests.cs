using System.Threading.Tasks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Flow;

/// <summary>Diagnostics of marked values: each found at the operator or call at fault, each silent on a near miss.</summary>
public sealed class FlowDiagnosticTests
{
    private const string Head =
        "using System; using System.Collections.Generic; using System.Linq; using System.Numerics; using "
        + "System.Threading.Tasks; using SparseDnn;\nclass C\n{\n";

    [Theory]
    // What min-plus does not have; + and Min are its own operations.
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float d, float w) => d [|*|] w;")]
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float d, float w) { var x = d; var y = x + w; return (y) [|*|] 2; }")]
    [InlineData(
        "SDNN1017",
        "double F([Of<MinPlus>] float d, bool c) { double x = 1; if (c) x = d; else x = d + 1; return x [|*|] x [|*|] 2; }"
    )]
    [InlineData(
        "SDNN1017",
        "float F([Of<MinPlus>] float[] d) { var best = d[0]; for (var i = 1; i < d.Length; i++) best = Math.[|Max|](best, "
            + "d[i]); return best; }"
    )]
    [InlineData(
        "SDNN1017",
        "float F([Of<MinPlus>] ReadOnlySpan<float> d) { var best = 0f; for (var i = 0; i < d.Length; i++) { ref readonly var x "
            + "= ref d[i]; best = MathF.[|Max|](x, best); } return best; }"
    )]
    [InlineData("SDNN1017", "void F([Of<MinPlus>] float[] d, int i) => d[i] [|*=|] 2;")]
    // Variables that functions inside see, and those that a call is given by reference.
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float[] d) { var x = d[0]; x = d[1]; Func<float> g = () => x [|*|] 2; return g(); }")]
    [InlineData(
        "SDNN1017",
        "float F([Of<MinPlus>] float d) { var x = d; var y = x [|*|] 2; Set(ref x); return y; } static void Set(ref float v) => v = 1;"
    )]
    [InlineData(
        "SDNN1017",
        "float F(float d) { Set(ref d); return d [|*|] 2; } static void Set([Of<MinPlus>] ref float v) => v = MinPlus.One;"
    )]
    [InlineData("SDNN1017", "[Of<MaxTimes>] float p; float F(float q) => p [|+|] q;")]
    [InlineData("SDNN1017", "[Of<MaxTimes>] float P { get; set; } void F() => P[|++|];")]
    [InlineData("SDNN1017", "[return: Of<MaxMin>] static int W() => 1; int F() => W() [|+|] 3;")]
    [InlineData("SDNN1017", "float F([Of<MaxTimes>] float[] p) => p.[|Sum|]();")]
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float[] d) => d.Aggregate(Math.[|Max|]);")]
    [InlineData("SDNN1017", "IEnumerable<float> F([Of<MinPlus>] List<float> d) => d.Where(x => x > 1).Select(x => x [|*|] 2);")]
    [InlineData("SDNN1017", "float F(float w) { var d = MinPlus.Add(MinPlus.One, w); return d [|*|] w; }")]
    [InlineData("SDNN1017", "ulong F([Of<OrAnd>] ulong a, ulong b) => a [|+|] b;")]
    [InlineData("SDNN1017", "bool F([Of<OrAnd>] bool a, bool b) => a [|^|] b;")]
    [InlineData("SDNN1017", "float F([Of<Own>] float a, float b) => a [|*|] b; }" + Own)]
    [InlineData(
        "SDNN1017",
        "async Task<float> F([Of<MinPlus>] float d) { try { await Task.Yield(); d += 1; } finally { Console.WriteLine(d [|*|] "
            + "2); } return d [|*|] 3; }"
    )]
    [InlineData("SDNN1017", "Vector<float> F([Of<MinPlus>] Vector<float> d, Vector<float> w) => Vector.[|Max|](d, w [|*|] d);")]
    [InlineData("SDNN1018", "float F([Of<MinPlus>] float[] d) => d.[|Sum|]();")]
    [InlineData("SDNN1018", "double F([Of<Log>] IReadOnlyList<double> d) { var last = d.Skip(1); return last.[|Sum|](); }")]
    [InlineData("SDNN1018", "float F([Of<MaxPlus>] Vector<float> d) => Vector.[|Sum|](d);")]
    [InlineData("SDNN1019", "bool F([Of<MinPlus>] float d) => d == [|0|];")]
    [InlineData("SDNN1019", "bool F([Of<MinPlus>] float? d, bool c) { while (d.Value != [|0f|]) if (c) return true; return false; }")]
    [InlineData("SDNN1019", "bool F([Of<MaxMin>] int w) => w == [|default|];")]
    [InlineData("SDNN1019", "bool F([Of<MaxPlus>] double w) => w is [|0|];")]
    // Two semirings.
    [InlineData("SDNN1020", "void F([Of<MinPlus>] float d, [Of<MaxPlus>] float s) => d = [|s|];")]
    [InlineData("SDNN1020", "float F([Of<MinPlus>] float d, [Of<MaxPlus>] float s) => d + [|s|];")]
    [InlineData("SDNN1020", "void G([Of<MinPlus>] float[] d) { } void F([Of<MaxPlus>] float[] s) { var t = s; G([|t|]); }")]
    [InlineData("SDNN1020", "[return: Of<MinPlus>] float F([Of<MaxPlus>] float s) => [|s|];")]
    [InlineData("SDNN1020", "[Of<MinPlus>] float[] d = []; void F([Of<MaxTimes>] float s, int i) => d[i] = [|s|];")]
    [InlineData("SDNN1020", "float F([Of<MinPlus>] float d, [Of<MaxPlus>] float s) => MinPlus.Add(d, [|s|]);")]
    [InlineData("SDNN1020", "void F([Of<MinPlus>] float[] d) => Array.Fill(d, [|MaxPlus.Zero|]);")]
    // Zeros that are not Zero.
    [InlineData("SDNN1021", "[return: Of<MinPlus>] float[] F(int n) => [|new float[n]|];")]
    [InlineData("SDNN1021", "[return: Of<MaxPlus>] double[] F(int n, int s) { var d = [|new double[n]|]; d[s] = 1; return d; }")]
    [InlineData("SDNN1021", "[Of<MinPlus>] readonly float[] _d = [|new float[10]|]; float F(int i) => _d[i];")]
    [InlineData("SDNN1021", "[Of<MinPlus>] public float[,] D { get; } = [|new float[10, 10]|];")]
    [InlineData("SDNN1021", "static void G([Of<MinPlus>] float[] d) { } void F(int n) => G([|new float[n]|]);")]
    [InlineData(
        "SDNN1021",
        "static float G([Of<MinPlus>] ReadOnlySpan<float> d) => d[0]; float F(int n) { Span<float> d = [|stackalloc "
            + "float[n]|]; return G(d); }"
    )]
    [InlineData("SDNN1021", "void F([Of<MinPlus>] float[] d) => [|Array.Clear(d)|];")]
    [InlineData("SDNN1021", "void F([Of<MaxMin>] Span<int> d) => [|d.Clear()|];")]
    [InlineData("SDNN1021", "void F([Of<MinPlus>] float[] d, int i) => d[i] = [|default|];")]
    [InlineData("SDNN1021", "[return: Of<MinPlus>] float F(bool c) { float d = [|default|]; Console.WriteLine(d); return d; }")]
    [InlineData(
        "SDNN1021",
        "float[] F([Of<MaxPlus>] float[] s, float[] w) { var next = [|new float[s.Length]|]; for (var i = 0; i < s.Length; "
            + "i++) for (var j = 0; j < w.Length; j++) next[i] = Math.Max(next[i], s[j] + w[j]); return next; }"
    )]
    // Buffers with a name, given to what never fills them: a method that gathers or only reads, a field.
    [InlineData(
        "SDNN1021",
        "static void Relax([Of<MinPlus>] float[] best, float[] w) { for (var i = 0; i < w.Length; i++) best[i] = "
            + "Math.Min(best[i], w[i]); } float F(float[] w) { var d = [|new float[w.Length]|]; Relax(d, w); return d[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "static void Relax([Of<MaxPlus>] Span<double> best, double[] w) { for (var i = 0; i < w.Length; i++) if (w[i] > "
            + "best[i]) best[i] = w[i]; } double F(double[] w) { Span<double> d = [|stackalloc double[8]|]; Relax(d, w); return "
            + "d[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "public static void Relax([Of<MinPlus>] float[] best, int i) { best[i] += 2; } float F(int n) { var d = [|new "
            + "float[n]|]; Relax(d, 0); return d[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "static float Least([Of<MinPlus>] float[] d) { var least = MinPlus.Zero; foreach (var x in d) least = Math.Min(least, "
            + "x); return least; } float F(int n) { var d = [|new float[n]|]; d[0] = 3; return Least(d); }"
    )]
    [InlineData(
        "SDNN1021",
        "float F(int n) { var d = [|new float[n]|]; Add(d); return d[0]; void Add([Of<MinPlus>] float[] best) { best[0] = "
            + "MinPlus.Add(best[0], 4); } }"
    )]
    [InlineData(
        "SDNN1021",
        "[Of<MinPlus>] float[] _d = []; void F(int n) { var d = [|new float[n]|]; d[0] = 3; _d = d; } float G() => _d[0];"
    )]
    [InlineData(
        "SDNN1021",
        "[Of<MinPlus>] public float[] D { get; set; } = []; void F(int n) { var d = [|new float[n]|]; Console.WriteLine(d.Length); D = d; }"
    )]
    // Rows.
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[n][]; for (var i = 0; i < n; i++) d[i] = [|new "
            + "float[n]|]; return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[2][]; var row = [|new float[n]|]; d[0] = row; d[1] = "
            + "row; row[0] = 1; return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "static float G([Of<MaxPlus>] ReadOnlySpan<double> row) => 1; float F(int n) { var d = new double[n][]; for (var i = "
            + "0; i < n; i++) d[i] = [|new double[n]|]; return G(d[0]); }"
    )]
    [InlineData(
        "SDNN1021",
        "float[][] F([Of<MaxPlus>] float[] s, int n) { var d = new float[n][]; for (var i = 0; i < n; i++) { d[i] = [|new "
            + "float[n]|]; for (var j = 0; j < n; j++) d[i][j] = Math.Max(d[i][j], s[j]); } return d; }"
    )]
    // Cleared, made longer, allocated, copied.
    [InlineData("SDNN1021", "[return: Of<MinPlus>] float[] F(float[] d) { [|Array.Clear(d)|]; return d; }")]
    [InlineData(
        "SDNN1021",
        "static float G([Of<MinPlus>] ReadOnlySpan<float> d) => d[0]; float F(int n) { var d = new float[n]; Array.Fill(d, 7); "
            + "[|d.AsSpan().Clear()|]; return G(d); }"
    )]
    [InlineData("SDNN1021", "[return: Of<MinPlus>] float[] F(float[] d) { [|Array.Resize(ref d, d.Length + 1)|]; return d; }")]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F([Of<MinPlus>] float[] d) { var longer = d; [|Array.Resize(ref longer, 2 * "
            + "longer.Length)|]; return longer; }"
    )]
    [InlineData("SDNN1021", "[Of<MinPlus>] float[] _d = []; void F() => [|Array.Resize(ref _d, _d.Length * 2)|]; float G(int i) => _d[i];")]
    [InlineData("SDNN1021", "[return: Of<MinPlus>] float[] F(int n) { var d = [|GC.AllocateArray<float>(n)|]; return d; }")]
    [InlineData(
        "SDNN1021",
        "[Of<MinPlus>] readonly float[] _d = [1, 2]; void F() { var d = [|new float[2]|]; d.CopyTo(_d, 0); } void "
            + "G([Of<MinPlus>] Span<float> to) { Span<float> d = [|stackalloc float[2]|]; d.CopyTo(to); }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(int n) { var stones = [|new float[n]|]; return stones; } [return: Of<MaxMin>] int[] "
            + "Ones(int n) => [|new int[n]|];"
    )]
    [InlineData("SDNN1022", "float F([Of<MaxTimes>] float p, float q) => p [|-|] q;")]
    [InlineData("SDNN1022", "float F([Of<MinPlus>] float d, int n) => d [|/|] n;")]
    [InlineData("SDNN1022", "int F([Of<MaxMin>] int w) { w [|-=|] 1; return w; }")]
    [InlineData("SDNN1023", "float F([Of<MinPlus>] float d) => Math.[|Max|](d, 0);")]
    [InlineData("SDNN1023", "float F([Of<Log>] float s) => MathF.[|Min|](32f, s);")]
    [InlineData("SDNN1023", "float F([Of<MaxTimes>] float s) => Math.[|Clamp|](s, 0, 1);")]
    [InlineData(
        "SDNN1026",
        "float F([Of<PlusTimes>] float[] x) { var sum = 0f; Parallel.For(0, x.Length, i => { lock (x) sum [|+=|] x[i]; }); return sum; }"
    )]
    [InlineData(
        "SDNN1026",
        "[Of<Log>] static double total; void F(double[] x) => Parallel.ForEach(x, v => { lock (x) total [|=|] Log.Add(total, v); });"
    )]
    [InlineData("SDNN1026", "double F([Of<PlusTimes>] double[] x) => x.AsParallel().[|Sum|]();")]
    [InlineData("SDNN1026", "double F([Of<Log>] double[] x) => x.AsParallel().Aggregate(Log.[|Add|]);")]
    [InlineData("SDNN1026", "float F([Of<PlusTimes>] ReadOnlySpan<float> x) => Vector.[|Sum|](new Vector<float>(x));")]
    [InlineData(
        "SDNN1026",
        "float F([Of<PlusTimes>] float[] x) { var sum = 0f; Parallel.For(0, x.Length, () => 0f, (i, _, own) => own + x[i], own "
            + "=> { lock (x) sum [|+=|] own; }); return sum; }"
    )]
    [InlineData(
        "SDNN1026",
        "double F([Of<Log>] double[] x) { double sum = Log.Zero; Parallel.ForEach(x, () => 0.0, (v, state, own) => { own = "
            + "Log.Add(own, v); return own; }, own => { lock (x) sum [|=|] Log.Add(sum, own); }); return sum; }"
    )]
    [InlineData(
        "SDNN1026",
        "float F([Of<PlusTimes>] List<float> x) { var sum = 0f; Parallel.ForEach(x, v => { lock (x) sum [|+=|] v; }); return sum; }"
    )]
    [InlineData("SDNN1026", "double F([Of<PlusTimes>] double[] x) => x.AsParallel().Aggregate((a, b) => a [|+|] b);")]
    [InlineData(
        "SDNN1026",
        "double F([Of<PlusTimes>] double[] x) => x.AsParallel().Aggregate(0.0, (a, b) => a + b, (a, b) => a [|+|] b, a => a);"
    )]
    [InlineData(
        "SDNN1026",
        "double F([Of<Log>] double[] x) => x.AsParallel().Aggregate(() => 0.0, (a, b) => Log.Add(a, b), Log.[|Add|], a => a);"
    )]
    [InlineData(
        "SDNN1026",
        "double F([Of<PlusTimes>] double[] x) => x.AsParallel().Where(v => v > 1).Aggregate(0.0, (a, b) => a [|+|] b);"
    )]
    [InlineData(
        "SDNN1026",
        "float F([Of<PlusTimes>] float[] x) => x.AsParallel().[|Sum|](v => v * 2) + x.AsParallel().Select(v => v + "
            + "1).[|Sum|]() + x.AsParallel().[|Average|]();"
    )]
    [InlineData(
        "SDNN1026",
        "float F([Of<PlusTimes>] ReadOnlySpan<float> x) => System.Numerics.Tensors.TensorPrimitives.[|Sum|](x) + "
            + "System.Numerics.Tensors.TensorPrimitives.[|Dot|](x, x); } namespace System.Numerics.Tensors { static class "
            + "TensorPrimitives { public static float Sum(ReadOnlySpan<float> x) => 0; public static float Dot(ReadOnlySpan<float> "
            + "x, ReadOnlySpan<float> y) => 0; }"
    )]
    [InlineData(
        "SDNN1026",
        "float F([Of<PlusTimes>] float[] x) => "
            + "System.Runtime.Intrinsics.Vector256.[|Sum|](System.Runtime.Intrinsics.Vector256.Create(x[0])) + Vector.[|Dot|](new "
            + "Vector<float>(x), new Vector<float>(x));"
    )]
    [InlineData("SDNN1027", "[[|Of<MinPlus>|]] int[] d = [];")]
    [InlineData("SDNN1027", "void F([[|Of<DateTime>|]] float x) { }")]
    [InlineData("SDNN1027", "[return: [|Of<OrAnd>|]] float F() => 1;")]
    [InlineData("SDNN1027", "[[|Of<MinPlus>|]] decimal D { get; }")]
    public async Task Fault_IsMarkedNarrowly(string id, string members)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, Head + members + (members.Contains(Own) ? "" : "\n}"));
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    private const string Own = """

        [Semiring] public readonly partial struct Own : ISemiring<Own, float>
        {
            public static float Zero => 0f;
            public static float One => 1f;
            public static float Add(float a, float b) => a > b ? a : b;
            public static float Multiply(float a, float b) => MathF.Max(0f, a + b - 1f);
            public static (float Min, float Max) Carrier => (0f, 1f);
        }
        """;

    [Theory]
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float d, float w) => Math.Min(d + w, d += w);")]
    [InlineData("SDNN1017", "float F([Of<MaxTimes>] float d, float w) => Math.Max(d * w, d);")]
    [InlineData("SDNN1017", "float F([Of<PlusTimes>] float d, float w) => Math.Max(d * w + d / w - 1, 0) % 2;")]
    [InlineData("SDNN1017", "float F(float d, float w) => d * w; float G([Of<MinPlus>] float d) => F(d, 2);")]
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float d, float w, bool c) { var x = w; if (c) x = d; return x * 2; }")]
    [InlineData("SDNN1017", "int F([Of<MinPlus>] float d) => (int)d * 2 + d.ToString().Length * 3;")]
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float d) { var x = 1f; void Set() => x = d; Set(); return x * 2; }")]
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float d) { var x = d; ref var r = ref x; r = 3; return x * 2; }")]
    [InlineData("SDNN1017", "float F([Of<Own>] float a, float b) => Math.Max(a, b); }" + Own)]
    [InlineData("SDNN1017", "bool F([Of<OrAnd>] bool a, bool b) => a && b || a & b | !a;")]
    [InlineData(
        "SDNN1018",
        "float F([Of<PlusTimes>] float[] d) => d.Sum(); float G([Of<MinPlus>] float[] d) => d.Sum(x => 1f) + d.Min() + d.Average();"
    )]
    [InlineData(
        "SDNN1019",
        "bool F([Of<MinPlus>] float d, [Of<MaxTimes>] float p) => d == MinPlus.One || p == 0 || d == float.PositiveInfinity || d < 0;"
    )]
    [InlineData("SDNN1019", "bool F([Of<MinPlus>] float[] d) => d.Length == 0;")]
    [InlineData(
        "SDNN1020",
        "float F([Of<MinPlus>] float d, [Of<MaxPlus>] float s, float w) { d = w; s = w; w = d; w = s; return d < s ? 1 : 0; }"
    )]
    [InlineData("SDNN1020", "float F([Of<PlusTimes>] float z, float b) => MaxPlus.Add(MaxPlus.Multiply(z, b), MaxPlus.One);")]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(int n) { var d = new float[n]; Array.Fill(d, MinPlus.Zero); d[0] = 0; return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[,] F(int n) { var d = new float[n, n]; for (var i = 0; i < n; i++) for (var j = 0; j < n; "
            + "j++) d[i, j] = i == j ? 0 : float.PositiveInfinity; return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(int n) { var d = new float[n]; var s = d.AsSpan(); s[1..].Fill(7); return d; }"
    )]
    [InlineData("SDNN1021", "[Of<MinPlus>] readonly float[] _d = new float[10]; C() { Array.Fill(_d, MinPlus.Zero); }")]
    [InlineData("SDNN1021", "[Of<MinPlus>] readonly float[] _d = new float[10]; class D { void F(C c) => Array.Fill(c._d, 1); }")]
    [InlineData("SDNN1021", "[Of<MinPlus>] float[] _d = new float[10]; float[] Filled { get { Array.Fill(_d, 1); return _d; } }")]
    [InlineData(
        "SDNN1021",
        "[Of<MinPlus>] static float[] d = new float[10]; static int E(float[] x) => x.Length; int _n = E(d); C(int n) : base() { }"
    )]
    [InlineData("SDNN1021", "[Of<MinPlus>] public float[] D = new float[10]; } class D { void F(C c) => c.D.AsSpan().Fill(1);")]
    [InlineData(
        "SDNN1021",
        "static void Init([Of<MinPlus>] Span<float> d) => d.Fill(MinPlus.Zero); float F(int n) { Span<float> d = stackalloc "
            + "float[n]; Init(d); return d[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F() { var d = new float[2]; d[0] = 1; d[1] = 2; return d; } [return: Of<MinPlus>] "
            + "float[] G() => new float[0]; [return: Of<MinPlus>] float[] H() => new float[] { 0, 1 };"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MaxTimes>] float[] F(int n) => new float[n]; [return: Of<OrAnd>] bool[] G(int n) => new bool[n]; void "
            + "H([Of<PlusTimes>] float[] x) => Array.Clear(x);"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(int n) { var d = new float[n]; Parallel.For(0, n, i => d[i] = MinPlus.Zero); return d; }"
    )]
    [InlineData("SDNN1021", "[return: Of<MinPlus>] float[]? F() => default; void G([Of<MinPlus>] Span<float> d) { d = default; }")]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(float[] lengths) { var d = new float[lengths.Length + 1]; for (var i = 0; i < "
            + "lengths.Length; i++) d[i + 1] = d[i] + lengths[i]; return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "void F([Of<MinPlus>] float[] d, int n) { d = new float[n]; Array.Fill(d, 1); } [Of<MinPlus>] float[] _d = []; void "
            + "G(int n) { var d = new float[n]; _d = d; Array.Fill(d, 1); }"
    )]
    // What may fill a buffer that has a name: the callee, in any way that is not proved to read first; code that is not seen.
    [InlineData(
        "SDNN1021",
        "static void Init([Of<MinPlus>] float[] d) { for (var i = 0; i < d.Length; i++) d[i] = i; } static void "
            + "Some([Of<MinPlus>] float[] d) { d[0] = 1; d[0] += 2; } float F(int n) { var d = new float[n]; Init(d); var e = new "
            + "float[n]; Some(e); return d[0] + e[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "static void A([Of<MinPlus>] float[] d) => B(d); static void B(float[] d) => Array.Fill(d, 1); static void "
            + "Pick([Of<MinPlus>] float[] d, int i) => d[i] = i == 0 ? 4 : d[i]; float F(int n) { var d = new float[n]; A(d); var e "
            + "= new float[n]; Pick(e, 0); return d[0] + e[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "public virtual float Least([Of<MinPlus>] float[] d) => d[0]; static int Count([Of<MinPlus>] float[] d) => d.Length; "
            + "static void If([Of<MinPlus>] float[] d, float x) { if (x < 3) d[0] = x; } float F(int n) { var d = new float[n]; "
            + "If(d, 2); return Least(new float[0]) + Count(d); } float G(int n) { var d = new float[n]; return Least(d); }"
    )]
    [InlineData(
        "SDNN1021",
        "static void Relax([Of<MinPlus>] float[] best, float[] w) { for (var i = 0; i < w.Length; i++) best[i] = "
            + "Math.Min(best[i], w[i]); } float F(float[] w) { var d = new float[w.Length]; w.CopyTo(d, 0); Relax(d, w); var e = new "
            + "float[2]; e.AsSpan().Fill(MinPlus.Zero); Relax(e, w); var g = w.ToArray(); Relax(g, w); return d[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "static void Relax([Of<PlusTimes>] float[] sums, float[] w) { for (var i = 0; i < w.Length; i++) sums[i] += w[i]; } "
            + "float F(float[] w) { var d = new float[w.Length]; Relax(d, w); return d[0]; }"
    )]
    [InlineData(
        "SDNN1021",
        "[Of<MinPlus>] float[] _d = []; void F(int n) { var d = new float[n]; _d = d; for (var i = 0; i < n; i++) d[i] = 5; } "
            + "void G(int n) { var d = new float[2]; _d = d; d[0] = 1; d[1] = 2; } float[] H(int n) { var d = new float[n]; _d = d; "
            + "return d; } void I(int n) { var d = new float[n]; _d = d; Action later = () => d[0] = 1; later(); }"
    )]
    [InlineData("SDNN1021", "[Of<MinPlus>] float[] _d = []; void F(int n) { var d = new float[n]; _d = d; } void G(int i) => _d[i] = 1;")]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[n][]; for (var i = 0; i < n; i++) { d[i] = new float[n]; "
            + "Array.Fill(d[i], MinPlus.Zero); d[i][i] = 0; } return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[n][]; for (var i = 0; i < n; i++) d[i] = new float[n]; "
            + "for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) d[i][j] = 9; return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[n][]; for (var i = 0; i < n; i++) d[i] = new float[n]; "
            + "foreach (var row in d) Array.Fill(row, 3); return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[][] F(int n) { var d = new float[n][]; for (var i = 0; i < n; i++) { var row = new "
            + "float[n]; d[i] = row; for (var j = 0; j < n; j++) row[j] = 4; } return d; } [return: Of<MinPlus>] float[][] G(int n) "
            + "{ var d = new float[n][]; for (var i = 0; i < n; i++) d[i] = new float[n]; Fill(d); return d; } static void "
            + "Fill(float[][] d) => Array.Fill(d[0], 1);"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[][] F(int n, float[] first) { var d = new float[2][]; d[0] = new float[n]; d[0] = first; "
            + "d[1] = first; return d; } [return: Of<MinPlus>] float[][] G(int n) { var d = new float[n][]; Parallel.For(0, n, i => "
            + "{ d[i] = new float[n]; d[i].AsSpan().Fill(2); }); return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "void F([Of<MinPlus>] float[][] d, int n) { for (var i = 0; i < n; i++) { d[i] = new float[n]; Array.Fill(d[i], "
            + "MinPlus.Zero); } } [return: Of<MinPlus>] float[][] G(int n) => new float[n][];"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(float[] d) { Array.Clear(d); Array.Fill(d, 1); return d; } [return: Of<MinPlus>] "
            + "float[] G(float[] d) { Array.Clear(d, 0, 1); d.AsSpan(1, 2).Clear(); return d; } float[] H(float[] d) { "
            + "Array.Clear(d); return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(float[] d, int n) { Array.Resize(ref d, n); return d; } [return: Of<MinPlus>] float[] "
            + "G(float[] d) { var n = d.Length; Array.Resize(ref d, d.Length * 2); d.AsSpan(n).Fill(MinPlus.Zero); return d; } "
            + "[return: Of<MinPlus>] float[] H(float[] d) { Array.Resize(ref d, d.Length + 1); d[^1] = 3; return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[Of<MinPlus>] float[] _d = []; int _n; void F(float x) { if (_n == _d.Length) Array.Resize(ref _d, _d.Length * 2); "
            + "_d[_n++] = x; } [Of<MinPlus>] float[] _e = []; void G(int n) => Array.Resize(ref _e, n);"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(float[] d) { Array.Resize(ref d, d.Length * 1); return d; } [return: Of<MinPlus>] "
            + "float[] G(float[] d) { Array.Resize(ref d, d.Length + 0); return d; } [return: Of<MinPlus>] float[] H(float[] d) { "
            + "Array.Resize(ref d, d.Length - 1); return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] F(int n) => GC.AllocateUninitializedArray<float>(n); [return: Of<MinPlus>] float[] "
            + "G(int n) { var d = GC.AllocateArray<float>(n); d.AsSpan().Fill(1); return d; }"
    )]
    [InlineData(
        "SDNN1021",
        "[Of<MinPlus>] readonly float[] _d = [1, 2]; void F(float[] x) { var d = new float[2]; x.CopyTo(d, 0); d.CopyTo(_d, "
            + "0); var e = new float[2]; Array.Fill(e, 1); e.CopyTo(_d.AsSpan()); }"
    )]
    // One of these semirings is 0, and the text says that it is meant.
    [InlineData(
        "SDNN1021",
        "[return: Of<MinPlus>] float[] Ones(int n) => new float[n]; [return: Of<MaxPlus>] double[] F(int n) { var ones = new "
            + "double[n]; return ones; } [Of<MinPlus>] readonly float[] _ones = new float[4]; [Of<MinPlus>] static float[] AllOnes { "
            + "get; } = new float[4];"
    )]
    [InlineData(
        "SDNN1021",
        "void ResetToOne([Of<MinPlus>] float[] d) => Array.Clear(d); void F([Of<MaxPlus>] Span<float> ones) => ones.Clear(); "
            + "void G([Of<MinPlus>] float[] d, int n) { Array.Fill(d, MinPlus.One); d.AsSpan(1).Fill(MinPlus.One); } [return: "
            + "Of<MinPlus>] float[] H(int n) { const float One = 0; var d = new float[n]; Array.Fill(d, One); return d; }"
    )]
    [InlineData(
        "SDNN1026",
        "float F([Of<MaxPlus>] float[] x) { var best = MaxPlus.Zero; Parallel.For(0, x.Length, () => MaxPlus.Zero, (i, _, own) "
            + "=> Math.Max(own, x[i]), own => { lock (x) best = Math.Max(best, own); }); return best; }"
    )]
    [InlineData(
        "SDNN1026",
        "float F(float[] x) { var sum = 0f; Parallel.For(0, x.Length, () => 0f, (i, _, own) => own + x[i], own => { lock (x) "
            + "sum += own; }); return sum; } void G([Of<PlusTimes>] float[] x, List<float> parts) => Parallel.For(0, x.Length, () => "
            + "0f, (i, _, own) => own + x[i], own => { lock (parts) parts.Add(own); });"
    )]
    [InlineData(
        "SDNN1026",
        "double F([Of<PlusTimes>] double[] x) => x.AsParallel().Aggregate(0.0, (a, b) => a + b) + "
            + "x.AsParallel().AsOrdered().Select(v => v * 2).Aggregate(0.0, (a, b) => a + b) + x.Aggregate((a, b) => a + b) + "
            + "x.Sum(v => v * 2) + x.Average();"
    )]
    [InlineData(
        "SDNN1026",
        "double F([Of<PlusTimes>] int[] x) => x.AsParallel().Average() + x.AsParallel().Sum(v => v + 1); int G([Of<PlusTimes>] "
            + "float[] x) => x.AsParallel().Aggregate(0, (n, v) => n + 1, (n, m) => n + m, n => n) + x.AsParallel().Sum(v => 1);"
    )]
    [InlineData(
        "SDNN1018",
        "float F([Of<MinPlus>] float[] d) => d.Sum(x => x + 1) + d.AsParallel().Sum(x => x + 2); float G([Of<MinPlus>] float[] "
            + "d) => d.AsParallel().Average();"
    )]
    [InlineData("SDNN1017", "int F([Of<MaxMin>] int[] w) => w.Select((x, i) => i * 2).Sum() + w.Aggregate(0, (n, x) => n + 1);")]
    [InlineData(
        "SDNN1026",
        "void F([Of<PlusTimes>] float[] x, float[] sums) => Parallel.For(0, x.Length, i => { var own = 0f; Array.ForEach(new[] "
            + "{ 1, 2 }, j => own += x[j]); sums[i] = own; });"
    )]
    [InlineData(
        "SDNN1022",
        "float F([Of<MinPlus>] float d, float e) => d - e; float G([Of<MaxTimes>] float d, [Of<MaxTimes>] float e) => "
            + "Math.Abs(d - e) + e / d < 1e-6f ? 1 : 0;",
        "SDNN1017"
    )]
    [InlineData(
        "SDNN1022",
        "float F([Of<MinPlus>] float d, float e) => d - e; bool G([Of<MaxTimes>] float d, [Of<MaxTimes>] float e) => "
            + "Math.Abs(d - e) < e / d;"
    )]
    [InlineData(
        "SDNN1023",
        "float F([Of<MaxPlus>] float s) => Math.Min(Math.Max(s, 0), 32f) + Math.Clamp(s, 0, 1); float G([Of<PlusTimes>] float "
            + "s) => Math.Clamp(s, 0, 32); int H([Of<MaxMin>] int w) => Math.Min(w, 3);"
    )]
    [InlineData(
        "SDNN1026",
        "float F([Of<MaxPlus>] float[] x) { var best = MaxPlus.Zero; Parallel.For(0, x.Length, i => { lock (x) best = "
            + "Math.Max(best, x[i]); }); return best; }"
    )]
    [InlineData(
        "SDNN1017",
        "float F([Of<MinPlus>] float d) { var x = d; Set(ref x); return x * 2; } static void Set(ref float v) => v = 1;"
    )]
    [InlineData(
        "SDNN1017",
        "float F([Of<MinPlus>] float d, float e) { var x = d; x = e; Func<float> g = () => x * 2; return g(); }"
    )]
    [InlineData("SDNN1017", "float F([Of<MinPlus>] float d) { if (1 == 2) return d * 2; return d; }")]
    [InlineData("SDNN1026", "int F([Of<PlusTimes>] int[] x) => x.AsParallel().Sum() + Vector.Sum(new Vector<int>(x));")]
    [InlineData(
        "SDNN1026",
        "float F(float[] x) { var sum = 0f; Parallel.For(0, x.Length, i => { lock (x) sum += x[i]; }); return sum + "
            + "Vector.Sum(new Vector<float>(x)); }"
    )]
    [InlineData(
        "SDNN1026",
        "void F([Of<PlusTimes>] float[] x, float[] sums) => Parallel.For(0, x.Length, i => { var own = 0f; for (var j = 0; j < "
            + "i; j++) own += x[j]; sums[i] += own; });"
    )]
    [InlineData(
        "SDNN1027",
        "[Of<MinPlus>] double[][] d = []; [Of<MaxMin>] int W { get; } void F<T>([Of<OrAnd>] List<bool> x, [Of<PlusTimes>] T y) { }"
    )]
    public async Task NearMiss_IsSilent(string id, string members, string? other = null)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(new TestProject(Head + members + (members.Contains(Own) ? "" : "\n}")));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == id);
        Assert.All(found, diagnostic => Assert.Equal(other, diagnostic.Id));
    }
}
