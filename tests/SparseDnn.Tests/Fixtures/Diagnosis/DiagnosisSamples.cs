using System;
using System.Linq;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Tests.Fixtures.Diagnosis;

/// <summary>Vectors in which every fault shows.</summary>
internal static class DiagnosisSamples
{
    /// <summary>
    /// Three square layers of 9 with biases, ceilings and no activation at the end; steps of 2^−bits, all values but weights times 2^scale.
    /// </summary>
    public static VectorSet Vectors(
        string formats,
        int bits,
        BiasMode mode = BiasMode.Dense,
        bool roundBetween = false,
        int seed = 11,
        int scale = 0
    )
    {
        var random = new SplitMix64((ulong)seed);
        var network = new DyadicNetwork(
            "nine",
            new([
                Layer(ref random, 9, 9, bits) with
                {
                    BiasMode = mode,
                    Ceiling = new Dyadic(3, -2),
                },
                Layer(ref random, 9, 9, bits) with
                {
                    BiasMode = mode,
                    Ceiling = new Dyadic(5, -3),
                },
                Layer(ref random, 9, 9, bits) with
                {
                    BiasMode = mode,
                    Activation = Activation.None,
                },
            ])
        );
        network = network with
        {
            Layers = new([
                .. network.Layers.Select(layer =>
                    layer with
                    {
                        Biases = layer.Biases.Select(bias => bias.ScaleByPowerOfTwo(scale)),
                        Ceiling = layer.Ceiling?.ScaleByPowerOfTwo(scale),
                    }
                ),
            ]),
        };
        var triple = formats
            .Split('/')
            .Select(name => StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name))
            .ToArray();
        var rounded = Rounded(network, new FormatTriple(triple[0], triple[1], triple[2]));
        var items = Enumerable
            .Range(0, 24)
            .Select(item => LabelledInput.Of($"mixture: {item}", 9, _ => Draw(ref random, item, bits)))
            .Prepend(LabelledInput.Of("zero", 9, _ => Dyadic.Zero))
            .ToArray();
        items =
        [
            .. items.Select(item =>
                item with
                {
                    Values = new(item.Values.Select(value => triple[1].Round(value.ScaleByPowerOfTwo(scale)))),
                }
            ),
        ];
        var vectors = VectorSets.FromNetwork(rounded, items, seed, roundBetween, out var fault);
        Assert.Null(fault);
        return vectors!;
    }

    public static ObservedOutputs Observe(VectorSet vectors, Dyadic[][] outputs, int[]? items = null, int batch = 1)
    {
        var format = vectors.Formats.Activations;
        items ??= [.. Enumerable.Range(0, outputs.Length)];
        return new ObservedOutputs(items, (position, output) => format.ToBits(outputs[position][output])) { Batch = batch };
    }

    private static Dyadic Draw(ref SplitMix64 random, int item, int bits) =>
        random.Next(3) == 0 ? Dyadic.Zero : new Dyadic(random.Next(1 << (bits + 1)) - (1 << bits), item % 2 == 0 ? -bits : 1 - bits);
}
