using System;

namespace SparseDnn.Inputs.Text;

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

    /// <summary>The current field as an index: 0 where it is none; beyond the largest index it only says that it is too large.</summary>
    public readonly int Index
    {
        get
        {
            var index = 0;
            foreach (var c in Field)
            {
                var digit = (uint)(c - '0');
                if (digit > 9)
                    return 0;
                if (index <= InputLimits.MaxNeurons)
                    index = (index * 10) + (int)digit;
            }

            return index;
        }
    }

    /// <summary>Position of the first character that is neither blank nor tab; the length of a blank line.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> line, int at = 0)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;
        return at;
    }

    /// <summary>Goes to the next field; false at the line's end.</summary>
    public bool MoveNext()
    {
        var at = SkipBlanks(_line, End);
        Start = at;
        while (at < _line.Length && _line[at] is not (' ' or '\t'))
            at++;
        End = at;
        return End > Start;
    }
}
