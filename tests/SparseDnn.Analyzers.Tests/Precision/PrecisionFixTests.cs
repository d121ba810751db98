using System.Linq;
using System.Threading.Tasks;
using SparseDnn.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Precision;

/// <summary>Fixes of precision: singly and all at once, and nothing where there is nothing to write.</summary>
public sealed class PrecisionFixTests
{
    private const string Head = "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRange = new[] { -1.0, 1 })]\n";

    [Theory]
    [InlineData("[BandedLayer(Weight = 0.1)]", "[BandedLayer(Weight = 0.10000000149011612)]")]
    [InlineData("[BandedLayer(Weight = -0.1, Bias = -(0.3), Ceiling = +3.3)]", "[BandedLayer(Weight = -0.10000000149011612, Bias = -(0.30000001192092896), Ceiling = +3.299999952316284)]")]
    [InlineData("[BandedLayer(Biases = new[] { /* first */ -0.3, 0.5 })]", "[BandedLayer(Biases = new[] { /* first */ -0.30000001192092896, 0.5 })]")]
    [InlineData("[BandedLayer(Biases = new double[] { 16777217, 0.1 })]", "[BandedLayer(Biases = new double[] { 16777216.0, 0.10000000149011612 })]")]
    [InlineData("[Layer(Outputs = 1, Edges = \"0 0 0.1;\\t1 0 -3e-1 ; \")]", "[Layer(Outputs = 1, Edges = \"0 0 0.10000000149011612;\\t1 0 -0.30000001192092896 ; \")]")]
    [InlineData("[BandedLayer(Weight = 0.1)] [BandedLayer(Weight = 0.1, Bias = 0.7)]", "[BandedLayer(Weight = 0.10000000149011612)] [BandedLayer(Weight = 0.10000000149011612, Bias = 0.699999988079071)]")]
    public async Task RoundedNumbers_AreWritten(string before, string after)
    {
        var titles = await new CodeFixVerifier(new RoundedLiteralCodeFixProvider()).VerifyAsync(Head + before + " public static partial class N;", Head + after + " public static partial class N;");
        Assert.All(titles, title => Assert.Equal("Write binary32 values", title));
    }

    [Theory]
    // Constants that stand elsewhere, and what is computed, are the user's to change.
    [InlineData("[BandedLayer(Weight = N.Tenth)] public static partial class N { internal const double Tenth = 0.1; }")]
    [InlineData("[BandedLayer(Weight = 0.3 / 3)] public static partial class N;")]
    public async Task NothingIsOffered_WhereTheNumberIsNotALiteral(string source) => Assert.Empty(await ActionsAsync(new RoundedLiteralCodeFixProvider(), Head + source, "SDNN2001"));

    [Theory]
    [InlineData("[SparseNetwork(Inputs = 2, InputRange = new[] { 2.0, 4 })]", "[SparseNetwork(Inputs = 2, InputRange = new[] { 2.0, 4 }, Format = ElementFormat.Binary64)]")]
    [InlineData("[SparseNetwork(Format = ElementFormat.Binary32, Inputs = 2, InputRange = new[] { 2.0, 4 }) /* two */]", "[SparseNetwork(Format = ElementFormat.Binary64, Inputs = 2, InputRange = new[] { 2.0, 4 }) /* two */]")]
    public async Task CertainOverflow_ComputesInAWiderFormat(string before, string after)
    {
        const string Layers = "\n[Layer(Outputs = 1, Edges = \"0 0 1.7014118346046923e38; 1 0 1.7014118346046923e38\")]\npublic static partial class N;";
        var titles = await new CodeFixVerifier(new WiderFormatCodeFixProvider()).VerifyAsync("using SparseDnn;\n" + before + Layers, "using SparseDnn;\n" + after + Layers);
        Assert.Equal(["Compute in binary64"], titles);
    }

    [Fact]
    public async Task ReachableOverflow_ComputesInAWiderFormat()
    {
        const string Before = "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRange = new[] { -2.0, 2 })]\n[RadixNet(Radices = new[] { 2 }, Weight = 8, Repeat = 64)]\npublic static partial class N;";
        await new CodeFixVerifier(new WiderFormatCodeFixProvider()).VerifyAsync(Before, Before.Replace("2 })]\n", "2 }, Format = ElementFormat.Binary64)]\n", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingIsOffered_WhereNoFormatIsWideEnough() => Assert.Empty(await ActionsAsync(
        new WiderFormatCodeFixProvider(), "using SparseDnn;\n[SparseNetwork(Inputs = 2, Format = ElementFormat.Binary64)] [Layer(Outputs = 2, Bias = 1e308)] [Layer(Outputs = 1, Edges = \"0 0 2; 1 0 2\")] public static partial class N;", "SDNN2003"));

    private static async Task<System.Collections.Generic.IReadOnlyList<Microsoft.CodeAnalysis.CodeActions.CodeAction>> ActionsAsync(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider provider, string source, string id)
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(source));
        using var _ = workspace;
        var document = solution.Projects.Single().Documents.First();
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(solution.Projects.Single()), found => found.Id == id);
        return await new CodeFixVerifier(provider).ActionsAsync(document, diagnostic);
    }
}
