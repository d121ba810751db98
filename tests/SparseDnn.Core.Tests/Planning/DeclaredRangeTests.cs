using System;
using System.Linq;
using SparseDnn.Analysis;
using SparseDnn.Exact;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Inputs;
using SparseDnn.Networks.Build;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Planning;

/// <summary>What a declared range of the inputs proves, and that a plan which uses it gives the same bits within the range.</summary>
public sealed class DeclaredRangeTests
{
    [Fact]
    public void NeuronsThatCannotBeActiveAreLeftOut()
    {
        // Of four neurons one has only negative weights, one a bias that the weights cannot reach, one just reaches it.
        var network = Network(
            2,
            Edges("0 0 -1; 1 0 -2; 0 1 0.25; 0 2 0.5; 1 2 0.5; 1 3 1", 4, Plain with { Biases = new([0.0, -1, -0.5, 0]) }),
            Edges("0 0 1; 1 0 1; 2 0 1; 3 0 1", 1)
        ) with
        {
            InputRange = new Interval(0, 1),
        };
        Assert.Equal([2, 1], Planner.Plan(network).Layers.Select(layer => layer.Data.Outputs));
        Assert.Equal([4, 1], Planner.Plan(network with { InputRange = null }).Layers.Select(layer => layer.Data.Outputs));
        Assert.Equal(
            [4, 1],
            Planner.Plan(network with { Rewrites = Rewrites.All & ~Rewrites.DropDead }).Layers.Select(layer => layer.Data.Outputs)
        );
    }

    [Fact]
    public void ReLUIsLeftOutWhereNoSumIsNegative()
    {
        var network = Network(2, Edges("0 0 1; 1 0 2; 0 1 0.25", 2, Plain with { Bias = 0.5 }), Edges("0 0 1; 1 0 -1", 1)) with
        {
            InputRange = new Interval(0, 1),
        };
        Assert.Equal([false, true], Planner.Plan(network).Layers.Select(layer => layer.Data.HasActivation));
        Assert.Equal(
            [true, true],
            Planner.Plan(network with { InputRange = new Interval(-1, 1) }).Layers.Select(layer => layer.Data.HasActivation)
        );
        Assert.Equal(
            [true, true],
            Planner.Plan(network with { Rewrites = Rewrites.All & ~Rewrites.DropReLU }).Layers.Select(layer => layer.Data.HasActivation)
        );
    }

    [Theory]
    [InlineData(1, -0.3, BiasMode.Dense)]
    [InlineData(2, -1.5, BiasMode.Dense)]
    [InlineData(3, -1.5, BiasMode.NonzeroSums)]
    [InlineData(4, 0.4, BiasMode.NonzeroSums)]
    public void WithinTheRangeNoBitChanges(long seed, double bias, BiasMode mode)
    {
        var epilogue = Plain with { Bias = bias, BiasMode = mode, Ceiling = 2 };
        var declared = Network(12, Random(20, 4, seed, epilogue), Random(16, 5, seed + 10, epilogue), Random(9, 5, seed + 20, epilogue));
        var ranged = declared with { InputRange = new Interval(-0.5, 1) };
        var ranges = ValueRanges.Of(ranged)!;
        var random = new SplitMix64((ulong)seed);
        for (var item = 0; item < 60; item++)
        {
            var input = Enumerable
                .Range(0, 12)
                .Select(_ => (double)(float)(item % 3 == 0 ? (1.5 * random.Next(2)) - 0.5 : (1.5 * random.NextUnit()) - 0.5))
                .ToArray();
            Assert.Equal(RoundedEvaluator.Evaluate(declared, input), RoundedEvaluator.Evaluate(ranged, input));
            var layer = 0;
            foreach (var trace in MixedEvaluator.Trace(NetworkConversion.ToDyadic(declared), input.Select(Dyadic.FromDouble).ToArray()))
            {
                for (var neuron = 0; neuron < trace.Biased.Count; neuron++)
                    Assert.True(ranges[layer, neuron].Contains(trace.Biased[neuron].ToDouble()));
                layer++;
            }
        }
    }

    [Fact]
    public void WhereSumsMayOverflowOnlySignsProve()
    {
        // 3e38·x + 3e38·y − 3e38·z − 3e38·w − 1: in exact arithmetic below 0 for inputs that are nearly equal, but infinities of both signs
        // may meet.
        var network = Network(
            4,
            Edges("0 0 3e38; 1 0 3e38; 2 0 -3e38; 3 0 -3e38; 0 1 -3e38; 1 1 -3e38", 2, Plain with { Bias = -1 }),
            Edges("0 0 1; 1 0 1", 1)
        ) with
        {
            InputRange = new Interval(1, 1),
        };
        var ranges = ValueRanges.Of(network)!;
        Assert.False(ranges.IsNeverPositive(0, 0));
        Assert.True(ranges.IsNeverPositive(0, 1));
    }

    [Fact]
    public void SomethingIsLeftToALayerWhoseInputsAreAllDead()
    {
        var network = Network(2, Edges("0 0 -1; 1 1 -1", 2), Edges("0 0 1; 1 0 1", 1, Plain with { Bias = 0.5 })) with
        {
            InputRange = new Interval(0, 1),
        };
        Assert.Equal([0.5], RoundedEvaluator.Evaluate(network, [1, 1]));
        Assert.Equal(1, Planner.Plan(network).Layers[0].Data.Outputs);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(0.0, double.PositiveInfinity)]
    [InlineData(0.0, double.NaN)]
    [InlineData(0.0, 1.0, 2.0)]
    public void ARangeIsTwoFiniteNumbersInOrder(params double[] range)
    {
        var declaration = new NetworkDeclaration("N", 2, ElementFormat.Binary32, Summation.Planned, new([Edges("0 0 1", 1)]))
        {
            InputRange = new(range),
        };
        var problem = Assert.Single(NetworkBuilder.Build(declaration, InputFiles.None).Problems);
        Assert.Equal(ProblemKinds.InvalidNumber, problem.Kind);
        Assert.Contains("InputRange", problem.Message, StringComparison.Ordinal);
    }
}
