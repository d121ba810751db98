using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Core.Tests.Exact;

public sealed class InputSetTests
{
    private static readonly string[] AllKinds =
    [
        InputKind.Zero,
        InputKind.AllOn,
        InputKind.OneHot,
        InputKind.Ceiling,
        InputKind.Mixture,
        InputKind.Kink,
        InputKind.Cancellation,
        InputKind.NegativeSums,
        InputKind.LargestCertified,
    ];

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
            foreach (var item in items)
                CheckLabel(network, item);
        }
    }

    // The labels' claims, told apart by their kind.
    private static void CheckLabel(RoundedNetwork network, LabelledInput item)
    {
        var traces = MixedEvaluator.Trace(network.Network, item.Values).ToArray();
        var words = item.Label.Split(' ', ':', ',');
        switch (item.Kind)
        {
            case "kink":
                var z = traces[int.Parse(words[6]) - 1].Biased[int.Parse(words[3]) - 1];
                var kink = item.Label.EndsWith("ceiling", StringComparison.Ordinal)
                    ? traces[int.Parse(words[6]) - 1].Layer.Ceiling!.Value
                    : 0;
                var side = new Dictionary<string, int> { ["below"] = -1, ["exactly"] = 0 };
                Assert.Equal(words.Select(word => side.GetValueOrDefault(word, 1)).Min(), (z - kink).Sign);
                break;
            case "ceiling":
                Assert.Equal(
                    words[4] != "no",
                    traces.Any(trace => trace.Layer.Ceiling is { } ceiling && trace.Biased.Any(value => value >= ceiling))
                );
                break;
            case "negative sums":
                Assert.Equal(int.Parse(words[3]), traces[0].Sums.Count(sum => sum.Sign < 0));
                break;
            case "cancellation":
                var terms = traces[0].Sums[int.Parse(words[5]) - 1];
                Assert.Equal(item.Label.EndsWith("to 0", StringComparison.Ordinal), terms.IsZero);
                break;
            case "largest certified magnitude":
                Assert.True(ExactnessCertificate.ForItems(network, [item.Values]).IsCertified);
                var twice = item.Values.Select(value => value * 2).ToArray();
                Assert.False(ExactnessCertificate.ForItems(network, [twice]).IsCertified);
                break;
            default:
                Assert.Contains(item.Kind, new[] { "zero", "all on", "one-hot", "mixture" });
                break;
        }
    }

    [Fact]
    public void EveryKindOfItemIsFoundWhereTheNetworkAllowsIt()
    {
        var kinds = Enumerable
            .Range(0, 10)
            .SelectMany(seed =>
                InputSets.Choose(Rounded(Network(seed, 6), FormatTriple.Uniform(StorageFormats.Binary32)), new InputSetOptions(seed))
            )
            .Select(item => item.Kind)
            .ToHashSet();
        Assert.Equal(AllKinds.Order(), kinds.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    public void AsManyItemsAreChosenAsAreWantedAndNoKindIsCrowdedOut(int count)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var network = Rounded(Network(seed, 6), FormatTriple.Uniform(StorageFormats.Binary32));
            var all = InputSets.Choose(network, new InputSetOptions(seed, 500)).Select(item => item.Kind).ToHashSet();
            var items = InputSets.Choose(network, new InputSetOptions(seed, count));
            Assert.Equal(count, items.Count);
            Assert.Equal(count, items.Select(item => item.Values).Distinct().Count());
            // A pair of kinks needs two places.
            if (count > all.Count)
                Assert.Equal(all.Order(), items.Select(item => item.Kind).Distinct().Order());
            else
                Assert.True(items.Select(item => item.Kind).Distinct().Count() >= count - 1);
        }
    }

    // Two inputs of e5m2 between 0 and 1 have 61 · 61 values: more than draws find.
    [Fact]
    public void SmallRangesAreUsedUp()
    {
        var network = Rounded(
            new DyadicNetwork("n", new([LayerFactory.FromMatrix(2, 1, (_, _) => 1)])),
            FormatTriple.Uniform(StorageFormats.Of(NumberFormats.E5M2))
        );
        var items = InputSets.Choose(network, new InputSetOptions(1, 10000) { Low = 0 });
        Assert.Equal(61 * 61, items.Count(item => item.Values.All(value => value <= 1)));
        Assert.Throws<ArgumentException>(() => InputSets.Choose(network, new InputSetOptions(1, 0)));
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void CertifiedItemsAreCertifiedTogether(string name)
    {
        Assert.True(StorageFormats.TryParse(name, out var format));
        var (sets, kinds) = (0, new HashSet<string>());
        for (var seed = 0; seed < 12; seed++)
        {
            foreach (var between in new[] { false, true })
            {
                var network = Rounded(Network(seed, 2), new FormatTriple(format, format, StorageFormats.Binary32));
                var options = new InputSetOptions(seed) { Certify = true, Low = seed % 2 == 0 ? -1 : 0 };
                if (InputSets.Choose(network, options, between, out var fault) is not { } items)
                {
                    Assert.Contains("no item with an input other than 0 is certified", fault, StringComparison.Ordinal);
                    continue;
                }

                sets++;
                kinds.UnionWith(items.Select(item => item.Kind));
                if (!between)
                    Assert.All(items, item => CheckLabel(network, item));
                Assert.All(
                    items,
                    item =>
                        Assert.All(
                            item.Values,
                            value => Assert.True(item.Kind == InputKind.LargestCertified || (value >= options.Low && value <= options.High))
                        )
                );
                var vectors = VectorSets.FromNetwork(network, items, seed, between, out fault);
                Assert.Null(fault);
                Assert.Null(vectors!.Bounds);
            }
        }

        Assert.True(sets > 4 && kinds.Count > 4, $"{sets} sets, {string.Join(", ", kinds)}");
    }

    [Fact]
    public void WhatKeepsItemsFromBeingCertifiedIsNamed()
    {
        // 1 + 2^-23 needs all 24 bits; no power of two added to it leaves it exact.
        var layer = LayerFactory.FromMatrix(1, 1, (_, _) => new Dyadic((1 << 23) + 1, -23), _ => new Dyadic((1 << 23) + 1, -40));
        var network = Rounded(new DyadicNetwork("n", new([layer])), FormatTriple.Uniform(StorageFormats.Binary32));
        Assert.Null(InputSets.Choose(network, new InputSetOptions { Certify = true }, false, out var fault));
        Assert.Contains("layer 1 lacks", fault, StringComparison.Ordinal);
        Assert.Null(VectorSets.FromNetwork(network.Network, network.Formats, new InputSetOptions { Certify = true }, false, out fault));
        Assert.Contains("layer 1 lacks", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ChoosingStopsWhenItIsCancelled()
    {
        var network = Rounded(Network(1), FormatTriple.Uniform(StorageFormats.Binary32));
        var cancelled = new System.Threading.CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => InputSets.Choose(network, new InputSetOptions(), cancelled));
        Assert.Throws<OperationCanceledException>(() =>
            VectorSets.FromNetwork(network.Network, network.Formats, new InputSetOptions(), false, out _, cancelled)
        );
        Assert.Throws<OperationCanceledException>(() =>
            MixedEvaluator.Trace(network.Network, Item(1, 7, StorageFormats.Binary32), null, cancelled).Count()
        );
        var paths = PathCounting.Solve("paths", [2, 2], [1, 2, 1], 1);
        Assert.Throws<OperationCanceledException>(() => CertifiedScaling.Find(paths, network.Formats, out _, cancelled));
        var levels = Potentials.Solve("levels", [3, 4], 2, "min-plus", 1);
        Assert.Throws<OperationCanceledException>(() => VectorSets.FromSolution(levels, network.Formats, 1, out _, cancelled));
        Assert.Throws<OperationCanceledException>(() =>
            ExactnessCertificate.ForItems(network, [Item(1, 7, StorageFormats.Binary32)], false, cancelled)
        );
    }

    [Fact]
    public void KinkPairsAreClose()
    {
        var network = Rounded(Network(0, 6), FormatTriple.Uniform(StorageFormats.Binary32));
        var items = InputSets
            .Choose(network, new InputSetOptions())
            .Where(item => item.Label.Contains(" just ", StringComparison.Ordinal))
            .ToArray();
        Assert.True(items.Length >= 4);
        for (var i = 0; i + 1 < items.Length; i += 2)
            Assert.All(
                items[i].Values.Zip(items[i + 1].Values),
                pair => Assert.True((pair.First - pair.Second).Abs() <= new Dyadic(1, -20))
            );
    }

    [Fact]
    public void KinksAreMetWhereAClosedFormAllows()
    {
        // One edge of weight 2; four of weight 1/2, of which a single one would not do within [−1, 1].
        var layer = LayerFactory.FromMatrix(4, 2, (_, output) => output == 0 ? 0 : new Dyadic(1, -1), output => new Dyadic(-3, -1)) with
        {
            Ceiling = new Dyadic(1, -2),
        };
        var items = InputSets.Choose(
            Rounded(new DyadicNetwork("n", new([layer])), FormatTriple.Uniform(StorageFormats.Binary32)),
            new InputSetOptions(1, 12)
        );
        Assert.Equal(new Dyadic(3, -2), Assert.Single(items, item => item.Label == "kink: neuron 2 of layer 1 exactly at zero").Values[3]);
        Assert.Equal(
            new Dyadic(7, -3),
            Assert.Single(items, item => item.Label == "kink: neuron 2 of layer 1 exactly at the ceiling").Values[0]
        );
        // 1/3 has no binary form, so no input meets the kink of a weight of 3.
        layer = LayerFactory.FromMatrix(1, 1, (_, _) => 3, _ => new Dyadic(-1, -1));
        items = InputSets.Choose(
            Rounded(new DyadicNetwork("n", new([layer])), FormatTriple.Uniform(StorageFormats.Binary32)),
            new InputSetOptions(1, 60)
        );
        Assert.DoesNotContain(items, item => item.Label.Contains("exactly", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("binary32", "binary32", true)]
    [InlineData("binary16", "binary32", true)]
    [InlineData("e4m3", "binary16", true)]
    [InlineData("int16:6", "int32:12", false)]
    public void SubnormalInputsArePartOfNetworksWithoutBias(string activations, string accumulator, bool isExpected)
    {
        Assert.True(StorageFormats.TryParse(activations, out var format));
        Assert.True(StorageFormats.TryParse(accumulator, out var sums));
        var layer = LayerFactory.FromMatrix(5, 3, (input, output) => new Dyadic((input * 2) - output, -2));
        var network = Rounded(new DyadicNetwork("n", new([layer])), new FormatTriple(format, format, sums));
        var found = InputSets.Choose(network, new InputSetOptions()).Where(item => item.Label == "mixture: subnormal inputs").ToArray();
        Assert.Equal(isExpected ? 1 : 0, found.Length);
        Assert.All(
            found,
            item =>
                Assert.All(
                    item.Values,
                    value =>
                        Assert.True(
                            value.Sign > 0 && value < Dyadic.One.ScaleByPowerOfTwo(((FloatingStorage)format).Format.LeastNormalExponent)
                        )
                )
        );
        Assert.All(found, item => Assert.True(ExactnessCertificate.ForItems(network, [item.Values]).IsCertified));
        var biased = Rounded(new DyadicNetwork("n", new([layer with { Biases = new(1, 3) }])), network.Formats);
        Assert.DoesNotContain(InputSets.Choose(biased, new InputSetOptions()), item => item.Label == "mixture: subnormal inputs");
    }

    [Fact]
    public void TheFirstMixturesExerciseMostEdges()
    {
        var (gained, lost) = (0, 0);
        for (var seed = 0; seed < 20; seed++)
        {
            var network = Rounded(Network(seed, 6, 20, 30), FormatTriple.Uniform(StorageFormats.Binary32)).Network;
            var mixtures = InputSets
                .Choose(Rounded(network, FormatTriple.Uniform(StorageFormats.Binary32)), new InputSetOptions(seed, 32))
                .Where(item => item.Kind == InputKind.Mixture)
                .ToArray();
            var drawn = mixtures.OrderBy(item => int.Parse(item.Label.Split("draw ")[1].TrimEnd(')'))).ToArray();
            var (chosen, first) = (Covered(network, mixtures.Take(2)), Covered(network, drawn.Take(2)));
            if (chosen > first)
                gained++;
            if (chosen < first)
                lost++;
        }

        Assert.True(gained > 10 && lost <= 2, $"{gained} gained, {lost} lost");

        static int Covered(DyadicNetwork network, IEnumerable<LabelledInput> items) =>
            items
                .SelectMany(item =>
                    MixedEvaluator
                        .Trace(network, item.Values)
                        .SelectMany(
                            (trace, l) =>
                                Enumerable
                                    .Range(0, trace.Layer.Outputs)
                                    .Where(neuron => trace.Layer.Activation == Activation.None || trace.Biased[neuron].Sign > 0)
                                    .Where(neuron => trace.Layer.Ceiling is not { } top || trace.Biased[neuron] < top)
                                    .SelectMany(neuron =>
                                        trace
                                            .Layer.Edges.Row(neuron)
                                            .ToArray()
                                            .Where(input => !trace.Inputs[input].IsZero)
                                            .Select(input => (l, neuron, input))
                                    )
                        )
                )
                .Distinct()
                .Count();
    }

    // Whether a bias reaches a zero sum must be asked of neurons whose inputs are not zero.
    [Theory]
    [MemberData(nameof(FormatNames))]
    public void SomeNeuronsWithABiasSumToZeroFromNonzeroTerms(string name)
    {
        Assert.True(StorageFormats.TryParse(name, out var format));
        for (var seed = 0; seed < 8; seed++)
        {
            var network = Rounded(Network(seed, 6), FormatTriple.Uniform(format));
            var layer = network.Network.Layers[0];
            var found = InputSets
                .Choose(network, new InputSetOptions(seed))
                .Where(item => item.Label.EndsWith("cancel to 0", StringComparison.Ordinal))
                .ToArray();
            Assert.Contains(
                found,
                item =>
                    Enumerable
                        .Range(0, layer.Outputs)
                        .Any(neuron =>
                            !layer.Biases[neuron].IsZero
                            && layer.Edges.Row(neuron).ToArray().Any(input => !item.Values[input].IsZero)
                            && MixedEvaluator.Trace(network.Network, item.Values).First().Sums[neuron].IsZero
                        )
            );
        }
    }

    // A range may lie between two values of a coarse format: what is on is then 0.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ARangeThatRoundsToZeroIsNoFault(bool certify)
    {
        var network = Rounded(Network(0, 6), FormatTriple.Uniform(StorageFormats.Int8(0)));
        var options = new InputSetOptions
        {
            Low = new Dyadic(-1, -4),
            High = new Dyadic(1, -4),
            Certify = certify,
        };
        var items = InputSets.Choose(network, options, false, out _) ?? [];
        Assert.All(items, item => Assert.All(item.Values, value => Assert.True(value.IsZero || item.Kind == InputKind.LargestCertified)));
        var vectors = VectorSets.FromNetwork(network.Network, network.Formats, options, false, out var fault);
        Assert.True(vectors is not null || fault is not null);
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
