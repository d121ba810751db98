using System;
using System.Linq;
using SparseDnn.Analysis;
using SparseDnn.Compiler.Tolerances;
using SparseDnn.Core.Tests.Inputs;
using SparseDnn.Exact;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Networks;

/// <summary>Ranges of single inputs: how file and attribute go together, and that what they prove holds for every drawn item.</summary>
public sealed class InputRangeTests
{
    [Theory]
    [InlineData("1 0 1\n2 -1 2\n3 5 6\n", false, "[0, 1] [-1, 2] [5, 6]", 3)]
    [InlineData("2 -1 2\n", true, "[0, 4] [-1, 2] [0, 4]", 3)]
    [InlineData("3 0 4\n", true, "[0, 4] [0, 4] [0, 4]", null)]
    [InlineData("1 0 1\n2 0 1\n3 0 1\n", false, "[0, 1] [0, 1] [0, 1]", null)]
    public void FileComesBeforeTheAttribute(string text, bool hasRange, string expected, int? count)
    {
        var network = Sound(Build(text, hasRange));
        Assert.Equal(expected, string.Join(" ", network.InputRanges!.ToArray(3)));
        Assert.Equal(count, network.InputRanges.Count);
        Assert.Equal(network.InputRanges.ToArray(3).Aggregate((a, b) => a.Hull(b)), network.InputRange);
        Assert.Empty(NetworkVerifier.Verify(network));
    }

    [Theory]
    [InlineData("1 0 1\n3 0 1\n", "SDNN0035", "input 2, counting from 1;")]
    [InlineData("3 0 1\n", "SDNN0035", "input 1, counting from 1, nor for one other;")]
    [InlineData("1 0 1\n4 0 1\n", "SDNN0033", "There is no input 4: the network has 3")]
    [InlineData("1 1 0\n", "SDNN0033", "begins above its end")]
    [InlineData(null, "SDNN0034", "<SparseRanges Include=\"data/r.tsv\" />")]
    public void Fault_IsSaid(string? text, string id, string message)
    {
        var build = Build(text, false);
        Assert.Null(build.Network);
        var problem = Assert.Single(build.Problems);
        Assert.Equal(id, problem.Kind.Id);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFiles_AskForMoreOfThePath()
    {
        var problem = Assert.Single(
            NetworkBuilder.Build(Declared(false), new NamedTexts(("b/data/r.tsv", "1 0 1\n"), ("a/data/r.tsv", "1 0 1\n"))).Problems
        );
        Assert.Equal(ProblemKinds.AmbiguousWeightFile, problem.Kind);
        Assert.Equal(["\"a/data/r.tsv\"", "\"b/data/r.tsv\""], problem.Remedies.Select(remedy => remedy.Value));
    }

    [Fact]
    public void WrongNumberOfRanges_IsRefused()
    {
        var network = Sound(Build("1 0 1\n2 0 2\n3 0 1\n", false)) with { InputRanges = InputRanges.Each([new(0, 1), new(0, 2)]) };
        Assert.Equal(ProblemKinds.WrongCount, Assert.Single(NetworkVerifier.Verify(network)).Kind);
    }

    [Fact]
    public void EachInputCountsForItself()
    {
        var network = Network(2, Edges("0 0 -1; 1 1 1", 2), Edges("0 0 1; 1 0 1", 1)) with
        {
            InputRanges = InputRanges.Each([new(0, 1), new(-1, 1)]),
        };
        Assert.Equal([1, 1], Planner.Plan(network).Layers.Select(layer => layer.Data.Outputs));
        Assert.Equal([2, 1], Planner.Plan(network with { InputRange = network.InputRange }).Layers.Select(layer => layer.Data.Outputs));
        // No sum of the first layer is negative, so that its ReLU goes.
        var positive = Network(2, Edges("0 0 -1; 1 1 1", 2), Edges("0 0 1; 1 0 -1", 1)) with
        {
            InputRanges = InputRanges.Each([new(-1, 0), new(0, 1)]),
        };
        Assert.False(Planner.Plan(positive).Layers[0].Data.HasActivation);
        Assert.True(Planner.Plan(positive with { InputRange = positive.InputRange }).Layers[0].Data.HasActivation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void WhatIsProved_HoldsForEveryDrawnItem(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var epilogue = Plain with
        {
            Bias = random.NextUnit() - 0.7,
            BiasMode = seed % 2 == 0 ? BiasMode.Dense : BiasMode.NonzeroSums,
            Ceiling = 2,
        };
        var declared = Network(12, Random(20, 4, seed, epilogue), Random(16, 5, seed + 10, epilogue), Random(9, 5, seed + 20, epilogue));
        var each = Enumerable
            .Range(0, 12)
            .Select(_ => (Low: (float)(random.NextUnit() - 0.5), Size: (float)random.NextUnit()))
            .Select(one => new Interval(one.Low, one.Low + one.Size))
            .ToArray();
        var ranged = declared with { InputRanges = InputRanges.Each(each) };
        var (ranges, hull, tolerance) = (
            ValueRanges.Of(ranged)!,
            ValueRanges.Of(declared with { InputRange = ranged.InputRange })!,
            OutputTolerance.ForRange(ranged)!
        );
        var narrower = 0;
        for (var item = 0; item < 60; item++)
        {
            var input = each.Select(range =>
                    Math.Clamp(
                        (double)
                            (float)(
                                item % 3 == 0 ? End(range.Low, range.High) : range.Low + ((range.High - range.Low) * random.NextUnit())
                            ),
                        range.Low,
                        range.High
                    )
                )
                .ToArray();
            Assert.Equal(RoundedEvaluator.Evaluate(declared, input), RoundedEvaluator.Evaluate(ranged, input));
            var layer = 0;
            foreach (var trace in MixedEvaluator.Trace(NetworkConversion.ToDyadic(declared), input.Select(Dyadic.FromDouble).ToArray()))
            {
                for (var neuron = 0; neuron < trace.Biased.Count; neuron++)
                {
                    Assert.True(ranges[layer, neuron].Contains(trace.Biased[neuron].ToDouble()));
                    Assert.True(hull[layer, neuron].Contains(ranges[layer, neuron]));
                    if (ranges[layer, neuron] != hull[layer, neuron])
                        narrower++;
                }

                layer++;
            }

            var exact = MixedEvaluator.Evaluate(NetworkConversion.ToDyadic(declared), input.Select(Dyadic.FromDouble).ToArray());
            var outputs = RoundedEvaluator.Evaluate(ranged, input);
            for (var i = 0; i < exact.Count; i++)
                Assert.True((exact[i] - Dyadic.FromDouble(outputs[i])).Abs().ToDouble() <= tolerance.Bounds[i]);
        }

        Assert.True(narrower > 0);

        double End(double low, double high) => random.Next(2) == 0 ? low : high;
    }

    [Fact]
    public void Tolerance_IsThatOfEachInputsSize()
    {
        Interval[] each = [new(-4, -3), new(0, 1)];
        var network = Network(2, Edges("0 0 1.25; 1 0 -1.75", 1, Plain with { Activation = Activation.None })) with
        {
            InputRanges = InputRanges.Each(each),
        };
        var mirrored = Network(2, Edges("0 0 -1.25; 1 0 1.75", 1, Plain with { Activation = Activation.None })) with
        {
            InputRanges = InputRanges.Each([new(3, 4), new(-1, 0)]),
        };
        var bound = OutputTolerance.ForRange(network)!.Bounds[0];
        Assert.Equal(bound, OutputTolerance.ForRange(mirrored)!.Bounds[0]);
        Assert.InRange(bound, 1e-9, OutputTolerance.ForRange(network with { InputRange = network.InputRange })!.Bounds[0] * 0.7);
    }

    private static NetworkBuild Build(string? text, bool hasRange) =>
        NetworkBuilder.Build(
            Declared(hasRange),
            InputFiles.Of(name => text is not null && name == "data/r.tsv" ? InputFile.OfText(name, text) : null)
        );

    private static NetworkDeclaration Declared(bool hasRange) =>
        new("N", 3, null, Summation.Planned, new([Edges("0 0 1; 1 0 1; 2 0 1", 1)]))
        {
            InputRange = hasRange ? new([0.0, 4]) : null,
            InputRangeFile = @"data\r.tsv",
        };
}
