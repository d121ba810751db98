using System;
using System.Linq;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using Xunit;

namespace SparseDnn.Official.Tests;

/// <summary>What the rewrites find in the official network.</summary>
public sealed class RewriteTests
{
    // 106,960 when this was written.
    private const long MostTerms = 107_500;

    private static readonly Lazy<NetworkPlan> Merged = new(() =>
        Planner.PlanTables(OfficialData.Model with { Rewrites = Rewrites.MergeNeurons | Rewrites.Multiplicities })
    );
    private static readonly Lazy<NetworkPlan> Whole = new(() => Planner.PlanTables(OfficialData.Model));

    [Fact]
    public void MergingAlone_Leaves167988EdgesOf3932160()
    {
        Assert.Equal(3_932_160, OfficialData.Model.Edges);
        Assert.Equal(167_988, Merged.Value.Layers.Sum(layer => DistinctTerms(layer.Data)));
        Assert.All(Merged.Value.Layers, layer => Assert.Contains(layer.Data.Outputs, new[] { 32, 64 }));
    }

    [Fact]
    public void SharedSums_LeaveFewerTerms()
    {
        Assert.Equal(Merged.Value.Layers.Select(layer => layer.Data.Outputs), Whole.Value.Layers.Select(layer => layer.Data.Outputs));
        Assert.InRange(Whole.Value.Layers.Sum(layer => layer.Data.TermCount), 1, MostTerms);
    }

    [Fact]
    public void Explanations_SayWhatWasFound()
    {
        Assert.All(
            Whole.Value.Layers,
            layer => Assert.Matches(@"32,768 edges.*; (64|32) distinct neurons, [\d,]+ terms", layer.Explanation)
        );
    }

    // An edge from merged neurons counts once, whatever its multiplicity.
    private static long DistinctTerms(LayerData data)
    {
        long terms = 0;
        for (var sum = 0; sum < data.Sums; sum++)
            terms += data.Lists[data.ListOfSum[sum]].ToArray().Distinct().Count();
        return terms;
    }
}
