using System;
using System.Linq;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>Comments of straight-line code speak of the user's neurons, not of the rows that rewrites made of them.</summary>
public sealed class NeuronCommentTests
{
    [Fact]
    public void MergedNeuronsAreNamedTogether() =>
        Assert.Equal(
            ["Neuron 0 (also 2): 2 terms.", "Neuron 1: 1 term."],
            Comments("[Layer(Outputs = 3, Edges = \"0 0 1.5; 1 0 -2; 2 1 0.25; 0 2 1.5; 1 2 -2\")]")
        );

    [Fact]
    public void NeuronsOfOneSumWithOtherBiasesAreNamedTogether() =>
        Assert.Equal(
            ["Neuron 0 (also 1): 1 term, constant weight 3."],
            Comments("[Layer(Outputs = 2, Edges = \"0 0 3; 0 1 3\", Biases = new[] { 1.0, 2 })]")
        );

    // What nobody reads gets no row, and the rows behind it other numbers; names stay.
    [Fact]
    public void NeuronsBehindUnreadOnesKeepTheirNumbers() =>
        Assert.Equal(
            ["Neuron 2: 2 terms.", "Neuron 0: 1 term, constant weight 7."],
            Comments("[Layer(Outputs = 3, Edges = \"0 0 3; 1 1 5; 1 2 7; 2 2 9\")] [Layer(Outputs = 1, Edges = \"2 0 7\")]")
        );

    [Fact]
    public void LongListsAreShortened()
    {
        var edges = string.Join("; ", Enumerable.Range(0, 40).SelectMany(neuron => new[] { $"0 {neuron} 0.0625", $"1 {neuron} 0.0625" }));
        Assert.Equal(
            ["Neuron 0 (also 1, 2, 3, 4 and 35 more): 2 terms, constant weight 1/16."],
            Comments($"[Layer(Outputs = 40, Edges = \"{edges}\")]")
        );
    }

    [Fact]
    public void FewerTermsThanEdgesAreSaid() =>
        Assert.Contains(
            "Neuron 0 (also 1, 2, 3, 4 and 251 more): 1 term for 32 edges, constant weight 1/16.",
            Comments(
                "[RadixNet(Radices = new[] { 8, 8 }, Blocks = 4, Weight = 0.0625, Bias = -0.3, BiasMode = "
                    + "BiasMode.NonzeroSums, Ceiling = 32, "
                    + "Repeat = 2)]",
                inputs: 256
            )
        );

    private static string[] Comments(string layers, int inputs = 3)
    {
        var run = GeneratorRun
            .Start(new TestProject($"using SparseDnn;\n[SparseNetwork(Inputs = {inputs})] {layers}\npublic static partial class N;"))
            .RequireClean();
        return
        [
            .. run
                .Files.Values.SelectMany(text => text.Split('\n'))
                .Select(line => line.Trim())
                .Where(line => line.StartsWith("// Neuron ", StringComparison.Ordinal))
                .Select(line => line[3..]),
        ];
    }
}
