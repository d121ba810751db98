using System.IO;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.Roslyn.Files;

/// <summary>Reads a compiler's text in blocks, without making one string of it.</summary>
internal sealed class SourceTextReader(SourceText text) : TextReader
{
    private int _position;

    /// <inheritdoc/>
    public override int Peek() => _position < text.Length ? text[_position] : -1;

    /// <inheritdoc/>
    public override int Read() => _position < text.Length ? text[_position++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var available = System.Math.Min(count, text.Length - _position);
        if (available > 0)
            text.CopyTo(_position, buffer, index, available);
        _position += available;
        return available;
    }

    /// <inheritdoc/>
    public override int ReadBlock(char[] buffer, int index, int count) => Read(buffer, index, count);
}
