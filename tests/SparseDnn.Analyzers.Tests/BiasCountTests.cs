using System;
using System.Linq;
using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>The fix of lists of biases that are too long or too short.</summary>
public sealed class BiasCountTests
{
    [Theory]
    [InlineData("Biases = new[] { 0.5, 0, 0.25 }", "Biases = new[] { 0.5, 0 }", "Keep the first 2 of 3 biases")]
    [InlineData(
        "Biases = new double[] { /* a */ 0.5, -1 /* b */, 2, 3 }, Ceiling = 4",
        "Biases = new double[] { /* a */ 0.5, -1 }, Ceiling = 4",
        "Keep the first 2 of 4 biases"
    )]
    [InlineData("Biases = [0.5, 0, 0.25]", "Biases = [0.5, 0]", "Keep the first 2 of 3 biases")]
    [InlineData("Biases = [0.5, 0, 0.25,]", "Biases = [0.5, 0,]", "Keep the first 2 of 3 biases")]
    [InlineData("Biases = new[] { 0.5 }", "Biases = new[] { 0.5, 0 }", "Add 1 bias of 0")]
    [InlineData("Biases = []", "Biases = [0, 0]", "Add 2 biases of 0")]
    [InlineData("Biases = new double[]\n{\n    0.5,\n}", "Biases = new double[]\n{\n    0.5, 0,\n}", "Add 1 bias of 0")]
    [InlineData(
        "Biases = new double[]\n{\n    0.5,\n    1,\n    2\n}",
        "Biases = new double[]\n{\n    0.5,\n    1\n}",
        "Keep the first 2 of 3 biases"
    )]
    public async Task List_GetsTheLengthOfTheLayer(string before, string after, string title) =>
        Assert.Equal([title], await new CodeFixVerifier(new BiasCountCodeFixProvider()).VerifyAsync(Source(before), Source(after)));

    [Theory]
    [InlineData("Biases = new[] { 0.5, 0.5, 0.5 }", "Bias = 0.5")]
    [InlineData("Biases = [-0.5]", "Bias = -0.5")]
    public async Task EqualValues_BecomeOne(string before, string after) =>
        await new CodeFixVerifier(new BiasCountCodeFixProvider()) { EquivalenceKey = "SparseDnn.SingleBias" }.VerifyAsync(
            Source(before),
            Source(after)
        );

    // One of the select semiring is what a missing bias would be.
    [Theory]
    [InlineData("MaxPlus", "MaxMin", "Biases = new[] { 0.5, 1.5, 2 }", "Keep the first 2 of 3 biases")]
    [InlineData("MaxPlus", "MaxMin", "Biases = new[] { 0.5 }", "Write Bias = 0.5")] // infinity cannot be written
    [InlineData("MaxPlus", "MaxTimes", "Biases = new[] { 0.5 }", "Add 1 bias of 1", "Write Bias = 0.5")]
    public async Task Neutral_IsThatOfTheSemiring(string correlate, string select, string biases, params string[] titles)
    {
        var (workspace, solution) = FixSolution.Open(
            new TestProject(
                $"using SparseDnn;\n[SparseNetwork(Inputs = 3)] [Oscillate(typeof({correlate}), typeof({select}))] "
                    + $"[Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1; 2 1 1\", {biases})] static partial class N;"
            )
        );
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(document.Project), found => found.Id == "SDNN0017");
        Assert.Equal(
            titles,
            (await new CodeFixVerifier(new BiasCountCodeFixProvider()).ActionsAsync(document, diagnostic)).Select(action => action.Title)
        );
    }

    // A length that is written, values that no list holds, and layers of several sizes.
    [Theory]
    [InlineData("[BandedLayer(Biases = new double[2] { 1, 2 })]")]
    [InlineData("[BandedLayer(Biases = new double[0])]")]
    [InlineData("[RadixNet(Radices = new[] { 3 }, BlockCounts = new[] { 1, 2 }, Biases = new[] { 0.5, 1.5 })]")]
    public async Task OtherLists_AreLeftAlone(string layer)
    {
        var (workspace, solution) = FixSolution.Open(
            new TestProject($"using SparseDnn;\n[SparseNetwork(Inputs = 3)] {layer} static partial class N;")
        );
        using var _ = workspace;
        var document = FixSolution.Document(solution);
        foreach (
            var diagnostic in (await FixSolution.DiagnosticsAsync(document.Project)).Where(found => found.Id == "SDNN0017").ToArray()
                is { Length: > 0 } found
                ? found
                : throw new InvalidOperationException("No finding.")
        )
            Assert.Empty(await new CodeFixVerifier(new BiasCountCodeFixProvider()).ActionsAsync(document, diagnostic));
    }

    private static string Source(string biases) =>
        $"using SparseDnn;\n[SparseNetwork(Inputs = 3)]\n[Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1; 2 1 1\", {biases})]\n"
        + "static partial class N;\n";
}
