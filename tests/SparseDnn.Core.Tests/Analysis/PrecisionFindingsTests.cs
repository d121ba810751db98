using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Analysis;
using SparseDnn.Compiler.Precision;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Analysis;

/// <summary>
/// What the precision rules claim holds for every drawn input, judged by exact arithmetic and by sums rounded in several orders.
/// </summary>
public sealed class PrecisionFindingsTests
{
    private static readonly NumberFormat Single = NumberFormats.Binary32;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhatIsClaimedOfSums_HoldsForEveryDrawnInput(int seed)
    {
        var network = Drawn(seed);
        var bounds = InputBounds.Of(network);
        var layers = ValueRanges.Follow(network, bounds).ToArray();
        for (var item = 0; item < 30; item++)
        {
            var inputs = Item(network, seed, item);
            foreach (var ranges in layers)
            {
                var outputs = new double[ranges.Layer.Outputs];
                for (var neuron = 0; neuron < outputs.Length; neuron++)
                {
                    // Ascending, descending, fused and not.
                    var sums = new[] { (false, false), (false, true), (true, false), (true, true) }
                        .Select(order => Sum(ranges.Layer, neuron, inputs, order.Item1, order.Item2))
                        .ToArray();
                    foreach (var sum in sums)
                        Judge(ranges, neuron, inputs, sum);
                    outputs[neuron] = Select(ranges.Layer, Biased(ranges.Layer, neuron, sums[item % 4]));
                }

                inputs = outputs;
            }
        }
    }

    // Every claim about one neuron against one rounded sum.
    private static void Judge(LayerRanges ranges, int neuron, double[] inputs, double sum)
    {
        var (layer, known) = (ranges.Layer, ranges.Sums[neuron]);
        var biased = Biased(layer, neuron, sum);
        Assert.All(inputs.Zip(ranges.Inputs), pair => Assert.True(pair.Second.Contains(pair.First)));
        if (!known.MayOverflow)
            Assert.True(known.Unbiased.Contains(sum) && known.Biased.Contains(biased) && double.IsFinite(biased));
        if (AbsorbingBias.IsAbsorbed(ranges, neuron, Single))
            Assert.Equal(sum, biased);
        switch (NeuronStates.Of(ranges, neuron))
        {
            case NeuronState.Idle:
                Assert.Equal(0, Select(layer, biased));
                break;
            case NeuronState.Active:
                Assert.Equal(layer.HasCeiling ? Math.Min(biased, layer.Ceiling) : biased, Select(layer, biased));
                break;
            case NeuronState.AtCeiling:
                Assert.Equal(layer.Ceiling, Select(layer, biased));
                break;
        }

        var terms = Terms(layer, neuron, inputs).ToArray();
        var leastNormal = Dyadic.One.ScaleByPowerOfTwo(Single.LeastNormalExponent);
        if (known.TinyProducts == terms.Length && !known.MayOverflow)
            Assert.All(terms, term => Assert.True(term.Abs() < leastNormal));
        if (!CancellingTerms.Cancel(ranges, neuron, Single))
            return;
        var all = layer.HasBias ? terms.Append(Dyadic.FromDouble(layer.Biases[neuron])).ToArray() : terms;
        var (magnitude, exact) = (all.Aggregate(Dyadic.Zero, (a, b) => a + b.Abs()), all.Aggregate(Dyadic.Zero, (a, b) => a + b));
        Assert.True(magnitude.ScaleByPowerOfTwo(-Single.Precision) > exact.Abs());
    }

    [Fact]
    public void DrawnNetworks_MakeEveryRuleSpeak()
    {
        var states = new HashSet<NeuronState>();
        var (absorbed, tiny, cancelling) = (0, 0, 0);
        foreach (var row in Seeds)
        {
            var network = Drawn(row);
            foreach (var ranges in ValueRanges.Follow(network, InputBounds.Of(network)))
            {
                for (var neuron = 0; neuron < ranges.Sums.Length; neuron++)
                {
                    states.Add(NeuronStates.Of(ranges, neuron));
                    absorbed += AbsorbingBias.IsAbsorbed(ranges, neuron, Single) ? 1 : 0;
                    tiny += ranges.Sums[neuron].TinyProducts;
                    cancelling += CancellingTerms.Cancel(ranges, neuron, Single) ? 1 : 0;
                }
            }
        }

        Assert.Equal(4, states.Count);
        Assert.True(absorbed > 5 && tiny > 5 && cancelling > 0, $"{absorbed} absorbed, {tiny} tiny, {cancelling} cancelling");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void CertainOverflow_HappensForEveryDrawnInput(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var weight = Math.ScaleB(1, 120 + random.Next(8));
        var declared = Declaration(
            6,
            Random(4, 5, seed, Plain with { Activation = seed % 2 == 0 ? Activation.None : Activation.ReLU }, weight / 4, weight)
        ) with
        {
            InputRange = new([1.0 + random.Next(4), 8.0 + random.Next(60)]),
        };
        var network = Network(declared);
        var certain = Problems(declared).Any(problem => problem.Kind == ProblemKinds.CertainOverflow);
        var reachable = Problems(declared).Any(problem => problem.Kind == ProblemKinds.ReachableOverflow);
        var overflows = Enumerable.Range(0, 60).Select(item => Overflows(network, Item(network, seed, item))).ToArray();
        if (certain)
            Assert.All(overflows, Assert.True);
        if (reachable)
            Assert.True(Overflows(network, Enumerable.Repeat(network.InputRange!.Value.High, 6).ToArray()));
        // What is not reported does not happen either: the largest item is among those that are tried.
        if (!certain && !reachable)
            Assert.DoesNotContain(true, overflows);
    }

    [Fact]
    public void Headroom_AgreesWithTheCertificate()
    {
        var certified = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new SplitMix64((ulong)seed);
            // Multiples of powers of two of a few sizes: sums around the limit of 24 bits.
            var edges = string.Join(
                "; ",
                Enumerable
                    .Range(0, 12)
                    .Select(i =>
                        FormattableString.Invariant(
                            $"{i % 4} {i / 4} {Math.ScaleB(1 + random.Next(1 << (6 + (seed % 13))), -random.Next(10)):R}"
                        )
                    )
            );
            var bias = Math.ScaleB(random.Next(64) - 32, -random.Next(6));
            var mode = seed % 2 == 0 ? BiasMode.Dense : BiasMode.NonzeroSums;
            var declared = Declaration(
                4,
                Edges(edges, 3, Plain with { Bias = bias, BiasMode = mode }),
                Edges("0 0 3; 1 0 -5; 2 0 7", 1)
            ) with
            {
                InputRange = new([-2.0, 3]),
            };
            var network = Network(declared);
            var rounded = NetworkRounding.Round(NetworkConversion.ToDyadic(network), FormatTriple.Uniform(StorageFormats.Binary32), out _)!;
            var certificate = ExactnessCertificate.ForRange(rounded, new InputRange(-2, 3, 0));
            var problem = HeadroomFindings.Of(declared, network);
            Assert.Equal(certificate.IsCertified, problem is null);
            if (problem is null)
                certified++;
            else
                Assert.Contains(
                    FormattableString.Invariant($"layer {1 + certificate.Layers.TakeWhile(layer => layer.IsCertified).Count()} "),
                    problem.Message,
                    StringComparison.Ordinal
                );
        }

        Assert.InRange(certified, 5, 55);
    }

    [Fact]
    public void Analysis_StopsWhenCancelled()
    {
        var declared = Declaration(64, Random(64, 32, 1)) with { InputRange = new([0.0, 1]) };
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => PrecisionFindings.Of(declared, Network(declared), InputFiles.None, source.Token));
        Assert.Throws<OperationCanceledException>(() => HeadroomFindings.Of(declared, Network(declared), source.Token));
    }

    [Theory]
    [InlineData("1 1 0.5\n2 1 0.25\n", 2, 1, 2, 5, 4)]
    [InlineData("1\t1\n\n2\t1  \n", 2, 1, 3, 1, 3)]
    [InlineData("%%MatrixMarket matrix coordinate real general\n% 2 1 9\n2 2 3\n2 2 1\n2 1 0.5\n", 2, 1, 5, 5, 3)]
    [InlineData("%%MatrixMarket matrix coordinate real symmetric\n2 2 1\n2 1 0.5\n", 1, 2, 3, 5, 3)]
    public void Locate_FindsTheValue(string text, int row, int column, int line, int start, int length)
    {
        var place = WeightFormats.Kind.Locate(InputFile.OfText("w", text), row, column);
        Assert.Equal(new FilePlace("w", line, start, length), place);
        Assert.Null(WeightFormats.Kind.Locate(InputFile.OfText("w", text), 9, 9));
    }

    private static NetworkDeclaration Declaration(int inputs, params LayersDeclaration[] layers) =>
        new(
            "N",
            inputs,
            ElementFormat.Binary32,
            Summation.Planned,
            new(layers.Select((layer, i) => layer with { Attribute = i + 1 }).ToArray())
        );

    private static Network Network(NetworkDeclaration declaration) => Sound(NetworkBuilder.Build(declaration, InputFiles.None));

    private static IEnumerable<Problem> Problems(NetworkDeclaration declaration) =>
        PrecisionFindings.Of(declaration, Network(declaration), InputFiles.None);

    // Networks of two layers in which neurons settle, biases are lost, products are tiny and terms cancel, each now and then.
    private static Network Drawn(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var large = Math.ScaleB(1, 10 + random.Next(20));
        var (low, high) = (seed % 5) switch
        {
            0 => (1.0, 1.0),
            1 => (0.5, 1.0),
            2 => (Math.ScaleB(1, -130), Math.ScaleB(1, -120)),
            3 => (1024.0, 2048.0),
            _ => (-1.0, 1.0),
        };
        var first = Plain with
        {
            Biases = new(
                Enumerable
                    .Range(0, 8)
                    .Select(i => i % 3 == 2 ? 0.0 : (random.NextUnit() - 0.5) * Math.ScaleB(1, random.Next(12) - 6))
                    .ToArray()
            ),
            BiasMode = seed % 2 == 0 ? BiasMode.Dense : BiasMode.NonzeroSums,
        };
        var second = Plain with
        {
            Bias = (random.NextUnit() - 0.7) * 3,
            Ceiling = 1 + random.Next(3),
            Activation = seed % 3 == 0 ? Activation.None : Activation.ReLU,
        };
        var edges = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"0 0 {large:R}; 1 0 {-large:R}; 2 1 {large:R}; 3 1 0.375; 0 2 -0.75; 1 3 1; 2 3 1.5; 0 4 {large:R}; 1 4 {large:R}; "
                + $"4 5 1e-12; 5 6 0.1; 4 7 -1; 5 7 -2"
        );
        return Network(Declaration(6, Edges(edges, 8, first), Random(6, 3, seed, second, -0.5, 1)) with { InputRange = new([low, high]) });
    }

    private static double[] Item(Network network, int seed, int item)
    {
        var random = new SplitMix64((ulong)((seed * 1000) + item));
        var range = InputBounds.Of(network)[0];
        return Enumerable
            .Range(0, network.Inputs)
            .Select(_ =>
            {
                if (item == 0)
                    return range.High;
                if (item == 1)
                    return range.Low;
                if (item % 3 == 0)
                {
                    if (random.Next(2) == 0)
                        return range.Low;
                    return range.High;
                }
                return Math.Clamp(Single.Round(range.Low + ((range.High - range.Low) * random.NextUnit())), range.Low, range.High);
            })
            .ToArray();
    }

    private static IEnumerable<Dyadic> Terms(Layer layer, int neuron, double[] inputs)
    {
        for (var edge = layer.Edges.RowStarts[neuron]; edge < layer.Edges.RowStarts[neuron + 1]; edge++)
            yield return Dyadic.FromDouble(layer.Weights[edge]) * Dyadic.FromDouble(inputs[layer.Edges.Columns[edge]]);
    }

    private static double Sum(Layer layer, int neuron, double[] inputs, bool fused, bool descending)
    {
        var terms = Terms(layer, neuron, inputs);
        var sum = Dyadic.Zero;
        foreach (var term in descending ? terms.Reverse() : terms)
        {
            if (!sum.IsFinite)
                break;
            sum = Single.Round(sum + (fused ? term : Single.Round(term)));
        }

        return sum.ToDouble();
    }

    private static double Biased(Layer layer, int neuron, double sum) =>
        !layer.HasBias || (layer.BiasMode == BiasMode.NonzeroSums && sum == 0)
            ? sum
            : Single.Round(Dyadic.FromDouble(sum) + Dyadic.FromDouble(layer.Biases[neuron])).ToDouble();

    private static double Select(Layer layer, double sum)
    {
        if (layer.HasActivation)
            sum = Math.Max(sum, 0);
        return layer.HasCeiling ? Math.Min(sum, layer.Ceiling) : sum;
    }

    private static bool Overflows(Network network, double[] inputs) =>
        Enumerable
            .Range(0, network.Layers[0].Outputs)
            .Any(neuron => double.IsInfinity(Sum(network.Layers[0], neuron, inputs, fused: true, descending: false)));
}
