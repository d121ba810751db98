using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Exact;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>
/// Whatever is rewritten, the plan's trees mean the declared network, and rounding them keeps the bound of any implementation.
/// </summary>
public sealed class RewriteExactnessTests
{
    private const int Networks = 60;

    public static TheoryData<Rewrites> Sets => [.. RewriteNetworks.Sets];

    [Theory]
    [MemberData(nameof(Sets))]
    public void TheTreesMeanTheDeclaredNetwork(Rewrites rewrites)
    {
        for (var seed = 0; seed < Networks; seed++)
            foreach (var summation in new[] { Summation.Planned, Summation.Strict })
            {
                var network = RewriteNetworks.Draw(seed, summation) with { Rewrites = rewrites };
                var plan = Planner.PlanTables(network);
                foreach (var item in Enumerable.Range(seed, 3))
                {
                    var input = RewriteNetworks.Item(network, item);
                    var expected = ExactOracle.Evaluate(network, input);
                    Assert.Equal(Enumerable.Range(0, network.Outputs).Select(i => expected[i]), ExactPlan.Evaluate(plan, input));
                }
            }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void TheRoundedTreesStayWithinTheBoundOfAnyImplementation(Rewrites rewrites)
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var network = RewriteNetworks.Draw(seed, format: seed % 2 == 0 ? ElementFormat.Binary32 : ElementFormat.Binary64) with
            {
                Rewrites = rewrites,
            };
            foreach (var item in Enumerable.Range(seed, 3))
            {
                var input = RewriteNetworks.Item(network, item);
                var verdict = ExactVerifier.Check(network, input, RoundedEvaluator.Evaluate(network, input));
                Assert.True(verdict.IsWithinBounds, $"network {seed}, item {item}: {verdict}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void PlansAreDeterministicAndReadBackTheSame(Rewrites rewrites)
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var plan = Planner.PlanTables(RewriteNetworks.Draw(seed) with { Rewrites = rewrites });
            Assert.Equal(plan, Planner.PlanTables(RewriteNetworks.Draw(seed) with { Rewrites = rewrites }));
            // Compiled and loaded networks form the same sums; which kernels form them may differ where code takes the tables' place.
            Assert.Equal(Sums(plan), Sums(Planner.Plan(plan.Network)));
            var layout = RowLayout.Of(plan);
            Assert.Equal(layout, RowLayoutCodec.Decode(Text(RowLayoutCodec.Encode(layout))));
            foreach (var layer in plan.Layers)
            {
                var units = LayerDataCodec.Encode(layer.Data);
                Assert.Equal(units.Length, LayerDataCodec.CountUnits(layer.Data));
                Assert.Equal(layer.Data, LayerDataCodec.Decode(Text(units)));
            }
        }
    }

    // Guards the tests above: what is never found is never tested.
    [Fact]
    public void TheDrawnNetworksHaveWhatTheRewritesLookFor()
    {
        var plans = Enumerable.Range(0, Networks).Select(seed => Planner.PlanTables(RewriteNetworks.Draw(seed))).ToArray();
        Func<LayerPlan, bool>[] found =
        [
            layer => layer.Data.Outputs < layer.Layer.Outputs,
            layer => layer.Data.Sums < layer.Data.Outputs,
            layer => layer.Data.Partials.Count > 0,
            layer => layer.Data.AddsOnly,
            layer => layer.Data is { HasScales: true, Weights.IsConstant: false },
            layer => layer.Data is { HasScales: false, Weights.IsConstant: false },
            layer => layer.Data.Scales is { Count: > 0, IsConstant: false },
            layer => layer.Layer.KeepsAbsent,
            layer => !layer.Data.HasActivation,
            layer => layer.Data.HasCeiling,
        ];
        Assert.All(found, condition => Assert.InRange(plans.Sum(plan => plan.Layers.Count(condition)), 5, int.MaxValue));
        Assert.InRange(plans.Count(plan => plan.InputScale != 1), 5, Networks);
        Assert.InRange(plans.Count(plan => plan.FirstDroppingLayer < plan.Layers.Count), 5, Networks);
        Assert.InRange(plans.Count(plan => plan.Layers.Skip(1).Any(layer => layer.Data.Inputs < layer.Layer.Inputs)), 5, Networks);
    }

    internal static string Text(ushort[] units) => new(Array.ConvertAll(units, unit => (char)unit));

    private static IEnumerable<LayerData> Sums(NetworkPlan plan) =>
        plan.Layers.Select(layer => layer.Data with { Kernels = KernelStrategies.TableLoop });
}
