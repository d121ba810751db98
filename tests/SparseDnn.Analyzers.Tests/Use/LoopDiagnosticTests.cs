using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Use;

/// <summary>Loops around calls: items one by one and buffers made anew, each found, each silent on a near miss, each mended.</summary>
public sealed class LoopDiagnosticTests
{
    private const string Batch = "float[] x = new float[n * 3], y = new float[n * 2]; ";

    private const string Rows = "float[][] x = [given], y = [new float[2]]; ";

    private static readonly MetadataReference Framework = TestProject.Reference(
        "xunit.core",
        "namespace Xunit { public sealed class FactAttribute : System.Attribute; }"
    );

    [Theory]
    [InlineData("SDNN3003", Batch + "for (var i = 0; i < n; i++) Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));")]
    [InlineData(
        "SDNN3003",
        Batch
            + "for (int i = 0; i < n; ++i) { Tiny.[|Infer|](x.AsSpan(Tiny.Inputs * i, Tiny.Inputs), y.AsSpan(i * Tiny.Outputs, "
            + "Tiny.Outputs)); }"
    )]
    [InlineData(
        "SDNN3003",
        "Span<float> x = given, y = new float[n * 2]; for (var i = 0; i < n; i += 1) Tiny.[|Infer|](x.Slice(i * 3, 3), y[(i * "
            + "2)..((i + 1) * 2)]);"
    )]
    [InlineData(
        "SDNN3003",
        "ReadOnlySpan<float> x = given; Span<float> y = new float[n * 2]; for (var i = 0; i < n; i++) Tiny.[|Infer|](x[(i * "
            + "3)..(i * 3 + 3)], y.Slice(i * 2, 2));"
    )]
    [InlineData(
        "SDNN3003",
        Batch + "for (var i = 0; i < n; i++) any.[|Infer|](x.AsSpan(i * any.Inputs, any.Inputs), y.AsSpan(i * any.Outputs, any.Outputs));"
    )]
    [InlineData("SDNN3003", Batch + "for (var i = 1; i <= n; i++) Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));")]
    [InlineData(
        "SDNN3003",
        Batch + "for (var i = 0; i < n; i++) { Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); Console.WriteLine(y[i * 2]); }"
    )]
    // On several threads.
    [InlineData("SDNN3003", Batch + "Parallel.For(0, n, i => Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)));")]
    [InlineData(
        "SDNN3003",
        Batch
            + "Parallel.For(1, n, new ParallelOptions(), i => { Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); "
            + "Console.WriteLine(i); });"
    )]
    [InlineData(
        "SDNN3003",
        "Memory<float> x = given, y = new float[n * 2]; Parallel.ForEach(Enumerable.Range(0, n), i => "
            + "any.[|Infer|](x.Span.Slice(i * any.Inputs, any.Inputs), y.Span.Slice(i * any.Outputs, any.Outputs)));"
    )]
    [InlineData("SDNN3003", Rows + "Parallel.For(0, n, i => Tiny.[|Infer|](x[i], y[i]));")]
    [InlineData("SDNN3003", Rows + "Parallel.ForEach(x, (row, _, i) => Tiny.[|Infer|](row, y[i]));")]
    [InlineData(
        "SDNN3003",
        Batch
            + "Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, n), part => { for (var i = part.Item1; i < "
            + "part.Item2; i++) Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); });"
    )]
    // Rows, and what foreach hands over.
    [InlineData("SDNN3003", Rows + "for (var i = 0; i < n; i++) Tiny.[|Infer|](x[i], y[i]);")]
    [InlineData(
        "SDNN3003",
        Rows + "for (var i = 0; i < n; i++) { Tiny.[|Infer|](x[i].AsSpan(), y[i].AsSpan()); Console.WriteLine(y[i][0]); }"
    )]
    [InlineData(
        "SDNN3003",
        Rows + "var all = new float[n * 2]; for (var i = 0; i < x.Length; i++) Tiny.[|Infer|](x[i], all.AsSpan(i * 2, 2));"
    )]
    [InlineData(
        "SDNN3003",
        "List<float[]> x = [given]; IReadOnlyList<float[]> y = [new float[2]]; for (var i = 0; i < x.Count; i++) "
            + "Tiny.[|Infer|](x[i], y[i]);"
    )]
    [InlineData("SDNN3003", Rows + "var i = 0; foreach (var row in x) Tiny.[|Infer|](row, y[i++]);")]
    [InlineData("SDNN3003", Rows + "var i = 0; foreach (var row in x) { Tiny.[|Infer|](row, y[i]); i++; }")]
    [InlineData("SDNN3003", Batch + "var i = 0; foreach (var item in x.Chunk(Tiny.Inputs)) Tiny.[|Infer|](item, y.AsSpan(i++ * 2, 2));")]
    [InlineData("SDNN3003", Rows + "foreach (var (row, result) in x.Zip(y)) Tiny.[|Infer|](row, result);")]
    [InlineData("SDNN3003", Batch + "foreach (var i in Enumerable.Range(0, n)) Tiny.[|Infer|](x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));")]
    [InlineData(
        "SDNN3004",
        "for (var i = 0; i < n; i++) { var y = [|new float[2]|]; Tiny.Infer(given, y); Console.WriteLine(y[0] + y.Length); }"
    )]
    [InlineData(
        "SDNN3004",
        "while (c) { float[] y = [|new float[Tiny.Outputs]|]; Tiny.Infer(given, y); foreach (var v in y) Console.WriteLine(v); }"
    )]
    [InlineData(
        "SDNN3004",
        "foreach (var v in given) { Span<float> y = [|stackalloc float[2]|]; Tiny.Infer(given, y); Console.WriteLine(y[0]); }"
    )]
    [InlineData(
        "SDNN3004",
        "foreach (var v in given) { var y = [|new float[any.Outputs]|]; any.Infer(given, y); Console.WriteLine(y.Max() + y.Sum()); }"
    )]
    [InlineData(
        "SDNN3004",
        "do { var y = [|new float[n * 2]|]; Tiny.InferBatch(given, y, n); n += (int)y[0] * 0; Use(y); } while (c);",
        "n is changed"
    )]
    [InlineData("SDNN3004", "do { var y = [|new float[n * 2]|]; Tiny.InferBatch(given, y, n); Use(y); } while (c);")]
    public async Task Fault_IsMarkedWhereItIs(string id, string statements, string? exception = null)
    {
        // A length or batch that the loop changes is none.
        if (exception is not null)
            statements = statements.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);
        var found = await AnalyzerVerifier.VerifyAsync(id, Program(statements));
        Assert.All(found, diagnostic => Assert.True(MessageQuality.IsHelpful(diagnostic), diagnostic.ToString()));
    }

    [Theory]
    [InlineData("SDNN3003", Batch + "for (var i = 0; i < n; i++) Tiny.Infer(x.AsSpan(0, 3), y.AsSpan(i * 2, 2));")]
    [InlineData("SDNN3003", Batch + "for (var i = 0; i < n; i++) Tiny.Infer(x.AsSpan(i, 3), y.AsSpan(i * 2, 2));")]
    [InlineData(
        "SDNN3003",
        Batch + "for (var i = 0; i < n; i++) { Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); if (y[i * 2] > 0) break; }"
    )]
    [InlineData("SDNN3003", Batch + "for (var i = 0; i < n; i++) { x[i] += 1; Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); }")]
    [InlineData(
        "SDNN3003",
        "var x = new float[8]; for (var i = 0; i < 2; i++) Tiny.Infer(x.AsSpan(i * 3, 3), x.AsSpan(6 + (i * 2), 2)); "
            + "Span<float> s = x; var o = s[6..]; for (var i = 0; i < 2; i++) Tiny.Infer(s.Slice(i * 3, 3), o.Slice(i * 2, 2));"
    )]
    [InlineData(
        "SDNN3003",
        Batch
            + "for (var i = 0; i < n; i += 2) Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); for (var i = 0; i < n; i++) { "
            + "Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); i++; }"
    )]
    [InlineData(
        "SDNN3003",
        Batch + "for (var i = 0; i < n; i++) { Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); y = new float[n * 2]; }"
    )]
    [InlineData(
        "SDNN3003",
        Batch
            + "var z = new float[n * 2]; for (var i = 0; i < n; i++) Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); "
            + "Tiny.InferBatch(x, z, n);"
    )]
    // Not item after item, not every turn, or not independent of each other.
    [InlineData(
        "SDNN3003",
        Batch
            + "Parallel.For(0, n, i => Tiny.Infer(x.AsSpan(0, 3), y.AsSpan(i * 2, 2))); Parallel.For(0, n, i => "
            + "Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(0, 2)));"
    )]
    [InlineData(
        "SDNN3003",
        Batch
            + "Parallel.For(0, n, (i, state) => { Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); state.Stop(); }); "
            + "Parallel.For(0, n, i => { if (i > 3) return; Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); });"
    )]
    [InlineData(
        "SDNN3003",
        Batch
            + "for (var i = 0; i < n; i++) { if (i == 3) continue; Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); } for "
            + "(var i = 0; i < n; i++) if (c) Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));"
    )]
    [InlineData(
        "SDNN3003",
        Rows
            + "int[] order = [0]; for (var i = 0; i < n; i++) Tiny.Infer(x[order[i]], y[i]); for (var i = 0; i < n; i++) "
            + "Tiny.Infer(x[i], y[0]); for (var i = 0; i < n; i++) Tiny.Infer(x[i], y[i + 1]);"
    )]
    [InlineData(
        "SDNN3003",
        Rows
            + "for (var i = 0; i < n; i++) { x[i][0] = 1; Tiny.Infer(x[i], y[i]); } for (var i = 0; i < n; i++) { "
            + "Tiny.Infer(x[i], y[i]); x = y; }"
    )]
    [InlineData(
        "SDNN3003",
        "float[][] x = [given]; var y = x; for (var i = 0; i < n; i++) Tiny.Infer(x[i], x[i + 1]); for (var i = 0; i < n; i++) "
            + "Tiny.Infer(x[i], y[i]);"
    )]
    [InlineData("SDNN3003", "var x = new List<float[]>(); var y = x; for (var i = 0; i < n; i++) Tiny.Infer(x[i], y[i]);")]
    [InlineData(
        "SDNN3003",
        Rows
            + "var i = 0; foreach (var row in x) { Tiny.Infer(row, y[i]); if (c) i++; } foreach (var row in x) Tiny.Infer(row, "
            + "y[n]); foreach (var row in x) { row[0]++; Tiny.Infer(row, y[i++]); } i = 0; foreach (var row in x) { "
            + "Tiny.Infer(row, y[i++]); i++; }"
    )]
    [InlineData(
        "SDNN3003",
        Batch
            + "var i = 0; foreach (var item in x.Chunk(4)) Tiny.Infer(item, y.AsSpan(i++ * 2, 2)); Func<int, float> f = i => { "
            + "Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); return y[0]; }; Console.WriteLine(Enumerable.Range(0, "
            + "n).Sum(f));"
    )]
    [InlineData(
        "SDNN3003",
        "} static async Task F(IAsyncEnumerable<float[]> x, float[][] y) { var i = 0; await foreach (var row in x) Tiny.Infer(row, y[i++]);"
    )]
    [InlineData(
        "SDNN3003",
        Rows
            + "foreach (var row in x) Parallel.ForEach(y, result => Tiny.Infer(row, result)); var results = x.Select(row => { "
            + "var z = new float[2]; Tiny.Infer(row, z); return z; }).ToList();"
    )]
    [InlineData(
        "SDNN3003",
        Batch
            + "Parallel.For(0, n, () => 0f, (i, state, own) => { Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); return own "
            + "+ y[i * 2]; }, total => Console.WriteLine(total));"
    )]
    [InlineData("SDNN3004", "var y = new float[2]; for (var i = 0; i < n; i++) { Tiny.Infer(given, y); Console.WriteLine(y[0]); }")]
    [InlineData(
        "SDNN3004",
        "var all = new List<float[]>(); for (var i = 0; i < n; i++) { var y = new float[2]; Tiny.Infer(given, y); all.Add(y); }"
    )]
    [InlineData(
        "SDNN3004",
        "for (var i = 0; i < n; i++) { var y = new float[2]; Tiny.Infer(given, y); Action later = () => Console.WriteLine(y[0]); later(); }"
    )]
    [InlineData(
        "SDNN3004",
        "for (var i = 0; i < n; i++) { var y = new float[i]; Tiny.Infer(given, y); var z = new float[2]; if (c) "
            + "Tiny.Infer(given, z); Console.WriteLine(z[0]); }"
    )]
    [InlineData(
        "SDNN3004",
        "for (var i = 0; i < n; i++) { var y = new float[2]; Console.WriteLine(y[0]); Tiny.Infer(given, y); Console.WriteLine(y[0]); }"
    )]
    [InlineData(
        "SDNN3004",
        "float[] best = given; for (var i = 0; i < n; i++) { var y = new float[2]; Tiny.Infer(given, y); if (y[0] > best[0]) best = y; }"
    )]
    [InlineData(
        "SDNN3004",
        "for (var i = 0; i < n; i++) { var y = new float[2]; Tiny.Infer(given, y); var order = y.OrderBy(v => v); "
            + "Console.WriteLine(order.First()); }"
    )]
    [InlineData("SDNN3004", "for (var i = 0; i < n; i++) { var y = new float[2]; y = y.ToArray(); Tiny.Infer(given, y); }")]
    public async Task NearMiss_IsSilent(string id, string statements) => await AnalyzerVerifier.VerifyAsync(id, Program(statements));

    [Fact]
    public async Task Test_MayCallItemByItem() =>
        await AnalyzerVerifier.VerifyAsync(
            "SDNN3003",
            "using System; using SparseDnn; public class T { [Xunit.Fact] public void M() { float[] x = new float[30], y = new "
                + "float[20]; for (var i = 0; i < 10; i++) Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); } }"
                + SpanDiagnosticTests.Tiny,
            [Framework]
        );

    [Theory]
    [InlineData(
        "        for (var i = 0; i < n; i++)\n        {\n            Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));\n        }\n",
        "        Tiny.InferBatch(x, y, n);\n"
    )]
    [InlineData(
        "        // All items.\n        for (var i = 0; i < n; i++) any.Infer(x.AsSpan(i * any.Inputs, any.Inputs), y.AsSpan(i "
            + "* any.Outputs, any.Outputs)); // done\n        if (n > 2)\n            for (var i = 0; i < n - 1; i++)\n              "
            + "  Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));\n",
        "        // All items.\n        any.InferBatch(x, y, n); // done\n        if (n > 2)\n            Tiny.InferBatch(x, y, n - 1);\n"
    )]
    [InlineData(
        "        Parallel.For(0, n, i => Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)));\n",
        "        Tiny.InferBatch(x, y, n);\n"
    )]
    [InlineData(
        "        foreach (var i in Enumerable.Range(0, n - 1))\n            Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));\n",
        "        Tiny.InferBatch(x, y, n - 1);\n"
    )]
    [InlineData(
        "        Memory<float> z = x; // all\n        Parallel.ForEach(Enumerable.Range(0, n), i =>\n        {\n            "
            + "any.Infer(z.Span.Slice(i * any.Inputs, any.Inputs), y.AsSpan(i * any.Outputs, any.Outputs));\n        }); // done\n",
        "        Memory<float> z = x; // all\n        any.InferBatch(z.Span, y, n); // done\n"
    )]
    public async Task BatchLoop_BecomesOneCall(string before, string after) =>
        await new CodeFixVerifier(new BatchLoopCodeFixProvider()).VerifyAsync(Method(before), Method(after));

    [Theory]
    [InlineData("for (var i = 1; i < n; i++) Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));")]
    [InlineData("for (var i = 0; i < n; i++) { /* why */ Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); }")]
    [InlineData("for (var i = 0; i < n; i++) { Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); Console.WriteLine(i); }")]
    [InlineData("for (var i = 0; i < x.Length / y[0]; i++) Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));")]
    [InlineData(
        "Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = 1 }, i => Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)));"
    )]
    [InlineData("Parallel.For(1, n, i => Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)));")]
    [InlineData("Parallel.For(0L, n, i => Tiny.Infer(x.AsSpan((int)i * 3, 3), y.AsSpan((int)i * 2, 2)));")]
    [InlineData("Parallel.For(0, n, i => { Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)); Console.WriteLine(i); });")]
    [InlineData("var done = Parallel.For(0, n, i => Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2)));")]
    [InlineData("float[][] rows = [x]; for (var i = 0; i < n; i++) Tiny.Infer(rows[i], y.AsSpan(i * 2, 2));")]
    public async Task BatchLoop_OfAnotherFormIsLeftAlone(string loop)
    {
        await OffersNothingAsync(new BatchLoopCodeFixProvider(), Method(loop));
    }

    [Theory]
    [InlineData(
        "        // Each one.\n        for (var i = 0; i < n; i++)\n        {\n            var z = new float[2];\n            "
            + "Tiny.Infer(x, z);\n            Console.WriteLine(z[0]);\n        }\n",
        "        var z = new float[2];\n        // Each one.\n        for (var i = 0; i < n; i++)\n        {\n            "
            + "Tiny.Infer(x, z);\n            Console.WriteLine(z[0]);\n        }\n"
    )]
    [InlineData(
        "        while (n > 0)\n        {\n            n--;\n            // Room for one.\n            Span<float> z = "
            + "stackalloc float[Tiny.Outputs];\n            var w = new float[2];\n            Tiny.Infer(x, z);\n            "
            + "Tiny.Infer(x, w);\n            Console.WriteLine(z[0] + w[1]);\n        }\n",
        "        // Room for one.\n        Span<float> z = stackalloc float[Tiny.Outputs];\n        var w = new float[2];\n    "
            + "    while (n > 0)\n        {\n            n--;\n            Tiny.Infer(x, z);\n            Tiny.Infer(x, w);\n        "
            + "    Console.WriteLine(z[0] + w[1]);\n        }\n"
    )]
    public async Task Buffer_IsMadeOnce(string before, string after) =>
        await new CodeFixVerifier(new HoistBufferCodeFixProvider()).VerifyAsync(Method(before), Method(after));

    [Theory]
    [InlineData(
        "for (var i = 0; i < n; i++) { var z = new float[2]; Tiny.Infer(x, z); } for (var i = 0; i < n; i++) { var z = 1; "
            + "Console.WriteLine(z); }"
    )]
    [InlineData("if (n > 0) for (var i = 0; i < n; i++) { var z = new float[2]; Tiny.Infer(x, z); }")]
    public async Task Buffer_WhoseNameIsTakenStays(string loop)
    {
        await OffersNothingAsync(new HoistBufferCodeFixProvider(), Method(loop));
    }

    private static async Task OffersNothingAsync(CodeFixProvider provider, string source)
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(source));
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project));
        Assert.Empty(await new CodeFixVerifier(provider).ActionsAsync(document, diagnostic));
    }

    private static string Program(string statements) =>
        SpanDiagnosticTests
            .Program(statements)
            .Replace(
                "static void Grow",
                "static void Use(ReadOnlySpan<float> x) { }\n    static void Grow",
                System.StringComparison.Ordinal
            );

    private static string Method(string statements) =>
        "using System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing SparseDnn;\nstatic class P\n{\n    static "
        + $"void M(float[] x, float[] y, int n, SparseNetwork<float> any)\n    {{\n{statements}    }}\n}}"
        + SpanDiagnosticTests.Tiny;
}
