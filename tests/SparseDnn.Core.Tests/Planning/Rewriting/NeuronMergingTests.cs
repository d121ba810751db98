using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T1: equal neurons are one row, no others are, and no bit changes.</summary>
public sealed class NeuronMergingTests
{
    [Theory]
    [InlineData(Summation.Planned)]
    [InlineData(Summation.Strict)]
    public void RowsAreTheClassesOfEqualNeurons(Summation summation)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var network = RewriteNetworks.Draw(seed, summation) with { Rewrites = Rewrites.MergeNeurons | Rewrites.Multiplicities };
            var plan = Planner.PlanTables(network);
            var classes = Enumerable.Range(0, network.Inputs).ToArray();
            for (var i = 0; i < network.Layers.Count; i++)
            {
                // Under Strict the terms keep their order, so only sums of one order are equal.
                classes = Classes(network.Layers[i], classes, summation == Summation.Planned);
                Assert.Equal(classes.Distinct().Count(), plan.Layers[i].Data.Outputs);
            }

            if (plan.RowOfOutput.Count > 0)
                Assert.Equal(classes, plan.RowOfOutput);
        }
    }

    [Fact]
    public void NoBitChanges()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var declared = RewriteNetworks.Draw(seed) with { Rewrites = Rewrites.None };
            var merged = declared with { Rewrites = Rewrites.MergeNeurons | Rewrites.DropUnread };
            foreach (var item in Enumerable.Range(seed, 4))
                Assert.Equal(
                    RoundedEvaluator.Evaluate(declared, RewriteNetworks.Item(declared, item)),
                    RoundedEvaluator.Evaluate(merged, RewriteNetworks.Item(declared, item))
                );
        }
    }

    [Fact]
    public void WithoutItEveryNeuronIsARow() =>
        Assert.All(
            Enumerable.Range(0, 30),
            seed =>
            {
                var network = RewriteNetworks.Draw(seed) with
                {
                    Rewrites = Rewrites.All & ~(Rewrites.MergeNeurons | Rewrites.DropUnread | Rewrites.MultiplyLayers),
                };
                Assert.Equal(
                    network.Layers.Select(layer => layer.Outputs),
                    Planner.PlanTables(network).Layers.Select(layer => layer.Data.Outputs)
                );
            }
        );

    // Plainly: neurons are equal whose terms, as classes and weights, and bias are.
    private static int[] Classes(Layer layer, int[] inputs, bool sort)
    {
        var known = new Dictionary<string, int>();
        var classes = new int[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < classes.Length; neuron++)
        {
            var terms = layer.Edges.Row(neuron).ToArray().Select(input => (inputs[input], layer.Weights[edge++])).ToArray();
            if (sort)
                Array.Sort(terms);
            var key = string.Join(" ", terms.Select(term => term.ToString())) + " + " + layer.Biases[neuron];
            classes[neuron] = known.TryAdd(key, known.Count) ? known.Count - 1 : known[key];
        }

        return classes;
    }
}
