using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Planning;

/// <summary>T7: the same sums of the same rows, term by term, in another order of sums and rows, and only where that reads nearer.</summary>
public sealed class RowRenumberingTests
{
    private const Rewrites Without = Rewrites.All & ~Rewrites.Renumber;

    [Theory]
    [InlineData(Summation.Planned, Rewrites.All)]
    [InlineData(Summation.Planned, Rewrites.Renumber)]
    [InlineData(Summation.Strict, Rewrites.All)]
    public void ShuffledBandsAreUntangledAndNoBitChanges(Summation summation, Rewrites rewrites)
    {
        var network = ShuffledBands(600, 3, summation);
        var (plan, plain) = (Planner.PlanTables(network with { Rewrites = rewrites }), Planner.PlanTables(network with { Rewrites = rewrites & ~Rewrites.Renumber }));
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
        var network = ShuffledBands(2000, 2, Summation.Planned);
        for (var layer = 0; layer < 2; layer++)
        {
            var (before, after) = (Misses(Planner.PlanTables(network with { Rewrites = Without }), layer), Misses(Planner.PlanTables(network), layer));
            Assert.True(after < before / 2, $"layer {layer}: {after} instead of {before}");
        }
    }

    [Fact]
    public void WhatFitsIntoTheCacheOrHasNoOrderIsLeftAlone()
    {
        Assert.All(Planner.PlanTables(ShuffledBands(256, 3, Summation.Planned)).Layers, layer => Assert.DoesNotContain("renumbered", layer.Explanation, StringComparison.Ordinal));
        var network = Declare.Network(1000, Declare.Random(1000, 20, 1), Declare.Random(300, 20, 2));
        var plan = Planner.PlanTables(network);
        Assert.All(plan.Layers, layer => Assert.Contains("rows not renumbered: no order of the sums is nearer", layer.Explanation, StringComparison.Ordinal));
        Assert.Equal(Planner.PlanTables(network with { Rewrites = Without }).Layers.Select(layer => layer.Data), plan.Layers.Select(layer => layer.Data));
    }

    [Fact]
    public void OutputsStayWhereTheyAreAskedFor()
    {
        var network = ShuffledBands(700, 2, Summation.Planned);
        Assert.Empty(Planner.PlanTables(network).RowOfOutput);
        Assert.True(Planner.PlanTables(network).Layers[1].Data.SumOfOutput.Where((sum, row) => sum != row).Any());
    }

    /// <summary>Each neuron reads five neighbours on a ring; the neurons of every layer are shuffled.</summary>
    internal static Network ShuffledBands(int width, int layers, Summation summation)
    {
        var random = new SplitMix64(7);
        var places = Enumerable.Range(0, layers + 1).Select(_ => Shuffle(width, ref random)).ToArray();
        var declared = Enumerable.Range(0, layers).Select(layer => (LayersDeclaration)Declare.Edges(
            string.Join("; ", Enumerable.Range(0, width).SelectMany(neuron => Enumerable.Range(0, 5).Select(step =>
                FormattableString.Invariant($"{places[layer][(neuron + step) % width]} {places[layer + 1][neuron]} {0.25 + (neuron % 7 * 0.125) + (step * 0.03125)}")))), width));
        return Declare.Sound(Declare.Build(width, ElementFormat.Binary32, summation, [], declared.ToArray()));
    }

    private static int[] Shuffle(int count, ref SplitMix64 random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    // Each output as the tree that forms it, rows replaced by what they are.
    private static string[] Trees(NetworkPlan plan)
    {
        var rows = Enumerable.Range(0, plan.Layers[0].Data.Inputs).Select(input => $"x{input}").ToArray();
        foreach (var data in plan.Layers.Select(layer => layer.Data))
        {
            var all = rows.ToList();
            for (var partial = 0; partial < data.Partials.Count; partial++) all.Add(Tree(data.Partials[partial].ToArray().Select(row => all[row])));
            var sums = new string[data.Sums];
            for (int sum = 0, term = 0; sum < sums.Length; sum++)
                sums[sum] = Tree(data.Lists[data.ListOfSum[sum]].ToArray().Select(row => $"{data.Weights[term++]}{all[row]}")) + (data.HasScales ? data.Scales[sum] : 1);
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
            if (set.Count > 8) set.RemoveAt(8);
        }

        return misses;
    }
}
