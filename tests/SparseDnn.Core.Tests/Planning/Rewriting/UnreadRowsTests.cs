using System.Linq;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Exact;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T5: what nothing reads is not computed, back to the first layer, and no bit changes.</summary>
public sealed class UnreadRowsTests
{
    [Fact]
    public void EveryRowIsReadByTheNextLayer()
    {
        foreach (var plan in Enumerable.Range(0, 60).Select(seed => Planner.PlanTables(RewriteNetworks.Draw(seed))))
            for (var i = 1; i < plan.Layers.Count; i++)
            {
                var data = plan.Layers[i].Data;
                Assert.Equal(plan.Layers[i - 1].Data.Outputs, data.Inputs);
                // The network's own inputs stay, passed on or not.
                if (plan.Layers.Take(i).All(layer => layer.Passes))
                    continue;
                var read = data
                    .Lists.Items.ToArray()
                    .Concat(data.Partials.Items.ToArray())
                    .Where(row => row < data.Inputs)
                    .Distinct()
                    .Count();
                Assert.True(read == data.Inputs || (read == 0 && data.Inputs == 1), $"{read} of {data.Inputs} rows are read");
            }
    }

    [Fact]
    public void ChainsOfUnreadNeuronsGoAltogether()
    {
        var chain = Declare.Edges("0 0 2; 1 1 2; 2 2 2", 3);
        var plan = Planner.PlanTables(Declare.Network(3, chain, chain, chain, Declare.Edges("2 0 1", 1)));
        Assert.Equal([3, 1, 1, 1], plan.Layers.Select(layer => layer.Data.Inputs));
        Assert.Equal([1, 1, 1, 1], plan.Layers.Select(layer => layer.Data.TermCount));
    }

    [Fact]
    public void ALayerThatReadsNothingKeepsARow()
    {
        var network = Declare.Network(
            3,
            Declare.Edges("0 0 2; 1 1 2", 2),
            Declare.Edges("", 2, Declare.Plain with { Biases = new([1.0, 2.0]) })
        );
        Assert.Equal([3, 1], Planner.PlanTables(network).Layers.Select(layer => layer.Data.Inputs));
        Assert.Equal([1.0, 2.0], RoundedEvaluator.Evaluate(network, [5, 6, 7]));
    }

    [Fact]
    public void NoBitChanges()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var declared = RewriteNetworks.Draw(seed) with { Rewrites = Rewrites.None };
            var input = RewriteNetworks.Item(declared, seed);
            Assert.Equal(
                RoundedEvaluator.Evaluate(declared, input),
                RoundedEvaluator.Evaluate(declared with { Rewrites = Rewrites.DropUnread }, input)
            );
        }
    }
}
