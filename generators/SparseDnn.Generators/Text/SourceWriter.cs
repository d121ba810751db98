using System;
using System.Text;

namespace SparseDnn.Generators.Text;

/// <summary>Writes source text with indentation; lines end in \n.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line; an empty one gets no indentation.</summary>
    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', 4 * _depth).Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes several lines of constant text.</summary>
    public SourceWriter Lines(string lines)
    {
        foreach (var line in lines.Replace("\r", "").Split('\n'))
            Line(line);
        return this;
    }

    /// <summary>Writes a documentation element; its text is escaped.</summary>
    public SourceWriter Doc(string element, string text) => Line($"/// <{element}>{Escape(text)}</{element.Split(' ')[0]}>");

    /// <summary>Opens a brace, closed when the result is disposed.</summary>
    public IDisposable Block(string? header = null)
    {
        if (header is not null)
            Line(header);
        Line("{");
        _depth++;
        return new Closer(this);
    }

    /// <summary>Escapes text for XML documentation.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private sealed class Closer(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}");
        }
    }
}
