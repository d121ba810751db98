using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics.X86;
using SparseDnn.Exact;
using SparseDnn.Inputs;
using SparseDnn.Isa;
using SparseDnn.Isa.X86;
using SparseDnn.Kernels.Columns;
using SparseDnn.Kernels.Table;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Operations;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Columns;
using SparseDnn.Primitives;
using SparseDnn.Tests.Conformance;
using Xunit;

namespace SparseDnn.Tests.Rewriting;

/// <summary>
/// Single items through layers whose sums lie side by side: the bits of the plan's trees and of every batch, however ragged the sums are.
/// </summary>
public sealed class PackedColumnTests
{
    private const int Items = 9;
    private static readonly double[] Odd =
    [
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        -0.0,
        0.0,
        float.MaxValue,
        -float.MaxValue,
        float.Epsilon,
    ];

    public static TheoryData<int, Summation> Networks =>
        [.. from seed in Enumerable.Range(0, 6) from summation in Enum.GetValues<Summation>() select (seed, summation)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void SingleItemsReturnTheBitsOfThePlan(int seed, Summation summation)
    {
        var single = Draw(seed, ElementFormat.Binary32, summation, 201, 37, 90);
        AgreesWithThePlan(
            single,
            Array.ConvertAll(Inputs(single), value => (float)value),
            Array.ConvertAll(Expected(single), value => (float)value)
        );
        var narrow = Draw(seed, ElementFormat.BFloat16, summation, 201, 37, 90);
        AgreesWithThePlan(
            narrow,
            Array.ConvertAll(Inputs(narrow), value => (float)value),
            Array.ConvertAll(Expected(narrow), value => (float)value)
        );
        var wide = Draw(seed, ElementFormat.Binary64, summation, 201, 37, 90);
        AgreesWithThePlan(wide, Inputs(wide), Expected(wide));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void WhateverIsNoNumberReachesTheOutputsThatItReachesInABatch(int seed, Summation summation)
    {
        AgreesWithBatches(SparseNetwork.Prepare<float>(Draw(seed, ElementFormat.Binary32, summation, 45)), value => (float)value);
        AgreesWithBatches(SparseNetwork.Prepare<double>(Draw(seed, ElementFormat.Binary64, summation, 45)), value => value);
    }

    // Lanes whose sum has ended read row 0.
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void ARowReachesOnlyTheSumsThatAddIt(float value)
    {
        var model = Draw(2, ElementFormat.Binary32, Summation.Planned, 101);
        var inputs = Enumerable.Repeat(0.5f, model.Inputs).ToArray();
        inputs[0] = value;
        var outputs = new float[model.Outputs];
        SparseNetwork.Prepare<float>(model).Infer(inputs, outputs);
        Assert.All(
            Enumerable.Range(0, model.Outputs).Where(output => !model.Layers[0].Edges.Row(output).Contains(0)),
            output => Assert.True(float.IsFinite(outputs[output]))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void BothWaysOfGatheringLoadTheSameBits(int seed)
    {
        Assert.SkipUnless(Avx2.IsSupported, "No gathers.");
        foreach (var outputs in new[] { 45, 64, 201 })
        {
            var single = Data(Draw(seed, ElementFormat.Binary32, Summation.Planned, outputs));
            var narrow = Data(Draw(seed, ElementFormat.BFloat16, Summation.Planned, outputs));
            Assert.Equal(ElementFormat.BFloat16, narrow.WeightFormat);
            BothAgree<float, Fused<float>, ReluEpilogue<float>>(narrow, value => (float)value);
            var wide = Data(Draw(seed, ElementFormat.Binary64, Summation.Strict, outputs));
            BothAgree<float, Fused<float>, ReluEpilogue<float>>(single, value => (float)value);
            BothAgree<double, Fused<double>, ReluEpilogue<double>>(wide, value => value);
            // Factors of a sum, negative ones too: an empty sum stays +0.
            var factors = RoundedValues.From(Enumerable.Range(0, outputs).Select(sum => (sum % 5) - 2.5).ToArray());
            BothAgree<float, Fused<float>, ReluEpilogue<float>>(single with { Scales = factors }, value => (float)value);
            BothAgree<double, Fused<double>, NoEpilogue<double>>(wide with { Scales = factors }, value => value);
        }
    }

    [Fact]
    public void OtherSemiringsSumSideBySideToo()
    {
        SparseLayersAttribute[] layers =
        [
            new RandomLayerAttribute
            {
                Outputs = 45,
                Density = 0.3,
                Epilogue = Epilogue.None,
            },
            new RandomLayerAttribute
            {
                Outputs = 33,
                Density = 0.9,
                Epilogue = Epilogue.None,
            },
        ];
        var options = new LoadOptions { Inputs = 80 };
        AgreesWithBatches(SparseNetwork.Load<float, MinPlus>(options, layers), value => (float)value);
        AgreesWithBatches(SparseNetwork.Load<double, MaxPlus>(options, layers), value => value);
        AgreesWithBatches(SparseNetwork.Load<float, Log>(options, layers), value => (float)value);
    }

    public static TheoryData<string, string> Declined =>
        new()
        {
            { "constant", "the edges have one weight" },
            { "small", "no more than 512 terms" },
            { "lopsided", "slots for" },
            { "shared", "some sums are shared or taken by several rows" },
            { "wide", "more than 65536 rows" },
            { "integers", "the elements are neither binary32 nor binary64" },
        };

    [Theory]
    [MemberData(nameof(Declined))]
    public void LayersAreDeclinedWithAReason(string layer, string reason)
    {
        var data = Data(
            layer switch
            {
                "constant" => Batches.Model(
                    ElementFormat.Binary32,
                    Summation.Strict,
                    100,
                    new RandomLayerAttribute
                    {
                        Outputs = 40,
                        Density = 0.5,
                        MinWeight = 0.5,
                        MaxWeight = 0.5,
                    }
                ),
                "small" => Batches.Model(
                    ElementFormat.Binary32,
                    Summation.Planned,
                    100,
                    new RandomLayerAttribute { Outputs = 16, InDegree = 32 }
                ),
                "lopsided" => Explicit(
                    ElementFormat.Binary32,
                    Summation.Planned,
                    1000,
                    Epilogues.None,
                    [Enumerable.Range(0, 1000), .. Enumerable.Range(0, 39).Select(row => Enumerable.Range(row, 1))]
                ),
                "shared" => Explicit(
                    ElementFormat.Binary32,
                    Summation.Planned,
                    100,
                    Epilogues.Each(40),
                    [.. Enumerable.Repeat(Enumerable.Range(0, 50), 40)],
                    distinct: false
                ),
                "wide" => Batches.Model(
                    ElementFormat.Binary32,
                    Summation.Planned,
                    65_537,
                    new RandomLayerAttribute { Outputs = 32, InDegree = 20 }
                ),
                _ => Draw(0, ElementFormat.Binary32, Summation.Planned, 45),
            }
        );
        if (layer == "integers")
            data = data with { Elements = ElementFormat.Int32 };
        Assert.Contains(reason, ColumnStrategy.WhyNot(data, ProcessorProfile.Reference), StringComparison.Ordinal);
        Assert.False(data.Kernels.HasFlag(KernelStrategies.Columns) && layer != "integers");
    }

    [Fact]
    public void ColumnsCanBeSwitchedOff()
    {
        var model = Draw(0, ElementFormat.Binary32, Summation.Planned, 45);
        Assert.True(Data(model).Kernels.HasFlag(KernelStrategies.Columns));
        Assert.False(
            Data(model with { Kernels = KernelStrategies.All & ~KernelStrategies.Columns }).Kernels.HasFlag(KernelStrategies.Columns)
        );
    }

    private static void AgreesWithThePlan<T>(Network network, T[] inputs, T[] expected)
        where T : unmanaged
    {
        Assert.All(
            Planner.PlanTables(network).Layers,
            layer => Assert.Equal(Avx2.IsSupported, new LayerTable<T>(layer.Data).Packed is not null)
        );
        var prepared = SparseNetwork.Prepare<T>(network);
        Assert.Equal(expected, Singly(prepared, inputs));
        var outputs = new T[expected.Length];
        prepared.InferBatch(inputs, outputs, Items);
        Assert.Equal(Array.ConvertAll(outputs, Element.Bits), Array.ConvertAll(Singly(prepared, inputs), Element.Bits));
    }

    private static void AgreesWithBatches<T>(SparseNetwork<T> network, Func<double, T> element)
        where T : unmanaged
    {
        const int Many = 64;
        var random = new SplitMix64(3);
        var inputs = Enumerable
            .Range(0, Many * network.Inputs)
            .Select(_ => element(random.Next(150) == 0 ? Odd[random.Next(Odd.Length)] : (float)(random.NextUnit() - 0.5)))
            .ToArray();
        var expected = Array.ConvertAll(Singly(network, inputs), Element.Bits);
        var outputs = new T[expected.Length];
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            network.InferBatch(inputs, outputs, Many, new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = 1 });
            Assert.Equal(expected, Array.ConvertAll(outputs, Element.Bits));
        }
    }

    private static void BothAgree<T, TCorrelation, TEpilogue>(LayerData data, Func<double, T> element)
        where T : unmanaged, IBinaryNumber<T>
        where TCorrelation : struct, ICorrelation<T>
        where TEpilogue : struct, IEpilogue<T>
    {
        var table = new LayerTable<T>(data);
        var random = new SplitMix64(5);
        var x = Enumerable
            .Range(0, data.Inputs)
            .Select(_ => element(random.Next(100) == 0 ? Odd[random.Next(Odd.Length)] : random.NextUnit() - 0.5))
            .ToArray();
        T[] expected = new T[data.Outputs],
            instruction = new T[data.Outputs],
            loads = new T[data.Outputs];
        TableKernel<T, T, LaneOne<T>, TCorrelation, TEpilogue>.Run(table, ref x[0], ref expected[0], 1);
        PackedColumnKernel<T, TCorrelation, TEpilogue>.Run<HardwareGather>(table, ref x[0], ref instruction[0]);
        PackedColumnKernel<T, TCorrelation, TEpilogue>.Run<LaneLoads>(table, ref x[0], ref loads[0]);
        Assert.Equal(Array.ConvertAll(expected, Element.Bits), Array.ConvertAll(instruction, Element.Bits));
        Assert.Equal(Array.ConvertAll(expected, Element.Bits), Array.ConvertAll(loads, Element.Bits));
    }

    private static T[] Singly<T>(SparseNetwork<T> network, T[] inputs)
        where T : unmanaged
    {
        var outputs = new T[inputs.Length / network.Inputs * network.Outputs];
        for (var item = 0; item * network.Inputs < inputs.Length; item++)
            network.Infer(inputs.AsSpan(item * network.Inputs, network.Inputs), outputs.AsSpan(item * network.Outputs, network.Outputs));
        return outputs;
    }

    private static LayerData Data(Network network) => Planner.PlanTables(network).Layers[0].Data;

    // Sums of no term to half of the rows; layers that end in every way.
    private static Network Draw(int seed, ElementFormat format, Summation summation, params int[] outputs)
    {
        var random = new SplitMix64((ulong)seed + 11);
        var layers = new List<LayersDeclaration>();
        var rows = 300;
        foreach (var count in outputs)
        {
            var kind = seed + layers.Count;
            var ends = new EpilogueDeclaration(
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
            var sums = Enumerable.Range(0, count).Select(sum => Subset(rows, sum == 1 ? 0 : random.NextUnit() / 2, ref random)).ToArray();
            layers.Add(new ExplicitLayerDeclaration(layers.Count + 1, ends, 1, count, Edges(sums, distinct: true)));
            rows = count;
        }

        return Build(format, summation, 300, layers);
    }

    private static int[] Subset(int rows, double share, ref SplitMix64 random)
    {
        var subset = new List<int>();
        for (var row = 0; row < rows; row++)
            if (random.NextUnit() < share)
                subset.Add(row);
        return subset.ToArray();
    }

    private static Network Explicit(
        ElementFormat format,
        Summation summation,
        int inputs,
        EpilogueDeclaration ends,
        IEnumerable<int>[] sums,
        bool distinct = true
    ) => Build(format, summation, inputs, [new ExplicitLayerDeclaration(1, ends, 1, sums.Length, Edges(sums, distinct))]);

    // Weights of few digits, exact in no binary format; of one column all alike unless they are to be distinct.
    private static string Edges(IEnumerable<int>[] sums, bool distinct) =>
        string.Join(
            "; ",
            sums.SelectMany(
                (rows, sum) =>
                    rows.Select(row =>
                        FormattableString.Invariant($"{row} {sum} {(((row * 37) + (distinct ? sum * 101 : 0)) % 199 - 99.5) / 100}")
                    )
            )
        );

    private static Network Build(ElementFormat format, Summation summation, int inputs, List<LayersDeclaration> layers)
    {
        var build = NetworkBuilder.Build(
            new NetworkDeclaration("ragged", inputs, format, summation, new EquatableArray<LayersDeclaration>(layers.ToArray())),
            InputFiles.None
        );
        return build.Network ?? throw new InvalidOperationException(build.Problems[0].ToString());
    }

    private static double[] Inputs(Network network)
    {
        var random = new SplitMix64(9);
        return Enumerable.Range(0, Items * network.Inputs).Select(_ => (double)(float)((random.NextUnit() * 2) - 1)).ToArray();
    }

    private static double[] Expected(Network network) =>
        Inputs(network).Chunk(network.Inputs).SelectMany(item => RoundedEvaluator.Evaluate(network, item)).ToArray();

    private static class Epilogues
    {
        public static EpilogueDeclaration None { get; } = new(null, null, BiasMode.Dense, null, null);

        public static EpilogueDeclaration Each(int outputs) =>
            new(
                null,
                new EquatableArray<double>(Enumerable.Range(0, outputs).Select(output => output / 64.0).ToArray()),
                BiasMode.Dense,
                null,
                null
            );
    }
}
