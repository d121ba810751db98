using System;
using System.Linq;
using System.Threading;
using SparseDnn.Numerics;
using SparseDnn.Tests.Conformance;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>Items of bytes and bits give what the widened items give, and categories what the outputs say.</summary>
public sealed class NarrowItemTests
{
    private const int Most = 101;

    public static TheoryData<VectorWidth> Widths => [.. Enum.GetValues<VectorWidth>()];

    [Theory]
    [MemberData(nameof(Widths))]
    public void EveryElementTypeWidensThem(VectorWidth width)
    {
        // 37 neurons: a word of bits, a byte and a rest; a first layer of one small weight, so that inputs are multiplied first; and one of
        // many weights.
        SparseLayersAttribute[] scaled =
        [
            new BandedLayerAttribute
            {
                LowerBandwidth = 3,
                Weight = 0.3,
                Bias = -0.1,
                Ceiling = 50,
            },
            new RandomLayerAttribute
            {
                Outputs = 9,
                InDegree = 5,
                Seed = 1,
            },
        ];
        SparseLayersAttribute[] plain =
        [
            new RandomLayerAttribute
            {
                Outputs = 20,
                InDegree = 5,
                Seed = 1,
                Bias = -0.5,
            },
            new BandedLayerAttribute
            {
                UpperBandwidth = 1,
                Weight = -0.5,
                Activation = Activation.None,
            },
        ];
        SparseLayersAttribute[] whole =
        [
            new RandomLayerAttribute
            {
                Outputs = 20,
                InDegree = 5,
                Seed = 1,
                MinWeight = -9,
                MaxWeight = 9,
                Epilogue = Epilogue.None,
            },
        ];
        Check(SparseNetwork.Load<float>(37, scaled), width, value => value);
        Check(SparseNetwork.Load<double>(37, scaled), width, value => value);
        Check(SparseNetwork.Load<float>(37, plain), width, value => value);
        Check(SparseNetwork.Load<double>(37, plain), width, value => value);
        Check(SparseNetwork.Load<int>(37, whole), width, value => value);
        Check(SparseNetwork.Load<long>(37, whole), width, value => value);
        Check(Rewritten.Network, width, value => value);
        Check(Mixed.Network, width, value => value);
    }

    [Fact]
    public void BitsArePackedFromTheLeastOfEachByteOnAndEveryItemBeginsOnOne()
    {
        Assert.Equal([0b0000_0101, 0b1, 0b1000_0000, 0b0], BitMatrix.Pack([1, 0, -2, 0, 0, 0, 0, 0, 0.5f, 0, 0, 0, 0, 0, 0, 0, 1, 0], 9));
        Assert.Throws<ArgumentException>("values", () => BitMatrix.Pack(new float[10], 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitMatrix.Pack([], 0));
        Assert.Contains(
            "3 items of 9 bits take 3 × 2 = 6 bytes, but there are 5",
            Assert.Throws<ArgumentException>("bytes", () => _ = new BitMatrix(new byte[5], 3, 9).Items).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new BitMatrix([], -1, 9).Items);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new BitMatrix([], 1, -9).Items);
    }

    // Bits behind an item's last one are anybody's.
    [Fact]
    public void UnusedBitsDoNotMatter()
    {
        var network = SparseNetwork.Load<float>(9, new BandedLayerAttribute());
        float[] clean = new float[20 * 9],
            dirty = new float[20 * 9];
        network.InferBatch(new BitMatrix(Enumerable.Repeat<byte>(0, 40).ToArray(), 20, 9), clean);
        network.InferBatch(new BitMatrix(Enumerable.Range(0, 40).Select(i => i % 2 == 1 ? (byte)0xFE : (byte)0).ToArray(), 20, 9), dirty);
        Assert.Equal(clean, dirty);
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefused()
    {
        var network = Rewritten.Network;
        var (inputs, outputs) = (Rewritten.Inputs, Rewritten.Outputs);
        Assert.Throws<ArgumentException>("inputs", () => network.InferBatch(new byte[(2 * inputs) - 1], new float[2 * outputs], 2));
        Assert.Throws<ArgumentException>("results", () => network.InferBatch(new byte[2 * inputs], new float[(2 * outputs) - 1], 2));
        Assert.Throws<ArgumentOutOfRangeException>("batch", () => network.InferBatch(new byte[inputs], new float[outputs], -1));
        Assert.Throws<ArgumentException>(
            "inputs",
            () => network.InferBatch(new BitMatrix(new byte[400], 2, inputs + 1), new float[2 * outputs])
        );
        Assert.Throws<ArgumentException>("results", () => network.InferBatch(new BitMatrix(new byte[400], 2, inputs), new float[outputs]));
        Assert.Throws<ArgumentException>("inputs", () => network.Categorize(new byte[inputs], new bool[2]));
        Assert.Throws<ArgumentException>("inputs", () => network.Categorize(new float[inputs], new bool[2]));
        Assert.Throws<ArgumentException>("results", () => network.Categorize(new BitMatrix(new byte[400], 2, inputs), new bool[1]));
        Assert.Throws<ArgumentException>("inputs", () => network.Categorize(default(BitMatrix), new bool[1]));
        Assert.Throws<ArgumentOutOfRangeException>(
            "options",
            () => network.Categorize(new byte[inputs], new bool[1], new BatchOptions { MaxDegreeOfParallelism = -1 })
        );
        network.Categorize(new byte[inputs], []);
        network.InferBatch(Array.Empty<byte>(), [], 0);
    }

    [Fact]
    public void ElementsThatAreNoNumbersAndSemiringsWhoseZeroIsNotZeroAreRefused()
    {
        Refused(OrAndBoolean.Network, "Boolean");
        Refused(OrAndWord64.Network, "UInt64");
        Refused(MinPlusSingle.Network, "MinPlusSingle says ");
        Refused(MaxMinInt32.Network, "MaxMinInt32 says -2147483648");
        Assert.Throws<NotSupportedException>(() => OrAndBoolean.Network.Categorize(new bool[20], new bool[1]));
        // Zero of max-times is 0.
        Check(MaxTimesSingle.Network, VectorWidth.Auto, value => value);

        static void Refused<T>(SparseNetwork<T> network, string reason)
            where T : unmanaged
        {
            Assert.Contains(
                reason,
                Assert.Throws<NotSupportedException>(() => network.InferBatch(new byte[20], new T[9], 1)).Message,
                StringComparison.Ordinal
            );
            Assert.Throws<NotSupportedException>(() => network.InferBatch(new BitMatrix(new byte[3], 1, 20), new T[9]));
            Assert.Throws<NotSupportedException>(() => network.Categorize(new byte[20], new bool[1]));
            Assert.Throws<NotSupportedException>(() => network.Categorize(new BitMatrix(new byte[3], 1, 20), new bool[1]));
        }
    }

    [Fact]
    public void CategoriesOfOtherSemiringsAskForTheirZero()
    {
        var inputs = Enumerable.Repeat(float.PositiveInfinity, 40 * 20).ToArray();
        inputs[(3 * 20) + 1] = 2;
        float[] outputs = new float[40 * 9];
        MinPlusSingle.InferBatch(inputs, outputs, 40);
        var categories = new bool[40];
        MinPlusSingle.Network.Categorize(inputs, categories);
        Assert.Equal(outputs.Chunk(9).Select(item => item.Any(y => y != float.PositiveInfinity)), categories);
        Assert.Contains(true, categories);
        Assert.Contains(false, categories);
    }

    [Fact]
    public void CancellationStopsThem()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Mixed.Network.InferBatch(new byte[20], new float[9], 1, default, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Mixed.Network.InferBatch(new BitMatrix(new byte[3], 1, 20), new float[9], default, source.Token)
        );
        Assert.ThrowsAny<OperationCanceledException>(() => Mixed.Network.Categorize(new float[20], new bool[1], default, source.Token));
        using var later = new CancellationTokenSource();
        var progress = new Cancelling(later);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Mixed.Network.Categorize(new byte[9000 * 20], new bool[9000], new BatchOptions { Progress = progress }, later.Token)
        );
        Mixed.Network.Categorize(new byte[9000 * 20], new bool[9000]);
    }

    private static void Check<T>(SparseNetwork<T> network, VectorWidth width, Func<byte, T> element)
        where T : unmanaged
    {
        var random = new SplitMix64(9);
        var bytes = Enumerable.Range(0, Most).SelectMany(_ => Item(ref random, network.Inputs)).ToArray();
        var ones = Array.ConvertAll(bytes, value => (byte)(value & 1));
        var packed = BitMatrix.Pack(Array.ConvertAll(ones, value => (float)value), network.Inputs);
        T[] fromBytes = Array.ConvertAll(bytes, value => element(value)),
            fromBits = Array.ConvertAll(ones, value => element(value));
        foreach (var batch in new[] { 1, 7, 8, 33, Most })
        {
            var options = new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = 1 + (batch % 3) };
            T[] expected = new T[batch * network.Outputs],
                actual = new T[batch * network.Outputs];
            var categories = new bool[batch];
            network.InferBatch(fromBytes, expected, batch, options);
            network.InferBatch(bytes, actual, batch, options);
            Assert.Equal(expected, actual);
            network.Categorize(bytes, categories, options);
            Assert.Equal(Categories(expected), categories);
            network.Categorize(fromBytes, categories, options);
            Assert.Equal(Categories(expected), categories);
            network.InferBatch(fromBits, expected, batch, options);
            var matrix = new BitMatrix(packed, batch, network.Inputs);
            network.InferBatch(matrix, actual, options);
            Assert.Equal(expected, actual);
            network.Categorize(matrix, categories, options);
            Assert.Equal(Categories(expected), categories);
        }

        bool[] Categories(T[] outputs) => outputs.Chunk(network.Outputs).Select(item => item.Any(y => !y.Equals(default(T)))).ToArray();
    }

    private static byte[] Item(ref SplitMix64 random, int width)
    {
        var most = random.Next(4) switch
        {
            0 => 1,
            1 => 2,
            _ => 256,
        };
        var item = new byte[width];
        for (var i = 0; i < width; i++)
            item[i] = (byte)random.Next(most);
        return item;
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<int>
    {
        public void Report(int value) => source.Cancel();
    }
}
