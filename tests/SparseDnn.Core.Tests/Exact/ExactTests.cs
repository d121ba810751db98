using System;
using System.Linq;
using SparseDnn.Compiler.Tolerances;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Exact;

public sealed class ExactTests
{
    // Path counting in closed form: every output is the sum of the inputs times the number of paths times w^k.
    [Fact]
    public void RadixNetOutputsAreTheSumOfInputsTimesPaths()
    {
        var network = Network(24, new RadixNetDeclaration(1, Plain, 1, new([2, 3, 2]), 2, null, null, 0.5));
        var input = Enumerable.Range(0, 24).Select(i => i * 0.375).ToArray();
        var expected = Dyadic.FromDouble(input.Sum()) * 4 * Dyadic.FromDouble(0.125);
        var outputs = ExactOracle.Evaluate(network, input);
        for (var i = 0; i < outputs.Count; i++)
            Assert.Equal(expected, outputs[i]);
    }

    // Uniform recurrence in closed form: y' = min(max(d·w·y + b, 0), M) at every neuron, here a value that rises exactly, then is limited.
    [Fact]
    public void UniformRecurrenceFollowsItsClosedForm()
    {
        var network = Network(
            64,
            new RadixNetDeclaration(1, Plain with { Bias = -0.3, Ceiling = 32 }, 20, new([2, 2, 2]), 8, null, 3, 0.0625 * 2)
        );
        var y = Dyadic.FromDouble(1);
        foreach (var _ in network.Layers)
            y = Dyadic.Min(Dyadic.Max((y * 2) + Dyadic.FromDouble(-0.3f), Dyadic.Zero), 32);
        var outputs = ExactOracle.Evaluate(network, Enumerable.Repeat(1.0, 64).ToArray());
        Assert.Equal(32, y);
        for (var i = 0; i < outputs.Count; i++)
            Assert.Equal(y, outputs[i]);
    }

    [Fact]
    public void BiasModesDifferOnZeroSumsOnly()
    {
        var dense = Network(2, Edges("0 0 1; 1 0 -1; 0 1 1", 2, Plain with { Bias = 0.5 }));
        var nonzero = Network(2, Edges("0 0 1; 1 0 -1; 0 1 1", 2, Plain with { Bias = 0.5, BiasMode = BiasMode.NonzeroSums }));
        Assert.Equal([0.5, 1.5], Values(ExactOracle.Evaluate(dense, [1, 1])));
        Assert.Equal([0, 1.5], Values(ExactOracle.Evaluate(nonzero, [1, 1])));
    }

    public static TheoryData<int, Summation> Seeds
    {
        get
        {
            var data = new TheoryData<int, Summation>();
            for (var seed = 0; seed < 40; seed++)
                data.Add(seed, seed % 2 == 0 ? Summation.Planned : Summation.Strict);
            return data;
        }
    }

    // Any order of summation, fused or not, must lie within the bound; here the order is shuffled and the format is a narrow one, so that
    // the bound is put to the test.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void EveryOrderOfSummationStaysWithinTheDerivedBound(int seed, Summation summation)
    {
        foreach (var format in new[] { NumberFormats.Binary32, NumberFormats.Binary16, NumberFormats.BFloat16 })
        {
            var network = RandomNetwork(seed, summation, format);
            var random = new SplitMix64((ulong)seed);
            var input = Enumerable.Range(0, network.Inputs).Select(_ => format.Round((random.NextUnit() * 2) - 1)).ToArray();
            var bound = new RoundingBound(network);
            ExactLayer? last = null;
            foreach (var step in ExactOracle.Trace(network, input))
            {
                bound.Follow(step);
                last = step;
            }

            var exact = last!.Outputs;
            var tolerances = new[]
            {
                OutputTolerance.ForItem(network, input),
                OutputTolerance.ForRange(network with { InputRange = new Interval(-1, 1) })!,
            };
            foreach (var actual in new[] { RoundedEvaluator.Evaluate(network, input), Shuffled(network, input, seed) })
                for (var i = 0; i < actual.Length; i++)
                {
                    var error = (Dyadic.FromDouble(actual[i]) - exact[i]).Abs();
                    Assert.True(error <= Dyadic.FromDouble(bound.Errors[i]), $"{format} output {i}");
                    Assert.All(
                        tolerances,
                        tolerance => Assert.True(error <= Dyadic.FromDouble(tolerance.Bounds[i]), $"{format} output {i} by {tolerance}")
                    );
                }

            Assert.True(ExactVerifier.Check(network, input, RoundedEvaluator.Evaluate(network, input)).IsWithinBounds);
        }
    }

    [Fact]
    public void ResultsBeyondTheBoundAreFound()
    {
        var network = RandomNetwork(3, Summation.Planned, NumberFormats.Binary32);
        var input = Enumerable.Range(0, network.Inputs).Select(i => i * 0.125).ToArray();
        var actual = RoundedEvaluator.Evaluate(network, input);
        var largest = Array.IndexOf(actual, actual.Max());
        Assert.True(ExactVerifier.Check(network, input, actual).IsWithinBounds);
        actual[largest] *= 1.001;
        var verdict = ExactVerifier.Check(network, input, actual);
        Assert.Equal(largest, verdict.FirstFault);
        actual[largest] = double.NaN;
        Assert.False(ExactVerifier.Check(network, input, actual).IsWithinBounds);
    }

    [Fact]
    public void NeuronsHeldAtTheCeilingLoseTheirError()
    {
        var network = Network(4, Random(8, 4, 1, Plain with { Ceiling = 0.01 }, 0.5, 1), Random(8, 8, 2, min: 0.1, max: 0.3));
        double[] input = [0.1, 0.3, 0.7, 0.9];
        var verdict = ExactVerifier.Check(
            network,
            Array.ConvertAll(input, x => (double)(float)x),
            RoundedEvaluator.Evaluate(network, Array.ConvertAll(input, x => (double)(float)x))
        );
        Assert.True(verdict.IsWithinBounds);
        Assert.InRange(verdict.LargestBound, 0, 1e-7);
    }

    [Fact]
    public void ItemsOfTheWrongLengthOrNotFiniteAreRefused()
    {
        var network = Network(2, Edges("0 0 1", 1));
        Assert.Throws<ArgumentException>(() => ExactOracle.Evaluate(network, [1]));
        Assert.Throws<ArgumentException>(() => ExactOracle.Evaluate(network, [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => ExactOracle.Evaluate(network, [1, double.PositiveInfinity]));
    }

    private static Network RandomNetwork(int seed, Summation summation, NumberFormat format)
    {
        var mode = seed % 3 == 0 ? BiasMode.NonzeroSums : BiasMode.Dense;
        var built = Sound(
            Build(
                12,
                ElementFormat.Binary32,
                summation,
                [],
                Random(16, 5, seed, Plain with { Bias = 0.3, BiasMode = mode }),
                Random(16, 9, seed + 1, Plain with { Bias = -0.1, Ceiling = 1.3, BiasMode = mode }),
                Random(5, 16, seed + 2, Plain with { Activation = Activation.None })
            )
        );
        return built with
        {
            Format = format,
            Layers = new(
                built.Layers.Select(layer =>
                    layer with
                    {
                        Weights = RoundedValues.From(
                            Enumerable.Range(0, layer.Weights.Count).Select(i => format.Round(layer.Weights[i])).ToArray()
                        ),
                        Biases = new RoundedValues(format.Round(layer.Biases[0]), layer.Outputs),
                        Ceiling = layer.HasCeiling ? format.Round(layer.Ceiling) : layer.Ceiling,
                    }
                )
            ),
        };
    }

    private static double[] Shuffled(Network network, double[] input, int seed)
    {
        var random = new SplitMix64((ulong)seed + 77);
        var x = input;
        foreach (var layer in network.Layers)
        {
            var y = new double[layer.Outputs];
            for (var neuron = 0; neuron < y.Length; neuron++)
            {
                var first = layer.Edges.RowStarts[neuron];
                var order = random.NextPermutation(layer.Edges.Row(neuron).Length);
                double sum = 0;
                foreach (var k in order)
                    sum = network.Format.Round(sum + network.Format.Round(layer.Weights[first + k] * x[layer.Edges.Row(neuron)[k]]));
                if (layer.BiasMode == BiasMode.Dense || sum != 0)
                    sum = network.Format.Round(sum + layer.Biases[neuron]);
                if (layer.Activation == Activation.ReLU)
                    sum = Math.Max(0, sum);
                y[neuron] = Math.Min(sum, layer.Ceiling);
            }

            x = y;
        }

        return x;
    }

    private static double[] Values(ExactVector vector) => Enumerable.Range(0, vector.Count).Select(i => vector[i].ToDouble()).ToArray();
}
