using System;
using System.Linq;
using SparseDnn.Tests.Conformance;
using SparseDnn.Tests.Rewriting;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>Runs while no other test does, because it counts what the whole process allocates.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void NoCallAllocatesAfterTheFirst(int threads)
    {
        var inputs = Batches.Narrow(Batches.Inputs(200, Dying.Inputs, 5));
        var outputs = new float[200 * Dying.Outputs];
        var options = new BatchOptions { MaxDegreeOfParallelism = threads };
        AllocatesNothing(Call);

        void Call()
        {
            Dying.InferBatch(inputs, outputs, 200, options);
            Dying.Infer(inputs.AsSpan(0, Dying.Inputs), outputs.AsSpan(0, Dying.Outputs));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void NorForBytesBitsAndCategories(int threads)
    {
        var inputs = LeavingItems.Draw(200);
        var bytes = Array.ConvertAll(inputs, x => (byte)(x > 0.2f ? 1 : 0));
        var bits = BitMatrix.Pack(Array.ConvertAll(bytes, x => (float)x), Rewritten.Inputs);
        var outputs = new float[200 * Rewritten.Outputs];
        var categories = new bool[200];
        var options = new BatchOptions { MaxDegreeOfParallelism = threads };
        AllocatesNothing(Call);

        void Call()
        {
            Rewritten.Network.InferBatch(bytes, outputs, 200, options);
            Rewritten.Network.InferBatch(new BitMatrix(bits, 200, Rewritten.Inputs), outputs, options);
            Rewritten.Network.Categorize(inputs, categories, options);
            Rewritten.Network.Categorize(bytes, categories, options);
            Rewritten.Network.Categorize(new BitMatrix(bits, 200, Rewritten.Inputs), categories, options);
            Rewritten.Infer(inputs.AsSpan(0, Rewritten.Inputs), outputs.AsSpan(0, Rewritten.Outputs));
        }
    }

    // Sums double from layer to layer, so items reach the ceiling behind different ones; the first call's does not at all.
    [Fact]
    public void NorTheFirstItemThatReachesACeilingBehindALayer()
    {
        const int Neurons = 64;
        var network = SparseNetwork.Load<float>(
            Neurons,
            new BandedLayerAttribute
            {
                UpperBandwidth = 1,
                Bias = 0.5,
                Ceiling = 100,
                Repeat = 12,
            }
        );
        float[] inputs = new float[4 * Neurons],
            outputs = new float[4 * Neurons],
            levels = [1, 10, 30, 90];
        var options = new BatchOptions { MaxDegreeOfParallelism = 1 };
        network.Infer(inputs.AsSpan(0, Neurons), outputs.AsSpan(0, Neurons));
        network.InferBatch(inputs, outputs, 4, options);
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = levels[i / Neurons];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var item = 0; item < 4; item++)
            network.Infer(inputs.AsSpan(item * Neurons, Neurons), outputs.AsSpan(item * Neurons, Neurons));
        network.InferBatch(inputs, outputs, 4, options);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.All(levels.Index(), level => Assert.Equal(100, outputs[level.Index * Neurons]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void NorOverOtherSemirings(int threads)
    {
        AllocatesNothing(
            Calls(MinPlusSingle.Network, threads)
                + Calls(LukasiewiczThenNothing.Network, threads)
                + Calls(OrAndWord64.Network, threads)
                + Calls(OrAndBoolean.Network, threads)
        );

        static Action Calls<T>(SparseNetwork<T> network, int threads)
            where T : unmanaged
        {
            T[] inputs = new T[200 * network.Inputs],
                outputs = new T[200 * network.Outputs];
            var options = new BatchOptions { MaxDegreeOfParallelism = threads };
            return () =>
            {
                network.InferBatch(inputs, outputs, 200, options);
                network.Infer(inputs.AsSpan(0, network.Inputs), outputs.AsSpan(0, network.Outputs));
            };
        }
    }

    [Fact]
    public void NorForSingleItemsOfLargeLayers()
    {
        var network = SparseNetwork.Load<float>(
            new LoadOptions { Inputs = 200 },
            new RandomLayerAttribute
            {
                Outputs = 200,
                Density = 0.1,
                Repeat = 2,
            }
        );
        float[] inputs = new float[network.Inputs],
            outputs = new float[network.Outputs];
        inputs.AsSpan().Fill(0.5f);
        AllocatesNothing(() => network.Infer(inputs, outputs));
    }

    private static void AllocatesNothing(Action call)
    {
        for (var i = 0; i < 300; i++)
            call();
        // The pool may start a thread, or a late helper make its first worker, at any time; what a call costs shows in the quietest of
        // several runs.
        var least = Enumerable
            .Range(0, 20)
            .Min(_ =>
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                for (var i = 0; i < 20; i++)
                    call();
                return GC.GetTotalAllocatedBytes(precise: true) - before;
            });
        Assert.Equal(0, least);
    }
}
