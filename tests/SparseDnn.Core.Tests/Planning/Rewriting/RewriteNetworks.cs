using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>
/// Seeded networks full of what the rewrites look for: equal neurons, one weight a neuron, common sums, neurons without edges or readers,
/// all kinds of epilogues.
/// </summary>
public static class RewriteNetworks
{
    private static readonly double[] Weights = [1, 0.5, 0.0625, -2, 0.75, 0.3, -0.1, 3];

    /// <summary>Every rewrite alone, every one left out, all, none.</summary>
    public static IReadOnlyList<Rewrites> Sets { get; } =
    [
        Rewrites.None,
        Rewrites.All,
        .. Enum.GetValues<Rewrites>().Where(one => one is not (Rewrites.None or Rewrites.All)),
        .. Enum.GetValues<Rewrites>().Where(one => one is not (Rewrites.None or Rewrites.All)).Select(one => Rewrites.All & ~one),
    ];

    /// <summary>A network; every fourth one begins with a RadiX-Net.</summary>
    public static Network Draw(int seed, Summation summation = Summation.Planned, ElementFormat format = ElementFormat.Binary32)
    {
        var random = new SplitMix64((ulong)seed * 77);
        var layers = new List<LayersDeclaration>();
        var width = 5 + random.Next(10);
        var inputs = width;
        if (seed % 4 == 0)
        {
            inputs = width = 16;
            layers.Add(
                new RadixNetDeclaration(
                    1,
                    Epilogue(ref random, width),
                    1 + random.Next(3),
                    new([2, 2, 2]),
                    2,
                    null,
                    random.Next(2) == 0 ? null : seed,
                    Weights[random.Next(Weights.Length)]
                )
            );
        }

        for (var count = 1 + random.Next(4); count > 0; count--)
        {
            var outputs = 4 + random.Next(16);
            if (seed % 3 == 1)
                layers.Add(Scaling(ref random, width) with { Attribute = layers.Count + 1 });
            layers.Add(Layer(ref random, width, outputs) with { Attribute = layers.Count + 1 });
            width = outputs;
            if (seed % 3 != 2)
                continue;
            layers[layers.Count - 1] = ((ExplicitLayerDeclaration)layers[layers.Count - 1]) with
            {
                Epilogue = layers[layers.Count - 1].Epilogue with { Activation = Activation.None, Ceiling = null },
            };
            layers.Add(Picking(ref random, width) with { Attribute = layers.Count + 1 });
        }

        var build = NetworkBuilder.Build(
            new NetworkDeclaration("drawn", inputs, format, summation, new EquatableArray<LayersDeclaration>(layers.ToArray())),
            InputFiles.None
        );
        return build.Network ?? throw new InvalidOperationException(build.Problems[0].ToString());
    }

    /// <summary>An item: zeros, zeros and ones, small integers, or any numbers, all of binary32.</summary>
    public static double[] Item(Network network, int seed)
    {
        var random = new SplitMix64(((ulong)seed * 31) + 5);
        var kind = seed % 5;
        return Enumerable
            .Range(0, network.Inputs)
            .Select(_ =>
                kind switch
                {
                    0 => 0,
                    1 => random.Next(2),
                    2 => random.Next(9) - 2,
                    3 => (float)(100 + random.NextUnit()),
                    _ => (double)(float)((random.NextUnit() * 4) - 2),
                }
            )
            .ToArray();
    }

    /// <summary>A network whose first layer takes a few groups of inputs, each neuron with weights of its own for them.</summary>
    public static Network Pools(int seed, Summation summation = Summation.Planned, double scale = 1)
    {
        var random = new SplitMix64((ulong)seed + 500);
        double[] weights = [1.25, -1.25, 2.5, 5, -10, 3, 7];
        var pools = Enumerable.Range(0, 64).Select(_ => 0).ToArray();
        for (var input = 0; input < pools.Length; input++)
            pools[input] = random.Next(6);
        var edges = new List<string>();
        for (var output = 0; output < 20; output++)
        for (var pool = 0; pool < 6; pool++)
        {
            var weight = scale * weights[(pool + output) % weights.Length];
            if (random.Next(5) == 0)
                continue;
            for (var input = 0; input < pools.Length; input++)
                if (pools[input] == pool)
                    edges.Add(FormattableString.Invariant($"{input} {output} {weight}"));
        }

        var first = new ExplicitLayerDeclaration(1, Epilogue(ref random, 20), 1, 20, string.Join("; ", edges));
        var build = NetworkBuilder.Build(
            new NetworkDeclaration(
                "pools",
                64,
                ElementFormat.Binary32,
                summation,
                new([first, Layer(ref random, 20, 7) with { Attribute = 2 }])
            ),
            InputFiles.None
        );
        return build.Network ?? throw new InvalidOperationException(build.Problems[0].ToString());
    }

    /// <summary>Each neuron reads five neighbours on a ring, all with one weight; the neurons of every layer are shuffled.</summary>
    public static Network ShuffledBands(int width, int layers, Summation summation)
    {
        var random = new SplitMix64(7);
        var places = new List<int[]>();
        while (places.Count <= layers)
            places.Add(Shuffled(width, ref random));
        var declared = Enumerable
            .Range(0, layers)
            .Select(layer =>
                (LayersDeclaration)
                    new ExplicitLayerDeclaration(
                        layer + 1,
                        EpilogueDeclaration.Default,
                        1,
                        width,
                        string.Join(
                            "; ",
                            Enumerable
                                .Range(0, width)
                                .SelectMany(neuron =>
                                    Enumerable
                                        .Range(0, 5)
                                        .Select(step =>
                                            FormattableString.Invariant(
                                                $"{places[layer][(neuron + step) % width]} {places[layer + 1][neuron]} 0.3"
                                            )
                                        )
                                )
                        )
                    )
            );
        var build = NetworkBuilder.Build(
            new NetworkDeclaration("bands", width, ElementFormat.Binary32, summation, new(declared.ToArray())),
            InputFiles.None
        );
        return build.Network ?? throw new InvalidOperationException(build.Problems[0].ToString());
    }

    private static int[] Shuffled(int count, ref SplitMix64 random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    // Neurons take few different rows; a row's weights are one for the layer, one a row, or any.
    private static ExplicitLayerDeclaration Layer(ref SplitMix64 random, int inputs, int outputs)
    {
        var kind = random.Next(3);
        var common = Weights[random.Next(Weights.Length)];
        var rows = new List<(int Input, double Weight)[]>();
        for (var count = 2 + random.Next(6); count > 0; count--)
        {
            var weight = kind == 0 ? common : Weights[random.Next(Weights.Length)];
            var row = new List<(int, double)>();
            for (var input = 0; input < inputs; input++)
                if (random.Next(2) == 0)
                    row.Add((input, kind == 2 ? Weights[random.Next(Weights.Length)] : weight));
            rows.Add(random.Next(8) == 0 ? [] : row.ToArray());
        }

        var edges = new List<string>();
        for (var output = 0; output < outputs; output++)
            foreach (var (input, weight) in rows[random.Next(rows.Count)])
                edges.Add(FormattableString.Invariant($"{input} {output} {weight}"));
        return new ExplicitLayerDeclaration(1, Epilogue(ref random, outputs), 1, outputs, string.Join("; ", edges));
    }

    // One edge a neuron and nothing after it; some inputs read twice, some not at all.
    private static ExplicitLayerDeclaration Scaling(ref SplitMix64 random, int width)
    {
        var edges = new List<string>();
        for (var output = 0; output < width; output++)
            edges.Add(
                FormattableString.Invariant($"{(random.Next(4) == 0 ? random.Next(width) : output)} {output} {Weights[random.Next(5)]}")
            );
        return new ExplicitLayerDeclaration(
            1,
            new EpilogueDeclaration(null, null, BiasMode.Dense, Activation.None, null),
            1,
            width,
            string.Join("; ", edges)
        );
    }

    // One edge of weight 1 or −1 a neuron, or none.
    private static ExplicitLayerDeclaration Picking(ref SplitMix64 random, int width)
    {
        var edges = new List<string>();
        for (var output = 0; output < width; output++)
            if (random.Next(12) > 0)
                edges.Add(FormattableString.Invariant($"{random.Next(width)} {output} {(random.Next(4) == 0 ? -1 : 1)}"));
        return new ExplicitLayerDeclaration(1, Epilogue(ref random, width), 1, width, string.Join("; ", edges));
    }

    private static EpilogueDeclaration Epilogue(ref SplitMix64 random, int outputs)
    {
        double[] few = [-0.25, 0.5];
        var drawn = Enumerable.Range(0, outputs).Select(output => output % 3 == 0 ? few[0] : few[1]);
        var kind = random.Next(3);
        double? bias = null;
        if (kind == 1)
            bias = random.Next(2) == 0 ? -0.375 : 0.125;
        return new EpilogueDeclaration(
            bias,
            kind == 2 ? new EquatableArray<double>(drawn) : null,
            random.Next(2) == 0 ? BiasMode.Dense : BiasMode.NonzeroSums,
            random.Next(4) == 0 ? Activation.None : null,
            random.Next(3) switch
            {
                0 => null,
                1 => 2,
                _ => 32,
            }
        );
    }
}
