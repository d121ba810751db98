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

    [Fact]
    public async Task LiteralWhoseOffsetsAreUnknown_OffersNothing()
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(Source("0 0 1; 1 0 1; 2 1 1; 0 1 0").Replace("Edges = \"", "Edges = @\"", System.StringComparison.Ordinal)));
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

    private static string Source(string edges) => $"using SparseDnn;\n[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"{edges}\")] static partial class N;";

    private static CodeFixVerifier Verifier { get; } = new(new RemoveEdgeCodeFixProvider());
}
