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
    [InlineData(
        "[BandedLayer(Weight = -0.1, Bias = -(0.3), Ceiling = +3.3)]",
        "[BandedLayer(Weight = -0.10000000149011612, Bias = -(0.30000001192092896), Ceiling = +3.299999952316284)]"
    )]
    [InlineData(
        "[BandedLayer(Biases = new[] { /* first */ -0.3, 0.5 })]",
        "[BandedLayer(Biases = new[] { /* first */ -0.30000001192092896, 0.5 })]"
    )]
    [InlineData(
        "[BandedLayer(Biases = new double[] { 16777217, 0.1 })]",
        "[BandedLayer(Biases = new double[] { 16777216.0, 0.10000000149011612 })]"
    )]
    [InlineData(
        "[Layer(Outputs = 1, Edges = \"0 0 0.1;\\t1 0 -3e-1 ; \")]",
        "[Layer(Outputs = 1, Edges = \"0 0 0.10000000149011612;\\t1 0 -0.30000001192092896 ; \")]"
    )]
    [InlineData(
        "[BandedLayer(Weight = 0.1)] [BandedLayer(Weight = 0.1, Bias = 0.7)]",
        "[BandedLayer(Weight = 0.10000000149011612)] [BandedLayer(Weight = 0.10000000149011612, Bias = 0.699999988079071)]"
    )]
    public async Task RoundedNumbers_AreWritten(string before, string after)
    {
        var titles = await new CodeFixVerifier(new RoundedLiteralCodeFixProvider()).VerifyAsync(
            Head + before + " public static partial class N;",
            Head + after + " public static partial class N;"
        );
        Assert.All(titles, title => Assert.Equal("Write binary32 values", title));
    }

    [Theory]
    // Constants that stand elsewhere, and what is computed, are the user's to change.
    [InlineData("[BandedLayer(Weight = N.Tenth)] public static partial class N { internal const double Tenth = 0.1; }")]
    [InlineData("[BandedLayer(Weight = 0.3 / 3)] public static partial class N;")]
    public async Task NothingIsOffered_WhereTheNumberIsNotALiteral(string source) =>
        Assert.Empty(await ActionsAsync(new RoundedLiteralCodeFixProvider(), Head + source, "SDNN2001"));

    [Theory]
    [InlineData(
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 2.0, 4 })]",
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 2.0, 4 }, Format = ElementFormat.Binary64)]"
    )]
    [InlineData(
        "[SparseNetwork(Format = ElementFormat.Binary32, Inputs = 2, InputRange = new[] { 2.0, 4 }) /* two */]",
        "[SparseNetwork(Format = ElementFormat.Binary64, Inputs = 2, InputRange = new[] { 2.0, 4 }) /* two */]"
    )]
    public async Task CertainOverflow_ComputesInAWiderFormat(string before, string after)
    {
        const string Layers =
            "\n[Layer(Outputs = 1, Edges = \"0 0 1.7014118346046923e38; 1 0 1.7014118346046923e38\")]\npublic static partial class N;";
        var titles = await new CodeFixVerifier(new WiderFormatCodeFixProvider()).VerifyAsync(
            "using SparseDnn;\n" + before + Layers,
            "using SparseDnn;\n" + after + Layers
        );
        Assert.Equal(["Compute in binary64"], titles);
    }

    [Fact]
    public async Task ReachableOverflow_ComputesInAWiderFormat()
    {
        const string Before =
            "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRange = new[] { -2.0, 2 })]\n[RadixNet(Radices = new[] { 2 }, "
            + "Weight = 8, Repeat = 64)]\npublic static partial class N;";
        await new CodeFixVerifier(new WiderFormatCodeFixProvider()).VerifyAsync(
            Before,
            Before.Replace("2 })]\n", "2 }, Format = ElementFormat.Binary64)]\n", System.StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("2, InputRange = new[] { -1.0, 1 }", "[Layer(Outputs = 1, Edges = \"0 0 1; 1 0 1e-40\")]")] // a number
    // A bias.
    [InlineData("2, InputRange = new[] { 33554432.0, 67108864 }", "[BandedLayer(Weight = 1, Bias = 0.5, Activation = Activation.None)]")]
    // Products.
    [InlineData("3, InputRange = new[] { -9.094947017729282e-13, 9.094947017729282e-13 }", "[BandedLayer(Weight = 7.888609052210118e-31)]")]
    [InlineData(
        "2, InputRange = new[] { 0.999999940395, 0.9999999404 }",
        "[Layer(Outputs = 1, Edges = \"0 0 33554432; 1 0 -33554432\", Bias = 0.0009765625)]"
    )] // cancellation
    public async Task WhatIsTooSmall_ComputesInAWiderFormat(string inputs, string layer)
    {
        var before = $"using SparseDnn;\n[SparseNetwork(Inputs = {inputs})]\n{layer}\npublic static partial class N;";
        Assert.Equal(
            ["Compute in binary64"],
            await new CodeFixVerifier(new WiderFormatCodeFixProvider()).VerifyAsync(
                before,
                before.Replace($"{inputs})", $"{inputs}, Format = ElementFormat.Binary64)", System.StringComparison.Ordinal)
            )
        );
    }

    [Theory]
    // As much is lost of the bias in binary64.
    [InlineData(
        "[SparseNetwork(Inputs = 2, InputRange = new[] { 1.0, 2 })] [BandedLayer(Weight = 1.2676506002282294E+30, Bias = 1, "
            + "Activation = Activation.None)]",
        "SDNN2006"
    )]
    // There is no wider one.
    [InlineData(
        "[SparseNetwork(Inputs = 2, Format = ElementFormat.Binary64, InputRange = new[] { 1e18, 2e18 })] [BandedLayer(Weight = "
            + "1, Bias = 1, Activation = Activation.None)]",
        "SDNN2006"
    )]
    public async Task NothingIsOffered_WhereAWiderFormatIsNoHelp(string declaration, string id) =>
        Assert.Empty(
            await ActionsAsync(new WiderFormatCodeFixProvider(), $"using SparseDnn;\n{declaration} public static partial class N;", id)
        );

    [Theory]
    [InlineData("[BandedLayer(Weight = 1, Biases = new[] { 0.5, 64 }, Activation = Activation.None)]")] // only one is absorbed
    [InlineData("[BandedLayer(Weight = 1, Bias = 0.5, Activation = Activation.None, Repeat = 2)]")] // one attribute for two layers
    public async Task Bias_IsNotRemovedWhereItMayMatter(string layer) =>
        Assert.Empty(
            await ActionsAsync(
                new SetArgumentCodeFixProvider(),
                $"using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRange = new[] {{ 33554432.0, 67108864 }})] {layer} public "
                    + "static partial class N;",
                "SDNN2006"
            )
        );

    [Fact]
    public async Task NothingIsOffered_WhereNoFormatIsWideEnough() =>
        Assert.Empty(
            await ActionsAsync(
                new WiderFormatCodeFixProvider(),
                "using SparseDnn;\n[SparseNetwork(Inputs = 2, Format = ElementFormat.Binary64)] [Layer(Outputs = 2, Bias = "
                    + "1e308)] [Layer(Outputs = 1, Edges = \"0 0 2; 1 0 2\")] public static partial class N;",
                "SDNN2003"
            )
        );

    private static async Task<System.Collections.Generic.IReadOnlyList<Microsoft.CodeAnalysis.CodeActions.CodeAction>> ActionsAsync(
        Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider provider,
        string source,
        string id
    )
    {
        var (workspace, solution) = FixSolution.Open(new TestProject(source));
        using var _ = workspace;
        var document = solution.Projects.Single().Documents.First();
        var diagnostic = Assert.Single(await FixSolution.DiagnosticsAsync(solution.Projects.Single()), found => found.Id == id);
        return await new CodeFixVerifier(provider).ActionsAsync(document, diagnostic);
    }
}
