using System;
using SparseDnn.Inputs.Text;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Weights;

/// <summary>Finds the place of one entry among those that a text format reads.</summary>
/// <param name="path">The file's path.</param>
/// <param name="row">1-based row.</param>
/// <param name="column">1-based column.</param>
internal sealed class EntrySeeker(string path, int row, int? column) : IEntrySink
{
    /// <summary>The value of the entry, or the whole line where it has none; null if it was not there.</summary>
    public FilePlace? Place { get; private set; }

    /// <inheritdoc/>
    public bool Add(int input, int output, DecimalNumber value, ReadOnlySpan<char> line, long number, bool isMirrored = false)
    {
        if (input != row - 1 || output != column - 1)
            return true;
        Place = Of(line, number);
        return false;
    }

    private FilePlace Of(ReadOnlySpan<char> line, long number)
    {
        var fields = new FieldCursor(line);
        for (var field = 0; field < EntryParser.FieldsBeforeValue; field++)
            fields.MoveNext();
        if (fields.MoveNext())
            return new FilePlace(path, number, fields.Start + 1, fields.Length);
        var start = FieldCursor.SkipBlanks(line);
        return new FilePlace(path, number, start + 1, line.TrimEnd().Length - start);
    }
}
