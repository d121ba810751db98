using System;
using System.IO;

namespace SparseDnn.Inputs.Text;

/// <summary>Lines of a text as spans of one reused block: no string a line, and bounded memory whatever the text.</summary>
internal sealed class TextLines(TextReader text)
{
    private const int BlockLength = 32 * 1024;
    private const char ByteOrderMark = '\uFEFF';

    private readonly char[] _block = new char[BlockLength];
    private int _start; // of what has not been returned yet
    private int _end;
    private bool _isAtEnd;

    /// <summary>1-based number of the line returned last; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Returns the next line without its end (LF or CR LF). The span is valid until the next call.</summary>
    public LineStatus Next(out ReadOnlySpan<char> line)
    {
        while (true)
        {
            var rest = _block.AsSpan(_start, _end - _start);
            var length = rest.IndexOf('\n');
            var isLast = length < 0 && _isAtEnd;
            if (length >= 0 || isLast || rest.Length > InputLimits.MaxLineLength + 1)
            {
                if (isLast && rest.IsEmpty)
                {
                    line = default;
                    return LineStatus.End;
                }
                return Take(rest, length, out line);
            }
            Fill();
        }
    }

    private LineStatus Take(ReadOnlySpan<char> rest, int length, out ReadOnlySpan<char> line)
    {
        Number++;
        _start += length < 0 ? rest.Length : length + 1;
        line = length < 0 ? rest : rest.Slice(0, length);
        if (length > 0 && line[length - 1] == '\r')
            line = line.Slice(0, length - 1);
        if (line.Length <= InputLimits.MaxLineLength)
            return LineStatus.Line;
        line = line.Slice(0, InputLimits.MaxLineLength);
        return LineStatus.TooLong;
    }

    private void Fill()
    {
        var isFirst = Number == 0 && _end == 0;
        Array.Copy(_block, _start, _block, 0, _end - _start);
        _end -= _start;
        _start = 0;
        var read = text.Read(_block, _end, BlockLength - _end);
        _isAtEnd = read <= 0;
        _end += Math.Max(read, 0);
        if (isFirst && _end > 0 && _block[0] == ByteOrderMark)
            _start = 1;
    }
}
