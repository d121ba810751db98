using System.Collections.Generic;
using System.Linq;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Networks.Kinds;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>T4: the same rows are added as often as before, in fewer terms.</summary>
public sealed class SumSharingTests
{
    private const Rewrites Without = Rewrites.All & ~Rewrites.ShareSums;

    [Fact]
    public void EverySumAddsTheRowsThatItAddedBefore()
    {
        var shared = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var network = RewriteNetworks.Draw(seed) with { Rewrites = Rewrites.All & ~Rewrites.GroupWeights };
            var (before, after) = (
                Planner.PlanTables(network with { Rewrites = Without & ~Rewrites.GroupWeights }),
                Planner.PlanTables(network)
            );
            for (var i = 0; i < network.Layers.Count; i++)
            {
                LayerData plain = before.Layers[i].Data,
                    data = after.Layers[i].Data;
                Assert.Equal(plain.SumOfOutput, data.SumOfOutput);
                for (
                    var (sum, first, firstPlain) = (0, 0, 0);
                    sum < data.Sums;
                    first += data.Terms(sum), firstPlain += plain.Terms(sum), sum++
                )
                    Assert.Equal(Rows(plain, sum, firstPlain), Rows(data, sum, first));
                // Where sums are shared, weights are multiplicities: that many additions.
                var additions =
                    data.Partials.Count > 0 ? Enumerable.Range(0, plain.Weights.Count).Sum(term => plain.Weights[term]) : plain.TermCount;
                Assert.True(data.TermCount <= additions, $"network {seed}, layer {i}: {data.TermCount} terms instead of {additions}");
                shared += data.Partials.Count;
            }
        }

        Assert.InRange(shared, 50, int.MaxValue);
    }

    [Fact]
    public void SharedSumsAddEarlierRowsAndAreReadMoreThanOnce()
    {
        foreach (
            var data in Enumerable
                .Range(0, 60)
                .SelectMany(seed =>
                    Planner.PlanTables(RewriteNetworks.Draw(seed) with { Rewrites = Rewrites.All & ~Rewrites.GroupWeights }).Layers
                )
                .Select(layer => layer.Data)
                .Where(data => data.Partials.Count > 0)
        )
        {
            var reads = new int[data.Rows];
            for (var partial = 0; partial < data.Partials.Count; partial++)
            {
                Assert.True(data.Partials[partial].Length > 1);
                foreach (var row in data.Partials[partial])
                {
                    Assert.InRange(row, 0, data.Inputs + partial - 1);
                    reads[row]++;
                }
            }

            for (var (sum, term) = (0, 0); sum < data.Sums; sum++)
                foreach (var row in data.Lists[data.ListOfSum[sum]])
                    reads[row] += (int)data.Weights[term++];
            Assert.All(reads.Skip(data.Inputs), count => Assert.InRange(count, 2, int.MaxValue));
        }
    }

    [Fact]
    public void StrictSumsAndIndividualWeightsAreLeftAlone()
    {
        for (var seed = 0; seed < 30; seed++)
            Assert.All(
                Planner.PlanTables(RewriteNetworks.Draw(seed, Summation.Strict)).Layers,
                layer => Assert.Equal((0, false, false), (layer.Data.Partials.Count, layer.Data.HasScales, layer.Data.AddsOnly))
            );
        Assert.Equal(0, Planner.PlanTables(Declare.Network(30, Declare.Random(30, 20, 1))).Layers[0].Data.Partials.Count);
    }

    [Fact]
    public void LayersThatWouldTakeTooLongAreDeclinedInWords()
    {
        var network = Declare.Network(
            1100,
            new BandedLayerDeclaration(1, Declare.Plain, 1, null, 2, 3, 0.5),
            Declare.Random(120, 600, 1, null, 1, 1 + 1e-12)
        );
        var plan = Planner.PlanTables(network with { Rewrites = Rewrites.All & ~Rewrites.Renumber });
        Assert.Equal(
            ["shared sums not sought: more than 128 distinct sums", "shared sums not sought: more than 65536 terms"],
            plan.Layers.Select(layer => layer.Declined)
        );
    }

    // How often a sum adds each row, shared sums taken apart.
    private static IEnumerable<(int Row, double Count)> Rows(LayerData data, int sum, int firstTerm)
    {
        var counts = new double[data.Rows];
        foreach (var row in data.Lists[data.ListOfSum[sum]])
            counts[row] += data.Weights[firstTerm++];
        for (var row = data.Rows - 1; row >= data.Inputs; row--)
            foreach (var term in data.Partials[row - data.Inputs])
                counts[term] += counts[row];
        return Enumerable.Range(0, data.Inputs).Where(row => counts[row] != 0).Select(row => (row, counts[row]));
    }
}
