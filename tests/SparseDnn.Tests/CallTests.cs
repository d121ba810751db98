using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>What a caller relies on besides the numbers: argument errors, buffers, progress, cancellation, threads, memory.</summary>
public sealed class CallTests
{
    [Fact]
    public void ShapesAreConstantsAndTheDescriptionSaysWhatTheNetworkIs()
    {
        Assert.Equal((3, 2, 1, 3L), (Tiny.Inputs, Tiny.Outputs, Tiny.Layers, Tiny.Edges));
        Assert.Equal("Tiny: 1 layer, 3 → 2 neurons, 3 edges, binary32, fused sums", Tiny.Network.ToString());
        Assert.Equal([20, 40, 40, 300, 9], Mixed.Description.LayerWidths);
        Assert.Contains("layer 3: 40 → 300", Mixed.Description.ToLongString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LengthsThatDoNotFitAreNamed()
    {
        Assert.Contains(
            "2 elements but Tiny takes 3 inputs",
            Assert.Throws<ArgumentException>("input", () => Tiny.Infer(new float[2], new float[2])).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>("output", () => Tiny.Infer(new float[3], new float[3]));
        Assert.Contains(
            "2 items of Tiny take 2 × 3 = 6 values",
            Assert.Throws<ArgumentException>("inputs", () => Tiny.InferBatch(new float[5], new float[4], 2)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>("outputs", () => Tiny.InferBatch(new float[6], new float[3], 2));
        Assert.Throws<ArgumentException>("inputs", () => Tiny.InferBatch(new float[6], new float[4], int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("batch", () => Tiny.InferBatch(new float[6], new float[4], -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "options",
            () => Tiny.InferBatch(new float[6], new float[4], 2, new BatchOptions { MaxDegreeOfParallelism = -1 })
        );
        Assert.Throws<ArgumentOutOfRangeException>(
            "options",
            () => Tiny.InferBatch(new float[6], new float[4], 2, new BatchOptions { VectorWidth = (VectorWidth)9 })
        );
    }

    [Fact]
    public void OverlappingSpansAreRefused()
    {
        var memory = new float[20];
        Assert.Throws<ArgumentException>("output", () => Tiny.Infer(memory.AsSpan(0, 3), memory.AsSpan(2, 2)));
        Assert.Throws<ArgumentException>("outputs", () => Tiny.InferBatch(memory.AsSpan(0, 6), memory.AsSpan(5, 4), 2));
        Tiny.InferBatch(memory.AsSpan(0, 6), memory.AsSpan(6, 4), 2);
    }

    [Fact]
    public void RentedArraysMayBeLongerAndTheirRestIsLeftAlone()
    {
        var inputs = ArrayPool<float>.Shared.Rent(100);
        var outputs = ArrayPool<float>.Shared.Rent(100);
        Array.Fill(inputs, 1);
        Array.Fill(outputs, 7);
        Tiny.InferBatch(inputs, outputs, 3);
        Assert.Equal([0, 0.25f, 0, 0.25f, 0, 0.25f, 7, 7], outputs.Take(8));
        ArrayPool<float>.Shared.Return(inputs);
        ArrayPool<float>.Shared.Return(outputs);
    }

    [Fact]
    public void AnEmptyBatchDoesNothing()
    {
        Mixed.InferBatch([], [], 0);
        Mixed.Network.InferBatch([], [], 0);
        Mixed.Network.Categorize([], []);
        ReadOnlySpan<byte> none = [];
        Mixed.Network.InferBatch(none, [], 0);
        Mixed.Network.Categorize(none, []);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ProgressAscendsToTheBatchSize(int threads)
    {
        var reports = new List<int>();
        var progress = new Recorder(count => reports.Add(count));
        Dying.InferBatch(
            new float[1000 * Dying.Inputs],
            new float[1000 * Dying.Outputs],
            1000,
            new BatchOptions { Progress = progress, MaxDegreeOfParallelism = threads }
        );
        Assert.Equal(1000, reports[^1]);
        Assert.Equal(reports.Order().Distinct(), reports);
        reports.Clear();
        Mixed.InferBatch(
            new float[1000 * 20],
            new float[1000 * 9],
            1000,
            new BatchOptions { Progress = progress, MaxDegreeOfParallelism = threads }
        );
        Assert.Equal(1000, reports[^1]);
        Assert.True(reports.Count > 3);
    }

    [Fact]
    public void CancellationStopsABatchAndTheNetworkStaysUsable()
    {
        using var source = new CancellationTokenSource();
        var cancelling = new Recorder(count =>
        {
            if (count > 100)
                source.Cancel();
        });
        var (inputs, outputs) = (new float[5000 * 20], new float[5000 * 9]);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Mixed.InferBatch(inputs, outputs, 5000, new BatchOptions { Progress = cancelling }, source.Token)
        );
        Assert.ThrowsAny<OperationCanceledException>(() => Mixed.InferBatch(inputs, outputs, 5000, default, source.Token));
        Mixed.InferBatch(inputs, outputs, 5000);
    }

    [Fact]
    public void AnExceptionOfTheProgressHandlerReachesTheCaller()
    {
        var failing = new Recorder(_ => throw new InvalidTimeZoneException("mine"));
        var thrown = Assert.Throws<InvalidTimeZoneException>(() =>
            Mixed.InferBatch(new float[5000 * 20], new float[5000 * 9], 5000, new BatchOptions { Progress = failing })
        );
        Assert.Equal("mine", thrown.Message);
    }

    [Fact]
    public void ManyThreadsMayCallAtOnce()
    {
        const int Items = 90;
        var inputs = Batches.Narrow(Batches.Inputs(Items, 20, 3));
        var expected = new float[Items * 9];
        Mixed.InferBatch(inputs, expected, Items);
        Parallel.For(
            0,
            60,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i =>
            {
                var outputs = new float[Items * 9];
                Mixed.InferBatch(inputs, outputs, Items, new BatchOptions { MaxDegreeOfParallelism = 1 + (i % 4) });
                Assert.Equal(expected, outputs);
                Mixed.Infer(inputs.AsSpan(20 * (i % Items), 20), outputs.AsSpan(0, 9));
                Assert.Equal(expected.AsSpan(9 * (i % Items), 9), outputs.AsSpan(0, 9));
            }
        );
    }

    [Fact]
    public void GenericCodeRunsAnyNetwork()
    {
        Assert.Equal(9, OutputsOf<MixedStrictDouble, double>());
        ISparseNetwork<float> network = Tiny.Network;
        var output = new float[2];
        network.Infer([2, 1, 1], output);
        Assert.Equal([1.5f, 0.25f], output);

        static int OutputsOf<TNetwork, T>()
            where TNetwork : IDeclaredNetwork<T>
            where T : unmanaged => TNetwork.Network.Outputs;
    }

    private sealed class Recorder(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
