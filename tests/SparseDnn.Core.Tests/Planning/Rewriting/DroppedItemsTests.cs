using System.Linq;
using SparseDnn.Analysis;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T8: what a plan says of items that leave the batch.</summary>
public sealed class DroppedItemsTests
{
    [Fact]
    public void ZeroItemsLeaveWhereNothingRevivesThemUnlessToldOtherwise()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var network = RewriteNetworks.Draw(seed) with { Rewrites = Rewrites.All & ~Rewrites.MultiplyLayers };
            Assert.Equal(ZeroPreservation.FirstDroppingLayer(network), Planner.PlanTables(network).FirstDroppingLayer);
            Assert.Equal(
                network.Layers.Count,
                Planner.PlanTables(network with { Rewrites = Rewrites.All & ~Rewrites.DropZeroItems }).FirstDroppingLayer
            );
        }
    }

    [Fact]
    public void CeilingsAreInTheLayoutWhereItemsAtThemLeave()
    {
        var network = Declare.Network(
            3,
            Declare.Edges("0 0 1; 1 1 2", 2, Declare.Plain with { Ceiling = 5 }),
            Declare.Edges("0 0 1; 1 1 2", 2)
        );
        Assert.Equal([5, double.PositiveInfinity], RowLayout.Of(Planner.PlanTables(network)).Ceilings);
        Assert.Empty(RowLayout.Of(Planner.PlanTables(network with { Rewrites = Rewrites.All & ~Rewrites.DropSaturatedItems })).Ceilings);
        Assert.Empty(RowLayout.Of(Planner.PlanTables(network with { Layers = new(network.Layers.Skip(1)) })).Ceilings);
    }

    [Fact]
    public void NothingElseInThePlanChanges() =>
        Assert.All(
            Enumerable.Range(0, 30),
            seed =>
            {
                var network = RewriteNetworks.Draw(seed);
                var without = Planner.PlanTables(
                    network with
                    {
                        Rewrites = Rewrites.All & ~(Rewrites.DropZeroItems | Rewrites.DropSaturatedItems),
                    }
                );
                Assert.Equal(Planner.PlanTables(network).Layers, without.Layers);
            }
        );
}
