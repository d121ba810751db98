using System;
using System.Linq;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T6: two layers with nothing between them become one where that is exact, and where it is not nothing is done.</summary>
public sealed class LayerMultiplicationTests
{
    private const Rewrites Without = Rewrites.All & ~Rewrites.MultiplyLayers;
    private const string Dense = "0 0 3; 1 0 -5; 2 0 0.25; 0 1 1; 2 1 7";

    private static readonly EpilogueDeclaration Linear = Declare.Plain with { Activation = Activation.None };

    [Fact]
    public void ALayerThatScalesIsMultipliedIntoTheNextOne()
    {
        var plan = Planner.PlanTables(
            Declare.Network(
                3,
                Declare.Edges("2 0 2; 0 1 -0.5; 2 2 4; 1 3 8", 4, Linear),
                Declare.Edges("0 0 1; 1 0 3; 2 0 5; 3 1 7; 1 1 1", 2)
            )
        );
        Assert.Equal([true, false], plan.Layers.Select(layer => layer.Passes));
        var data = plan.Layers[1].Data;
        Assert.Equal(
            [(0, -1.5), (2, 22.0), (0, -0.5), (1, 56.0)],
            data.Lists.Items.ToArray().Select((row, term) => (row, data.Weights[term]))
        );
        Assert.EndsWith("multiplied into the next layer", plan.Layers[0].Explanation, StringComparison.Ordinal);
        Assert.Contains("the layer before multiplied in: 4 terms instead of 9", plan.Layers[1].Explanation, StringComparison.Ordinal);
        Assert.Equal([0], RowLayout.Of(plan).Passing);
    }

    [Fact]
    public void ALayerThatPicksTakesTheSumsAndTheirBiases()
    {
        var plan = Planner.PlanTables(
            Declare.Network(
                3,
                Declare.Edges(Dense, 2, Linear with { Biases = new([0.5, 2]) }),
                Declare.Edges("0 0 -1; 1 1 1", 2, Declare.Plain with { Biases = new([4.0, 0]) })
            )
        );
        var data = plan.Layers[1].Data;
        Assert.Equal([3.5, 2], Enumerable.Range(0, 2).Select(row => data.Biases[row]));
        Assert.Equal([-3, 5, -0.25, 1, 7], Enumerable.Range(0, 5).Select(term => data.Weights[term]));
    }

    [Fact]
    public void ChainsBecomeOneLayer()
    {
        var scale = Declare.Edges("0 0 2; 1 1 4; 2 2 0.5", 3, Linear);
        var plan = Planner.PlanTables(Declare.Network(3, scale, scale, scale, Declare.Edges(Dense, 2)));
        Assert.Equal([true, true, true, false], plan.Layers.Select(layer => layer.Passes));
        Assert.Equal([24, -320, 0.03125, 8, 0.875], Enumerable.Range(0, 5).Select(term => plan.Layers[3].Data.Weights[term]));
    }

    [Fact]
    public void ReLUThatTheRangeProvesInactiveIsNothingBetween()
    {
        var network = Declare.Network(3, Declare.Edges("2 0 2; 0 1 0.5; 1 2 4", 3), Declare.Edges(Dense, 2)) with
        {
            InputRange = new Interval(0, 1),
        };
        Assert.True(Planner.PlanTables(network).Layers[0].Passes);
        Assert.False(Planner.PlanTables(network with { InputRange = new Interval(-1, 1) }).Layers[0].Passes);
        Assert.False(Planner.PlanTables(network with { Rewrites = Rewrites.All & ~Rewrites.DropReLU }).Layers[0].Passes);
    }

    [Theory]
    [InlineData("0 0 2; 1 0 3; 2 1 1", "0 0 3; 1 0 1", null, null, "sums that do not round might then")]
    [InlineData("0 0 1.0000001; 1 1 1", "0 0 1.0000001; 1 0 1", null, null, "a product of weights is no number of the format")]
    [InlineData("0 0 2; 1 0 3; 0 1 5", "0 0 1; 1 1 1", 1.0, 1e-9, "a sum of biases is no number of the format")]
    [InlineData("0 0 2; 1 0 3; 2 0 4; 0 1 5", "0 0 1; 1 1 1; 0 2 -1; 0 3 -1; 1 4 -1; 1 5 -1", null, null, "no fewer terms")]
    [InlineData("0 0 2; 1 1 3", "0 0 0.5; 1 0 0.5", null, null, "its sums would lose their common weights")]
    public void WhatWouldNotBeExactOrNoGainIsDeclinedInWords(
        string first,
        string second,
        double? firstBias,
        double? secondBias,
        string reason
    )
    {
        var network = Declare.Network(
            3,
            Declare.Edges(first, 2, Linear with { Bias = firstBias }),
            Declare.Edges(second, 6, Declare.Plain with { Bias = secondBias })
        );
        var plan = Planner.PlanTables(network);
        Assert.Contains("not multiplied into the next layer: " + reason, plan.Layers[0].Explanation, StringComparison.Ordinal);
        Assert.Equal(
            Planner.PlanTables(network with { Rewrites = Without }).Layers.Select(layer => layer.Data),
            plan.Layers.Select(layer => layer.Data)
        );
    }

    [Fact]
    public void WhichSumsAreZeroStaysTheQuestion()
    {
        var nonzero = Linear with { Bias = 1, BiasMode = BiasMode.NonzeroSums };
        string sum = "0 0 2; 1 0 -2; 2 1 5",
            pick = "0 0 1; 1 1 -1";
        Assert.True(Planner.PlanTables(Declare.Network(3, Declare.Edges(sum, 2, nonzero), Declare.Edges(pick, 2))).Layers[0].Passes);
        Assert.True(
            Planner.PlanTables(Declare.Network(3, Declare.Edges(sum, 2, Linear), Declare.Edges(pick, 2, nonzero))).Layers[0].Passes
        );
        Assert.False(
            Planner
                .PlanTables(Declare.Network(3, Declare.Edges(sum, 2, nonzero), Declare.Edges(pick, 2, Linear with { Bias = 2 })))
                .Layers[0]
                .Passes
        );
        Assert.False(
            Planner
                .PlanTables(Declare.Network(3, Declare.Edges(sum, 2, Linear with { Bias = 2 }), Declare.Edges(pick, 2, nonzero)))
                .Layers[0]
                .Passes
        );
    }

    // The first layer's zero item is none behind its bias, which is added within the second.
    [Fact]
    public void ZeroItemsAreNotDroppedBetweenALayerAndItsProduct()
    {
        var network = Declare.Network(
            3,
            Declare.Edges(Dense, 2, Linear with { Bias = 1 }),
            Declare.Edges("0 0 -1; 1 1 1", 2),
            Declare.Edges("0 0 1; 1 1 1", 2)
        );
        Assert.Equal(1, Planner.PlanTables(network with { Rewrites = Without }).FirstDroppingLayer);
        Assert.Equal(2, Planner.PlanTables(network).FirstDroppingLayer);
    }

    [Fact]
    public void StrictSumsAreLeftAlone() =>
        Assert.All(
            Enumerable.Range(0, 30),
            seed => Assert.DoesNotContain(Planner.PlanTables(RewriteNetworks.Draw(seed, Summation.Strict)).Layers, layer => layer.Passes)
        );

    // 2^20·x − 2^20·y is exact for small integers, and a small one's product with 1 + 2^−20 too; the products' difference is not.
    [Fact]
    public void SumsThatAreCertifiedStayExact()
    {
        var network = Declare.Network(
            3,
            Declare.Edges("0 0 1048576; 1 0 -1048576; 2 0 1", 1, Linear),
            Declare.Edges("0 0 1.00000095367431640625", 1, Linear)
        );
        double[] input = [3, 3, 1];
        Assert.Equal([1.00000095367431640625], RoundedEvaluator.Evaluate(network, input));
        Assert.False(Planner.PlanTables(network).Layers[0].Passes);
    }

    [Fact]
    public void ManyDrawnNetworksAreMultipliedAndEveryPassingLayerIsOne()
    {
        var layers = Enumerable.Range(0, 60).SelectMany(seed => Planner.PlanTables(RewriteNetworks.Draw(seed)).Layers).ToArray();
        Assert.InRange(layers.Count(layer => layer.Passes), 20, layers.Length);
        Assert.All(
            layers.Where(layer => layer.Passes),
            layer =>
            {
                Assert.Equal(Enumerable.Range(0, layer.Data.Inputs), layer.Data.Lists.Items.ToArray());
                Assert.Equal(Enumerable.Range(0, layer.Data.Inputs), layer.Data.SumOfOutput);
                Assert.True(
                    layer.Data
                        is {
                            AddsOnly: false,
                            HasScales: false,
                            HasBias: false,
                            HasActivation: false,
                            HasCeiling: false,
                            Partials.Count: 0,
                            Weights: { IsConstant: true, Constant: 1 }
                        }
                );
            }
        );
    }
}
