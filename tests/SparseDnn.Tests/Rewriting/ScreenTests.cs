using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics.X86;
using SparseDnn.Kernels.Screening;
using SparseDnn.Layouts;
using SparseDnn.Numerics;
using SparseDnn.Planning.Strategies.Screening;
using Xunit;

namespace SparseDnn.Tests.Rewriting;

/// <summary>
/// Items of zeros and ones that bounds tell to die: the bits and categories of networks that may not drop any, in every form, at every
/// width.
/// </summary>
public sealed class ScreenTests
{
    private const int Items = ScreeningStrategy.FewestItems + 77;

    public static TheoryData<VectorWidth> Widths => [.. Enum.GetValues<VectorWidth>()];

    [Theory]
    [MemberData(nameof(Widths))]
    public void ScreenedItemsGiveTheBitsOfComputedOnes(VectorWidth width)
    {
        foreach (var (name, inputs, layers) in Networks())
        {
            var network = SparseNetwork.Load<float>(inputs, layers);
            var plain = SparseNetwork.Load<float>(
                new LoadOptions { Inputs = inputs, Rewrites = Rewrites.All & ~Rewrites.DropZeroItems },
                layers
            );
            Assert.Null(plain.Layers().Screen);
            var values = Draw(inputs);
            var bytes = Array.ConvertAll(values, value => (byte)value);
            var packed = BitMatrix.Pack(values, inputs);
            foreach (
                var (items, threads) in new[]
                {
                    (Items, 1),
                    (Items, 3),
                    (ScreeningStrategy.FewestItems, 1),
                    (ScreeningStrategy.FewestItems - 1, 1),
                }
            )
            {
                var options = new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = threads };
                float[] expected = new float[items * network.Outputs],
                    actual = new float[items * network.Outputs];
                var (wanted, given) = (new bool[items], new bool[items]);
                plain.InferBatch(values, expected, items, options);
                plain.Categorize(values.AsSpan(0, items * inputs), wanted, options);
                Check(
                    "values",
                    () => network.InferBatch(values, actual, items, options),
                    () => network.Categorize(values.AsSpan(0, items * inputs), given, options)
                );
                Check(
                    "bytes",
                    () => network.InferBatch(bytes, actual, items, options),
                    () => network.Categorize(bytes.AsSpan(0, items * inputs), given, options)
                );
                Check(
                    "bits",
                    () => network.InferBatch(new BitMatrix(packed, items, inputs), actual, options),
                    () => network.Categorize(new BitMatrix(packed, items, inputs), given, options)
                );

                void Check(string form, Action infer, Action categorize)
                {
                    Array.Fill(actual, float.NaN);
                    Array.Fill(given, true);
                    infer();
                    categorize();
                    Assert.True(expected.AsSpan().SequenceEqual(actual), $"{name}, {form}, {items} items");
                    Assert.True(wanted.AsSpan().SequenceEqual(given), $"{name}, categories of {form}, {items} items");
                }
            }
        }
    }

    // Other values than zeros and ones: bounded by ones, or not at all.
    [Fact]
    public void ItemsOfOtherValuesAreComputedOrBounded()
    {
        var (_, inputs, layers) = Networks().First();
        var network = SparseNetwork.Load<float>(inputs, layers);
        var plain = SparseNetwork.Load<float>(
            new LoadOptions { Inputs = inputs, Rewrites = Rewrites.All & ~Rewrites.DropZeroItems },
            layers
        );
        var values = Draw(inputs);
        var random = new SplitMix64(3);
        for (var item = 0; item < Items; item += 3)
            values[(item * inputs) + random.Next(inputs)] = (item % 8) switch
            {
                0 => 0.5f,
                1 => -0f,
                2 => 1.5f,
                3 => -2f,
                4 => 1e30f,
                5 => float.Epsilon,
                6 => BitConverter.UInt32BitsToSingle(0x3F800001),
                _ => 100,
            };
        float[] expected = new float[Items * network.Outputs],
            actual = new float[Items * network.Outputs];
        plain.InferBatch(values, expected, Items);
        network.InferBatch(values, actual, Items);
        Assert.Equal(expected, actual);
        var bytes = Array.ConvertAll(Draw(inputs), value => (byte)value);
        for (var item = 0; item < Items; item += 5)
            bytes[(item * inputs) + random.Next(inputs)] = (byte)(2 + random.Next(254));
        plain.InferBatch(bytes, expected, Items);
        network.InferBatch(bytes, actual, Items);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void MostItemsThatDieAreTold()
    {
        if (!Avx2.IsSupported)
            return;
        foreach (var (name, inputs, layers) in Networks())
        {
            var network = SparseNetwork.Load<float>(inputs, layers);
            var screen = network.Layers().Screen;
            Assert.True(screen is not null, name);
            var screened = new ScreenedItems(screen);
            screened.Begin();
            var packed = BitMatrix.Pack(Draw(inputs), inputs);
            var (told, died) = (0, Draw(inputs).Length / inputs);
            unsafe
            {
                fixed (byte* start = packed)
                    for (var first = 0; first < Items; first += ItemScreen.Items)
                    {
                        screened.Take(
                            new BatchInputs((nint)start, InputForm.Bits, (inputs + 7) / 8),
                            first,
                            Math.Min(ItemScreen.Items, Items - first)
                        );
                        told += screened.Dead.Length;
                        while (screened.TryTake(32, new int[32])) { }
                    }
            }

            var categories = new bool[Items];
            network.Categorize(new BitMatrix(packed, Items, inputs), categories);
            died = categories.Count(category => !category);
            Assert.True(told >= died / 2 && told < Items && told > Items / 20, $"{name}: {told} of {died} that die, {Items} in all");
        }
    }

    [Fact]
    public void LayersWithoutBoundsHaveNoScreen()
    {
        Assert.Null(Screen(new BandedLayerAttribute { UpperBandwidth = 3, Bias = -2 }));
        Assert.Null(Screen(Band(bias: 0.5), Band(bias: -2)));
        Assert.Null(Screen(Band(bias: 0), Band(bias: -2)));
        Assert.Null(
            Screen(
                new BandedLayerAttribute
                {
                    UpperBandwidth = 3,
                    Weight = -1,
                    Bias = -2,
                },
                Band(bias: -2)
            )
        );
        Assert.Null(
            Screen(
                new BandedLayerAttribute
                {
                    UpperBandwidth = 3,
                    Bias = -2,
                    Activation = Activation.None,
                },
                Band(bias: -2)
            )
        );
        Assert.Null(SparseNetwork.Load<double>(40, Band(bias: -2), Band(bias: -2)).Layers().Screen);

        static ItemScreen? Screen(params SparseLayersAttribute[] layers) => SparseNetwork.Load<float>(40, layers).Layers().Screen;
    }

    private static BandedLayerAttribute Band(double bias) => new() { UpperBandwidth = 3, Bias = bias };

    private static IEnumerable<(string Name, int Inputs, SparseLayersAttribute[] Layers)> Networks()
    {
        yield return (
            "RadiX-Net",
            256,
            [
                new RadixNetAttribute
                {
                    Radices = [2, 2, 2, 2],
                    Blocks = 16,
                    Repeat = 5,
                    Weight = 0.0625,
                    Bias = -0.3,
                    BiasMode = BiasMode.NonzeroSums,
                    Ceiling = 32,
                },
            ]
        );
        yield return (
            "band",
            37,
            [
                new BandedLayerAttribute
                {
                    UpperBandwidth = 3,
                    LowerBandwidth = 2,
                    Bias = -3.7,
                    Repeat = 9,
                    Ceiling = 50,
                },
            ]
        );
        yield return (
            "random",
            300,
            [
                new RandomLayerAttribute
                {
                    Outputs = 70,
                    InDegree = 9,
                    Seed = 1,
                    MinWeight = 1,
                    MaxWeight = 1,
                    Bias = -4.3,
                    Repeat = 1,
                },
                new RandomLayerAttribute
                {
                    Outputs = 70,
                    InDegree = 4,
                    Seed = 2,
                    MinWeight = 1,
                    MaxWeight = 1,
                    Bias = -2.1,
                    Repeat = 3,
                },
            ]
        );
        yield return (
            "dense",
            40,
            [
                new RandomLayerAttribute
                {
                    Outputs = 30,
                    InDegree = 22,
                    Seed = 1,
                    MinWeight = 1,
                    MaxWeight = 1,
                    Bias = -12,
                },
                new RandomLayerAttribute
                {
                    Outputs = 30,
                    InDegree = 3,
                    Seed = 2,
                    MinWeight = 1,
                    MaxWeight = 1,
                    Bias = -0.5,
                    Repeat = 2,
                },
            ]
        );
    }

    private static float[] Draw(int inputs)
    {
        var random = new SplitMix64(7);
        var values = new float[Items * inputs];
        for (var item = 0; item < Items; item++)
        {
            var share = random.Next(13);
            for (var i = 0; i < inputs; i++)
                values[(item * inputs) + i] = random.Next(13) < share ? 1 : 0;
        }

        return values;
    }
}
