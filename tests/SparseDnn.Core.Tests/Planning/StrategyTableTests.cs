using System;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Networks.Kinds;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies;
using SparseDnn.Planning.Strategies.Common;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Planning;

/// <summary>The one table of strategies, what users can switch off, and what a plan says of each.</summary>
public sealed class StrategyTableTests
{
    [Fact]
    public void UsersSwitchOffExactlyWhatTheTableHolds()
    {
        var flags = StrategyTable.All.Select(strategy => strategy.Flag).Order().ToArray();
        Assert.Equal(Enum.GetValues<KernelStrategies>().Where(flag => flag != KernelStrategies.All).Order(), flags);
        Assert.Equal(KernelStrategies.All, flags.Aggregate((all, flag) => all | flag));
    }

    [Fact]
    public void EveryLayerIsToldOfEveryStrategyInTheOrderOfTheTable()
    {
        var plan = Planner.Plan(Screened());
        Assert.All(
            plan.Layers,
            layer => Assert.Equal(StrategyTable.All.Select(strategy => strategy.Flag), layer.Choices.Select(choice => choice.Strategy))
        );
        Assert.All(
            plan.Layers.SelectMany(layer => layer.Choices).OfType<StrategyChoice.Declined>(),
            declined => Assert.StartsWith($"{declined.Name} declined: ", declined.Text, StringComparison.Ordinal)
        );
    }

    // What a hover text shows of a layer: each strategy once, with its condition or reason.
    [Fact]
    public void TheSummaryNamesEveryStrategy_WithWhatBecameOfIt()
    {
        var plan = Planner.PlanTables(Screened());
        foreach (var layer in plan.Layers)
        {
            var parts = layer.StrategySummary.Split("; declined: ");
            Assert.Equal(2, parts.Length);
            foreach (var choice in layer.Choices)
            {
                var part = parts[choice is StrategyChoice.Chosen ? 0 : 1];
                Assert.Contains(choice.Name, part, StringComparison.Ordinal);
                Assert.Contains(choice.Why, part, StringComparison.Ordinal);
            }
        }

        var lines = PlanText.Strategies(plan);
        Assert.StartsWith("Strategies of layer 1: ", lines[0], StringComparison.Ordinal);
        var few = PlanText.Strategies(plan, 2);
        Assert.Equal(2, few.Count);
        Assert.Equal((lines[0], "… and 2 more layers"), (few[0], few[1]));
    }

    [Fact]
    public void EveryConditionHasWords() =>
        Assert.Equal(Enum.GetValues<RunConditions>().Where(condition => condition != RunConditions.None), RunConditionWords.All.Order());

    [Fact]
    public void BitsAndScreeningAreInThePlanWithTheirConditions()
    {
        var plan = Planner.PlanTables(Screened());
        Assert.Equal(
            [KernelStrategies.Bits | KernelStrategies.Screening, KernelStrategies.Screening, KernelStrategies.TableLoop],
            plan.Layers.Select(layer => layer.Data.Kernels)
        );
        Assert.Contains(
            "bits chosen, used with AVX2, registers of 256 or 512 bits, items of bits",
            plan.Layers[0].StrategyExplanation,
            StringComparison.Ordinal
        );
        Assert.Equal(3, PlanText.Strategies(plan).Count);
    }

    [Theory]
    [InlineData(KernelStrategies.Bits, "bits declined: switched off")]
    [InlineData(KernelStrategies.Screening, "screening declined: switched off")]
    public void WhatIsSwitchedOffIsNotChosen(KernelStrategies strategy, string reason)
    {
        var plan = Planner.PlanTables(Screened() with { Kernels = KernelStrategies.All & ~strategy });
        Assert.All(plan.Layers, layer => Assert.False(layer.Data.Kernels.HasFlag(strategy)));
        Assert.Contains(reason, plan.Layers[0].StrategyExplanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "bits chosen", "screening declined: upper bounds of its inputs give none")]
    [InlineData(0.0, "bits chosen", "screening declined: the largest bias takes nothing away")]
    [InlineData(-2.0, "bits chosen", "screening chosen")]
    public void TheBiasDecidesOnScreening(double bias, string bits, string screening)
    {
        var text = Planner.PlanTables(Screened(bias)).Layers[0].StrategyExplanation;
        Assert.Contains(bits, text, StringComparison.Ordinal);
        Assert.Contains(screening, text, StringComparison.Ordinal);
    }

    [Fact]
    public void GathersFollowColumns()
    {
        var layers = Planner.PlanTables(Network(100, Random(64, 20, 1), Random(4, 64, 1))).Layers;
        Assert.True(layers[0].Data.Kernels.HasFlag(KernelStrategies.Columns | KernelStrategies.Gathers));
        Assert.Contains("gathers declined: the layer has no packed columns", layers[1].StrategyExplanation, StringComparison.Ordinal);
    }

    [Fact]
    public void APlanIsMadeForANamedProcessor()
    {
        var data = Planner.PlanTables(Network(784, Random(512, 78, 1))).Layers[0].Data;
        var reference = ProcessorProfile.Reference;
        // Twice the loads a cycle leave less to save.
        var faster = reference with
        {
            Name = "faster",
            LoadsPerCycle = 4,
        };
        Assert.True(new KernelCosts(faster).TableLoop(data) < new KernelCosts(reference).TableLoop(data));
        Assert.Same(reference, PlanTarget.Compiler.Processor);
        Assert.Same(reference, PlanTarget.Runtime.Processor);
    }

    private static Network Screened(double bias = -2)
    {
        var band = new BandedLayerDeclaration(1, Plain with { Bias = bias }, 1, null, 0, 3, 1);
        return Network(40, band, band with { Attribute = 2 }, band with { Attribute = 3 });
    }
}
