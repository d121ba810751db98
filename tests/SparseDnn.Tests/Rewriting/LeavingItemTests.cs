using System;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Tests.Rewriting;

/// <summary>
/// Equal bits where sums are shared, and items die, saturate or stay in whatever company: for every width, batch size, thread count,
/// compiled and loaded.
/// </summary>
public sealed class LeavingItemTests
{
    private const int Most = 257;
    private static readonly Network Model = Batches.Model(ElementFormat.Binary32, Summation.Planned, null, DeclaredLayers.Rewritten);
    private static readonly float[] Inputs = LeavingItems.Draw(Most);
    private static readonly float[] Expected = Batches.Narrow(Batches.Expected(Model, Array.ConvertAll(Inputs, x => (double)x)));

    public static TheoryData<VectorWidth> Widths => [.. Enum.GetValues<VectorWidth>()];

    [Fact]
    public void TheNetworkHasSharedSumsAndItemsOfEveryFate()
    {
        var plan = Planner.PlanTables(Model);
        Assert.True(plan is { DropsSaturatedItems: true, FirstDroppingLayer: 0, InputScale: 0.25 });
        Assert.Contains(plan.Layers, layer => layer.Data.Partials.Count > 0);
        Assert.Contains(plan.Layers, layer => layer.Data.Outputs < layer.Layer.Outputs);
        var (died, saturated, stayed) = LeavingItems.Ends(Expected, Rewritten.Outputs);
        Assert.True(died > 50 && saturated > 50 && stayed > 15, $"{died} died, {saturated} saturated, {stayed} stayed");
        // At the ceiling once, never again in every row: the band's ends have fewer inputs.
        Assert.True(
            RoundedEvaluator
                .Evaluate(Model with { Layers = new(Model.Layers.Take(16)) }, Enumerable.Repeat(5.0, 128).ToArray())
                .Distinct()
                .Count() > 1
        );
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void EveryBatchSizeAndThreadCountGivesTheBitsOfTheReplay(VectorWidth width)
    {
        foreach (var network in new[] { Rewritten.Network, SparseNetwork.Prepare<float>(Model) })
            for (var batch = 1; batch <= Most; batch += batch < 40 ? 1 : 31)
                foreach (var threads in new[] { 1, 2, 5 })
                {
                    var outputs = Enumerable.Repeat(float.NaN, batch * Rewritten.Outputs).ToArray();
                    network.InferBatch(Inputs, outputs, batch, new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = threads });
                    Assert.True(outputs.AsSpan().SequenceEqual(Expected.AsSpan(0, outputs.Length)), $"batch {batch}, {threads} threads");
                }
    }

    [Fact]
    public void SingleItemsGiveThemToo()
    {
        foreach (var network in new[] { Rewritten.Network, SparseNetwork.Prepare<float>(Model) })
        {
            var outputs = new float[Expected.Length];
            for (var item = 0; item < Most; item++)
                network.Infer(
                    Inputs.AsSpan(item * network.Inputs, network.Inputs),
                    outputs.AsSpan(item * network.Outputs, network.Outputs)
                );
            Assert.Equal(Expected, outputs);
        }
    }

    [Theory]
    [InlineData(Rewrites.DropZeroItems)]
    [InlineData(Rewrites.DropSaturatedItems)]
    [InlineData(Rewrites.DropZeroItems | Rewrites.DropSaturatedItems)]
    public void ItemsThatMustStayGiveThemToo(Rewrites left)
    {
        var outputs = new float[Expected.Length];
        SparseNetwork.Prepare<float>(Model with { Rewrites = Rewrites.All & ~left }).InferBatch(Inputs, outputs, Most);
        Assert.Equal(Expected, outputs);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void CategoriesTellWhetherAnyOutputIsNotZero(VectorWidth width)
    {
        var expected = Expected.Chunk(Rewritten.Outputs).Select(item => item.Any(y => y != 0)).ToArray();
        for (var batch = 1; batch <= Most; batch += 37)
        {
            var categories = new bool[batch];
            Array.Fill(categories, batch % 2 == 0);
            Rewritten.Network.Categorize(Inputs, categories, new BatchOptions { VectorWidth = width });
            Assert.Equal(expected.Take(batch), categories);
        }
    }
}
