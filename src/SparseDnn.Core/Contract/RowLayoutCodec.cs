using System;
using System.Linq;
using SparseDnn.Planning;
using SparseDnn.Primitives;

namespace SparseDnn.Contract;

/// <summary>Writes a <see cref="RowLayout"/> as 16-bit units.</summary>
/// <remarks>
/// Behind the header: layers, flags (1 unit: 1 = a factor of inputs, 2 = shared sums, 4 = ceilings, 8 = one ceiling for all layers, 16 =
/// outputs with a row of another number, 32 = layers that pass their rows on); rows at each boundary; then what the flags announce, in
/// their order: factor, shared sums of each layer, ceilings, number of outputs and the row of each, number of passing layers and these.
/// Integers take one unit below 32,768, else two; indices one where there are at most 65,536 to choose from, else two; numbers four.
/// </remarks>
internal static class RowLayoutCodec
{
    private const int HasInputScale = 1,
        HasSharedSums = 2,
        HasCeilings = 4,
        OneCeiling = 8,
        HasRowOfOutput = 16,
        HasPassing = 32;
    private const int AllFlags = HasInputScale | HasSharedSums | HasCeilings | OneCeiling | HasRowOfOutput | HasPassing;

    /// <summary>Encodes.</summary>
    /// <param name="layout">The layout.</param>
    public static ushort[] Encode(RowLayout layout)
    {
        var flags = Flags(layout);
        var writer = new UnitWriter(ContractUnit.RowLayout).Integer(layout.Layers).Unit(flags);
        foreach (var rows in layout.Rows)
            writer.Integer(rows);
        if ((flags & HasInputScale) != 0)
            writer.Number(layout.InputScale);
        if ((flags & HasSharedSums) != 0)
            foreach (var sums in layout.SharedSums)
                writer.Integer(sums);
        if ((flags & HasCeilings) != 0)
            foreach (var ceiling in (flags & OneCeiling) != 0 ? layout.Ceilings.Take(1) : layout.Ceilings)
                writer.Number(ceiling);
        if ((flags & HasRowOfOutput) != 0)
        {
            writer.Integer(layout.RowOfOutput.Count);
            foreach (var row in layout.RowOfOutput)
                writer.Index(row, layout.Rows[layout.Layers]);
        }

        if ((flags & HasPassing) != 0)
        {
            writer.Integer(layout.Passing.Count);
            foreach (var layer in layout.Passing)
                writer.Index(layer, layout.Layers);
        }

        return writer.ToUnits();
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ContractException">The text was not written by <see cref="Encode"/>.</exception>
    public static RowLayout Decode(ReadOnlySpan<char> text)
    {
        var reader = new UnitReader(text, ContractUnit.RowLayout);
        var layers = reader.Count();
        if (layers == 0)
            throw reader.Damaged("it has no layers");
        var flags = reader.Flags(AllFlags);
        var rows = Integers(ref reader, layers + 1, least: 1);
        var scale = (flags & HasInputScale) != 0 ? reader.Number() : 1;
        var sharedSums = (flags & HasSharedSums) != 0 ? Integers(ref reader, layers, least: 0) : new int[layers];
        var ceilings = (flags & HasCeilings) != 0 ? Ceilings(ref reader, layers, (flags & OneCeiling) != 0) : [];
        var rowOfOutput = (flags & HasRowOfOutput) != 0 ? Indices(ref reader, rows[layers]) : [];
        var passing = (flags & HasPassing) != 0 ? Indices(ref reader, layers) : [];
        // The last layer is always computed.
        if (Array.Exists(passing, layer => layer == layers - 1 || rows[layer] != rows[layer + 1]))
            throw reader.Damaged("a number is out of range");
        reader.End();
        return new RowLayout(new(rows), new(sharedSums), new(ceilings), new(rowOfOutput))
        {
            InputScale = scale,
            Passing = new EquatableArray<int>(passing),
        };
    }

    private static int Flags(RowLayout layout) =>
        (layout.InputScale != 1 ? HasInputScale : 0)
        | (layout.SharedSums.Any(sums => sums != 0) ? HasSharedSums : 0)
        | (layout.Ceilings.Count > 0 ? HasCeilings : 0)
        | (layout.Ceilings.Count > 0 && layout.Ceilings.All(ceiling => ceiling.Equals(layout.Ceilings[0])) ? OneCeiling : 0)
        | (layout.RowOfOutput.Count > 0 ? HasRowOfOutput : 0)
        | (layout.Passing.Count > 0 ? HasPassing : 0);

    private static int[] Integers(ref UnitReader reader, int count, int least)
    {
        var values = new int[reader.Fitting(count)];
        for (var i = 0; i < count; i++)
            values[i] = reader.Integer() is var value && value >= least ? value : throw reader.Damaged("a number is out of range");
        return values;
    }

    private static double[] Ceilings(ref UnitReader reader, int layers, bool one)
    {
        var values = new double[layers];
        for (var layer = 0; layer < layers; layer++)
            values[layer] = one && layer > 0 ? values[0] : reader.Number();
        return values;
    }

    private static int[] Indices(ref UnitReader reader, int limit)
    {
        var values = new int[reader.Count()];
        for (var i = 0; i < values.Length; i++)
            values[i] = reader.Index(limit);
        return values;
    }
}
