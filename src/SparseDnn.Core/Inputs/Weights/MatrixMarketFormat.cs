using System;
using System.Threading;
using SparseDnn.Inputs.Text;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Weights;

/// <summary>Reads Matrix Market coordinate files: real, integer or pattern; general, symmetric or skew-symmetric.</summary>
/// <remarks>
/// Rows are input neurons, columns output neurons. A pattern entry has the value 1. Comment lines (first character
/// <c>%</c>) and blank lines may stand anywhere after the header. Source: NIST, Matrix Market exchange formats.
/// </remarks>
internal sealed class MatrixMarketFormat : IInputFormat<WeightMatrix>
{
    /// <inheritdoc/>
    public bool Sniff(ReadOnlySpan<char> head)
    {
        var end = head.IndexOf('\n');
        return (end < 0 ? head : head.Slice(0, end)).TrimStart().StartsWith("%".AsSpan());
    }

    /// <inheritdoc/>
    public InputResult<WeightMatrix> Read(InputFile file, CancellationToken cancellationToken)
    {
        var entries = new EntryList(file.Path);
        return Scan(file, entries, out var header, out var size, cancellationToken)
            ?? WeightMatrixBuilder.Build(
                entries,
                size!.Rows,
                size.Columns,
                hasDeclaredShape: true,
                isPattern: !header!.HasValues,
                file.Path,
                cancellationToken
            );
    }

    /// <inheritdoc/>
    public ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken)
    {
        var seeker = new EntrySeeker(file.Path, row, column);
        Scan(file, seeker, out _, out _, cancellationToken);
        return seeker.Place;
    }

    private static InputResult<WeightMatrix>.Failure? Scan(
        InputFile file,
        IEntrySink entries,
        out MatrixMarketHeader? header,
        out MatrixMarketSize? size,
        CancellationToken cancellationToken
    )
    {
        (header, size) = (null, null);
        using var text = file.OpenText();
        var lines = new TextLines(text);
        var faults = new FaultPlaces<WeightMatrix>(lines, file.Path, ProblemKinds.MalformedWeights);
        var status = lines.Next(out var line);
        if (status == LineStatus.TooLong)
            return faults.OnLine(FieldFaults.TooLong(line));
        if (status == LineStatus.End)
            return faults.OnLine(new(0, 0, "The file is empty; begin it with '%%MatrixMarket matrix coordinate real general'"));
        if (MatrixMarketHeader.Read(line, out header) is { } headerFault)
            return faults.OnLine(headerFault);

        EntryParser? entry = null;
        var listed = 0;
        while ((status = lines.Next(out line)) != LineStatus.End)
        {
            if (status == LineStatus.TooLong)
                return faults.OnLine(FieldFaults.TooLong(line));
            CancellationInterval.Check(lines.Number, cancellationToken);
            if (line.Length > 0 && line[0] == '%')
            {
                // A comment must not swallow entries that end in a lone CR.
                if (FieldFaults.Of(line) is { } commentFault)
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

            if (listed++ == size.Entries)
                return faults.OnLine(TooMany(line, size));
            if ((entry!.Read(line) ?? CheckTriangle(line, header!.Symmetry, entry)) is { } fault)
                return faults.OnLine(fault);
            if (!Add(entries, entry, header!.Symmetry, line, lines.Number))
                return null;
        }

        if (size is null)
            return faults.OnLine(
                new(0, 0, "The file ends before its size line; write rows, columns and entries, for example '1024 1024 32768'")
            );
        return listed < size.Entries ? faults.OnLine(size.Line, TooFew(listed, size)) : null;
    }

    // An entry and its mirror image; a symmetric file lists one of the two.
    private static bool Add(IEntrySink entries, EntryParser entry, MatrixMarketSymmetry symmetry, ReadOnlySpan<char> line, long number)
    {
        var (row, column) = (entry.Row - 1, entry.Column - 1);
        return entries.Add(row, column, entry.Value, line, number)
            && (
                symmetry == MatrixMarketSymmetry.General
                || row == column
                || entries.Add(column, row, Mirrored(entry.Value, symmetry), line, number, isMirrored: true)
            );
    }

    private static TextFault TooMany(ReadOnlySpan<char> line, MatrixMarketSize size) =>
        FieldFaults.Of(line)
        ?? new(
            0,
            line.Length,
            $"More than the declared {Quoted.Number(size.Entries)} entries; remove {Quoted.Text(line.Trim())} and what follows, "
                + $"or correct the size line (line {Quoted.Number(size.Line)})"
        );

    private static TextFault TooFew(int listed, MatrixMarketSize size) =>
        new(
            size.EntriesOffset,
            size.EntriesLength,
            $"The size line declares {Quoted.Number(size.Entries)} entries but the file ends after {Quoted.Number(listed)}; if "
                + $"it is not cut off, write {Quoted.Number(listed)}"
        );

    private static TextFault? CheckTriangle(ReadOnlySpan<char> line, MatrixMarketSymmetry symmetry, EntryParser entry)
    {
        if (symmetry == MatrixMarketSymmetry.General || entry.Row > entry.Column)
            return null;
        var (row, column) = (Quoted.Number(entry.Row), Quoted.Number(entry.Column));
        if (entry.Row < entry.Column)
            return new(
                0,
                line.Length,
                $"Entry ({row}, {column}) lies above the diagonal, but a symmetric file lists the lower triangle only; write "
                    + $"({column}, {row}), or 'general' in the header"
            );
        return symmetry == MatrixMarketSymmetry.SkewSymmetric
            ? new(
                0,
                line.Length,
                $"Entry ({row}, {column}) lies on the diagonal, which is zero in a skew-symmetric matrix; remove it, or write "
                    + "'general' in the header"
            )
            : null;
    }

    private static DecimalNumber Mirrored(DecimalNumber value, MatrixMarketSymmetry symmetry) =>
        symmetry == MatrixMarketSymmetry.SkewSymmetric ? new(-value.Nearest, (sbyte)-value.Residue) : value;
}
