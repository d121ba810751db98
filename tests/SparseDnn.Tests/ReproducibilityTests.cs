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
            foreach (var options in from threads in new[] { 1, 2, 5 } from vector in Enum.GetValues<VectorWidth>() select new BatchOptions { MaxDegreeOfParallelism = threads, VectorWidth = vector })
            {
                var outputs = Enumerable.Repeat(float.NaN, batch * Dying.Outputs).ToArray();
                Dying.InferBatch(inputs, outputs, batch, options);
                Assert.True(outputs.AsSpan().SequenceEqual(expected.AsSpan(0, outputs.Length)), $"batch {batch}, {options}");
            }
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
