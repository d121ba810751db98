using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Primitives;

namespace SparseDnn.Planning;

/// <summary>
/// How many rows of activations lie between the layers of a plan, and which outputs they are: what the executor must know beside the
/// layers' kernels.
/// </summary>
/// <param name="Rows">Rows at each boundary: the network's inputs first, what the last layer leaves last.</param>
/// <param name="SharedSums">For each layer how many rows of shared sums it writes behind its inputs.</param>
/// <param name="Ceilings">For each layer the bits of its ceiling; empty where saturated items are not looked for, +∞ for a layer without
/// one.</param>
/// <param name="RowOfOutput">For each output neuron its row; empty where each has its own.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record RowLayout(
    EquatableArray<int> Rows,
    EquatableArray<int> SharedSums,
    EquatableArray<double> Ceilings,
    EquatableArray<int> RowOfOutput
)
{
    private const int OneUnit = 1 << 16;
    private const int HasCeilings = 1,
        HasPassing = 2;

    /// <summary>What the network's inputs are multiplied by before anything is added; 1 for nothing.</summary>
    public double InputScale { get; init; } = 1;

    /// <summary>Layers, 0-based and ascending, that were multiplied into the next one: their rows are those that they read.</summary>
    public EquatableArray<int> Passing { get; init; } = EquatableArray<int>.Empty;

    /// <summary>The first layer that is computed.</summary>
    public int FirstComputed
    {
        get
        {
            var layer = 0;
            while (Passes(layer))
                layer++;
            return layer;
        }
    }

    /// <summary>Number of layers.</summary>
    public int Layers => SharedSums.Count;

    /// <summary>The most rows that any layer reads or leaves, shared sums included.</summary>
    public int MaxRows => Math.Max(Rows[Layers], Enumerable.Range(0, Layers).Max(layer => Rows[layer] + SharedSums[layer]));

    /// <summary>Whether a layer leaves its rows as they are.</summary>
    /// <param name="layer">0-based.</param>
    public bool Passes(int layer)
    {
        for (var i = 0; i < Passing.Count; i++)
            if (Passing[i] == layer)
                return true;
        return false;
    }

    /// <summary>The layout of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static RowLayout Of(NetworkPlan plan) =>
        new(
            new(plan.Layers.Select(layer => layer.Data.Inputs).Concat([plan.Layers[plan.Layers.Count - 1].Data.Outputs]).ToArray()),
            new(plan.Layers.Select(layer => layer.Data.Partials.Count).ToArray()),
            plan.DropsSaturatedItems ? new(plan.Layers.Select(layer => layer.Data.Ceiling).ToArray()) : EquatableArray<double>.Empty,
            plan.RowOfOutput
        )
        {
            InputScale = plan.InputScale,
            Passing = new(Enumerable.Range(0, plan.Layers.Count).Where(layer => plan.Layers[layer].Passes).ToArray()),
        };

    /// <summary>Writes the layout as 16-bit units.</summary>
    /// <remarks>
    /// Units in order: layers, outputs with a row of another number (2 each), 1 where ceilings follow plus 2 where layers follow that pass
    /// their rows on, factor of inputs (4); rows, shared sums (2 each); ceilings (4 each); rows of outputs (1 each where the last layer
    /// leaves fewer than 65,537 rows, else 2); number of layers that pass their rows on (2) and which (2 each).
    /// </remarks>
    public ushort[] Encode()
    {
        var units = new List<ushort>();
        Integer(Layers);
        Integer(RowOfOutput.Count);
        units.Add((ushort)((Ceilings.Count > 0 ? HasCeilings : 0) | (Passing.Count > 0 ? HasPassing : 0)));
        ValueUnits.Write(units, ElementFormat.Binary64, BitConverter.DoubleToInt64Bits(InputScale));
        foreach (var rows in Rows)
            Integer(rows);
        foreach (var sums in SharedSums)
            Integer(sums);
        foreach (var ceiling in Ceilings)
            ValueUnits.Write(units, ElementFormat.Binary64, BitConverter.DoubleToInt64Bits(ceiling));
        foreach (var row in RowOfOutput)
        {
            if (Rows[Layers] > OneUnit)
                Integer(row);
            else
                units.Add((ushort)row);
        }

        if (Passing.Count > 0)
        {
            Integer(Passing.Count);
            foreach (var layer in Passing)
                Integer(layer);
        }

        return units.ToArray();

        void Integer(int value)
        {
            units.Add(unchecked((ushort)value));
            units.Add((ushort)(value >> 16));
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="units">The units.</param>
    /// <exception cref="ArgumentException">The text was not written by <see cref="Encode"/>.</exception>
    public static RowLayout Decode(string units)
    {
        var position = 0;
        int layers = Count(1),
            outputs = Count(0);
        var flags = Unit();
        var scale = Number();
        if ((2L * layers) + 1 + outputs > units.Length)
            throw new ArgumentException("The layout is cut short.", nameof(units));
        int[] rows = Counts(layers + 1, 1),
            sharedSums = Counts(layers, 0);
        var ceilings =
            (flags & HasCeilings) != 0 ? new(Enumerable.Range(0, layers).Select(_ => Number()).ToArray()) : EquatableArray<double>.Empty;
        var rowOfOutput = rows[layers] > OneUnit ? Counts(outputs, 0) : Enumerable.Range(0, outputs).Select(_ => Unit()).ToArray();
        var layout = new RowLayout(new(rows), new(sharedSums), ceilings, new(rowOfOutput))
        {
            InputScale = scale,
            Passing = new((flags & HasPassing) != 0 ? Counts(Count(1), 0) : []),
        };
        foreach (var row in layout.RowOfOutput)
            if (row >= layout.Rows[layers])
                throw Damaged();
        // The last layer is always computed.
        foreach (var layer in layout.Passing)
            if (layer >= layers - 1 || rows[layer] != rows[layer + 1])
                throw Damaged();
        return position == units.Length ? layout : throw new ArgumentException("The layout is longer than its header says.", nameof(units));

        int Unit() => position < units.Length ? units[position++] : throw new ArgumentException("The layout is cut short.", nameof(units));

        int Count(int least) => (Unit() | (Unit() << 16)) is var value && value >= least ? value : throw Damaged();

        int[] Counts(int count, int least)
        {
            if (count > units.Length - position)
                throw new ArgumentException("The layout is cut short.", nameof(units));
            var values = new int[count];
            for (var i = 0; i < count; i++)
                values[i] = Count(least);
            return values;
        }

        static ArgumentException Damaged() => new("The layout is damaged: a number is out of range.", nameof(units));

        double Number()
        {
            long bits = 0;
            for (var unit = 0; unit < 4; unit++)
                bits |= (long)Unit() << (16 * unit);
            return BitConverter.Int64BitsToDouble(bits);
        }
    }
}
