using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Exact;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T3 within a sum: rows of one weight are added once and multiplied where they are asked for, where that costs less.</summary>
public sealed class WeightGroupingTests
{
    private const Rewrites Without = Rewrites.All & ~Rewrites.GroupWeights;

    [Theory]
    [InlineData(Rewrites.All)]
    [InlineData(Rewrites.GroupWeights)]
    [InlineData(Rewrites.All & ~Rewrites.ShareSums)]
    public void GroupsThatSeveralSumsReadAreAddedOnceAndMeanTheSame(Rewrites rewrites)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var network = RewriteNetworks.Pools(seed) with { Rewrites = rewrites };
            var plan = Planner.PlanTables(network);
            Assert.Contains("terms grouped by weight: ", plan.Layers[0].Explanation, StringComparison.Ordinal);
            Assert.True(plan.Layers[0].Data is { Partials.Count: > 0, HasScales: false, Weights.IsConstant: false });
            foreach (var item in Enumerable.Range(seed, 5))
            {
                var input = RewriteNetworks.Item(network, item);
                var expected = ExactOracle.Evaluate(network, input);
                Assert.Equal(Enumerable.Range(0, network.Outputs).Select(i => expected[i]), ExactPlan.Evaluate(plan, input));
                var verdict = ExactVerifier.Check(network, input, RoundedEvaluator.Evaluate(network, input));
                Assert.True(verdict.IsWithinBounds, $"network {seed}, item {item}: {verdict}");
            }
        }
    }

    [Fact]
    public void TermsBecomeFewerAndWeightsOneAGroup()
    {
        var (plain, data) = (
            Planner.PlanTables(RewriteNetworks.Pools(1) with { Rewrites = Without }).Layers[0].Data,
            Planner.PlanTables(RewriteNetworks.Pools(1)).Layers[0].Data
        );
        Assert.True(data.TermCount < plain.TermCount / 2, $"{data.TermCount} instead of {plain.TermCount}");
        Assert.True(data.Weights.Count < plain.Weights.Count / 4);
    }

    [Fact]
    public void WhereGroupsServeOneSumEachTheyCostMore()
    {
        var random = new SplitMix64(3);
        var edges = new List<string>();
        for (var output = 0; output < 200; output++)
        for (var input = 0; input < 60; input++)
            if (random.Next(4) == 0)
                edges.Add(FormattableString.Invariant($"{input} {output} {(random.Next(2) == 0 ? 1.5 : -1.5)}"));
        var network = Declare.Network(60, Declare.Edges(string.Join("; ", edges), 200));
        var layer = Assert.Single(Planner.PlanTables(network).Layers);
        Assert.Matches(@"terms not grouped by weight: [\d,]+ loads instead of [\d,]+", layer.Explanation);
        Assert.Equal(Planner.PlanTables(network with { Rewrites = Without }).Layers[0].Data, layer.Data);
    }

    [Fact]
    public void SmallWeightsAreGroupedWhereRowsAreKnownToBeSmall()
    {
        var network = RewriteNetworks.Pools(2, scale: 0.0625);
        Assert.Contains(
            "terms not grouped by weight: their sums might overflow",
            Planner.PlanTables(network).Layers[0].Explanation,
            StringComparison.Ordinal
        );
        Assert.True(Planner.PlanTables(network with { InputRange = new Interval(-2, 1) }).Layers[0].Data.Partials.Count > 0);
        Assert.Equal(0, Planner.PlanTables(network with { InputRange = new Interval(0, 3e38) }).Layers[0].Data.Partials.Count);
    }

    [Fact]
    public void StrictSumsAreLeftAlone() =>
        Assert.Equal(0, Planner.PlanTables(RewriteNetworks.Pools(1, Summation.Strict)).Layers[0].Data.Partials.Count);
}
