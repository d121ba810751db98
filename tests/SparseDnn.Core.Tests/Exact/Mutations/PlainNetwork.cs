using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>One edge into a neuron.</summary>
internal readonly record struct Edge(int Input, double Weight);

/// <summary>A layer as an implementer would hold it: lists of edges by output.</summary>
internal sealed record PlainLayer(int Inputs, Edge[][] Rows, double[] Biases, BiasMode BiasMode, Activation Activation, double Ceiling)
{
    public int Outputs => Rows.Length;

    public bool IsSquare => Inputs == Outputs;

    public static PlainLayer Of(DyadicLayer layer)
    {
        var rows = new Edge[layer.Outputs][];
        for (int neuron = 0, edge = 0; neuron < rows.Length; neuron++)
            rows[neuron] = Array.ConvertAll(layer.Edges.Row(neuron).ToArray(), input => new Edge(input, layer.Weights[edge++].ToDouble()));
        return new(
            layer.Inputs,
            rows,
            layer.Biases.Select(bias => bias.ToDouble()).ToArray(),
            layer.BiasMode,
            layer.Activation,
            layer.Ceiling?.ToDouble() ?? double.PositiveInfinity
        );
    }

    /// <summary>Each row replaced.</summary>
    public PlainLayer EachRow(Func<Edge[], int, IEnumerable<Edge>> replace) =>
        this with
        {
            Rows = Rows.Select((row, neuron) => replace(row, neuron).ToArray()).ToArray(),
        };

    /// <summary>Each edge replaced.</summary>
    public PlainLayer EachEdge(Func<Edge, Edge> replace) => EachRow((row, _) => row.Select(replace));

    /// <summary>Each bias replaced.</summary>
    public PlainLayer EachBias(Func<double, int, double> replace) => this with { Biases = Biases.Select(replace).ToArray() };
}

/// <summary>A network in its formats.</summary>
internal sealed record PlainNetwork(FormatTriple Formats, PlainLayer[] Layers)
{
    public int Outputs => Layers[^1].Outputs;

    public static PlainNetwork Of(FormatTriple formats, DyadicNetwork network) =>
        new(formats, network.Layers.Select(PlainLayer.Of).ToArray());

    /// <summary>Each layer replaced.</summary>
    public PlainNetwork EachLayer(Func<PlainLayer, int, PlainLayer> replace) => this with { Layers = Layers.Select(replace).ToArray() };
}
