using System;
using System.Linq;
using SparseDnn.Core.Tests.Planning.Rewriting;
using SparseDnn.Exact;
using SparseDnn.Networks;
using Xunit;

namespace SparseDnn.Tests.Rewriting;

/// <summary>
/// Whatever was rewritten, kernels return the bits of the plan's trees; and where a rewrite promises so, those of the plan without it.
/// </summary>
public sealed class RewriteKernelTests
{
    private const int Items = 37;
    private const int Networks = 5;
    private const Rewrites Keeping =
        Rewrites.MergeNeurons | Rewrites.DropUnread | Rewrites.DropZeroItems | Rewrites.DropSaturatedItems | Rewrites.Renumber;

    public static TheoryData<Rewrites> Sets => [.. RewriteNetworks.Sets];

    public static TheoryData<Rewrites> KeepingBits =>
        [.. Enumerable.Range(0, (int)Rewrites.All + 1).Select(set => (Rewrites)set).Where(set => (set & ~Keeping) == 0)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void KernelsReturnTheBitsOfThePlan(Rewrites rewrites)
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var single = RewriteNetworks.Draw(seed) with { Rewrites = rewrites };
            Check(
                single,
                Array.ConvertAll(Inputs(single), value => (float)value),
                Array.ConvertAll(Expected(single), value => (float)value)
            );
            var wide = RewriteNetworks.Draw(seed + 100, format: ElementFormat.Binary64) with { Rewrites = rewrites };
            Check(wide, Inputs(wide), Expected(wide));
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void NothingChangesABitOfStrictSums(Rewrites rewrites)
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var declared = RewriteNetworks.Draw(seed, Summation.Strict) with { Rewrites = Rewrites.None };
            Check(
                declared with
                {
                    Rewrites = rewrites,
                },
                Array.ConvertAll(Inputs(declared), value => (float)value),
                Array.ConvertAll(Expected(declared), value => (float)value)
            );
        }
    }

    [Theory]
    [MemberData(nameof(KeepingBits))]
    public void RewritesThatKeepBitsKeepThem(Rewrites rewrites)
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var declared = RewriteNetworks.Draw(seed) with { Rewrites = Rewrites.None };
            Check(
                declared with
                {
                    Rewrites = rewrites,
                },
                Array.ConvertAll(Inputs(declared), value => (float)value),
                Array.ConvertAll(Expected(declared), value => (float)value)
            );
        }
    }

    [Theory]
    [InlineData(Rewrites.DropZeroItems)]
    [InlineData(Rewrites.DropSaturatedItems)]
    public void DroppingKeepsTheBitsOfWhateverElseIsDone(Rewrites rewrite)
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var without = RewriteNetworks.Draw(seed) with { Rewrites = Rewrites.All & ~rewrite };
            Check(
                without with
                {
                    Rewrites = Rewrites.All,
                },
                Array.ConvertAll(Inputs(without), value => (float)value),
                Array.ConvertAll(Expected(without), value => (float)value)
            );
        }
    }

    [Fact]
    public void GroupsOfEqualWeightsGiveTheBitsOfThePlan()
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var network = RewriteNetworks.Pools(seed);
            Check(
                network,
                Array.ConvertAll(Inputs(network), value => (float)value),
                Array.ConvertAll(Expected(network), value => (float)value)
            );
        }
    }

    [Fact]
    public void RenumberedRowsKeepTheBits()
    {
        var network = RewriteNetworks.ShuffledBands(400, 3, Summation.Planned);
        Check(
            network,
            Array.ConvertAll(Inputs(network), value => (float)value),
            Array.ConvertAll(Expected(network with { Rewrites = Rewrites.All & ~Rewrites.Renumber }), value => (float)value)
        );
    }

    private static double[] Inputs(Network network) =>
        Enumerable.Range(0, Items).SelectMany(item => RewriteNetworks.Item(network, item)).ToArray();

    private static double[] Expected(Network network) =>
        Inputs(network).Chunk(network.Inputs).SelectMany(item => RoundedEvaluator.Evaluate(network, item)).ToArray();

    private static void Check<T>(Network network, T[] inputs, T[] expected)
        where T : unmanaged
    {
        var prepared = SparseNetwork.Prepare<T>(network);
        var outputs = new T[expected.Length];
        for (var item = 0; item < Items; item++)
            prepared.Infer(inputs.AsSpan(item * network.Inputs, network.Inputs), outputs.AsSpan(item * network.Outputs, network.Outputs));
        Assert.Equal(expected, outputs);
        foreach (var width in Enum.GetValues<VectorWidth>())
        foreach (var batch in new[] { Items, 5 })
        {
            Array.Clear(outputs);
            prepared.InferBatch(inputs, outputs, batch, new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = 1 + (batch % 3) });
            Assert.True(
                expected.AsSpan(0, batch * network.Outputs).SequenceEqual(outputs.AsSpan(0, batch * network.Outputs)),
                $"{width}, {batch} items"
            );
        }
    }
}
