using System;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Core.Tests.Exact;

public sealed class MixedFormatTests
{
    public static TheoryData<string, string, string> Triples
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var format in AllFormats)
                data.Add(format.Name, format.Name, format.Name);
            data.Add("binary16", "binary16", "binary32");
            data.Add("e4m3", "bfloat16", "binary32");
            data.Add("e5m2", "e4m3", "binary16");
            data.Add("int8:6", "int8:5", "int32:11");
            data.Add("int8:6", "binary16", "int16:9");
            data.Add("tf32", "binary32", "binary32");
            return data;
        }
    }

    // Whatever the order and fusion, the error stays within the bound, and 0 demands equality.
    [Theory]
    [MemberData(nameof(Triples))]
    public void EveryOrderStaysWithinTheBound(string weights, string activations, string accumulator)
    {
        var formats = Triple(weights, activations, accumulator);
        int finite = 0,
            zero = 0;
        var tightest = 0.0;
        for (var seed = 0; seed < 60; seed++)
        {
            var network = Rounded(Network(seed, 1 + (seed % 30)), formats);
            // Every fourth item is not in the activation format: the implementation gets its nearest values.
            var item = seed % 4 == 0 ? Item(seed, 7, StorageFormats.Binary64) : Item(seed, 7, formats.Activations);
            var given = item.Select(formats.Activations.Round).ToArray();
            foreach (var roundBetween in new[] { false, true })
            {
                var bound = new MixedRoundingBound(formats, item);
                LayerTrace? last = null;
                foreach (var trace in MixedEvaluator.Trace(network.Network, item, roundBetween ? formats.Activations : null))
                    bound.Follow(last = trace);
                var expected = MixedEvaluator.Round(last!.Outputs, formats.Activations);
                var bounds = bound.Against(expected);
                for (var run = 0; run < 10; run++)
                {
                    var actual = AnyOrder.Run(network, given, run);
                    for (var i = 0; i < actual.Length; i++)
                    {
                        if (double.IsInfinity(bounds[i]))
                            continue;
                        finite++;
                        if (bounds[i] == 0)
                            zero++;
                        var error = (actual[i] - expected[i]).Abs();
                        Assert.True(error <= Dyadic.FromDouble(bounds[i]), $"seed {seed} run {run} output {i}: {error} > {bounds[i]}");
                        if (bounds[i] > 0)
                            tightest = Math.Max(tightest, error.ToDouble() / bounds[i]);
                    }
                }
            }
        }

        Assert.True(finite > 200 && zero > 0 && tightest > 0.02, $"{finite} finite, {zero} zero, tightest {tightest}");
    }

    // 1 + u rounds back to 1 however often u is added: the error grows with the number of terms, and the bound with it.
    [Fact]
    public void TheBoundGrowsWithTheNumberOfTerms()
    {
        foreach (var format in StorageFormats.FloatingPoint)
        {
            const int terms = 40;
            var tiny = Dyadic.One.ScaleByPowerOfTwo(-format.Precision);
            var network = Rounded(
                new DyadicNetwork("n", new([LayerFactory.FromMatrix(terms + 1, 1, (i, _) => i == 0 ? 1 : tiny)])),
                FormatTriple.Uniform(format)
            );
            var ones = Enumerable.Repeat(Dyadic.One, terms + 1).ToArray();
            var sum = Dyadic.One;
            for (var i = 0; i < terms; i++)
                sum = format.Round(sum + tiny);
            var bound = new MixedRoundingBound(network.Formats, ones);
            var trace = MixedEvaluator.Trace(network.Network, ones).Single();
            bound.Follow(trace);
            Assert.Equal(1, sum);
            Assert.True(trace.Outputs[0] - sum <= Dyadic.FromDouble(bound.Errors[0]));
        }
    }

    [Fact]
    public void RoundingRecordsCountAndWorst()
    {
        var layer = LayerFactory.FromMatrix(2, 2, (i, j) => new Dyadic(1 + (8 * i) + (16 * j), -4), _ => new Dyadic(1, -30)) with
        {
            Ceiling = new Dyadic(5, -2),
        };
        var formats = Triple("e4m3", "binary16", "binary16");
        var rounded = NetworkRounding.Round(new DyadicNetwork("n", new([layer])), formats, out var fault)!;
        Assert.Null(fault);
        // 1/16 and 9/16 have at most 4 bits; 17/16 and 25/16 have 5: one sixteenth is lost.
        Assert.Equal(new RoundingRecord(2, new Dyadic(1, -4), "weight 3 of layer 1"), rounded.Weights);
        Assert.Equal([new Dyadic(1, -4), new Dyadic(9, -4), 1, new Dyadic(3, -1)], rounded.Network.Layers[0].Weights);
        Assert.Equal(2, rounded.Biases.Count);
        Assert.Equal(new Dyadic(1, -30), rounded.Biases.Worst);
        Assert.Equal(new Dyadic(5, -2), rounded.Network.Layers[0].Ceiling);
    }

    [Fact]
    public void ValuesBeyondTheirFormatAreNamed()
    {
        var big = new DyadicNetwork("n", new([LayerFactory.FromMatrix(1, 1, (_, _) => 1000)]));
        Assert.Null(NetworkRounding.Round(big, Triple("e4m3", "binary32", "binary32"), out var fault));
        Assert.Contains("weight 1 of layer 1 is 1000", fault, StringComparison.Ordinal);
        Assert.Null(NetworkRounding.Round(big, Triple("int8:0", "binary32", "binary32"), out fault));
        Assert.Contains("[-128, 127]", fault, StringComparison.Ordinal);
        var low = new DyadicNetwork("n", new([LayerFactory.FromMatrix(1, 1, (_, _) => 1) with { Ceiling = new Dyadic(1, -30) }]));
        Assert.Null(NetworkRounding.Round(low, Triple("binary16", "binary16", "binary16"), out fault));
        Assert.Contains("ceiling", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void RoundingBetweenLayersChangesWhatIsCarried()
    {
        var layer = LayerFactory.FromMatrix(2, 1, (i, _) => 1);
        var network = new DyadicNetwork("n", new([layer, LayerFactory.FromMatrix(1, 1, (_, _) => 1, _ => -2048)]));
        var binary16 = StorageFormats.Of(NumberFormats.Binary16);
        Assert.Equal([1], MixedEvaluator.Evaluate(network, [2048, 1]));
        Assert.Equal([0], MixedEvaluator.Trace(network, [2048, 1], binary16).Last().Outputs);
    }

    // The plain evaluator against the oracle that judges kernels.
    [Fact]
    public void TheTwoExactEvaluatorsAgree()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var network = Rounded(Network(seed), FormatTriple.Uniform(StorageFormats.Binary32)).Network;
            var item = Item(seed, 7, StorageFormats.Binary32);
            var compiled = Networks.Declare.Network(7, Networks.Declare.Edges("0 0 1", 1)) with
            {
                Layers = new(network.Layers.Select(NetworkConversion.ToLayer)),
            };
            Assert.Equal(network.Layers, NetworkConversion.ToDyadic(compiled).Layers);
            var oracle = ExactOracle.Evaluate(compiled, item.Select(x => x.ToDouble()).ToArray());
            Assert.Equal(Enumerable.Range(0, oracle.Count).Select(i => oracle[i]), MixedEvaluator.Evaluate(network, item));
        }
    }

    private static FormatTriple Triple(params string[] names)
    {
        var formats = names
            .Select(name => StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name))
            .ToArray();
        return new FormatTriple(formats[0], formats[1], formats[2]);
    }
}
