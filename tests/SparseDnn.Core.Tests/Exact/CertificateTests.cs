using System;
using System.Linq;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Core.Tests.Exact;

public sealed class CertificateTests
{
    public static TheoryData<string> FormatNames => new(AllFormats.Select(format => format.Name));

    // The theorem: where it is certified, every order, association and fusion gives the expected bits.
    [Theory]
    [MemberData(nameof(FormatNames))]
    public void CertifiedNetworksGiveTheSameBitsInEveryOrder(string name)
    {
        Assert.True(StorageFormats.TryParse(name, out var format));
        var (certified, refuted) = (0, 0);
        for (var seed = 0; seed < 120; seed++)
        {
            var bits = 1 + (seed % Math.Min(14, format.Precision));
            foreach (var roundBetween in new[] { false, true })
            {
                var network = Rounded(Network(seed, bits), FormatTriple.Uniform(format));
                var item = Item(seed, 7, format, 1 + (seed % 3));
                var certificate = ExactnessCertificate.ForItems(network, [item], roundBetween);
                Assert.Equal(certificate.IsCertified, certificate.Obstacle is null);
                var expected = MixedEvaluator.Round(
                    MixedEvaluator.Trace(network.Network, item, roundBetween ? format : null).Last().Outputs,
                    format
                );
                if (certificate.IsCertified)
                    certified++;
                for (var run = 0; run < 12; run++)
                {
                    var equal = expected.SequenceEqual(AnyOrder.Run(network, item, run));
                    if (certificate.IsCertified)
                        Assert.True(equal, $"{format} seed {seed} run {run}");
                    else if (!equal)
                        refuted++;
                }
            }
        }

        // The property is not empty in either direction.
        Assert.True(certified >= (format.Precision < 4 ? 3 : 8), $"{certified} certified");
        if (format.Precision < 24)
            Assert.True(refuted > 0);
    }

    // A range certificate speaks of every item in it.
    [Theory]
    [MemberData(nameof(FormatNames))]
    public void CertifiedRangesCertifyEveryItemInThem(string name)
    {
        Assert.True(StorageFormats.TryParse(name, out var format));
        var certified = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var network = Rounded(
                Network(seed, 1 + (seed % 3), hidden: 3),
                new FormatTriple(format, seed % 2 == 0 ? format : StorageFormats.Binary64, seed % 2 == 0 ? format : StorageFormats.Binary64)
            );
            var roundBetween = seed % 3 == 0;
            var range = ExactnessCertificate.ForRange(network, new InputRange(-1, 1, -1), roundBetween);
            if (range.IsCertified)
                certified++;
            for (var k = 0; k < 6; k++)
            {
                var items = ExactnessCertificate.ForItems(network, [Item(seed + k, 7, format, 1)], roundBetween);
                if (range.IsCertified)
                    Assert.True(items.IsCertified, items.Obstacle);
                for (var l = 0; l < items.Layers.Count; l++)
                    if (range.IsCertified)
                        Assert.True(
                            items.Layers[l].LargestSum <= range.Layers[l].LargestSum
                                && items.Layers[l].HeadroomBits >= range.Layers[l].HeadroomBits
                        );
            }
        }

        Assert.True(certified > 0);
    }

    [Fact]
    public void RangesFollowFineCeilingsAndMissingBiases()
    {
        var formats = FormatTriple.Uniform(StorageFormats.Binary32);
        var fine = Sum(1).Layers[0] with { Ceiling = new Dyadic(1025, -10) };
        var ceiling = ExactnessCertificate.ForRange(
            Rounded(new DyadicNetwork("c", new([fine, Sum(1).Layers[0]])), formats),
            new InputRange(0, 4, 0)
        );
        Assert.Equal([0, -10], ceiling.Layers.Select(layer => layer.Granularity));
        // A zero sum stays 0, any other lies in (2, 3]: the difference of two such reaches 3, not 1.
        var jump = LayerFactory.FromMatrix(2, 2, (i, j) => i == j ? 1 : null, _ => 2) with
        {
            BiasMode = BiasMode.NonzeroSums,
        };
        var difference = Sum(1, -1).Layers[0] with { Activation = Activation.None };
        var range = ExactnessCertificate.ForRange(
            Rounded(new DyadicNetwork("j", new([jump, difference, Sum(1).Layers[0]])), formats),
            new InputRange(0, 1, -2)
        );
        Assert.Equal(3, range.Layers[2].LargestSum);
    }

    // 2^24 + 1 needs 25 bits: one step beyond the limit two orders of binary32 differ.
    [Fact]
    public void OneStepBeyondTheLimitTwoOrdersDiffer()
    {
        var binary32 = StorageFormats.Binary32;
        var limit = NeuronCertificate.Of(new TermSummary(0, 1 << 24), binary32);
        Assert.Equal(0, limit.HeadroomBits);
        Assert.True(NeuronCertificate.Of(new TermSummary(0, (1 << 24) + 1), binary32).HeadroomBits is < 0 and > -0.001);
        float big = 1 << 24;
        Assert.NotEqual(big + 1f + 1f, big + (1f + 1f));
        var network = Rounded(Sum(1 << 24, 1, 1), FormatTriple.Uniform(binary32));
        Dyadic[] ones = [1, 1, 1];
        Assert.False(ExactnessCertificate.ForItems(network, [ones]).IsCertified);
        var results = Enumerable.Range(0, 40).Select(seed => AnyOrder.Run(network, ones, seed)[0]).Distinct().ToArray();
        Assert.Equal([1 << 24, (1 << 24) + 2], results.Order());
    }

    [Fact]
    public void HeadroomIsCountedFromTheTightestDemand()
    {
        var binary16 = StorageFormats.Of(NumberFormats.Binary16);
        // p + g − log2 Σ = 11 − 1 − log2 13.
        Assert.Equal(11 - 1 - Math.Log2(13), NeuronCertificate.Of(new TermSummary(-1, 13), binary16).HeadroomBits, 3);
        // Range: multiples of 2^6 up to 2^17 exceed 65504.
        Assert.True(NeuronCertificate.Of(new TermSummary(6, 65536), binary16).HeadroomBits < 0);
        // Below the subnormal numbers.
        Assert.Equal(-2, NeuronCertificate.Of(new TermSummary(-26, new Dyadic(1, -26)), binary16).HeadroomBits);
        // Fixed point: 127 quarter steps fit, 128 do not, whatever their granularity.
        Assert.True(NeuronCertificate.Of(new TermSummary(-2, new Dyadic(127, -2)), StorageFormats.Int8(2)).IsCertified);
        Assert.False(NeuronCertificate.Of(new TermSummary(3, 32), StorageFormats.Int8(2)).IsCertified);
        Assert.Equal(11, NeuronCertificate.Of(default, binary16).HeadroomBits);
    }

    [Fact]
    public void WhatSpoilsEqualityIsNamed()
    {
        var formats = FormatTriple.Uniform(StorageFormats.Of(NumberFormats.Binary16));
        var network = Rounded(Sum(3, 1), formats);
        Assert.Contains(
            "input 2 is",
            ExactnessCertificate
                .ForItems(
                    network,
                    [
                        [1, new Dyadic(2049, 0)],
                    ]
                )
                .Obstacle,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "lacks",
            ExactnessCertificate
                .ForItems(
                    network,
                    [
                        [1024, new Dyadic(1, -8)],
                    ]
                )
                .Obstacle,
            StringComparison.Ordinal
        );
        // The sum is exact in binary32, but the activation between layers is not a binary16 value.
        var wide = formats with
        {
            Accumulator = StorageFormats.Binary32,
        };
        var two = Rounded(new DyadicNetwork("two", new([Sum(1, 1).Layers[0], Sum(1).Layers[0]])), wide);
        Dyadic[] item = [2048, 1];
        var plain = ExactnessCertificate.ForItems(two, [item]);
        Assert.Contains("output 1 is 2049", plain.Obstacle, StringComparison.Ordinal);
        Assert.True(ExactnessCertificate.ForItems(two, [item], roundBetweenLayers: true).IsCertified);
        Assert.Contains(
            "beyond",
            ExactnessCertificate
                .ForItems(
                    two,
                    [
                        [65504, 65504],
                    ]
                )
                .Obstacle,
            StringComparison.Ordinal
        );
    }

    private static DyadicNetwork Sum(params Dyadic[] weights) =>
        new("sum", new([LayerFactory.FromMatrix(weights.Length, 1, (input, _) => weights[input])]));
}
