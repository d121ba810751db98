using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>Whatever rewrites do with rows, the plan knows which of the user's neurons each row holds.</summary>
public sealed class NeuronNamesTests
{
    // Those that merge, remove and renumber rows, and leave the terms of sums as they are.
    private const Rewrites OfRows = Rewrites.MergeNeurons | Rewrites.DropUnread | Rewrites.DropDead | Rewrites.Renumber;

    [Fact]
    public void SumsReadTheRowsOfTheNeuronsThatTheUserNamed()
    {
        var (merged, unread, renumbered) = (0, 0, 0);
        foreach (var network in Networks())
        {
            var plan = Planner.PlanTables(network with { Rewrites = OfRows });
            var rowOfInput = Enumerable.Range(0, network.Inputs).ToArray();
            foreach (var (layer, declared) in plan.Layers.Zip(network.Layers))
            {
                var rowOfNeuron = layer.RowOfNeuron.Count > 0 ? [.. layer.RowOfNeuron] : Enumerable.Range(0, declared.Outputs).ToArray();
                Assert.Equal(declared.Outputs, rowOfNeuron.Length);
                Assert.Equal(Enumerable.Range(0, layer.Data.Outputs), rowOfNeuron.Where(row => row >= 0).Distinct().Order());
                for (var neuron = 0; neuron < rowOfNeuron.Length; neuron++)
                    if (rowOfNeuron[neuron] >= 0)
                        Assert.Equal(
                            declared.Edges.Row(neuron).ToArray().Select(input => rowOfInput[input]).Where(row => row >= 0).Order(),
                            layer.Data.Lists[layer.Data.ListOfSum[layer.Data.SumOfOutput[rowOfNeuron[neuron]]]].ToArray().Order()
                        );
                merged += layer.Data.Outputs < rowOfNeuron.Count(row => row >= 0) ? 1 : 0;
                unread += rowOfNeuron.Any(row => row < 0) ? 1 : 0;
                renumbered += layer.Found.Contains("renumbered", System.StringComparison.Ordinal) ? 1 : 0;
                rowOfInput = rowOfNeuron;
            }
        }

        Assert.True(merged > 5 && unread > 5 && renumbered > 0, $"{merged} merged, {unread} unread, {renumbered} renumbered");
    }

    private static IEnumerable<Network> Networks() =>
        Enumerable.Range(0, 40).Select(seed => RewriteNetworks.Draw(seed)).Append(RewriteNetworks.ShuffledBands(600, 3, Summation.Planned));
}
