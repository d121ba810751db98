using System;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Tests.Rewriting;

/// <summary>Items at the ceiling leave the batch with what becomes of them, which need not be the ceiling again.</summary>
public sealed class SaturationTests
{
    private const int Items = 83;

    // Without bias and activation in integers, which have no max-plus.
    private static SparseLayersAttribute[] Layers(bool isReal) =>
        [
            new BandedLayerAttribute
            {
                LowerBandwidth = 1,
                Ceiling = 4,
                Activation = Activation.None,
            },
            // Not at the ceiling again: one output is fed by a negative weight, one by nothing at all.
            new LayerAttribute
            {
                Outputs = 6,
                Edges = "0 0 1; 1 0 1; 2 1 -1; 3 1 2; 4 2 1; 5 3 -2; 0 4 1",
                Biases = isReal ? [0, 1, -1, 2, 0, 3] : null,
                Activation = isReal ? Activation.ReLU : Activation.None,
                Ceiling = 6,
            },
            new BandedLayerAttribute
            {
                UpperBandwidth = 2,
                Ceiling = 14,
                Activation = Activation.None,
            },
            new BandedLayerAttribute
            {
                LowerBandwidth = 2,
                Ceiling = 30,
                Activation = Activation.None,
            },
            new LayerAttribute
            {
                Outputs = 4,
                Edges = "0 0 1; 1 1 -1; 2 1 3; 3 2 2; 5 3 1",
                Activation = Activation.None,
            },
        ];

    public static TheoryData<VectorWidth> Widths => [.. Enum.GetValues<VectorWidth>()];

    [Theory]
    [MemberData(nameof(Widths))]
    public void RealsAndIntegersLeaveWithWhatTheyBecome(VectorWidth width)
    {
        var options = new LoadOptions { Inputs = 6 };
        Check(
            SparseNetwork.Load<float>(options, Layers(true)),
            SparseNetwork.BuildModel<float>(options, Layers(true)),
            width,
            value => (float)value
        );
        Check(
            SparseNetwork.Load<double>(options, Layers(true)),
            SparseNetwork.BuildModel<double>(options, Layers(true)),
            width,
            value => value
        );
        Check(
            SparseNetwork.Load<int, PlusTimes, MaxMin>(options, Layers(false)),
            SparseNetwork.BuildModel<int, PlusTimes, MaxMin>(options, Layers(false)),
            width,
            value => (int)value
        );
        Check(
            SparseNetwork.Load<long, PlusTimes, MaxMin>(options, Layers(false)),
            SparseNetwork.BuildModel<long, PlusTimes, MaxMin>(options, Layers(false)),
            width,
            value => (long)value
        );
    }

    // A ceiling of 0 cannot tell −0 from what min gives for it later.
    [Theory]
    [MemberData(nameof(Widths))]
    public void MinusZeroIsNotAtACeilingOfZero(VectorWidth width)
    {
        var network = SparseNetwork.Load<float, MaxMin, MaxMin>(
            new LoadOptions { Inputs = 3 },
            new BandedLayerAttribute
            {
                Weight = 5,
                Activation = Activation.None,
                Ceiling = 0,
                Repeat = 3,
            }
        );
        var inputs = Enumerable
            .Range(0, 60 * 3)
            .Select(i =>
            {
                if (i / 3 % 3 == 0)
                    return -0f;
                if (i / 3 % 3 == 1)
                    return 7f;
                return -1f;
            })
            .ToArray();
        var outputs = new float[inputs.Length];
        network.InferBatch(inputs, outputs, 60, new BatchOptions { VectorWidth = width });
        Assert.Equal(inputs.Select(x => BitConverter.SingleToInt32Bits(Math.Min(x, 0f))), outputs.Select(BitConverter.SingleToInt32Bits));
        network.Infer(inputs.AsSpan(0, 3), outputs.AsSpan(0, 3));
        Assert.Equal(BitConverter.SingleToInt32Bits(-0f), BitConverter.SingleToInt32Bits(outputs[0]));
    }

    private static void Check<T>(SparseNetwork<T> network, Network model, VectorWidth width, Func<double, T> element)
        where T : unmanaged
    {
        var random = new SplitMix64(3);
        // Zeros, values around the first ceiling, values beyond it.
        var inputs = Enumerable.Range(0, Items).SelectMany(_ => Item(ref random)).ToArray();
        var expected = inputs
            .Chunk(6)
            .SelectMany(item =>
                RoundedEvaluator.EvaluateBits(model, Array.ConvertAll(item, value => Conformance.Element.Bits(element(value))))
            )
            .ToArray();
        T[] items = Array.ConvertAll(inputs, value => element(value)),
            outputs = new T[expected.Length];
        network.InferBatch(items, outputs, Items, new BatchOptions { VectorWidth = width });
        Assert.Equal(expected, outputs.Select(Conformance.Element.Bits));
        for (var item = 0; item < Items; item++)
            network.Infer(items.AsSpan(item * 6, 6), outputs.AsSpan(item * 4, 4));
        Assert.Equal(expected, outputs.Select(Conformance.Element.Bits));
        Assert.InRange(expected.Chunk(4).Select(item => string.Join(' ', item)).Distinct().Count(), 5, Items);
    }

    private static double[] Item(ref SplitMix64 random)
    {
        var (level, spread) = (random.Next(3) * 4, 1 + random.Next(4));
        var item = new double[6];
        for (var i = 0; i < item.Length; i++)
            item[i] = level + random.Next(spread);
        return item;
    }
}
