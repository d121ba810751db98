using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Inputs.Patterns;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Tests.Fixtures;

/// <summary>The cases of the paper and of the field in their own sizes: closed forms judge this library's kernels.</summary>
public sealed class PublishedCaseTests
{
    private const string Glyphs = """
        L:
        #..
        ##.
        #..

        T:
        ###
        .#.
        .#.

        O:
        ###
        #.#
        ###

        """;

    // GraphChallenge's shape: 120 layers of 1024 neurons of in-degree 32, w = 1/16, ceiling 32; y' = min(max(2y + b, 0), 32).
    [Theory]
    [InlineData(BiasMode.Dense)]
    [InlineData(BiasMode.NonzeroSums)]
    public void UniformItemsFollowTheRecurrenceThroughOneHundredAndTwentyLayers(BiasMode mode)
    {
        int[] radices = [2, 2, 2, 2, 2, 2];
        var (weight, bias) = (new Dyadic(1, -4), new Dyadic(-1, -2));
        // 1/4 stays where it is; below it items die, above it they end at the ceiling.
        Dyadic[] inputs = [0, new Dyadic(1, -2), new Dyadic(1, -3), new Dyadic(255, -10), new Dyadic(257, -10), 1, 40];
        var solution = UniformRecurrence.Solve(
            "uniform",
            RadixNet.Layers(radices, [16, 16, 16, 16, 16, 16, 16], 20, 7),
            weight,
            bias,
            32,
            inputs,
            mode
        );
        var fixture = FixtureSet.FromSolution<float>(solution).AllItems;
        Assert.Equal((ExactnessGround.Certificate, 120), (fixture.Ground, fixture.Layers.Count));
        Dyadic[] ends = [0, new Dyadic(1, -2), 0, 0, 32, 32, 32];
        Assert.Equal(ends, solution.Items.Select(item => item.Outputs[0]));
        fixture.Check(
            SparseNetwork.Load<float>(
                new LoadOptions { Name = "uniform" },
                new RadixNetAttribute
                {
                    Radices = radices,
                    Blocks = 16,
                    PermuteSeed = 7,
                    Repeat = 20,
                    Weight = 0.0625,
                    Bias = -0.25,
                    BiasMode = mode,
                    Ceiling = 32,
                }
            )
        );
        var low = SparseNetwork.Load<float>(
            new LoadOptions { Name = "low" },
            new RadixNetAttribute
            {
                Radices = radices,
                Blocks = 16,
                Repeat = 20,
                Weight = 0.0625,
                Bias = -0.25,
                BiasMode = mode,
                Ceiling = 31,
            }
        );
        var output = new float[low.Outputs];
        low.Infer(fixture.Input(fixture.ItemCount - 1), output);
        Assert.Equal(Enumerable.Repeat(31f, output.Length), output);
    }

    // Three levels: letters of 3 × 3 pixels at four places, two words of two places, sentences of two words.
    [Theory]
    [InlineData(false, 6)]
    [InlineData(true, 4)]
    public void LettersWordsAndSentencesAreRecognized(bool multiply, int layers)
    {
        Assert.True(PatternFormats.TryReadGlyphs("glyphs.txt", () => Utf8(Glyphs), out var glyphs, out _));
        var letters = RecognitionLevel.Of(glyphs.Names, glyphs.Pixels);
        // Over letters at two places: L is 0 or 3, T is 1 or 4, O is 2 or 5. Over words at two places: LT is 0 or 3, …
        var words = RecognitionLevel.Of(["LT", "TO", "OL"], new CsrPattern(3, 6, [0, 2, 4, 6], [0, 4, 1, 5, 2, 3]));
        var sentences = RecognitionLevel.Of(["LT TO", "TO OL", "OL OL"], new CsrPattern(3, 6, [0, 2, 4, 6], [0, 4, 1, 5, 2, 5]));
        var solution = Composition.Solve("sentences", [letters.Repeat(4), words.Repeat(2), sentences], multiply);
        Assert.Equal(layers, solution.Network.Layers.Count);
        for (var i = 0; i < 3; i++)
        {
            var item = solution.Items.Single(item => item.Label == "composed " + sentences.Names[i]);
            Assert.Equal(Enumerable.Range(0, 3).Select(j => (Dyadic)(i == j ? 1 : 0)), item.Outputs);
            Assert.All(
                solution.Items.Single(other => other.Label == item.Label + " with one feature missing").Outputs,
                output => Assert.Equal(0, output)
            );
        }

        Judge<float>(solution);
        Judge<double>(solution);
        Judge<Half>(solution);

        void Judge<T>(ExactSolution judged)
            where T : unmanaged
        {
            var fixture = FixtureSet.FromSolution<T>(judged).AllItems;
            Assert.Equal(ExactnessGround.Certificate, fixture.Ground);
            if (typeof(T) == typeof(Half))
                fixture.Check((input, output) => FixtureSamples.Run(fixture, input, output));
            else
                fixture.Check(
                    SparseNetwork.Load<T>(
                        new LoadOptions { Inputs = judged.Network.Inputs },
                        judged.Network.Layers.Select(Declared).ToArray()
                    )
                );
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PotentialsAreShortestAndLongestPaths(long seed)
    {
        int[] sizes = [40, 64, 33, 64, 50];
        var shortest = Potentials.Solve("shortest", sizes, 5, "min-plus", seed);
        var network = SparseNetwork.Load<float, MinPlus>(
            new LoadOptions { Inputs = sizes[0] },
            shortest.Network.Layers.Select(Declared).ToArray()
        );
        var fixture = FixtureSet.FromSolution<float>(shortest).AllItems;
        Assert.Equal(ExactnessGround.OrderFree, fixture.Ground);
        fixture.Check(network);
        var longest = Potentials.Solve("longest", sizes, 5, "max-plus", seed);
        FixtureSet
            .FromSolution<double>(longest)
            .AllItems.Check(
                SparseNetwork.Load<double, MaxPlus>(
                    new LoadOptions { Inputs = sizes[0] },
                    longest.Network.Layers.Select(Declared).ToArray()
                )
            );
        // One tight edge that is a little longer is seen at its node.
        var layer = shortest.Network.Layers[0];
        var changed = layer with { Weights = layer.Weights.Select(weight => weight + new Dyadic(1, -2)) };
        var other = SparseNetwork.Load<float, MinPlus>(
            new LoadOptions { Inputs = sizes[0] },
            shortest.Network.Layers.Select((same, i) => Declared(i == 0 ? changed : same)).ToArray()
        );
        Assert.False(fixture.Compare(other).IsSound);
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    // A layer as its declaration writes it.
    private static SparseLayersAttribute Declared(DyadicLayer layer)
    {
        var edges = Enumerable
            .Range(0, layer.Outputs)
            .SelectMany(output =>
                Enumerable
                    .Range(layer.Edges.RowStarts[output], layer.Edges.Row(output).Length)
                    .Select(edge =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{layer.Edges.Columns[edge]} {output} {layer.Weights[edge].ToDouble():R}"
                        )
                    )
            );
        var attribute = new LayerAttribute
        {
            Outputs = layer.Outputs,
            Edges = string.Join("; ", edges),
            Epilogue = layer.Semirings.IsPlusTimes ? Epilogue.Full : Epilogue.None,
        };
        if (layer.HasBias)
            attribute.Biases = layer.Biases.Select(bias => bias.ToDouble()).ToArray();
        if (layer.Ceiling is { } ceiling)
            attribute.Ceiling = ceiling.ToDouble();
        return attribute;
    }
}
