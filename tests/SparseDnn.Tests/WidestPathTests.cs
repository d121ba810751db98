using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>Widest paths over max-min against a plain search.</summary>
public sealed class WidestPathTests
{
    private const int Nodes = 60;

    // The width of a path is that of its narrowest edge: max-min powers of the edges, with One = ∞ from each node to itself.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PowersOfTheWidthsAreTheWidestPaths(ulong seed)
    {
        var random = new SplitMix64(seed);
        var edges = new Dictionary<(int From, int To), int>();
        for (var i = 0; i < 3 * Nodes; i++)
            edges[(random.Next(Nodes), random.Next(Nodes))] = 1 + random.Next(50);
        for (var node = 0; node < Nodes; node++)
            edges[(node, node)] = int.MaxValue;
        var layer = new LayerAttribute
        {
            Outputs = Nodes,
            Edges = string.Join("; ", edges.Select(edge => $"{edge.Key.From} {edge.Key.To} {edge.Value}")),
            Repeat = Nodes,
        };
        var network = SparseNetwork.Load<int, MaxMin>(new LoadOptions { Inputs = Nodes }, layer);
        var inputs = new int[Nodes * Nodes];
        Array.Fill(inputs, network.Zero);
        for (var source = 0; source < Nodes; source++)
            inputs[(source * Nodes) + source] = int.MaxValue;
        var widths = new int[Nodes * Nodes];
        network.InferBatch(inputs, widths, Nodes);
        for (var source = 0; source < Nodes; source++)
            Assert.Equal(Plain(edges, source), widths.AsSpan(source * Nodes, Nodes).ToArray());
    }

    private static int[] Plain(Dictionary<(int From, int To), int> edges, int source)
    {
        var widest = Enumerable.Repeat(int.MinValue, Nodes).ToArray();
        widest[source] = int.MaxValue;
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var ((from, to), width) in edges)
            {
                var through = Math.Min(widest[from], width);
                if (through <= widest[to])
                    continue;
                widest[to] = through;
                changed = true;
            }
        }

        return widest;
    }
}
