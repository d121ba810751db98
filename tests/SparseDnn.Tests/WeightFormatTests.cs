using System;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Layouts;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>Networks whose weights are stored in a narrower format than their sums are formed in.</summary>
public sealed class WeightFormatTests
{
    private static readonly RandomLayerAttribute Random = new()
    {
        Outputs = 70,
        InDegree = 11,
        Seed = 5,
        Bias = 0.1,
    };

    private static readonly LoadOptions Narrow = new() { Inputs = 40, Format = ElementFormat.BFloat16 };

    [Fact]
    public void Tables_TakeTwoBytesAWeight()
    {
        var model = SparseNetwork.BuildModel<float>(Narrow, Random);
        var data = Planner.PlanTables(model).Layers[0].Data;
        var table = new LayerTable<float>(data);
        Assert.Equal(2 * (data.Weights.Count + 1), table.Tile.Weights.Length);
        Assert.Equal(2 * (data.Weights.Count + 1), table.Item.Weights.Length);
        var wide = new LayerTable<float>(data with { WeightFormat = ElementFormat.Binary32 });
        Assert.Equal(4 * (data.Weights.Count + 1), wide.Tile.Weights.Length);
    }

    [Theory]
    [InlineData(Summation.Planned)]
    [InlineData(Summation.Strict)]
    public void LoadedNetworks_ReturnTheBitsOfTheReplay(Summation summation)
    {
        const int Items = 67;
        var options = Narrow with { Summation = summation };
        var network = SparseNetwork.Load<float>(options, Random, Random, new BandedLayerAttribute { UpperBandwidth = 2, Weight = 0.3 });
        var model = SparseNetwork.BuildModel<float>(options, Random, Random, new BandedLayerAttribute { UpperBandwidth = 2, Weight = 0.3 });
        var random = new SplitMix64(1);
        var inputs = Enumerable.Range(0, Items * 40).Select(_ => (float)(random.NextUnit() - 0.5)).ToArray();
        var expected = inputs
            .Chunk(40)
            .SelectMany(item => RoundedEvaluator.Evaluate(model, Array.ConvertAll(item, value => (double)value)))
            .Select(value => (float)value)
            .ToArray();
        var outputs = new float[expected.Length];
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            network.InferBatch(inputs, outputs, Items, new BatchOptions { VectorWidth = width });
            Assert.Equal(expected, outputs);
        }

        for (var item = 0; item < Items; item++)
            network.Infer(inputs.AsSpan(item * 40, 40), outputs.AsSpan(item * 70, 70));
        Assert.Equal(expected, outputs);
        FixtureSet.FromModel<float>(model).AllItems.Check(network);
    }

    [Fact]
    public void Descriptions_NameTheFormatOfWeights()
    {
        var network = SparseNetwork.Load<float>(Narrow, Random);
        Assert.Equal((ElementFormat.Binary32, "bfloat16"), (network.Description.Format, network.Description.Weights));
        Assert.Contains("binary32 with bfloat16 weights, fused sums", network.Description.ToString(), StringComparison.Ordinal);
        Assert.Contains("stored as bfloat16", network.Description.ToLongString(), StringComparison.Ordinal);
        Assert.Contains(
            "binary32 with bfloat16 weights",
            Conformance.PlusTimesThenBFloat16.Description.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "bfloat16 and binary32 weights",
            Conformance.PlusTimesThenBothFormats.Description.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TypesThatDoNotSumSuchWeights_SaySo()
    {
        var wide = Assert.Throws<SparseNetworkException>(() => SparseNetwork.Load<double>(Narrow, Random));
        Assert.Contains("SDNN0036", wide.Message, StringComparison.Ordinal);
        Assert.Contains("Format = ElementFormat.Binary64", wide.Message, StringComparison.Ordinal);
        Assert.Throws<SparseNetworkException>(() => SparseNetwork.Load<int, MaxMin>(Narrow, Random));
        Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<double>(
                new LoadOptions { Inputs = 40 },
                new RandomLayerAttribute { InDegree = 3, Format = ElementFormat.BFloat16 }
            )
        );
        Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<float>(
                new LoadOptions { Inputs = 40 },
                new RandomLayerAttribute { InDegree = 3, Format = (ElementFormat)99 }
            )
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => SparseNetwork.Load<float>(Narrow with { Format = (ElementFormat)99 }, Random));
    }
}
