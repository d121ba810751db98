using System.Threading.Tasks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Use;

/// <summary>Spans that a call refuses: found where the flow proves them, silent where it does not.</summary>
public sealed class SpanDiagnosticTests
{
    internal const string Usings =
        "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using SparseDnn;\n";
    internal const string Tiny =
        "\n[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1.5; 1 0 -2; 2 1 0.25\")] static partial class Tiny;";

    [Theory]
    // Lengths written at the call.
    [InlineData("SDNN3001", "Tiny.Infer([|new float[2]|], new float[2]);")]
    [InlineData("SDNN3001", "Tiny.Infer(new float[] { 1, 2, 3 }, [|new float[3]|]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|[1, 2]|], new float[Tiny.Outputs]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|stackalloc float[4]|], stackalloc float[2]);")]
    [InlineData("SDNN3001", "Tiny.Infer([1, 2, 3], [|stackalloc float[] { 1 }|]);")]
    [InlineData("SDNN3001", "Tiny.Infer([1, 2, 3], [|stackalloc[] { 1f }|]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|default|], new float[2]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|[]|], [|Span<float>.Empty|]);")]
    [InlineData("SDNN3001", "Tiny.Infer(output: [|new float[1]|], input: new float[3]);")]
    [InlineData("SDNN3001", "Tiny.Network.Infer([|new float[2]|], new float[2]);")]
    // Lengths that flow there.
    [InlineData("SDNN3001", "var x = new float[2]; var y = new float[2]; Tiny.Infer([|x|], y);")]
    [InlineData("SDNN3001", "const int N = 4; float[] x = new float[N / 2 + 1], y = new float[N]; Tiny.Infer(x, [|y|]);")]
    [InlineData("SDNN3001", "Span<float> y = stackalloc float[Tiny.Inputs]; Tiny.Infer([1, 2, 3], [|y|]);")]
    [InlineData("SDNN3001", "var k = 2; var x = new float[k]; k = 3; Tiny.Infer([|x|], new float[2]);")]
    [InlineData("SDNN3001", "var x = c ? new float[2] : new float[] { 1, 2 }; Tiny.Infer([|x|], new float[2]);")]
    [InlineData("SDNN3001", "float[] x; if (c) x = new float[2]; else x = [1, 2]; Tiny.Infer([|x|], new float[2]);")]
    [InlineData("SDNN3001", "var net = Tiny.Network; var y = new float[net.Inputs]; net.Infer(new float[3], [|y|]);")]
    [InlineData("SDNN3001", "ReadOnlySpan<float> x = given; Tiny.Infer([|x[..2]|], new float[2]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|given.AsSpan(0, 2)|], new float[2]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|given.AsSpan(n, Tiny.Outputs)|], new float[2]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|given[n..(n + 2)]|], new float[2]);")]
    [InlineData("SDNN3001", "var big = new float[10]; Tiny.Infer([|big.AsSpan(8)|], [|big.AsSpan()[..^3]|]);")]
    [InlineData("SDNN3001", "var big = new float[10]; Tiny.Infer([|big[1..3]|], [|big.AsSpan(1..^3)|]);")]
    [InlineData("SDNN3001", "Tiny.Infer([|new ReadOnlySpan<float>(given, 0, 2)|], new float[2].AsSpan().Slice(0));")]
    [InlineData("SDNN3001", "Tiny.Infer([|GC.AllocateUninitializedArray<float>(2)|], new float[2]);")]
    // Inside loops, lambdas, local functions, handlers.
    [InlineData("SDNN3001", "var y = new float[3]; for (var i = 0; i < n; i++) Tiny.Infer(given, [|y|]);")]
    [InlineData("SDNN3001", "Enumerable.Range(0, 3).ToList().ForEach(i => Tiny.Infer(given, [|new float[1]|]));")]
    [InlineData("SDNN3001", "Run(); void Run() { var y = new float[1]; Tiny.Infer(given, [|y|]); }")]
    [InlineData(
        "SDNN3001",
        "try { n++; } catch (Exception) { Tiny.Infer([|new float[2]|], new float[2]); } finally { Tiny.Infer([|new float[2]|], "
            + "new float[2]); }"
    )]
    [InlineData("SDNN3001", "try { Tiny.Infer([|new float[2]|], new float[2]); } catch (InvalidOperationException) { }")]
    // What flows into handlers, behind them, and into functions inside.
    [InlineData("SDNN3001", "var x = new float[2]; try { n++; } catch (Exception) { Tiny.Infer([|x|], new float[2]); }")]
    [InlineData(
        "SDNN3001",
        "float[] x; try { x = new float[2]; n++; } catch (Exception) { x = new float[2]; } Tiny.Infer([|x|], new float[2]);"
    )]
    [InlineData("SDNN3001", "var y = new float[3]; Enumerable.Range(0, 3).ToList().ForEach(i => Tiny.Infer(given, [|y|]));")]
    [InlineData("SDNN3001", "var y = new float[3]; y = new float[1]; y = new float[1]; Tiny.Infer(given, [|y|]);")]
    [InlineData("SDNN3001", "var k = 2; Run(); void Run() { Tiny.Infer([|new float[k]|], new float[2]); }")]
    // Batches.
    [InlineData("SDNN3001", "Tiny.InferBatch([|new float[5]|], new float[4], 2);")]
    [InlineData(
        "SDNN3001",
        "var batch = 2; Tiny.InferBatch(new float[batch * Tiny.Inputs], [|new float[batch * Tiny.Outputs - 1]|], batch);"
    )]
    [InlineData("SDNN3001", "Tiny.Network.InferBatch([|new byte[5]|], new float[4], 2);")]
    [InlineData("SDNN3001", "Tiny.Network.Categorize([|new float[5]|], new bool[2]);")]
    [InlineData("SDNN3001", "Tiny.Network.Categorize([|new byte[5]|], stackalloc bool[2]);")]
    // Overlaps.
    [InlineData("SDNN3002", "var m = new float[8]; Tiny.Infer(m.AsSpan(0, 3), [|m.AsSpan(2, 2)|]);")]
    [InlineData("SDNN3002", "Tiny.Infer(given, [|given|]);")]
    [InlineData("SDNN3002", "Span<float> m = given; Tiny.Infer(m[..3], [|m[..2]|]);")]
    [InlineData("SDNN3002", "var m = new float[8]; var copy = m; Tiny.Infer(m.AsSpan(5, 3), [|copy.AsSpan(6)|]);")]
    [InlineData("SDNN3002", "Tiny.InferBatch(given, [|given|], n);")]
    [InlineData("SDNN3002", "var m = new float[10]; Tiny.InferBatch(m.AsSpan(0, 6), [|m.AsSpan(5, 4)|], 2);")]
    [InlineData("SDNN3002", "any.Infer(given, [|given|]);")]
    [InlineData("SDNN3002", "any.Infer(Kept, [|Kept|]);")]
    public async Task Fault_IsMarkedWhereItIs(string id, string statements)
    {
        var found = await AnalyzerVerifier.VerifyAsync(id, Program(statements));
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    [Theory]
    [InlineData(
        "SDNN3001",
        "Tiny.Infer(new float[3], new float[2]); Tiny.Infer([1, 2, 3], stackalloc float[Tiny.Outputs]); "
            + "Tiny.Infer(stackalloc[] { 1f, 2, 3 }, new float[] { 1, 2 });"
    )]
    [InlineData("SDNN3001", "var x = new float[n]; var y = c ? new float[1] : new float[2]; Tiny.Infer(x, y);")]
    [InlineData("SDNN3001", "var x = new float[2]; if (c) x = new float[3]; Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "if (c) given = new float[2]; Tiny.Infer(given, new float[2]);")]
    [InlineData("SDNN3001", "var x = new float[2]; x = given; Tiny.Infer(x, new float[2]);")]
    [InlineData(
        "SDNN3001",
        "var x = new float[2]; for (var i = 0; i < n; i++) { Tiny.Infer(x.Length == 3 ? x : given, new float[2]); x = given; }"
    )]
    [InlineData("SDNN3001", "var x = new float[2]; Grow(ref x); Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "var x = new float[2]; Make(out x); Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "var x = new float[2]; (x, var z) = (given, 1); Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "var x = new float[2]; ref var same = ref x; same = given; Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "var x = new float[2]; Action set = () => x = given; set(); Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "var x = new float[2]; Set(); Tiny.Infer(x, new float[2]); void Set() => x = given;")]
    [InlineData(
        "SDNN3001",
        "var x = new float[2]; try { x = given; n++; } catch (Exception) { x = given; } finally { n++; } Tiny.Infer(x, new float[2]);"
    )]
    [InlineData("SDNN3001", "var x = new float[2]; try { x = given; n++; } catch (Exception) { Tiny.Infer(x, new float[2]); }")]
    [InlineData("SDNN3001", "var x = new float[2]; x = c ? given : given; Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "float[]? x = null; x ??= given; Tiny.Infer(x, new float[2]);")]
    [InlineData("SDNN3001", "var k = 2; for (var i = 0; i < n; i++) k++; Tiny.Infer(new float[k], new float[2]);")]
    [InlineData("SDNN3001", "var k = 2; while (c) { k += 1; } Tiny.Infer(new float[k], new float[2]);")]
    [InlineData("SDNN3001", "float[] tail = [1, 2]; Tiny.Infer([1, ..tail], new float[2]); Tiny.Infer([..tail], new float[2]);")]
    [InlineData(
        "SDNN3001",
        "var big = new float[10]; Tiny.Infer(big.AsSpan(7), big.AsSpan(n, 2)); Tiny.Infer(big[..3], big.AsSpan()[^2..]); "
            + "Tiny.Infer(big[n..(n + 3)], big.AsSpan(n));"
    )]
    [InlineData("SDNN3001", "if (Tiny.Inputs == 2) Tiny.Infer(new float[2], new float[2]);")]
    [InlineData("SDNN3001", "return; Tiny.Infer(new float[2], new float[2]);")]
    [InlineData(
        "SDNN3001",
        "Tiny.InferBatch(new float[100], new float[100], n); Tiny.InferBatch(new float[7], new float[4], 2); Tiny.InferBatch([], [], 0);"
    )]
    [InlineData(
        "SDNN3001",
        "Tiny.Network.Categorize(new float[7], new bool[2]); Tiny.Network.InferBatch(new BitMatrix(new byte[2], 2, 3), new float[4]);"
    )]
    [InlineData("SDNN3001", "any.Infer(new float[2], new float[7]);")]
    [InlineData("SDNN3001", "var x = new float[3]; try { x = new float[2]; n++; } catch (Exception) { Tiny.Infer(x, new float[2]); }")]
    [InlineData(
        "SDNN3001",
        "var x = new float[2]; Enumerable.Range(0, 3).ToList().ForEach(i => { Tiny.Infer(x, new float[2]); x = given; });"
    )]
    [InlineData(
        "SDNN3001",
        "var y = new float[3]; y = new float[2]; Enumerable.Range(0, 3).ToList().ForEach(i => Tiny.Infer(given, y));"
    )]
    [InlineData("SDNN3001", "var k = 2; k++; Run(); void Run() { Tiny.Infer(new float[k], new float[2]); }")]
    [InlineData(
        "SDNN3001",
        "var x = new float[2]; ref var same = ref System.Runtime.CompilerServices.Unsafe.As<float[], float[]>(ref x); same = given; Tiny.Infer(x, new float[2]);"
    )]
    // Failures that are wanted.
    [InlineData(
        "SDNN3001",
        "Check.Throws(() => Tiny.Infer(new float[2], new float[2])); Check.RecordException(() => { Tiny.Infer(new float[2], "
            + "new float[2]); });"
    )]
    [InlineData(
        "SDNN3001",
        "Action act = () => Tiny.Infer(new float[2], new float[2]); Check.Throws(act); Check.Throws(Act); void Act() => "
            + "Tiny.Infer(new float[2], new float[2]);"
    )]
    [InlineData("SDNN3001", "try { Tiny.Infer(new float[2], new float[2]); } catch (ArgumentException) { }")]
    [InlineData("SDNN3001", "try { Tiny.Infer(new float[2], new float[2]); } catch { }")]
    [InlineData(
        "SDNN3002",
        "var m = new float[8]; Tiny.Infer(m.AsSpan(0, 3), m.AsSpan(3, 2)); Tiny.Infer(m.AsSpan(2, 3), m.AsSpan(0, 2)); "
            + "Tiny.Infer(m[..3], m.AsSpan(0, 2));"
    )]
    [InlineData(
        "SDNN3002",
        "var m = new float[3]; var o = new float[2]; Tiny.Infer(m, o); Tiny.Infer(given, o); var k = given.ToArray(); any.Infer(given, k);"
    )]
    [InlineData(
        "SDNN3002",
        "Span<float> m = given; Tiny.Infer(m.Slice(n, 3), m.Slice(n + 3, 2)); Tiny.InferBatch(m[..n], m[n..], 1); "
            + "Tiny.InferBatch(m[..n], m[1..], n);"
    )]
    [InlineData(
        "SDNN3002",
        "float[] last = new float[3], next = last; for (var i = 0; i < n; i++) { next = new float[3]; any.Infer(last, next); last = next; }"
    )]
    [InlineData(
        "SDNN3002",
        "float[] a = new float[3], b = new float[3]; for (var i = 0; i < n; i++) { any.Infer(a, b); (a, b) = (b, a); }"
    )]
    [InlineData("SDNN3002", "any.Infer(Kept, Other); Tiny.Network.Categorize(new float[6], new bool[2]); declared.Infer(given, given);")]
    [InlineData("SDNN3002", "var x = given; given = new float[3]; any.Infer(x, given);")]
    public async Task NearMiss_IsSilent(string id, string statements) => await AnalyzerVerifier.VerifyAsync(id, Program(statements));

    internal static string Program(string statements) =>
        Usings
        + $$"""
            static class Program
            {
                static readonly float[] Kept = new float[3], Other = new float[3];
                static void Main(float[] given, bool c, int n, SparseNetwork<float> any, ISparseNetwork<float> declared)
                {
            #pragma warning disable CS0162
                    {{statements}}
                }
                static void Grow(ref float[] x) => x = new float[3];
                static void Make(out float[] x) => x = new float[3];
            }
            static class Check { public static void Throws(Action a) { } public static void RecordException(Action a) { } }
            """
        + Tiny;
}
