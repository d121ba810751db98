using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>A network and many inputs for which no sum overflows.</summary>
internal sealed record Probe(PlainNetwork Network, double[][] Inputs);

/// <summary>What decides whether a fault changes any result: the suite's networks and others, inputs of all magnitudes.</summary>
internal static class Probes
{
    private const int Items = 61; // no multiple of the lanes

    private static readonly (string Weights, string Activations, string Accumulator)[] Triples =
    [
        ("binary32", "binary32", "binary32"),
        ("binary16", "binary16", "binary32"),
        ("bfloat16", "bfloat16", "bfloat16"),
        ("e4m3", "bfloat16", "binary32"),
        ("binary16", "binary16", "binary16"),
        ("tf32", "binary32", "binary32"),
        ("int8:6", "int8:5", "int32:11"),
        ("int8:6", "binary16", "int16:9"),
    ];

    public static IReadOnlyList<Probe> All { get; } =
    [
        .. FixtureSuite.All.Select((fixture, i) => new Probe(fixture.Network, fixture.Inputs)),
        .. FixtureSuite.All.Select((fixture, i) => Of(fixture.Network, i)),
        .. Triples.SelectMany((triple, t) => Enumerable.Range(0, 3).Select(i => Of(Random(triple, (3 * t) + i), 100 + (3 * t) + i))),
    ];

    private static PlainNetwork Random((string Weights, string Activations, string Accumulator) triple, int seed)
    {
        var formats = FixtureSuite.Formats(triple.Weights, triple.Activations, triple.Accumulator);
        var network = DyadicSamples.Network(seed, 12, 35, 13, 13);
        if (seed % 4 == 1)
            network = network with
            {
                Layers = new(network.Layers.Select(layer => layer with { Activation = Activation.None, Ceiling = new Dyadic(1, -1) })),
            };
        return PlainNetwork.Of(formats, DyadicSamples.Rounded(network, formats).Network);
    }

    private static Probe Of(PlainNetwork network, int seed)
    {
        var random = new Random(seed);
        var items = Enumerable.Range(0, Items).Select(_ => Item(network, random)).Where(item => IsFinite(network, item)).ToArray();
        return new(network, items);
    }

    private static double[] Item(PlainNetwork network, Random random)
    {
        var format = network.Formats.Activations;
        var rounder = Rounder.Of(format);
        var (least, most) = (format.LeastExponent, format.MaxFinite.FloorLog2);
        var magnitude = random.Next(3) == 0 ? random.Next(least, most) : random.Next(-4, 3);
        var (spread, density) = (random.Next(3) * 4, random.Next(1, 5));
        return
        [
            .. Enumerable
                .Range(0, network.Layers[0].Inputs)
                .Select(_ =>
                    random.Next(4) >= density
                        ? 0
                        : rounder.Round((random.NextDouble() - 0.3) * Math.ScaleB(1, magnitude - random.Next(spread + 1)))
                ),
        ];
    }

    // In the reference kernel, with an activation of every layer looked at.
    private static bool IsFinite(PlainNetwork network, double[] item) =>
        item.All(double.IsFinite)
        && Enumerable
            .Range(1, network.Layers.Length)
            .All(count =>
                Array.TrueForAll(Kernel.Correct.Run(network with { Layers = network.Layers[..count] }, [item])[0], double.IsFinite)
            );
}
