using System;
using System.Globalization;
using System.Text;
using SparseDnn.Fixtures.Numbers;

namespace SparseDnn.Fixtures.Folders;

/// <summary>Writes JSON with two blanks of indentation a level and <c>\n</c>; members in the order of the calls.</summary>
/// <remarks>
/// The framework's writer ends lines as the platform does before .NET 9; equal vectors give equal bytes everywhere, in every version.
/// </remarks>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _needsComma;

    public override string ToString() => _text + "\n";

    /// <summary>An object or array, as a member where a name is given.</summary>
    public JsonWriter Block(string? name, char open, char close, Action content)
    {
        Begin(name);
        _text.Append(open);
        var start = _text.Length;
        (_depth, _needsComma) = (_depth + 1, false);
        content();
        _depth--;
        if (_text.Length > start)
            Line();
        _text.Append(close);
        _needsComma = true;
        return this;
    }

    public JsonWriter Object(string? name, Action content) => Block(name, '{', '}', content);

    public JsonWriter Array(string? name, Action content) => Block(name, '[', ']', content);

    public JsonWriter String(string? name, string? value) => Raw(name, value is null ? "null" : Quoted(value));

    public JsonWriter Integer(string? name, long value) => Raw(name, value.ToString(CultureInfo.InvariantCulture));

    public JsonWriter Number(string? name, double value) => Raw(name, ShortestDecimal.Of(value));

    public JsonWriter Truth(string? name, bool value) => Raw(name, value ? "true" : "false");

    public JsonWriter Raw(string? name, string value)
    {
        Begin(name);
        _text.Append(value);
        _needsComma = true;
        return this;
    }

    private void Begin(string? name)
    {
        if (_needsComma)
            _text.Append(',');
        if (_depth > 0)
            Line();
        if (name is not null)
            _text.Append(Quoted(name)).Append(": ");
    }

    private void Line() => _text.Append('\n').Append(' ', 2 * _depth);

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                text.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)c);
            else
                text.Append(c);
        }

        return text.Append('"').ToString();
    }
}
