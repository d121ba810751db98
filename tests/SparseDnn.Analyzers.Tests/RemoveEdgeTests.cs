using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>The fix that removes an edge which is written twice or has the weight zero.</summary>
public sealed class RemoveEdgeTests
{
    [Theory]
    [InlineData("0 0 1; 1 0 1; 2 1 1; 0 0 2", "0 0 1; 1 0 1; 2 1 1")] // a duplicate at the end
    [InlineData("0 0 1; 0 0 1; 1 0 1; 2 1 1;", "0 0 1; 1 0 1; 2 1 1;")] // in the middle
    [InlineData("0 1 0; 0 0 1; 1 0 1; 2 1 1", "0 0 1; 1 0 1; 2 1 1")] // zero, at the beginning
    [InlineData("0 0 1; 0 1 1e-46; 1 0 1; 2 1 1", "0 0 1; 1 0 1; 2 1 1")] // becomes zero
    [InlineData("0 1 0; 1 1 -0.0 ; 0 0 1; 1 0 1; 2 1 1; 2 0 0e3", "0 0 1; 1 0 1; 2 1 1")] // several
    public async Task Edge_IsRemoved(string before, string after) => await Verifier.VerifyAsync(Source(before), Source(after));

    [Theory]
    [InlineData("@\"0 0 1; 0 1 0; 1 0 1; 2 1 1\"", "@\"0 0 1; 1 0 1; 2 1 1\"")]
    [InlineData("\"\"\"0 1 0;0 0 1; 1 0 1; 2 1 1\"\"\"", "\"\"\"0 0 1; 1 0 1; 2 1 1\"\"\"")]
    [InlineData(
        "\"\"\"\n    0 1 0;\n    0 0 1;\n    1 0 1;\n    2 1 1\n    \"\"\"",
        "\"\"\"\n    0 0 1;\n    1 0 1;\n    2 1 1\n    \"\"\""
    )] // the first line
    [InlineData(
        "\"\"\"\n    0 0 1; 0 1 0;\n    1 0 1;\n    2 1 1;\n    2 0 0\n    \"\"\"",
        "\"\"\"\n    0 0 1;\n    1 0 1;\n    2 1 1\n    \"\"\""
    )] // the last one too
    [InlineData("\"0 0 1; 0 1 0; 1 0 1\" + /* and */ @\"; 2 1 1; 2 0 0\"", "\"0 0 1; 1 0 1\" + /* and */ @\"; 2 1 1\"")]
    public async Task Edge_IsRemovedFromAnyLiteral(string before, string after) =>
        await Verifier.VerifyAsync(Declared(before), Declared(after));

    [Theory]
    [InlineData("\"0 0 1; 1 0 1; 2 1 1;\\t0 1 0\"")]
    [InlineData("Written.Text")]
    public async Task LiteralWhoseTextIsElsewhere_OffersNothing(string edges)
    {
        var (workspace, solution) = FixSolution.Open(
            new TestProject(Declared(edges) + " static class Written { public const string Text = \"0 0 1; 1 0 1; 2 1 1; 0 1 0\"; }")
        );
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project));
        Assert.Equal("SDNN0029", diagnostic.Id);
        Assert.Empty(await Verifier.ActionsAsync(document, diagnostic));
    }

    [Fact]
    public async Task EdgeThatBecomesSubnormal_IsKept()
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(Source("0 0 1; 1 0 1; 2 1 1; 0 1 1e-40")));
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project));
        Assert.Equal("SDNN2002", diagnostic.Id);
        Assert.Empty(await Verifier.ActionsAsync(document, diagnostic));
    }

    private static string Declared(string edges) =>
        $"using SparseDnn;\n[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = {edges})] static partial class N;";

    private static string Source(string edges) => Declared($"\"{edges}\"");

    private static CodeFixVerifier Verifier { get; } = new(new RemoveEdgeCodeFixProvider());
}
