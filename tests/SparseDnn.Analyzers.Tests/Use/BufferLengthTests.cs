using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Use;

/// <summary>The fix that makes buffers as long as a call needs them.</summary>
public sealed class BufferLengthTests
{
    [Theory]
    [InlineData(
        "var y = new float[3]; Tiny.Infer(new float[3], y);",
        "var y = new float[Tiny.Outputs]; Tiny.Infer(new float[3], y);",
        "Make it Tiny.Outputs elements long"
    )]
    [InlineData(
        "Tiny.Infer(new float[ /* two */ 2 ], new float[2]);",
        "Tiny.Infer(new float[ /* two */ Tiny.Inputs ], new float[2]);",
        "Make it Tiny.Inputs elements long"
    )]
    [InlineData(
        "System.Span<float> y = stackalloc float[1]; Tiny.Infer([1, 2, 3], y);",
        "System.Span<float> y = stackalloc float[Tiny.Outputs]; Tiny.Infer([1, 2, 3], y);",
        "Make it Tiny.Outputs elements long"
    )]
    [InlineData(
        "var x = new float[5]; Tiny.InferBatch(x, new float[4], 2);",
        "var x = new float[2 * Tiny.Inputs]; Tiny.InferBatch(x, new float[4], 2);",
        "Make it 2 * Tiny.Inputs elements long"
    )]
    [InlineData(
        "float[] x = new float[2], y = new float[1]; Tiny.Infer(x, y);",
        "float[] x = new float[Tiny.Inputs], y = new float[Tiny.Outputs]; Tiny.Infer(x, y);",
        "Make it Tiny.Inputs elements long",
        "Make it Tiny.Outputs elements long"
    )]
    public async Task Buffer_IsMadeAsLong(string before, string after, params string[] titles) =>
        Assert.Equal(titles, await new CodeFixVerifier(new BufferLengthCodeFixProvider()).VerifyAsync(Source(before), Source(after)));

    [Theory]
    [InlineData("const int N = 4; var y = new float[N]; Tiny.Infer([1, 2, 3], y);")] // the constant may be meant for others
    [InlineData("var big = new float[10]; Tiny.Infer(big.AsSpan(0, 4), new float[2]);")] // a part of it
    [InlineData("var big = new float[10]; Tiny.Infer(big.AsSpan(8), new float[2]);")]
    [InlineData("Tiny.Infer(new float[] { 1, 2 }, new float[2]);")] // values
    [InlineData("Tiny.Infer([1, 2], new float[2]);")]
    public async Task NothingIsOffered_WhereTheLengthIsNotWrittenThere(string statements)
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(Source(statements)));
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project), found => found.Id == "SDNN3001");
        Assert.Empty(await new CodeFixVerifier(new BufferLengthCodeFixProvider()).ActionsAsync(document, diagnostic));
    }

    private static string Source(string statements) =>
        $$"""
            using System;
            using SparseDnn;
            [SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25")] static partial class Tiny;
            static class Program
            {
                static void Run()
                {
                    {{statements}}
                }
            }
            """;
}
