using System;
using System.Globalization;
using System.IO;
using System.Threading;
using SparseDnn.Problems;

namespace SparseDnn.Formats;

/// <summary>
/// Finds the line of one entry in a weights text that was read before: readers keep no lines, and few entries are ever asked for.
/// </summary>
public static class EntryFinder
{
    /// <summary>The value of an entry, or the whole line where it has none.</summary>
    /// <param name="text">A text that <see cref="WeightFileReader"/> accepts.</param>
    /// <param name="path">Its path.</param>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column.</param>
    /// <param name="cancellationToken">Checked every few thousand lines.</param>
    /// <returns>The place; null where the text has no such entry. Of a symmetric matrix, its mirror image counts.</returns>
    public static FilePlace? Find(TextReader text, string path, int row, int column, CancellationToken cancellationToken)
    {
        var lines = new TextLines(text);
        bool isMatrixMarket = false,
            isMirrored = false,
            hasSize = false;
        FilePlace? mirror = null;
        while (lines.Next(out var line) == LineStatus.Line)
        {
            if ((lines.Number & FaultPlaces.CancellationMask) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var start = FieldCursor.SkipBlanks(line);
            if (start == line.Length)
                continue;
            if (line[start] == '%')
            {
                if (lines.Number == 1)
                    (isMatrixMarket, isMirrored) = (
                        true,
                        CultureInfo.InvariantCulture.CompareInfo.IndexOf(line.ToString(), "general", CompareOptions.OrdinalIgnoreCase) < 0
                    );
                continue;
            }

            if (isMatrixMarket && !hasSize)
            {
                hasSize = true;
                continue;
            }

            var fields = new FieldCursor(line);
            if (!ReadIndex(ref fields, out var first) || !ReadIndex(ref fields, out var second))
                continue;
            if (first == row && second == column)
                return Place(lines.Number, fields, line);
            if (isMirrored && first == column && second == row)
                mirror ??= Place(lines.Number, fields, line);
        }

        return mirror;

        FilePlace Place(long number, FieldCursor fields, ReadOnlySpan<char> line)
        {
            if (fields.MoveNext())
                return new FilePlace(path, number, fields.Start + 1, fields.Length);
            var from = FieldCursor.SkipBlanks(line);
            return new FilePlace(path, number, from + 1, line.TrimEnd().Length - from);
        }
    }

    private static bool ReadIndex(ref FieldCursor fields, out int index)
    {
        index = 0;
        if (!fields.MoveNext())
            return false;
        foreach (var c in fields.Field)
        {
            if (c is < '0' or > '9' || index > WeightLimits.MaxNeurons)
                return false;
            index = (index * 10) + (c - '0');
        }

        return true;
    }
}
