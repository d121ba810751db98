using System;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>A plain kernel: the parts that an implementer may choose, and the parts that a fault replaces.</summary>
/// <remarks>Items in blocks of lanes, neurons in blocks of rows, one sum a lane; two buffers that are never cleared.</remarks>
internal sealed record Kernel
{
    public static Kernel Correct { get; } = new();

    /// <summary>The one that keeps the order and operations of planned sums: ascending from zero, fused.</summary>
    public static Kernel Planned { get; } = new() { Fusion = Fusion.Always };

    public SumOrder Order { get; init; } = SumOrders.Ascending;

    public Fusion Fusion { get; init; }

    public int Lanes { get; init; } = 8;

    public int RowBlock { get; init; } = 8;

    /// <summary>Whether a dense bias is what sums start from.</summary>
    public bool BiasFirst { get; init; }

    public int Seed { get; init; } = 1;

    public Func<FormatTriple, Rounder> Accumulator { get; init; } = formats => Rounder.Of(formats.Accumulator);

    /// <summary>Of products that are not fused; null for the accumulator's.</summary>
    public Func<FormatTriple, Rounder>? Product { get; init; }

    /// <summary>Of what a layer leaves; null in a place for no rounding.</summary>
    public Func<FormatTriple, bool, Rounder?> Store { get; init; } = (formats, _) => Rounder.Of(formats.Activations);

    /// <summary>Of inputs; null for none, as they are values of the format.</summary>
    public Func<FormatTriple, Rounder>? Input { get; init; }

    /// <summary>The network that is computed.</summary>
    public Func<PlainNetwork, PlainNetwork> Network { get; init; } = network => network;

    public EpilogueStep Epilogue { get; init; } = EpilogueSteps.Full;

    public LaneSteps Items { get; init; } = new();

    public LaneSteps Rows { get; init; } = new();

    /// <summary>What a sum starts from: lane, its register as it was left, and what the output buffer holds there.</summary>
    public Func<Lane, double, double, double> Start { get; init; } = (_, _, _) => 0;

    public double[][] Run(PlainNetwork network, double[][] inputs)
    {
        var outputs = network.Outputs;
        network = Network(network);
        var width = network.Layers.Max(layer => Math.Max(layer.Inputs, layer.Outputs));
        var arithmetic = new SoftArithmetic(Accumulator(network.Formats), (Product ?? Accumulator)(network.Formats), Fusion, Seed);
        var from = Buffer();
        var to = Buffer();
        var convert = Input?.Invoke(network.Formats);
        for (var item = 0; item < inputs.Length; item++)
        for (var i = 0; i < inputs[item].Length; i++)
            from[item][i] = convert is null ? inputs[item][i] : convert.Round(inputs[item][i]);
        for (var index = 0; index < network.Layers.Length; index++)
        {
            Apply(network.Layers[index], arithmetic, Store(network.Formats, index == network.Layers.Length - 1), from, to);
            (from, to) = (to, from);
        }

        return Array.ConvertAll(from, row => row[..outputs]);

        double[][] Buffer() => Enumerable.Range(0, inputs.Length).Select(_ => new double[width]).ToArray();
    }

    private void Apply(PlainLayer layer, SoftArithmetic arithmetic, Rounder? store, double[][] from, double[][] to)
    {
        var registers = new double[Lanes];
        for (var start = 0; start < from.Length; start += Lanes)
        for (var rows = 0; rows < layer.Outputs; rows += RowBlock)
        for (var row = 0; row < Math.Min(RowBlock, layer.Outputs - rows); row++)
            Apply(layer, arithmetic, store, from, to, start, new Lane(rows, row, RowBlock, layer.Outputs), registers);
    }

    // One neuron for one block of items.
    private void Apply(
        PlainLayer layer,
        SoftArithmetic arithmetic,
        Rounder? store,
        double[][] from,
        double[][] to,
        int start,
        Lane row,
        double[] registers
    )
    {
        if (!Rows.Computes(row))
            return;
        var (read, write) = (Rows.Reads(row), Rows.Writes(row));
        var biasFirst = BiasFirst && layer.BiasMode == BiasMode.Dense;
        for (var index = 0; index < Math.Min(Lanes, from.Length - start); index++)
        {
            var lane = new Lane(start, index, Lanes, from.Length);
            var target = Items.Writes(lane);
            if (!Items.Computes(lane) || target < 0 || target >= to.Length || write < 0 || write >= layer.Outputs)
                continue;
            var begin = biasFirst ? layer.Biases[read] : Start(lane, registers[index], to[target][write]);
            var sum = Order(arithmetic, layer.Rows[read], from[Items.Reads(lane)], begin);
            registers[index] = sum;
            var selected = Epilogue(arithmetic, layer, sum, biasFirst ? 0 : layer.Biases[read]);
            to[target][write] = store is null ? selected : store.Round(selected);
        }
    }
}
