using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Sums;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Equal sums are formed once, and nothing shows that they are.</summary>
public sealed class SharedWorkTests
{
    // As the official network: RadiX-Nets of radix 2, permuted between nets, whose blocks repeat their neurons.
    [Fact]
    public void NeuronsWithEqualEdgesAreOneSum()
    {
        var layers = RadixNet
            .Layers([2, 2, 2, 2], [4, 4, 4, 4, 4], 3, 11)
            .Select(edges => LayerFactory.Constant(edges, new Dyadic(1, -2), new Dyadic(-3, -3), 4));
        var work = MixedEvaluator.WorkOf(new DyadicNetwork("repeated", new(layers.ToArray())));
        // Instead of 64 sums a layer: 16, and 8 in the last of each net, whose neurons meet again after 8.
        Assert.Equal(3 * (16 + 16 + 16 + 8), work.Sums);
        Assert.True(work.Edges < 12 * 64 * 8 / 4, $"{work.Edges} terms");
        var different = MixedEvaluator.WorkOf(DyadicSamples.Network(0, 30));
        Assert.Equal(9 + 9 + 4, different.Sums);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(400)]
    public void SharedSumsAreThoseOfPlainLoops(int spread)
    {
        var shared = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var network = Repeating(seed, spread);
            shared += network.Layers.Sum(layer => layer.Outputs) > MixedEvaluator.WorkOf(network).Sums ? 1 : 0;
            var item = DyadicSamples.Item(seed, network.Inputs, StorageFormats.Binary64, 20);
            var formats = FormatTriple.Uniform(StorageFormats.Binary32);
            var rounded = new RoundedNetwork(network, formats, new(0, 0, null), new(0, 0, null));
            var certificate = ExactnessCertificate.ForItems(rounded, [item]);
            var values = (IReadOnlyList<Dyadic>)item;
            foreach (var (trace, l) in MixedEvaluator.Trace(network, item).Select((trace, l) => (trace, l)))
            {
                Assert.Equal(values, trace.Inputs);
                for (var neuron = 0; neuron < trace.Layer.Outputs; neuron++)
                {
                    var terms = Terms(trace.Layer, neuron, values);
                    var sum = terms.Aggregate(Dyadic.Zero, (a, b) => a + b);
                    var z = trace.Layer.BiasMode == BiasMode.Dense || !sum.IsZero ? sum + trace.Layer.Biases[neuron] : sum;
                    Assert.Equal((sum, z), (trace.Sums[neuron], trace.Biased[neuron]));
                    var output = trace.Layer.Activation == Activation.ReLU ? Dyadic.Max(z, 0) : z;
                    Assert.Equal(trace.Layer.Ceiling is { } ceiling ? Dyadic.Min(output, ceiling) : output, trace.Outputs[neuron]);
                    var nonzero = terms.Append(trace.Layer.Biases[neuron]).Where(term => !term.IsZero).ToArray();
                    var expected =
                        nonzero.Length == 0
                            ? default
                            : new TermSummary(nonzero.Min(term => term.Exponent), nonzero.Aggregate(Dyadic.Zero, (a, b) => a + b.Abs()));
                    Assert.Equal(NeuronCertificate.Of(expected, formats.Accumulator), certificate.Layers[l].Neurons[neuron]);
                }

                values = trace.Carried;
            }
        }

        Assert.True(shared > 50);
    }

    // Neurons of one class may still differ in the order in which they are added: the bound covers all of them.
    [Fact]
    public void BoundsHoldForSharedSumsInEveryOrder()
    {
        var inexact = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var network = DyadicSamples.Rounded(
                Repeating(seed, 10),
                new FormatTriple(StorageFormats.Binary32, StorageFormats.Binary32, StorageFormats.Of(NumberFormats.Binary16))
            );
            var item = DyadicSamples.Item(seed, network.Network.Inputs, StorageFormats.Binary32, 20);
            var vectors = VectorSets.FromNetwork(network, [new LabelledInput("item", new(item))], seed, false, out _);
            if (vectors is null)
                continue;
            for (var run = 0; run < 10; run++)
            {
                var verdict = VectorComparison.Compare(vectors, [AnyOrder.Run(network, item, run)]);
                Assert.True(verdict.IsSound, $"seed {seed} run {run}: {verdict}");
                inexact += verdict.Inexact > 0 ? 1 : 0;
            }
        }

        Assert.True(inexact > 20);
    }

    private static Dyadic[] Terms(DyadicLayer layer, int neuron, IReadOnlyList<Dyadic> values)
    {
        var edge = layer.Edges.RowStarts[neuron];
        return layer.Edges.Row(neuron).ToArray().Select(input => layer.Weights[edge++] * values[input]).ToArray();
    }

    // Rows, weights and biases are drawn from few, so that neurons repeat; weights of both signs meet at equal inputs.
    private static DyadicNetwork Repeating(int seed, int spread)
    {
        var random = new SplitMix64((ulong)seed);
        Dyadic[] weights = [0, 1, -1, new Dyadic(3, -2), new Dyadic(-5, -spread)];
        var layers = new DyadicLayer[4];
        for (var l = 0; l < layers.Length; l++)
        {
            var rows = Enumerable.Range(0, 3).Select(_ => random.NextPermutation(8).Take(1 + random.Next(8)).Order().ToArray()).ToArray();
            var values = rows.Select(row => row.Select(_ => weights[random.Next(weights.Length)]).ToArray()).ToArray();
            var picks = Enumerable.Range(0, 8).Select(_ => random.Next(3)).ToArray();
            var builder = new CsrBuilder(8, 8);
            foreach (var pick in picks)
                builder.AddRow(rows[pick]);
            var constant = l % 2 == 1;
            layers[l] = new DyadicLayer(
                builder.Build(),
                constant
                    ? new DyadicValues(weights[random.Next(weights.Length)], picks.Sum(pick => rows[pick].Length))
                    : DyadicValues.From(picks.SelectMany(pick => values[pick]).ToArray()),
                DyadicValues.From(picks.Select(_ => random.Next(4) == 0 ? new Dyadic(1, -2) : 0).ToArray()),
                seed % 2 == 0 ? BiasMode.Dense : BiasMode.NonzeroSums,
                l == 3 ? Activation.None : Activation.ReLU,
                seed % 3 == 0 ? 2 : null
            );
        }

        return new DyadicNetwork("repeating", new(layers));
    }
}
