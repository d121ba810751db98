using System;
using System.IO;
using System.Threading;
using SparseDnn.Numerics;

namespace SparseDnn.Formats;

/// <summary>Reads Matrix Market coordinate files: real, integer or pattern; general, symmetric or skew-symmetric.</summary>
/// <remarks>
/// Rows are input neurons, columns output neurons. A pattern entry has the value 1. Comment lines (first character
/// <c>%</c>) and blank lines may stand anywhere after the header. Source: NIST, Matrix Market exchange formats.
/// </remarks>
public static class MatrixMarketReader
{
    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; read to its end or first fault, not closed. Its exceptions pass through.</param>
    /// <param name="path">Path to name in problems.</param>
    /// <param name="cancellationToken">Checked every few thousand lines.</param>
    /// <param name="keepExplicitZeros">True: entries of value 0 are edges, as semirings need whose Zero is not 0.</param>
    public static WeightReadResult Read(
        TextReader text,
        string path,
        CancellationToken cancellationToken,
        bool keepExplicitZeros = false
    ) => Read(new TextLines(text), path, cancellationToken, keepExplicitZeros);

    internal static WeightReadResult Read(TextLines lines, string path, CancellationToken cancellationToken, bool keepExplicitZeros)
    {
        var faults = new FaultPlaces(lines, path);
        var status = lines.Next(out var line);
        if (status == LineStatus.TooLong)
            return faults.OnLine(EntryFaults.TooLong(line));
        if (status == LineStatus.End)
            return faults.OnLine(new(0, 0, "The file is empty; begin it with '%%MatrixMarket matrix coordinate real general'"));
        if (MatrixMarketHeader.Read(line, out var header) is { } headerFault)
            return faults.OnLine(headerFault);

        MatrixMarketSize? size = null;
        EntryLine? entry = null;
        var entries = new EntryList();
        var listed = 0;
        while ((status = lines.Next(out line)) != LineStatus.End)
        {
            if (status == LineStatus.TooLong)
                return faults.OnLine(EntryFaults.TooLong(line));
            if ((lines.Number & FaultPlaces.CancellationMask) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (line.Length > 0 && line[0] == '%')
            {
                // A comment must not swallow entries that end in a lone CR.
                if (EntryFaults.Of(line) is { } commentFault)
                    return faults.OnLine(commentFault);
                continue;
            }
            if (FieldCursor.SkipBlanks(line) == line.Length)
                continue;
            if (size is null)
            {
                if (MatrixMarketSize.Read(line, lines.Number, header!.Symmetry, out size) is { } sizeFault)
                    return faults.OnLine(sizeFault);
                entry = new(size!.Rows, size.Columns, header.HasValues, header.IsInteger);
                continue;
            }
            if (listed == size.Entries)
                return faults.OnLine(TooMany(line, size));
            if ((entry!.Read(line) ?? CheckTriangle(line, header!.Symmetry, entry)) is { } fault)
                return faults.OnLine(fault);
            listed++;
            entries.Add(entry.Row - 1, entry.Column - 1, entry.Value, lines.Number);
            if (entry.Value is { Nearest: 0, Residue: 0 })
                entries.NoteZero(line, lines.Number);
            if (header!.Symmetry != MatrixMarketSymmetry.General && entry.Row != entry.Column)
                entries.Add(entry.Column - 1, entry.Row - 1, Mirrored(entry.Value, header.Symmetry), lines.Number);
        }
        if (size is null)
            return faults.OnLine(
                new(0, 0, "The file ends before its size line; write rows, columns and entries, for example '1024 1024 32768'")
            );
        if (listed < size.Entries)
            return faults.OnLine(size.Line, TooFew(listed, size));
        return WeightMatrixBuilder.Build(
            entries,
            size.Rows,
            size.Columns,
            hasDeclaredShape: true,
            isPattern: !header!.HasValues,
            keepExplicitZeros,
            path,
            cancellationToken
        );
    }

    private static TextFault TooMany(ReadOnlySpan<char> line, MatrixMarketSize size) =>
        EntryFaults.Of(line)
        ?? new(
            0,
            line.Length,
            $"More than the declared {Quoted.Number(size.Entries)} entries; remove {Quoted.Text(line.Trim())} and what follows, or correct the size line (line {Quoted.Number(size.Line)})"
        );

    private static TextFault TooFew(int listed, MatrixMarketSize size) =>
        new(
            size.EntriesOffset,
            size.EntriesLength,
            $"The size line declares {Quoted.Number(size.Entries)} entries but the file ends after {Quoted.Number(listed)}; if it is not cut off, write {Quoted.Number(listed)}"
        );

    private static TextFault? CheckTriangle(ReadOnlySpan<char> line, MatrixMarketSymmetry symmetry, EntryLine entry)
    {
        if (symmetry == MatrixMarketSymmetry.General || entry.Row > entry.Column)
            return null;
        var (row, column) = (Quoted.Number(entry.Row), Quoted.Number(entry.Column));
        if (entry.Row < entry.Column)
            return new(
                0,
                line.Length,
                $"Entry ({row}, {column}) lies above the diagonal, but a symmetric file lists the lower triangle only; write ({column}, {row}), or 'general' in the header"
            );
        return symmetry == MatrixMarketSymmetry.SkewSymmetric
            ? new(
                0,
                line.Length,
                $"Entry ({row}, {column}) lies on the diagonal, which is zero in a skew-symmetric matrix; remove it, or write 'general' in the header"
            )
            : null;
    }

    private static DecimalNumber Mirrored(DecimalNumber value, MatrixMarketSymmetry symmetry) =>
        symmetry == MatrixMarketSymmetry.SkewSymmetric ? new(-value.Nearest, (sbyte)-value.Residue) : value;
}
