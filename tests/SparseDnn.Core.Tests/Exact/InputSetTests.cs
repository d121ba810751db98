using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Core.Tests.Exact;

public sealed class InputSetTests
{
    public static TheoryData<string> FormatNames => new(AllFormats.Select(format => format.Name));

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void ItemsAreDistinctValuesOfTheFormatAndDoWhatTheirLabelsSay(string name)
    {
        Assert.True(StorageFormats.TryParse(name, out var format));
        for (var seed = 0; seed < 8; seed++)
        {
            var network = Rounded(Network(seed, 6), FormatTriple.Uniform(format));
            var items = InputSets.Choose(network, new InputSetOptions(seed));
            Assert.Equal(items.Count, items.Select(item => item.Values).Distinct().Count());
            Assert.All(items, item => Assert.All(item.Values, value => Assert.True(format.IsRepresentable(value))));
            Assert.Equal(items, InputSets.Choose(network, new InputSetOptions(seed)));
            foreach (var item in items) CheckLabel(network, item);
        }
    }

    // The labels' claims, told apart by their first word.
    private static void CheckLabel(RoundedNetwork network, LabelledInput item)
    {
        var traces = MixedEvaluator.Trace(network.Network, item.Values).ToArray();
        var words = item.Label.Split(' ', ':', ',');
        switch (words[0])
        {
            case "kink":
                var z = traces[int.Parse(words[6]) - 1].Biased[int.Parse(words[3]) - 1];
                var kink = item.Label.EndsWith("ceiling", StringComparison.Ordinal) ? traces[int.Parse(words[6]) - 1].Layer.Ceiling!.Value : 0;
                Assert.Equal(words.Contains("below") ? -1 : 1, (z - kink).Sign);
                break;
            case "ceiling":
                Assert.Equal(words[3] != "no", traces.Any(trace => trace.Layer.Ceiling is { } ceiling && trace.Biased.Any(value => value >= ceiling)));
                break;
            case "negative":
                Assert.Equal(int.Parse(words[3]), traces[0].Sums.Count(sum => sum.Sign < 0));
                break;
            case "cancellation":
                var terms = traces[0].Sums[int.Parse(words[5]) - 1];
                Assert.Equal(item.Label.EndsWith("to 0", StringComparison.Ordinal), terms.IsZero);
                break;
            case "largest":
                Assert.True(ExactnessCertificate.ForItems(network, [item.Values]).IsCertified);
                var twice = item.Values.Select(value => value * 2).ToArray();
                Assert.False(ExactnessCertificate.ForItems(network, [twice]).IsCertified);
                break;
            default:
                Assert.Contains(words[0], new[] { "zero", "all", "one-hot", "mixture" });
                break;
        }
    }

    [Fact]
    public void EveryKindOfItemIsFoundWhereTheNetworkAllowsIt()
    {
        var kinds = Enumerable.Range(0, 10)
            .SelectMany(seed => InputSets.Choose(Rounded(Network(seed, 6), FormatTriple.Uniform(StorageFormats.Binary32)), new InputSetOptions(seed)))
            .Select(item => item.Label.Split(' ', ':', ',')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "zero", "all", "one-hot", "mixture", "kink", "ceiling", "negative", "cancellation", "largest" }, kinds);
    }

    [Fact]
    public void KinkPairsAreClose()
    {
        var network = Rounded(Network(0, 6), FormatTriple.Uniform(StorageFormats.Binary32));
        var items = InputSets.Choose(network, new InputSetOptions()).Where(item => item.Label.StartsWith("kink: neuron", StringComparison.Ordinal)).ToArray();
        Assert.True(items.Length >= 4);
        for (var i = 0; i + 1 < items.Length; i += 2)
            Assert.All(items[i].Values.Zip(items[i + 1].Values), pair => Assert.True((pair.First - pair.Second).Abs() <= new Dyadic(1, -20)));
    }

    [Fact]
    public void NonNegativeRangesAreKept()
    {
        var network = Rounded(Network(1, 6), FormatTriple.Uniform(StorageFormats.Binary32));
        var items = InputSets.Choose(network, new InputSetOptions { Low = 0, High = 4 });
        Assert.All(items, item => Assert.All(item.Values, value => Assert.True(value.Sign >= 0)));
        Assert.Contains(items, item => item.Values.Any(value => value > 3));
        Assert.Throws<ArgumentException>(() => InputSets.Choose(network, new InputSetOptions { Low = 1, High = 0 }));
    }
}
