using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Networks;

public sealed class NetworkBuilderTests
{
    [Fact]
    public void InlineEdgesBecomeTheLayerTheySay()
    {
        var network = Network(3, Edges("0 0 1.5; 1 0 -2; 2 1 0.25", 2, Plain with { Biases = new([0.5, 0.0]) }));
        Assert.Equal(
            "network test: binary32, planned\n  layer 1: 3 → 2, 3 edges, a bias per neuron (dense), ReLU\n    0 → 0: 1.5\n    "
                + "1 → 0: -2\n    2 → 1: 0.25\n",
            NetworkPrinter.Print(network, withEdges: true)
        );
    }

    [Fact]
    public void NumbersAreRoundedOnceToTheFormat()
    {
        // 2^0 + 2^-24 + 2^-60 lies above the midpoint of two binary32 numbers, but its nearest binary64 is the midpoint itself.
        const string AboveMidpoint = "1.00000005960464477626047210";
        var network = Network(1, Edges("0 0 " + AboveMidpoint, 1, Plain with { Bias = -0.3, Ceiling = 0.1 }));
        Assert.Equal(MathF.BitIncrement(1f), network.Layers[0].Weights[0]);
        Assert.Equal(-0.3f, network.Layers[0].Biases[0]);
        Assert.Equal(0.1f, network.Layers[0].Ceiling);
        var wide = Sound(Build(1, ElementFormat.Binary64, Summation.Strict, [], Edges("0 0 0.1", 1)));
        Assert.Equal(0.1, wide.Layers[0].Weights[0]);
    }

    [Fact]
    public void FilesWithoutAShapeGrowToFitTheirNeighbours()
    {
        var files = new Dictionary<string, string> { ["a"] = "1\t1\t2\n", ["b"] = "3\t5\t1\n" };
        var network = Sound(Build(null, files, Files("a"), Files("b"), Edges("4 0 1", 1)));
        Assert.Equal([1, 3, 5, 1], network.Layers.Select(layer => layer.Outputs).Prepend(network.Inputs));
        Assert.Equal(
            [4, 4],
            Sound(Build(4, files, Files("a", neurons: 4))).Layers.SelectMany(layer => new[] { layer.Inputs, layer.Outputs })
        );
        Assert.Equal(6, Sound(Build(6, files, Files("a"))).Inputs);
    }

    [Fact]
    public void ARangeStandsForFilesInOrderAndRepeatForTheWholeList()
    {
        var files = new Dictionary<string, string>
        {
            ["l08.tsv"] = "1\t1\t8\n",
            ["l09.tsv"] = "1\t1\t9\n",
            ["l10.tsv"] = "1\t1\t10\n",
        };
        var network = Sound(Build(1, files, Files("l{08..10}.tsv", repeat: 2)));
        Assert.Equal([8, 9, 10, 8, 9, 10], network.Layers.Select(layer => layer.Weights[0]));
    }

    [Fact]
    public void EqualDeclarationsGiveEqualNetworks()
    {
        var first = Network(8, Random(8, 3, 1), Edges("0 0 1", 1));
        var second = Network(8, Random(8, 3, 1), Edges("0 0 1", 1));
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, Network(8, Random(8, 3, 2), Edges("0 0 1", 1)));
        Assert.NotEqual(first, Network(8, Random(8, 3, 1), Edges("0 0 1.5", 1)));
    }

    [Fact]
    public void EveryRepeatOfARandomLayerDrawsItsOwnEdges()
    {
        var network = Network(8, Random(8, 3, 1) with { Repeat = 3 });
        Assert.Equal(3, network.Layers.Select(layer => layer.Edges).Distinct().Count());
    }
}
