using System;
using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;
using SparseDnn.Primitives;
using Xunit;

namespace SparseDnn.Core.Tests.Planning;

/// <summary>
/// Which way a layer is computed from tables: what the layer offers, what is allowed, and the reason where it is declined.
/// </summary>
public sealed class KernelChoiceTests
{
    [Theory]
    [InlineData(784, 512, 0.1, KernelStrategies.Panels)]
    [InlineData(2048, 2048, 0.05, KernelStrategies.Panels)]
    [InlineData(1024, 1024, 0.01, KernelStrategies.TableLoop)]
    [InlineData(160, 300, 0.2, KernelStrategies.Panels)]
    [InlineData(512, 64, 1.0, KernelStrategies.Blocks)]
    public void IndividualWeights_AreComputedAsTheirShapeAsks(int inputs, int outputs, double density, KernelStrategies expected)
    {
        var layer = Plan(Random(inputs, outputs, density)).Layers[0];
        Assert.Equal(expected, layer.Data.Kernels & (KernelStrategies.Panels | KernelStrategies.Blocks));
        Assert.Equal(expected == KernelStrategies.TableLoop, layer.Declined.Contains("panels declined", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(KernelStrategies.Panels)]
    [InlineData(KernelStrategies.Blocks)]
    public void WhatIsNotAllowed_IsNotChosen(KernelStrategies way)
    {
        foreach (var network in new[] { Random(784, 512, 0.1), Random(512, 64, 1) })
        {
            var layer = Plan(network with { Kernels = KernelStrategies.All & ~way }).Layers[0];
            Assert.False(layer.Data.Kernels.HasFlag(way));
        }
    }

    [Fact]
    public void StraightLineCode_CanBeSwitchedOff()
    {
        var network = Random(16, 8, 0.5);
        Assert.True(Plan(network).Layers[0].IsStraightLine);
        Assert.False(Plan(network with { Kernels = KernelStrategies.TableLoop }).Layers[0].IsStraightLine);
    }

    [Fact]
    public void OneWeightForAll_NeedsNeither() =>
        Assert.Equal(
            KernelStrategies.TableLoop,
            Plan(Random(784, 512, 0.1, 0.5, 0.5)).Layers[0].Data.Kernels & (KernelStrategies.Panels | KernelStrategies.Blocks)
        );

    [Fact]
    public void Explanation_NamesTheWay()
    {
        Assert.Contains(
            "table-driven, two tiles at a time in 5 panels of 157 rows",
            Plan(Random(784, 512, 0.1)).Layers[0].Explanation,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "panels of 157 rows, single items from packed columns where the machine gathers",
            Plan(Random(784, 512, 0.1)).Layers[0].Explanation,
            StringComparison.Ordinal
        );
        Assert.Contains("table-driven in blocks of 4 sums", Plan(Random(512, 64, 1)).Layers[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void TheChoice_TravelsWithTheTables()
    {
        var data = Plan(Random(784, 512, 0.1)).Layers[0].Data;
        Assert.Equal(
            data.Kernels,
            LayerDataCodec.Decode(string.Concat(LayerDataCodec.Encode(data).Select(unit => (char)unit)).AsSpan()).Kernels
        );
    }

    [Fact]
    public void PanelsAreTheFewest_AndTheirOrderIsThatOfTheTerms()
    {
        for (var rows = 1; rows < 2000; rows += 7)
        {
            var shape = PanelShape.Of(rows, ProcessorProfile.Reference);
            Assert.InRange(shape.Rows, 1, 256);
            Assert.True(shape.Count * shape.Rows >= rows && (shape.Count - 1) * shape.Rows < rows);
        }

        var two = new PanelShape(2, 10);
        Assert.True(
            two.Fits(
                IndexLists.From([
                    [3, 1, 9, 12, 10],
                    [15],
                ])
            )
        );
        Assert.False(
            two.Fits(
                IndexLists.From([
                    [3, 12, 9],
                ])
            )
        );
    }

    private static NetworkPlan Plan(Network network) => Planner.Plan(network, TestContext.Current.CancellationToken);

    private static Network Random(int inputs, int outputs, double density, double low = -0.5, double high = 0.5)
    {
        var layer = new RandomLayerDeclaration(1, EpilogueDeclaration.Default, 1, outputs, null, density, 1, low, high);
        return NetworkBuilder
            .Build(
                new NetworkDeclaration(
                    "n",
                    inputs,
                    ElementFormat.Binary32,
                    Summation.Planned,
                    new EquatableArray<LayersDeclaration>(new LayersDeclaration[] { layer })
                ),
                InputFiles.None
            )
            .Network!;
    }
}
