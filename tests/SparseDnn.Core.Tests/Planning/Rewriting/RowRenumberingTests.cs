using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>
/// T7: the same sums of the same rows, term by term, in another order of sums and rows, and only where that reads nearer.
/// </summary>
public sealed class RowRenumberingTests
{
    private const Rewrites Without = Rewrites.All & ~Rewrites.Renumber;

    [Theory]
    [InlineData(Summation.Planned, Rewrites.All)]
    [InlineData(Summation.Planned, Rewrites.Renumber)]
    [InlineData(Summation.Strict, Rewrites.All)]
    public void ShuffledBandsAreUntangledAndNoBitChanges(Summation summation, Rewrites rewrites)
    {
        var network = RewriteNetworks.ShuffledBands(600, 3, summation);
        var (plan, plain) = (
            Planner.PlanTables(network with { Rewrites = rewrites }),
            Planner.PlanTables(network with { Rewrites = rewrites & ~Rewrites.Renumber })
        );
        Assert.Contains("renumbered: ", plan.Layers[1].Explanation, StringComparison.Ordinal);
        Assert.NotEqual(plain.Layers[1].Data, plan.Layers[1].Data);
        // Terms keep their order under every rewrite: that of the sum in the plan without.
        Assert.Equal(Trees(plain), Trees(plan));
        var input = Enumerable.Range(0, network.Inputs).Select(i => (double)(float)Math.Sin(i)).ToArray();
        Assert.Equal(RoundedEvaluator.Evaluate(plain.Network, input), RoundedEvaluator.Evaluate(plan.Network, input));
    }

    [Fact]
    public void RowsReadFromBeyondTheFirstCacheBecomeFewer()
    {
        var network = RewriteNetworks.ShuffledBands(2000, 2, Summation.Planned);
        for (var layer = 0; layer < 2; layer++)
        {
            var (before, after) = (
                Misses(Planner.PlanTables(network with { Rewrites = Without }), layer),
                Misses(Planner.PlanTables(network), layer)
            );
            Assert.True(after < before / 2, $"layer {layer}: {after} instead of {before}");
        }
    }

    [Fact]
    public void WhatFitsIntoTheCacheOrHasNoOrderIsLeftAlone()
    {
        Assert.All(
            Planner.PlanTables(RewriteNetworks.ShuffledBands(256, 3, Summation.Planned)).Layers,
            layer => Assert.DoesNotContain("renumbered", layer.Explanation, StringComparison.Ordinal)
        );
        // One weight a layer, but no neighbours.
        var network = Declare.Network(
            1000,
            Declare.Random(1000, 20, 1, null, 1, 1 + 1e-12),
            Declare.Random(300, 20, 2, null, 1, 1 + 1e-12)
        );
        var plan = Planner.PlanTables(network);
        Assert.All(
            plan.Layers,
            layer => Assert.Contains("rows not renumbered: no order of the sums is nearer", layer.Explanation, StringComparison.Ordinal)
        );
        Assert.Equal(
            Planner.PlanTables(network with { Rewrites = Without }).Layers.Select(layer => layer.Data),
            plan.Layers.Select(layer => layer.Data)
        );
    }

    // Terms that ascend by row are what panels need, whoever reads them.
    [Fact]
    public void IndividualWeightsAreReadInPanelsAndLeftAlone()
    {
        var network = RewriteNetworks.ShuffledBands(600, 3, Summation.Planned);
        var layers = network.Layers.Select(
            (layer, i) =>
                i == 1
                    ? layer with
                    {
                        Weights = RoundedValues.From(Enumerable.Range(0, layer.Weights.Count).Select(edge => 1.0 + (edge % 5)).ToArray()),
                    }
                    : layer
        );
        var plan = Planner.PlanTables(network with { Layers = new(layers) });
        Assert.Equal(
            [true, false, true],
            plan.Layers.Select(layer => layer.Explanation.Contains("; renumbered: ", StringComparison.Ordinal))
        );
        Assert.All(
            Enumerable.Range(0, 600),
            sum => Assert.Equal(plan.Layers[1].Data.Lists[sum].ToArray().Order(), plan.Layers[1].Data.Lists[sum].ToArray())
        );
    }

    [Fact]
    public void OutputsStayWhereTheyAreAskedFor()
    {
        var network = RewriteNetworks.ShuffledBands(700, 2, Summation.Planned);
        Assert.Empty(Planner.PlanTables(network).RowOfOutput);
        Assert.True(Planner.PlanTables(network).Layers[1].Data.SumOfOutput.Where((sum, row) => sum != row).Any());
    }

    // Each output as the tree that forms it, rows replaced by what they are.
    private static string[] Trees(NetworkPlan plan)
    {
        var rows = Enumerable.Range(0, plan.Layers[0].Data.Inputs).Select(input => $"x{input}").ToArray();
        foreach (var data in plan.Layers.Select(layer => layer.Data))
        {
            var all = rows.ToList();
            for (var partial = 0; partial < data.Partials.Count; partial++)
                all.Add(Tree(data.Partials[partial].ToArray().Select(row => all[row])));
            var sums = new string[data.Sums];
            for (int sum = 0, term = 0; sum < sums.Length; sum++)
                sums[sum] =
                    Tree(data.Lists[data.ListOfSum[sum]].ToArray().Select(row => $"{data.Weights[term++]}{all[row]}"))
                    + (data.HasScales ? data.Scales[sum] : 1);
            rows = data.SumOfOutput.Select((sum, row) => sums[sum] + data.Biases[row]).ToArray();
        }

        return rows;
    }

    private static string Tree(IEnumerable<string> terms) => Primitives.ContentHash.Start.Add(string.Join("+", terms)).ToString()!;

    // Plainly: 32 sets of the eight rows read last, sums by length.
    private static int Misses(NetworkPlan plan, int layer)
    {
        var data = plan.Layers[layer].Data;
        var sets = Enumerable.Range(0, 32).Select(_ => new List<int>()).ToArray();
        var misses = 0;
        foreach (var row in Enumerable.Range(0, data.Sums).OrderBy(data.Terms).SelectMany(sum => data.Lists[data.ListOfSum[sum]].ToArray()))
        {
            var set = sets[row % 32];
            misses += set.Remove(row) ? 0 : 1;
            set.Insert(0, row);
            if (set.Count > 8)
                set.RemoveAt(8);
        }

        return misses;
    }
}
