using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>One layer: epilogue, then its distinct rows and which output has which.</summary>
internal static class LayerCodec
{
    public static void Write(BitWriter writer, DyadicLayer layer, FormatTriple formats)
    {
        writer
            .Number(layer.Inputs)
            .Number(layer.Outputs)
            .Flag(layer.BiasMode == BiasMode.NonzeroSums)
            .Flag(layer.Activation == Activation.None);
        SemiringsCodec.Write(writer, layer.Semirings);
        writer.Flag(layer.Ceiling is not null);
        if (layer.Ceiling is { } ceiling)
            NumberLists.Write(writer, [ceiling], formats.Accumulator);
        NumberLists.Write(writer, layer.Biases, formats.Accumulator);
        var rows = new LayerRows(layer);
        writer.Number(rows.First.Count);
        if (!rows.AllDiffer)
            IntegerLists.Write(writer, rows.RowOf);
        IntegerLists.Write(writer, rows.Lengths());
        IntegerLists.Write(writer, rows.Gaps());
        writer.Flag(layer.Weights.IsConstant);
        NumberLists.Write(writer, layer.Weights.IsConstant ? [.. layer.Weights.Take(1)] : rows.Weights(), formats.Weights);
    }

    public static DyadicLayer Read(BitReader reader, FormatTriple formats)
    {
        var (inputs, outputs) = (reader.Count(), reader.Count());
        var biasMode = reader.Flag() ? BiasMode.NonzeroSums : BiasMode.Dense;
        var activation = reader.Flag() ? Activation.None : Activation.ReLU;
        var semirings = SemiringsCodec.Read(reader);
        Dyadic? ceiling = reader.Flag() ? NumberLists.Read(reader, 1, formats.Accumulator)[0] : null;
        var biases = DyadicValues.From(NumberLists.Read(reader, outputs, formats.Accumulator));
        var distinct = reader.Count();
        var rowOf = distinct == outputs ? null : IntegerLists.Read(reader, outputs);
        var starts = Starts(IntegerLists.Read(reader, distinct));
        var columns = Columns(IntegerLists.Read(reader, starts[distinct]), starts);
        var isConstant = reader.Flag();
        if (rowOf is not null)
            reader.Demand(rowOf.Sum(row => (long)starts[row + 1] - starts[row]));
        var edges = Edges(inputs, outputs, rowOf, starts, columns);
        var weights = NumberLists.Read(reader, !isConstant ? starts[distinct] : System.Math.Min(edges.EntryCount, 1), formats.Weights);
        return new DyadicLayer(
            edges,
            isConstant ? new(weights.Length == 0 ? Dyadic.Zero : weights[0], edges.EntryCount) : Weights(edges, rowOf, starts, weights),
            biases,
            biasMode,
            activation,
            ceiling,
            semirings
        );
    }

    private static int[] Starts(int[] lengths)
    {
        var starts = new int[lengths.Length + 1];
        for (var i = 0; i < lengths.Length; i++)
            starts[i + 1] = checked(starts[i] + lengths[i]);
        return starts;
    }

    private static int[] Columns(int[] gaps, int[] starts)
    {
        for (var row = 0; row < starts.Length - 1; row++)
        for (var i = starts[row] + 1; i < starts[row + 1]; i++)
            gaps[i] = checked(gaps[i] + gaps[i - 1] + 1);
        return gaps;
    }

    private static CsrPattern Edges(int inputs, int outputs, int[]? rowOf, int[] starts, int[] columns)
    {
        if (rowOf is null)
            return new CsrPattern(outputs, inputs, starts, columns);
        var rowStarts = new int[outputs + 1];
        var all = new List<int>();
        for (var output = 0; output < outputs; output++)
        {
            for (var i = starts[rowOf[output]]; i < starts[rowOf[output] + 1]; i++)
                all.Add(columns[i]);
            rowStarts[output + 1] = all.Count;
        }

        return new CsrPattern(outputs, inputs, rowStarts, all.ToArray());
    }

    private static DyadicValues Weights(CsrPattern edges, int[]? rowOf, int[] starts, Dyadic[] weights)
    {
        if (rowOf is null)
            return DyadicValues.From(weights);
        var all = new Dyadic[edges.EntryCount];
        for (var output = 0; output < edges.RowCount; output++)
            System.Array.Copy(
                weights,
                starts[rowOf[output]],
                all,
                edges.RowStarts[output],
                edges.RowStarts[output + 1] - edges.RowStarts[output]
            );
        return DyadicValues.From(all);
    }
}
