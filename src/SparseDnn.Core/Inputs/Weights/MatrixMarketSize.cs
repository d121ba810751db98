using System;
using SparseDnn.Inputs.Text;

namespace SparseDnn.Inputs.Weights;

/// <summary>The size line of a Matrix Market file: rows, columns, listed entries.</summary>
/// <param name="Rows">Rows: input neurons.</param>
/// <param name="Columns">Columns: output neurons.</param>
/// <param name="Entries">Entries that the file lists.</param>
/// <param name="Line">1-based line it stands on.</param>
/// <param name="EntriesOffset">Where the number of entries stands on it.</param>
/// <param name="EntriesLength">How many characters it takes.</param>
internal sealed record MatrixMarketSize(int Rows, int Columns, int Entries, long Line, int EntriesOffset, int EntriesLength)
{
    /// <summary>Reads the line.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static TextFault? Read(ReadOnlySpan<char> line, long number, MatrixMarketSymmetry symmetry, out MatrixMarketSize? size)
    {
        size = null;
        var fields = new FieldCursor(line);
        if (ReadField(line, ref fields, "number of rows", 1, InputLimits.MaxNeurons, out var rows) is { } rowFault)
            return rowFault;
        if (ReadField(line, ref fields, "number of columns", 1, InputLimits.MaxNeurons, out var columns) is { } columnFault)
            return columnFault;
        var shape = $"a {Quoted.Number(rows)} × {Quoted.Number(columns)} matrix";
        if (symmetry != MatrixMarketSymmetry.General && rows != columns)
            return new(
                fields.Start,
                fields.Length,
                $"A symmetric matrix is square, but the size line says {shape}; correct it, or write 'general' in the header"
            );
        var copies = symmetry == MatrixMarketSymmetry.General ? 1 : 2;
        if (ReadField(line, ref fields, "number of entries", 0, InputLimits.MaxEntries / copies, out var entries) is { } entryFault)
            return entryFault;
        long places = symmetry switch
        {
            MatrixMarketSymmetry.Symmetric => (long)rows * (rows + 1) / 2,
            MatrixMarketSymmetry.SkewSymmetric => (long)rows * (rows - 1) / 2,
            _ => (long)rows * columns,
        };
        if (entries > places)
            return new(
                fields.Start,
                fields.Length,
                $"{Quoted.Number(entries)} entries do not fit: {shape} of this symmetry lists at most {Quoted.Number(places)}; correct the size line"
            );
        size = new(rows, columns, entries, number, fields.Start, fields.Length);
        return fields.MoveNext()
            ? FieldFaults.Of(line)
                ?? new(
                    fields.Start,
                    line.Length - fields.Start,
                    $"Unexpected {Quoted.Text(fields.Field)} on the size line; write rows, columns and entries only"
                )
            : null;
    }

    private static TextFault? ReadField(ReadOnlySpan<char> line, ref FieldCursor fields, string name, int least, int most, out int value)
    {
        value = 0;
        if (!fields.MoveNext())
            return FieldFaults.Of(line)
                ?? new(
                    line.Length,
                    0,
                    $"The size line ends before the {name}; write rows, columns and entries, for example '1024 1024 32768'"
                );
        long number = 0;
        foreach (var c in fields.Field)
        {
            if (c is < '0' or > '9')
                return FieldFaults.Of(line)
                    ?? new(
                        fields.Start,
                        fields.Length,
                        $"{Quoted.Text(fields.Field)} is no {name}; write a whole number from {Quoted.Number(least)} to {Quoted.Number(most)}"
                    );
            number = Math.Min((number * 10) + (c - '0'), int.MaxValue + 1L);
        }
        if (number < least || number > most)
            return new(
                fields.Start,
                fields.Length,
                $"The {name} is {Quoted.Text(fields.Field)}; it must lie between {Quoted.Number(least)} and {Quoted.Number(most)}"
            );
        value = (int)number;
        return null;
    }
}
