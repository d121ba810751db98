using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Seeded random networks and items in exact numbers.</summary>
internal static class DyadicSamples
{
    public static readonly StorageFormat[] AllFormats =
    [
        .. StorageFormats.FloatingPoint,
        StorageFormats.Int8(3),
        StorageFormats.Int16(6),
        StorageFormats.Int32(12),
    ];

    /// <summary>Three layers with biases, ceilings, both bias modes; weights are multiples of 2^-bits in (−1, 1).</summary>
    public static DyadicNetwork Network(int seed, int bits = 30, int inputs = 7, int hidden = 9, int outputs = 4)
    {
        var random = new SplitMix64((ulong)seed + 1000);
        var mode = seed % 3 == 0 ? BiasMode.NonzeroSums : BiasMode.Dense;
        return new DyadicNetwork(
            $"random-{seed}",
            new([
                Layer(ref random, inputs, hidden, bits) with
                {
                    BiasMode = mode,
                    Ceiling = seed % 2 == 0 ? Value(ref random, bits).Abs() + 1 : null,
                },
                Layer(ref random, hidden, hidden, bits) with
                {
                    BiasMode = mode,
                    Ceiling = seed % 5 == 0 ? new Dyadic(3, -2) : null,
                },
                Layer(ref random, hidden, outputs, bits) with
                {
                    Activation = seed % 4 == 0 ? Activation.ReLU : Activation.None,
                },
            ])
        );
    }

    public static DyadicLayer Layer(ref SplitMix64 random, int inputs, int outputs, int bits)
    {
        var builder = new CsrBuilder(outputs, inputs);
        for (var i = 0; i < outputs; i++)
            builder.AddRow(random.NextPermutation(inputs).Take(random.Next(inputs) + 1).ToArray());
        var edges = builder.Build();
        return new DyadicLayer(edges, Values(ref random, edges.EntryCount, bits), Values(ref random, outputs, bits));
    }

    public static DyadicValues Values(ref SplitMix64 random, int count, int bits)
    {
        var values = new Dyadic[count];
        for (var i = 0; i < count; i++)
            values[i] = Value(ref random, bits);
        return DyadicValues.From(values);
    }

    public static Dyadic[] Item(int seed, int count, StorageFormat format, int bits = 30)
    {
        var random = new SplitMix64((ulong)seed + 5000);
        return Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? Dyadic.Zero : format.Round(Value(ref random, bits))).ToArray();
    }

    public static RoundedNetwork Rounded(DyadicNetwork network, FormatTriple formats)
    {
        var rounded = NetworkRounding.Round(network, formats, out var fault);
        Assert.Null(fault);
        return rounded!;
    }

    private static Dyadic Value(ref SplitMix64 random, int bits)
    {
        var magnitude = (long)(random.NextUInt64() >> (64 - bits));
        return new Dyadic(random.Next(2) == 0 ? magnitude : -magnitude, -bits);
    }
}
