using System;

namespace SparseDnn.Formats;

/// <summary>The fields of a line: runs of characters between blanks and tabs.</summary>
internal ref struct FieldCursor(ReadOnlySpan<char> line)
{
    private readonly ReadOnlySpan<char> _line = line;

    /// <summary>Position of the current field, or of the line's end after the last one.</summary>
    public int Start { get; private set; }

    /// <summary>Position after the current field.</summary>
    public int End { get; private set; }

    /// <summary>Characters of the current field.</summary>
    public readonly int Length => End - Start;

    /// <summary>The current field.</summary>
    public readonly ReadOnlySpan<char> Field => _line.Slice(Start, End - Start);

    /// <summary>Goes to the next field; false at the line's end.</summary>
    public bool MoveNext()
    {
        var at = End;
        while (at < _line.Length && _line[at] is ' ' or '\t') at++;
        Start = at;
        while (at < _line.Length && _line[at] is not (' ' or '\t')) at++;
        End = at;
        return End > Start;
    }
}
