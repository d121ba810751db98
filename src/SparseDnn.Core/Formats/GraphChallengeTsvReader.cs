using System;
using System.IO;
using System.Threading;

namespace SparseDnn.Formats;

/// <summary>
/// Reads the tab-separated text of the Sparse Deep Neural Network Graph Challenge: <c>row column value</c> or <c>row column</c>, 1-based.
/// </summary>
/// <remarks>
/// Rows are input neurons, columns output neurons. The first line decides whether there are values; without, each is 1.
/// Blanks separate as well as tabs, and blank lines are skipped. The text carries no shape: it is taken from the largest
/// indices. Source: arXiv 1909.05631, section IV.
/// </remarks>
public static class GraphChallengeTsvReader
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
        var entries = new EntryList();
        EntryLine? entry = null;
        while (true)
        {
            var status = lines.Next(out var line);
            if (status == LineStatus.End)
                break;
            if (status == LineStatus.TooLong)
                return faults.OnLine(EntryFaults.TooLong(line));
            if ((lines.Number & FaultPlaces.CancellationMask) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var start = FieldCursor.SkipBlanks(line);
            if (start == line.Length)
                continue;
            if (line[start] is '%' or '#')
            {
                return faults.OnLine(
                    EntryFaults.Of(line)
                        ?? new(
                            start,
                            line.Length - start,
                            "Comments and headers have no place in a TSV file; remove the line, or begin the file with '%%MatrixMarket' if it is Matrix Market"
                        )
                );
            }
            entry ??= new(WeightLimits.MaxNeurons, WeightLimits.MaxNeurons, hasValues: CountFields(line) >= 3);
            if (entry.Read(line) is { } fault)
                return faults.OnLine(fault);
            if (entries.Count == WeightLimits.MaxEntries)
                return faults.OnLine(new(0, line.Length, $"More than {Quoted.Number(WeightLimits.MaxEntries)} entries; split the layer"));
            entries.Add(entry.Row - 1, entry.Column - 1, entry.Value, lines.Number);
            if (entry.Value is { Nearest: 0, Residue: 0 })
                entries.NoteZero(line, lines.Number);
        }
        if (entries.Count == 0)
            return faults.OnLine(new(0, 0, "The file is empty; write one line an edge: row, column, value"));
        return WeightMatrixBuilder.Build(
            entries,
            entries.LargestInput + 1,
            entries.LargestOutput + 1,
            hasDeclaredShape: false,
            isPattern: !entry!.HasValues,
            keepExplicitZeros,
            path,
            cancellationToken
        );
    }

    private static int CountFields(ReadOnlySpan<char> line)
    {
        var fields = new FieldCursor(line);
        var count = 0;
        while (fields.MoveNext())
            count++;
        return count;
    }
}
