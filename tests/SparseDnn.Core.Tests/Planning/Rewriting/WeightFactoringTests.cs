using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T3: rows are added and multiplied once, but never where adding could overflow and the products do not.</summary>
public sealed class WeightFactoringTests
{
    private const string Four = "0 0 0.25; 1 0 0.25; 2 0 0.25; 3 0 0.25; 1 1 0.25";

    [Theory]
    [InlineData("0 0 2; 1 0 2; 1 1 -3; 2 1 -3", true, 1.0)]
    [InlineData("0 0 0.5; 1 0 0.5; 1 1 0.5", true, 0.5)]
    [InlineData("0 0 0.5; 1 0 0.5; 1 1 2", false, 1.0)]
    [InlineData("0 0 2; 1 0 3", false, 1.0)]
    public void OfInputsNothingIsKnown(string edges, bool addsOnly, double inputScale)
    {
        var plan = Planner.PlanTables(Declare.Network(3, Declare.Edges(edges, 2)));
        Assert.Equal((addsOnly, inputScale), (plan.Layers[0].Data.AddsOnly, plan.InputScale));
        Assert.Equal(inputScale, RowLayout.Of(plan).InputScale);
    }

    [Theory]
    [InlineData(null, Activation.ReLU, false)]
    [InlineData(32.0, Activation.ReLU, true)]
    [InlineData(32.0, Activation.None, false)]
    [InlineData(3e38, Activation.ReLU, false)]
    public void SmallWeightsAreFactoredBehindACeilingAndAFloor(double? ceiling, Activation activation, bool addsOnly)
    {
        var network = Declare.Network(
            4,
            Declare.Edges("0 0 1; 1 1 2; 2 2 3; 3 3 4", 4, Declare.Plain with { Ceiling = ceiling, Activation = activation }),
            Declare.Edges(Four, 2)
        );
        Assert.Equal(addsOnly, Planner.PlanTables(network).Layers[1].Data.AddsOnly);
    }

    // min(z, 0) has a ceiling and no floor.
    [Fact]
    public void AFloorIsWhatReLUGivesAndNoOtherEpilogue()
    {
        var network = Declare.Sound(
            Declare.Build(
                4,
                new Oscillation(KnownSemirings.PlusTimes, KnownSemirings.MinPlus),
                ElementFormat.Binary32,
                [],
                Declare.Edges("0 0 1; 1 1 1; 2 2 1; 3 3 1", 4, Declare.Plain with { Ceiling = 1 }),
                Declare.Edges(Four, 2)
            )
        );
        Assert.False(Planner.PlanTables(network).Layers[1].Data.AddsOnly);
        Assert.Equal(
            [-(double)float.MaxValue, -(double)float.MaxValue / 4],
            RoundedEvaluator.Evaluate(network, Enumerable.Repeat(-(double)float.MaxValue, 4).ToArray())
        );
    }

    [Fact]
    public void NothingOverflowsThatTheProductsWouldNot()
    {
        var tried = 0;
        foreach (var format in new[] { ElementFormat.Binary32, ElementFormat.Binary64 })
            for (var seed = 0; seed < 150; seed++)
            {
                var (network, input) = Extreme(seed, format);
                if (!ProductsFit(network, input, out var sumsOverflow))
                    continue;
                tried += sumsOverflow ? 1 : 0;
                foreach (var rewrites in new[] { Rewrites.All, Rewrites.FactorWeights, Rewrites.All & ~Rewrites.ShareSums })
                    Assert.True(
                        ExactVerifier
                            .Check(network, input, RoundedEvaluator.Evaluate(network with { Rewrites = rewrites }, input))
                            .IsWithinBounds,
                        $"{format}, {seed}, {rewrites}"
                    );
            }

        Assert.InRange(tried, 40, 300);
    }

    /// <summary>A network of small weights whose inputs or ceilings are near the largest number of the format.</summary>
    private static (Network Network, double[] Input) Extreme(int seed, ElementFormat format)
    {
        var random = new SplitMix64((ulong)seed);
        var most = format == ElementFormat.Binary32 ? float.MaxValue : double.MaxValue;
        double[] weights = [0.0625, 0.125, 0.25, 1, 2, 0.3];
        var layers = Enumerable
            .Range(0, 1 + random.Next(3))
            .Select(_ =>
                (LayersDeclaration)
                    new RandomLayerDeclaration(
                        1,
                        Declare.Plain with
                        {
                            Ceiling =
                                random.Next(2) == 0
                                    ? null
                                    : Math.ScaleB(1, (format == ElementFormat.Binary32 ? 127 : 1023) - random.Next(5)),
                        },
                        1,
                        8,
                        1 + random.Next(8),
                        null,
                        seed,
                        0,
                        1
                    )
            )
            .ToArray();
        var network = Declare.Sound(Declare.Build(8, format, Summation.Planned, [], layers));
        network = network with
        {
            Layers = new(
                network.Layers.Select(layer =>
                    layer with
                    {
                        Weights = new RoundedValues(network.Format.Round(weights[random.Next(weights.Length)]), layer.Weights.Count),
                    }
                )
            ),
        };
        return (
            network,
            Enumerable
                .Range(0, 8)
                .Select(_ => network.Format.Round(most * (0.5 + (random.NextUnit() / 2)) * (seed % 3 == 0 && random.Next(2) == 0 ? -1 : 1)))
                .ToArray()
        );
    }

    private static bool ProductsFit(Network network, double[] input, out bool sumsOverflow)
    {
        sumsOverflow = false;
        foreach (var layer in ExactOracle.Trace(network, input))
            for (int neuron = 0, edge = 0; neuron < layer.Layer.Outputs; neuron++)
            {
                Dyadic products = Dyadic.Zero,
                    sum = Dyadic.Zero;
                foreach (var row in layer.Layer.Edges.Row(neuron))
                {
                    sum += layer.Inputs[row].Abs();
                    products += layer.Inputs[row].Abs() * Dyadic.FromDouble(layer.Layer.Weights[edge++]);
                }

                if (products > network.Format.MaxFinite * Dyadic.FromDouble(0.99))
                    return false;
                sumsOverflow |= sum > network.Format.MaxFinite;
            }

        return true;
    }
}
