using System;
using System.Linq;
using SparseDnn.Inputs.Edges;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

public class InlineEdgesReaderTests
{
    [Theory]
    [InlineData("0 1 0.5; 2 0 -3")]
    [InlineData("0 1 0.5;2 0 -3;")]
    [InlineData("\n  0\t1\r\n5e-1 ;\n 2 0 -3.0 ;\n")]
    public void Edges_AreReadWhateverTheWhiteSpace(string text)
    {
        var edges = Assert.IsType<InlineEdgesResult.Success>(InlineEdgesReader.Read(text)).Edges;
        Assert.Equal(
            [(0, 1, DecimalNumber.Exact(0.5)), (2, 0, DecimalNumber.Exact(-3))],
            edges.Select(edge => (edge.Input, edge.Output, edge.Weight))
        );
        foreach (var edge in edges)
            Assert.Equal(
                [edge.Input, edge.Output],
                text.Substring(edge.Offset, edge.Length)
                    .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
                    .Take(2)
                    .Select(int.Parse)
            );
    }

    [Fact]
    public void WeightsKeepTheirResidue_AndZerosAreEdges()
    {
        var edges = Assert.IsType<InlineEdgesResult.Success>(InlineEdgesReader.Read("0 0 0.1; 0 1 0")).Edges;
        Assert.Equal([new DecimalNumber(0.1, -1), DecimalNumber.Exact(0)], edges.Select(edge => edge.Weight));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void ATextOfWhiteSpace_HasNoEdges(string text) =>
        Assert.Empty(Assert.IsType<InlineEdgesResult.Success>(InlineEdgesReader.Read(text)).Edges);

    [Theory]
    [InlineData("0 1", 3, 0, "weight is missing")]
    [InlineData("0 1 2;;", 6, 0, "input neuron is missing")]
    [InlineData("0; 1 2 3", 1, 0, "output neuron is missing")]
    [InlineData("0 1 2 3", 6, 1, "Unexpected '3'")]
    [InlineData("0 -1 2", 2, 2, "'-1' is no output neuron")]
    [InlineData("0,1,2", 0, 5, "separate the fields by blanks")]
    [InlineData("0 99999999999 2", 2, 11, "beyond")]
    [InlineData("0 1 nan", 4, 3, "no finite number")]
    [InlineData("0 1 1e400", 4, 5, "beyond the largest")]
    [InlineData("0 1 0,5", 4, 3, "decimal point")]
    [InlineData("0 1 1/3", 4, 3, "'1/3' is no number")]
    public void Faults_AreNamedWithTheirPlace(string text, int offset, int length, string part)
    {
        var failure = Assert.IsType<InlineEdgesResult.Failure>(InlineEdgesReader.Read(text));
        Assert.Equal(ProblemKinds.MalformedEdges, failure.Kind);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Equal((offset, length), (failure.Offset, failure.Length));
    }

    [Fact]
    public void ARepeatedEdge_NamesItsFirstAppearance()
    {
        var failure = Assert.IsType<InlineEdgesResult.Failure>(InlineEdgesReader.Read("0 1 2; 1 1 2; 0 1 7"));
        var problem = failure.At(new LayersPlace(3, "edges"));
        Assert.Equal(ProblemKinds.DuplicateEntry, problem.Kind);
        Assert.Equal(new InlineTextPlace(new LayersPlace(3, "edges"), 14, 5), problem.Place);
        Assert.StartsWith(
            "Entry (0, 1) appears a second time; its first appearance is edge number 1",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void DamagedTexts_AreReadOrExplained_NeverThrown()
    {
        const string alphabet = "0123456789 ;;  .-+eE\n\tx,\0\u2212";
        var random = new Random(61);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            if (InlineEdgesReader.Read(text) is not InlineEdgesResult.Failure failure)
                continue;
            Assert.True(failure.Offset >= 0 && failure.Length >= 0 && failure.Offset + failure.Length <= text.Length);
            Assert.False(string.IsNullOrWhiteSpace(failure.Message));
        }
    }
}
