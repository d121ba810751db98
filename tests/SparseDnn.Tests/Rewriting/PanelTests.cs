using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;
using Xunit;

namespace SparseDnn.Tests.Rewriting;

/// <summary>
/// Two tiles at once, panel after panel: the bits of the plan's trees, whichever items share a pair, and when items leave one.
/// </summary>
public sealed class PanelTests
{
    private const int Items = 141;

    public static TheoryData<int, Summation> Networks =>
        [.. from seed in Enumerable.Range(0, 6) from summation in Enum.GetValues<Summation>() select (seed, summation)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void PairsReturnTheBitsOfThePlan(int seed, Summation summation)
    {
        var single = Draw(seed, ElementFormat.Binary32, summation);
        Check(single, Array.ConvertAll(Inputs(single), value => (float)value), Array.ConvertAll(Expected(single), value => (float)value));
        var narrow = Draw(seed, ElementFormat.BFloat16, summation);
        Check(narrow, Array.ConvertAll(Inputs(narrow), value => (float)value), Array.ConvertAll(Expected(narrow), value => (float)value));
        var wide = Draw(seed, ElementFormat.Binary64, summation);
        Check(wide, Inputs(wide), Expected(wide));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void WhateverIsNoNumberReachesTheSameOutputs(int seed)
    {
        var network = SparseNetwork.Prepare<float>(Draw(seed, ElementFormat.Binary32, Summation.Planned));
        var random = new SplitMix64(3);
        float[] odd =
        [
            float.NaN,
            float.PositiveInfinity,
            float.NegativeInfinity,
            -0f,
            0f,
            float.MaxValue,
            -float.MaxValue,
            float.Epsilon,
            1f,
        ];
        var inputs = Enumerable
            .Range(0, Items * network.Inputs)
            .Select(_ => random.Next(40) == 0 ? odd[random.Next(odd.Length)] : 0.5f)
            .ToArray();
        float[] expected = new float[Items * network.Outputs],
            outputs = new float[expected.Length];
        network.InferBatch(inputs, expected, Items, new BatchOptions { VectorWidth = VectorWidth.Scalar });
        foreach (var width in new[] { VectorWidth.Bits256, VectorWidth.Bits512 })
        {
            network.InferBatch(inputs, outputs, Items, new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = 1 });
            Assert.Equal(expected, outputs);
        }
    }

    [Fact]
    public void LayersWithoutIndividualWeightsArePairedWithNone()
    {
        var constant = SparseNetwork.Load<float>(
            new LoadOptions { Inputs = 400 },
            new RandomLayerAttribute
            {
                Outputs = 30,
                Density = 0.1,
                MinWeight = 1,
                MaxWeight = 1,
            }
        );
        Assert.False(constant.Layers().HasPanels);
        // The last layer is summed by min-plus, whose vector form asks for numbers of some kinds.
        Assert.False(
            SparseNetwork
                .Load<float, MinPlus>(
                    new LoadOptions { Inputs = 400 },
                    new RandomLayerAttribute
                    {
                        Outputs = 30,
                        Density = 0.1,
                        MinWeight = -1,
                        MaxWeight = 1,
                        Epilogue = Epilogue.None,
                    }
                )
                .Layers()
                .HasPanels
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void BlocksReturnTheBitsOfThePlan(int seed)
    {
        // Dense layers share one list; 4, 5 and 11 sums leave none, one and three beside the blocks.
        var layers = new[] { 4, 11, 5 }.Select(
            (count, layer) =>
                (LayersDeclaration)new RandomLayerDeclaration(layer + 1, Ends(seed + layer), 1, count, null, 1, seed + layer, -0.5, 0.45)
        );
        foreach (var format in new[] { ElementFormat.Binary32, ElementFormat.BFloat16, ElementFormat.Binary64 })
        {
            var network = Network(400, format, Summation.Planned, layers);
            Assert.All(Planner.PlanTables(network).Layers, layer => Assert.True(layer.Data.Kernels.HasFlag(KernelStrategies.Blocks)));
            if (format == ElementFormat.Binary64)
                CheckBits(SparseNetwork.Prepare<double>(network), Inputs(network), Expected(network));
            else
                CheckBits(
                    SparseNetwork.Prepare<float>(network),
                    Array.ConvertAll(Inputs(network), value => (float)value),
                    Array.ConvertAll(Expected(network), value => (float)value)
                );
        }
    }

    // Three panels, then one, then rows enough for two.
    private static Network Draw(int seed, ElementFormat format, Summation summation)
    {
        int[] outputs = [37, 201, 1 + (seed * 7)];
        var layers = outputs.Select(
            (count, layer) =>
                (LayersDeclaration)
                    new RandomLayerDeclaration(
                        layer + 1,
                        Ends(seed + layer),
                        1,
                        count,
                        null,
                        layer == 0 ? 0.1 : 0.3,
                        seed + layer,
                        -0.5,
                        0.45
                    )
        );
        return Network(400, format, summation, layers);
    }

    private static Network Network(int inputs, ElementFormat format, Summation summation, IEnumerable<LayersDeclaration> layers)
    {
        var build = NetworkBuilder.Build(
            new NetworkDeclaration("panels", inputs, format, summation, new EquatableArray<LayersDeclaration>(layers.ToArray())),
            InputFiles.None
        );
        return build.Network ?? throw new InvalidOperationException(build.Problems[0].ToString());
    }

    private static EpilogueDeclaration Ends(int kind) =>
        new(
            (kind % 3) switch
            {
                0 => -0.25,
                1 => 0.125,
                _ => null,
            },
            null,
            kind % 2 == 0 ? BiasMode.Dense : BiasMode.NonzeroSums,
            kind % 5 == 4 ? Activation.None : null,
            kind % 4 == 3 ? 2 : null
        );

    // Zeros, a few ones of which most die, and values.
    private static double[] Inputs(Network network) =>
        Enumerable
            .Range(0, Items)
            .SelectMany(item =>
            {
                var random = new SplitMix64((ulong)item);
                return Enumerable
                    .Range(0, network.Inputs)
                    .Select(_ =>
                        (item % 4) switch
                        {
                            0 => 0,
                            1 => random.Next(60) == 0 ? 1 : 0,
                            _ => (double)(float)((random.NextUnit() * 2) - 1),
                        }
                    )
                    .ToArray();
            })
            .ToArray();

    private static double[] Expected(Network network) =>
        Inputs(network).Chunk(network.Inputs).SelectMany(item => RoundedEvaluator.Evaluate(network, item)).ToArray();

    // Whatever the planner would choose for layers this small, panels are what is tested.
    private static void Check<T>(Network network, T[] inputs, T[] expected)
        where T : unmanaged
    {
        var plan = Planner.PlanTables(network);
        var forced = SparseNetwork.Execute<T>(
            plan with
            {
                Layers = new EquatableArray<LayerPlan>(
                    plan.Layers.Select(layer => layer with { Data = layer.Data with { Kernels = KernelStrategies.Panels } }).ToArray()
                ),
            }
        );
        Assert.True(forced.Layers().HasPanels);
        CheckBits(forced, inputs, expected);
    }

    private static void CheckBits<T>(SparseNetwork<T> prepared, T[] inputs, T[] expected)
        where T : unmanaged
    {
        var outputs = new T[expected.Length];
        foreach (var width in Enum.GetValues<VectorWidth>())
        foreach (var batch in new[] { Items, 128, 65, 64, 33 })
        {
            Array.Clear(outputs);
            prepared.InferBatch(inputs, outputs, batch, new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = 1 + (batch % 2) });
            Assert.True(
                expected.AsSpan(0, batch * prepared.Outputs).SequenceEqual(outputs.AsSpan(0, batch * prepared.Outputs)),
                $"{width}, {batch} items"
            );
            Assert.All(outputs.AsSpan(batch * prepared.Outputs).ToArray(), value => Assert.Equal(default, value));
        }
    }
}
