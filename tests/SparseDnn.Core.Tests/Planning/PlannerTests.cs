using System;
using System.Linq;
using SparseDnn.Analysis;
using SparseDnn.Compiler.Findings;
using SparseDnn.Contract;
using SparseDnn.Networks;
using SparseDnn.Networks.Kinds;
using SparseDnn.Planning;
using SparseDnn.Planning.Strategies.StraightLine;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Planning;

public sealed class PlannerTests
{
    [Fact]
    public void SmallLayersBecomeCodeAndLargeOnesTablesWithAReason()
    {
        var plan = Planner.Plan(Network(100, Random(64, 8, 1), Random(64, 9, 1), Random(300, 1, 1)));
        Assert.Equal([true, false, false], plan.Layers.Select(layer => layer.IsStraightLine));
        Assert.Equal(
            ["", "straight-line code declined: more than 512 edges", "straight-line code declined: more than 256 neurons"],
            plan.Layers.Select(layer => layer.Declined)
        );
        Assert.All(Planner.PlanTables(plan.Network).Layers, layer => Assert.False(layer.IsStraightLine));
    }

    [Fact]
    public void ManySmallLayersDoNotBecomeEndlessCode()
    {
        var plan = Planner.Plan(Network(60, Random(60, 8, 1) with { Repeat = 100 }));
        var code = plan.Layers.Count(layer => layer.IsStraightLine);
        Assert.Equal(StraightLineStrategy.MostInAll / (60 * 9), code);
        Assert.All(plan.Layers.Skip(code), layer => Assert.Contains("are used up", layer.Declined, StringComparison.Ordinal));
    }

    [Fact]
    public void NeuronsOfEqualInputsAreComputedOnceLayerAfterLayer()
    {
        var plan = Planner.Plan(Network(1024, Radix()));
        // The last place value spans N', so outputs that agree modulo it see the same inputs.
        Assert.Equal([64, 64, 16], plan.Layers.Select(layer => layer.Data.Outputs));
        Assert.Equal([1024, 64, 64], plan.Layers.Select(layer => layer.Data.Inputs));
        Assert.Contains("64 distinct neurons", plan.Layers[0].Explanation, StringComparison.Ordinal);
        Assert.Equal(1024, plan.RowOfOutput.Count);
        Assert.InRange(CompiledSize.TableBytes(plan), 1, 5 * 8000);
    }

    [Fact]
    public void NeuronsOfEqualInputsAndWeightsShareOneSum()
    {
        var plan = Planner.Plan(Network(3, Edges("0 0 1; 1 0 2; 0 1 1; 1 1 3; 0 2 1; 1 2 2; 0 3 1; 2 3 2", 4))).Layers[0].Data;
        Assert.Equal([0, 1, 2], plan.SumOfOutput);
        Assert.Equal([0, 0, 1], plan.ListOfSum);
        Assert.Equal([1, 2, 1, 3, 1, 2], Enumerable.Range(0, 6).Select(i => plan.Weights[i]));
    }

    [Fact]
    public void EncodedTablesReadBackTheSame()
    {
        Network[] networks =
        [
            Network(1024, Radix()),
            Network(
                20,
                Random(30, 4, 1, Plain with { Bias = 0.25, BiasMode = BiasMode.NonzeroSums, Ceiling = 3 }),
                Random(7, 30, 2, Plain with { Activation = Activation.None, Biases = new(Enumerable.Range(0, 7).Select(i => (double)i)) })
            ),
            Network(70_000, Random(3, 5, 1), Edges("0 0 1", 2)),
            Network(3, Edges("0 0 1; 1 0 2; 0 1 1; 1 1 3; 0 2 1; 1 2 2", 3, Plain with { Biases = new([1.0, 2, 3]) })),
            Network(3, Edges("", 4, Plain with { Bias = 1 })),
        ];
        foreach (var layer in networks.SelectMany(network => Planner.Plan(network).Layers))
        foreach (var format in new[] { ElementFormat.Binary32, ElementFormat.Binary64 })
        {
            var data = layer.Data with { Elements = format };
            var units = LayerDataCodec.Encode(data);
            Assert.Equal(units.Length, LayerDataCodec.CountUnits(data));
            var decoded = LayerDataCodec.Decode(Array.ConvertAll(units, unit => (char)unit));
            Assert.Equal(data, decoded);
        }
    }

    [Fact]
    public void DamagedTablesAreRefused()
    {
        var units = Array.ConvertAll(LayerDataCodec.Encode(Planner.Plan(Network(4, Random(4, 2, 1))).Layers[0].Data), unit => (char)unit);
        Assert.Throws<ContractException>(() => LayerDataCodec.Decode(units.AsSpan(0, units.Length - 1)));
        Assert.Throws<ContractException>(() => LayerDataCodec.Decode([.. units, 'x']));
    }

    [Theory]
    [InlineData(0.0, 0.0, 0)]
    [InlineData(-1.0, -1.0, 0)]
    [InlineData(1.0, -1.0, 1)]
    [InlineData(-1.0, 1.0, 2)]
    public void ZeroItemsAreDroppedFromTheFirstLayerThatNothingRevives(double firstBias, double secondBias, int expected)
    {
        var network = Network(2, Edges("0 0 1", 2, Plain with { Bias = firstBias }), Edges("0 0 1", 2, Plain with { Bias = secondBias }));
        Assert.Equal(expected, ZeroPreservation.FirstDroppingLayer(network));
    }

    [Fact]
    public void ABiasOnNonzeroSumsOrNoneKeepsZero()
    {
        Assert.True(
            ZeroPreservation.KeepsZero(Network(1, Edges("0 0 1", 1, Plain with { Bias = 5, BiasMode = BiasMode.NonzeroSums })).Layers[0])
        );
        Assert.False(
            ZeroPreservation.KeepsZero(Network(1, Edges("0 0 1", 1, Plain with { Bias = -5, Activation = Activation.None })).Layers[0])
        );
        Assert.False(ZeroPreservation.KeepsZero(Network(1, Edges("0 0 1", 2, Plain with { Biases = new([-1.0, 1.0]) })).Layers[0]));
    }

    [Fact]
    public void ANetworkBeyondWhatACompilerStoresIsDeclined()
    {
        var network = Network(3000, Random(2000, 2000, 1));
        var problem = CompiledSize.Check(Planner.Plan(network));
        Assert.Equal(ProblemKinds.TooLargeToCompileIn, problem?.Kind);
        Assert.Contains("SparseNetwork.Load<float>", problem!.Message, StringComparison.Ordinal);
    }

    private static RadixNetDeclaration Radix() => new(1, Plain, 1, new([4, 4, 4]), 16, null, null, 0.0625);
}
