using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>The least faults there are: one number or edge of each network is wrong, chosen by a seed.</summary>
internal static class SeededFaults
{
    private const int Seeds = 3;

    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        .. Each("one edge dropped", (network, random) => Edges(network, random, (row, i) => [.. row[..i], .. row[(i + 1)..]])),
        .. Each("one edge added twice", (network, random) => Edges(network, random, (row, i) => [.. row, row[i]])),
        .. Each(
            "one weight off by a 1024th",
            (network, random) =>
                Edges(network, random, (row, i) => Replaced(row, i, row[i] with { Weight = row[i].Weight * (1 + 0.0009765625) }))
        ),
        .. Each(
            "one weight negated",
            (network, random) => Edges(network, random, (row, i) => Replaced(row, i, row[i] with { Weight = -row[i].Weight }))
        ),
        .. Each(
            "one edge from a wrong input",
            (network, random) =>
                Edges(network, random, (row, i) => Replaced(row, i, row[i] with { Input = row[i].Input == 0 ? 1 : row[i].Input - 1 }))
        ),
        .. Each("one bias off by 2^-10", (network, random) => Biased(network, random)),
    ];

    private static IEnumerable<(string Name, Func<Kernel, Kernel> Plant)> Each(
        string name,
        Func<PlainNetwork, Random, PlainNetwork> change
    ) =>
        Enumerable
            .Range(1, Seeds)
            .Select(seed =>
                (
                    $"{name} (seed {seed})",
                    (Func<Kernel, Kernel>)(kernel => kernel with { Network = network => change(network, new Random(seed)) })
                )
            );

    private static PlainNetwork Edges(PlainNetwork network, Random random, Func<Edge[], int, Edge[]> change)
    {
        var (layer, neuron) = Neuron(network, random);
        var edge = random.Next(network.Layers[layer].Rows[neuron].Length);
        return network.EachLayer((each, index) => index == layer ? each.EachRow((row, i) => i == neuron ? change(row, edge) : row) : each);
    }

    private static PlainNetwork Biased(PlainNetwork network, Random random)
    {
        var (layer, neuron) = Neuron(network, random);
        return network.EachLayer(
            (each, index) => index == layer ? each.EachBias((bias, i) => i == neuron ? bias + 0.0009765625 : bias) : each
        );
    }

    private static (int Layer, int Neuron) Neuron(PlainNetwork network, Random random)
    {
        var layer = random.Next(network.Layers.Length);
        var rows = network.Layers[layer].Rows;
        var neuron = random.Next(rows.Length);
        while (rows[neuron].Length == 0)
            neuron = (neuron + 1) % rows.Length;
        return (layer, neuron);
    }

    private static Edge[] Replaced(Edge[] row, int index, Edge edge)
    {
        var copy = (Edge[])row.Clone();
        copy[index] = edge;
        return copy;
    }
}
