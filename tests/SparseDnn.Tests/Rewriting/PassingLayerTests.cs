using System;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Tests.Rewriting;

/// <summary>
/// Layers that were multiplied into the next one, the first among them: the bits of the replay from items of every form, compiled and
/// loaded.
/// </summary>
public sealed class PassingLayerTests
{
    private const int Items = 75;

    private static readonly SparseLayersAttribute[] Layers =
    [
        new BandedLayerAttribute { Weight = 2, Activation = Activation.None },
        new RandomLayerAttribute
        {
            Outputs = 100,
            InDegree = 6,
            Seed = 3,
            Bias = -0.25,
            Activation = Activation.None,
        },
        new BandedLayerAttribute { Weight = -1, Bias = 0.5 },
        new RandomLayerAttribute
        {
            Outputs = 5,
            InDegree = 20,
            Seed = 4,
        },
    ];

    private static readonly Network Model = Batches.Model(ElementFormat.Binary32, Summation.Planned, 16, Layers);

    public static TheoryData<VectorWidth> Widths => [.. Enum.GetValues<VectorWidth>()];

    [Fact]
    public void TheFirstTwoLayersPass()
    {
        Assert.Equal([true, true, false, false], Planner.PlanTables(Model).Layers.Select(layer => layer.Passes));
        Assert.Equal([16, 16, 100, 100, 5], Passing.Description.LayerWidths);
        Assert.Equal(Planner.Plan(Model).Layers.Select(layer => layer.Explanation), Passing.Description.LayerExplanations);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void EveryFormOfItemsGivesTheBitsOfTheReplay(VectorWidth width)
    {
        var bytes = Enumerable.Range(0, Items * 16).Select(i => (byte)(i / 16 % 3 == 0 ? 0 : (i * 7919) >> 3 & 1)).ToArray();
        var values = Array.ConvertAll(bytes, value => (float)value);
        var expected = Batches.Narrow(Batches.Expected(Model, Array.ConvertAll(bytes, value => (double)value)));
        var options = new BatchOptions { VectorWidth = width };
        foreach (var network in new[] { Passing.Network, SparseNetwork.Prepare<float>(Model) })
        {
            Check(outputs => network.InferBatch(values, outputs, Items, options));
            Check(outputs => network.InferBatch(bytes, outputs, Items, options));
            Check(outputs => network.InferBatch(new BitMatrix(BitMatrix.Pack(values, 16), Items, 16), outputs, options));
            Check(outputs =>
            {
                for (var item = 0; item < Items; item++)
                    network.Infer(values.AsSpan(item * 16, 16), outputs.AsSpan(item * 5, 5));
            });
        }

        void Check(Action<float[]> run)
        {
            var outputs = Enumerable.Repeat(float.NaN, Items * 5).ToArray();
            run(outputs);
            Assert.Equal(expected, outputs);
        }
    }
}

[SparseNetwork(Inputs = 16)]
[BandedLayer(Weight = 2, Activation = Activation.None)]
[RandomLayer(Outputs = 100, InDegree = 6, Seed = 3, Bias = -0.25, Activation = Activation.None)]
[BandedLayer(Weight = -1, Bias = 0.5)]
[RandomLayer(Outputs = 5, InDegree = 20, Seed = 4)]
public static partial class Passing;
