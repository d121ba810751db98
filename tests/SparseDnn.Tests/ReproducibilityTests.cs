using System;
using System.Linq;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>Equal bits for every strategy, vector width, batch size and thread count: those of the exact replay.</summary>
public sealed class ReproducibilityTests
{
    private const int Items = 67;

    public static TheoryData<VectorWidth> Widths => [.. Enum.GetValues<VectorWidth>()];

    [Theory]
    [MemberData(nameof(Widths))]
    public void SingleNetworksReturnTheBitsOfTheExactReplay(VectorWidth width)
    {
        var model = Batches.Model(ElementFormat.Binary32, Summation.Planned, 20, DeclaredLayers.Mixed);
        var inputs = Array.ConvertAll(Batches.Inputs(Items, 20, 1), x => (double)(float)x);
        var expected = Batches.Narrow(Batches.Expected(model, inputs));
        var compiled = new float[expected.Length];
        var loaded = new float[expected.Length];
        Mixed.InferBatch(Batches.Narrow(inputs), compiled, Items, new BatchOptions { VectorWidth = width });
        SparseNetwork.Prepare<float>(model).InferBatch(Batches.Narrow(inputs), loaded, Items, new BatchOptions { VectorWidth = width });
        Assert.Equal(expected, compiled);
        Assert.Equal(compiled.Select(BitConverter.SingleToInt32Bits), loaded.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void StrictDoubleNetworksReturnTheBitsOfTheExactReplay(VectorWidth width)
    {
        var model = Batches.Model(ElementFormat.Binary64, Summation.Strict, 20, DeclaredLayers.Mixed);
        var inputs = Batches.Inputs(Items, 20, 2);
        var expected = Batches.Expected(model, inputs);
        var compiled = new double[expected.Length];
        var loaded = new double[expected.Length];
        MixedStrictDouble.InferBatch(inputs, compiled, Items, new BatchOptions { VectorWidth = width });
        SparseNetwork.Prepare<double>(model).InferBatch(inputs, loaded, Items, new BatchOptions { VectorWidth = width });
        Assert.Equal(expected, compiled);
        Assert.Equal(compiled.Select(BitConverter.DoubleToInt64Bits), loaded.Select(BitConverter.DoubleToInt64Bits));
    }

    // Few items survive this network, so tiles are emptied, compacted and gathered at every checkpoint.
    [Fact]
    public void BatchSizeThreadsAndWidthNeverChangeABit()
    {
        const int Most = 257;
        var width = Dying.Inputs;
        var inputs = Batches.Narrow(Batches.Inputs(Most, width, 7));
        var expected = new float[Most * Dying.Outputs];
        for (var item = 0; item < Most; item++)
            Dying.Infer(inputs.AsSpan(item * width, width), expected.AsSpan(item * Dying.Outputs, Dying.Outputs));
        var alive = expected.Chunk(Dying.Outputs).Count(item => item.Any(y => y != 0));
        Assert.InRange(alive, 5, Most - 60);
        for (var batch = 0; batch <= Most; batch += batch < 40 ? 1 : 31)
            foreach (
                var options in from threads in new[] { 1, 2, 5 }
                from vector in Enum.GetValues<VectorWidth>()
                select new BatchOptions { MaxDegreeOfParallelism = threads, VectorWidth = vector }
            )
            {
                var outputs = Enumerable.Repeat(float.NaN, batch * Dying.Outputs).ToArray();
                Dying.InferBatch(inputs, outputs, batch, options);
                Assert.True(outputs.AsSpan().SequenceEqual(expected.AsSpan(0, outputs.Length)), $"batch {batch}, {options}");
            }
    }

    // An item of zeros comes to life in the second layer, so nothing may be dropped before.
    [Theory]
    [MemberData(nameof(Widths))]
    public void ItemsThatABiasRevivesAreNotDropped(VectorWidth width)
    {
        var model = Batches.Model(ElementFormat.Binary32, Summation.Planned, 12, DeclaredLayers.Reviving);
        var inputs = Array.ConvertAll(Batches.Inputs(Items, 12, 4), x => (double)(float)x);
        var expected = Batches.Narrow(Batches.Expected(model, inputs));
        Assert.Contains(expected, y => y != 0);
        Assert.Equal(2, Reviving.Description.FirstDroppingLayer);
        foreach (var network in new[] { Reviving.Network, SparseNetwork.Prepare<float>(model) })
        {
            var outputs = new float[expected.Length];
            network.InferBatch(Batches.Narrow(inputs), outputs, Items, new BatchOptions { VectorWidth = width });
            Assert.Equal(expected, outputs);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void NaNPassesThroughBiasActivationAndCeiling(VectorWidth width)
    {
        SparseLayersAttribute[] layers =
        [
            .. DeclaredLayers.Reviving,
            new BandedLayerAttribute
            {
                Bias = 1,
                BiasMode = BiasMode.NonzeroSums,
                Ceiling = 5,
            },
        ];
        foreach (var network in new[] { Reviving.Network, SparseNetwork.Load<float>(12, layers) })
        {
            var outputs = new float[40 * 12];
            network.InferBatch(Enumerable.Repeat(float.NaN, 40 * 12).ToArray(), outputs, 40, new BatchOptions { VectorWidth = width });
            Assert.All(outputs, y => Assert.True(float.IsNaN(y)));
        }
    }

    // A negative product below the least subnormal rounds to −0; ReLU gives +0 for it on every width.
    [Theory]
    [MemberData(nameof(Widths))]
    public void ReLUTurnsMinusZeroIntoPlusZero(VectorWidth width)
    {
        var options = new BatchOptions { VectorWidth = width };
        var single = new float[40 * 3];
        SparseNetwork
            .Load<float>(3, new BandedLayerAttribute { Weight = 0.25 })
            .InferBatch(Enumerable.Repeat(-float.Epsilon, 40 * 3).ToArray(), single, 40, options);
        Assert.All(single, y => Assert.Equal(0, BitConverter.SingleToInt32Bits(y)));
        var wide = new double[40 * 3];
        SparseNetwork
            .Load<double>(3, new BandedLayerAttribute { Weight = 0.25 })
            .InferBatch(Enumerable.Repeat(-double.Epsilon, 40 * 3).ToArray(), wide, 40, options);
        Assert.All(wide, y => Assert.Equal(0, BitConverter.DoubleToInt64Bits(y)));
    }

    [Fact]
    public void TheDyingNetworkIsTheOneThatItsAttributesDescribe()
    {
        var model = Batches.Model(ElementFormat.Binary32, Summation.Planned, null, DeclaredLayers.Dying);
        var inputs = Batches.Inputs(12, model.Inputs, 9).Select(x => (double)(float)x).ToArray();
        var outputs = new float[12 * model.Outputs];
        Dying.InferBatch(Batches.Narrow(inputs), outputs, 12);
        Assert.Equal(Batches.Narrow(Batches.Expected(model, inputs)), outputs);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void NaNReachesWhatDependsOnItAndNothingElse(VectorWidth width)
    {
        float[] inputs = [1, 1, float.NaN, float.NaN, 1, 1, 2, 1, 4, 1, 1, float.NaN];
        var outputs = new float[8];
        Tiny.InferBatch(inputs, outputs, 4, new BatchOptions { VectorWidth = width });
        Assert.Equal([0, float.NaN, float.NaN, 0.25f, 1.5f, 1, 0, float.NaN], outputs);
    }
}
