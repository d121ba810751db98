using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>One fixture of the suite.</summary>
/// <param name="Vectors">Inputs and expected outputs.</param>
/// <param name="DemandsPlannedSums">Whether only kernels that promise planned sums are judged by it.</param>
internal sealed record Fixture(VectorSet Vectors, bool DemandsPlannedSums = false)
{
    public PlainNetwork Network { get; } = PlainNetwork.Of(Vectors.Formats, Vectors.Network);

    public double[][] Inputs { get; } = [.. Vectors.Inputs.Select(item => item.Select(value => value.ToDouble()).ToArray())];

    public bool IsCertified => !DemandsPlannedSums && Vectors.Bounds is null;
}

/// <summary>Five networks of tens of neurons, with tails in items and neurons; the last one has two fixtures.</summary>
internal static class FixtureSuite
{
    public static IReadOnlyList<Fixture> All { get; } =
    [
        new(Recognition()),
        new(PathCounting()),
        new(Uniform()),
        new(Certified()),
        new(Bounded()),
        new(Planned(Bounded()), DemandsPlannedSums: true),
    ];

    // Recognition in binary16 with sums in binary32: subnormal weights and outputs in one category.
    private static VectorSet Recognition()
    {
        var random = new SplitMix64(11);
        var patterns = new CsrBuilder(13, 35);
        for (var i = 0; i < 13; i++)
            patterns.AddRow([.. random.NextPermutation(35).Take(7 + (i % 4))]);
        var categories = new CsrBuilder(13, 5);
        var values = new List<Dyadic>();
        for (var i = 0; i < 13; i++)
        {
            categories.AddRow([i % 4, 4]);
            values.AddRange([1 + i, new Dyadic(3 + i, -24)]);
        }

        var level = new RecognitionLevel(
            new(Enumerable.Range(1, 13).Select(i => $"{i}").ToArray()),
            patterns.Build(),
            categories.Build(),
            DyadicValues.From([.. values]),
            new Dyadic(1, -1)
        );
        return Of(SparseDnn.Exact.Families.Recognition.Solve("recognition", level), "binary16", "binary16", "binary32");
    }

    // Path counting with sums that fill binary32, and sums below its normal numbers.
    private static VectorSet PathCounting()
    {
        var tiny = Dyadic.One.ScaleByPowerOfTwo(-147);
        LabelledInput[] inputs =
        [
            LabelledInput.Of("zero", 35, _ => Dyadic.Zero),
            LabelledInput.Of("one-hot, first input", 35, i => i == 0 ? 1 : 0),
            LabelledInput.Of("one-hot, last input", 35, i => i == 34 ? 1 : 0),
            LabelledInput.Of("all ones", 35, _ => Dyadic.One),
            LabelledInput.Of("ramp", 35, i => i),
            LabelledInput.Of("24 bits in one input", 35, i => i == 17 ? (1 << 24) - 1 : 0),
            LabelledInput.Of("24 bits in the sum", 35, i => i == 3 ? (1 << 24) - 35 : i % 2),
            LabelledInput.Of("subnormal inputs", 35, i => i * tiny),
            LabelledInput.Of("one subnormal input", 35, i => i == 34 ? 5 * tiny : 0),
        ];
        return Of(
            SparseDnn.Exact.Families.PathCounting.Solve("paths", [5, 7], [1, 1, 1], new Dyadic(1, -1), inputs: inputs),
            "e5m2",
            "binary32",
            "binary32"
        );
    }

    // Uniform recurrence in fixed point: bias on nonzero sums, an input of 2 just at the ceiling, larger ones above it in both layers,
    // rounding in the last one.
    private static VectorSet Uniform()
    {
        var random = new SplitMix64(13);
        var layers = new (int Inputs, int Outputs)[] { (13, 20), (20, 13) }
            .Select(size =>
            {
                var edges = new CsrBuilder(size.Outputs, size.Inputs);
                for (var i = 0; i < size.Outputs; i++)
                    edges.AddRow([.. random.NextPermutation(size.Inputs).Take(5)]);
                return edges.Build();
            })
            .ToArray();
        var inputs = Enumerable.Range(-8, 50).Select(k => new Dyadic(k, -2)).ToArray();
        return Of(
            UniformRecurrence.Solve("uniform", layers, new Dyadic(3, -4), new Dyadic(9, -3), 3, inputs, BiasMode.NonzeroSums),
            "int8:4",
            "int16:6",
            "int32:10"
        );
    }

    // Any network with certified items: both bias modes, weights and a ceiling that bfloat16 does not hold, square layers,
    // neurons without edges.
    private static VectorSet Certified()
    {
        var random = new SplitMix64(17);
        var ceiling = new Dyadic(1 + (1 << 9), -9);
        var network = new DyadicNetwork(
            "random, certified",
            new([
                Layer(ref random, 35, 13, 9) with
                {
                    BiasMode = BiasMode.NonzeroSums,
                },
                Layer(ref random, 13, 13, 5) with
                {
                    Ceiling = ceiling,
                    Activation = Activation.None,
                },
                Layer(ref random, 13, 13, 5),
            ])
        );
        var rounded = DyadicSamples.Rounded(network, Formats("binary16", "binary16", "binary32"));
        var items = InputSets.Choose(rounded, new InputSetOptions(17, Items: 35) { Certify = true }, true, out var fault)!;
        var vectors = VectorSets.FromNetwork(rounded, WithTail(items), 17, roundBetweenLayers: true, out fault);
        Assert.Null(fault);
        return vectors!;
    }

    // Any network in bfloat16 throughout: bounds alone.
    private static VectorSet Bounded()
    {
        var rounded = DyadicSamples.Rounded(DyadicSamples.Network(30, 30, 9, 13, 11), Formats("bfloat16", "bfloat16", "bfloat16"));
        var vectors = VectorSets.FromNetwork(rounded, WithTail(InputSets.Choose(rounded, new InputSetOptions(5))), 5, false, out var fault);
        Assert.Null(fault);
        return vectors! with { Name = "random, with bounds" };
    }

    // What planned sums give for the same items, by the library's replay.
    private static VectorSet Planned(VectorSet vectors)
    {
        var format = ((FloatingStorage)vectors.Formats.Accumulator).Format;
        var network = new Network(
            vectors.Name,
            ElementFormat.Binary64,
            Summation.Planned,
            new(vectors.Layers.Select(layer => NetworkConversion.ToLayer(layer.Layer)).ToArray())
        )
        {
            Format = format,
        };
        var outputs = vectors.Inputs.Select(item => new EquatableArray<Dyadic>(
            Array.ConvertAll(RoundedEvaluator.Evaluate(network, item.Select(value => value.ToDouble()).ToArray()), Dyadic.FromDouble)
        ));
        return vectors with { Name = "random, planned sums", Outputs = new(outputs.ToArray()), Bounds = null };
    }

    // A number of items that fills no block of lanes.
    private static LabelledInput[] WithTail(IEnumerable<LabelledInput> items) =>
        items.ToArray() is var all && all.Length % Kernel.Correct.Lanes == 0 ? all[..^1] : all;

    private static DyadicLayer Layer(ref SplitMix64 random, int inputs, int outputs, int bits)
    {
        var edges = new CsrBuilder(outputs, inputs);
        for (var i = 0; i < outputs; i++)
            edges.AddRow([.. random.NextPermutation(inputs).Take(i == outputs / 2 ? 0 : 1 + random.Next(10))]);
        var pattern = edges.Build();
        return new DyadicLayer(
            pattern,
            DyadicSamples.Values(ref random, pattern.EntryCount, bits),
            DyadicSamples.Values(ref random, outputs, 13).Select(bias => bias * new Dyadic(1, -1))
        );
    }

    private static VectorSet Of(ExactSolution solution, string weights, string activations, string accumulator)
    {
        var vectors = VectorSets.FromSolution(solution, Formats(weights, activations, accumulator), 0, out var fault);
        Assert.Null(fault);
        Assert.Null(vectors!.Bounds);
        return vectors;
    }

    public static FormatTriple Formats(string weights, string activations, string accumulator) =>
        new(Format(weights), Format(activations), Format(accumulator));

    private static StorageFormat Format(string name) =>
        StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name);
}
