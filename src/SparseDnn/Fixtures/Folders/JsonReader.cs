using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SparseDnn.Exact;

/// <summary>Reads one JSON text (RFC 8259), strictly: no comments, no trailing commas, no duplicate names.</summary>
/// <remarks>Core targets netstandard2.0, which has no JSON reader.</remarks>
internal sealed class JsonReader
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _next;

    private JsonReader(string text) => _text = text;

    /// <summary>The value that the text holds.</summary>
    /// <exception cref="JsonFault">The text is not JSON.</exception>
    public static JsonNode Read(string text)
    {
        var reader = new JsonReader(text);
        var node = reader.Value(0);
        return reader.Peek() == '\0' && reader._next == text.Length
            ? node
            : throw reader.Fault("nothing more may follow the closing brace");
    }

    private JsonNode Value(int depth)
    {
        if (depth > MaxDepth)
            throw Fault($"values are nested more than {MaxDepth} deep");
        var character = Peek();
        var start = _next;
        return character switch
        {
            '{' => Object(start, depth),
            '[' => new JsonArray(start, List(']', () => Value(depth + 1))),
            '"' => new JsonString(start, String()),
            't' => Literal(start, "true", true),
            'f' => Literal(start, "false", false),
            'n' => Literal(start, "null", null),
            _ => Number(start),
        };
    }

    private JsonObject Object(int start, int depth)
    {
        var names = new HashSet<string>();
        return new JsonObject(
            start,
            List(
                '}',
                () =>
                {
                    if (Peek() != '"')
                        throw Fault("a member's name in double quotes is expected");
                    var nameStart = _next;
                    var name = String();
                    if (!names.Add(name))
                        throw new JsonFault(nameStart, $"the member '{name}' appears twice; remove one");
                    if (Peek() != ':')
                        throw Fault($"':' is expected after the name '{name}'");
                    _next++;
                    return new KeyValuePair<string, JsonNode>(name, Value(depth + 1));
                }
            )
        );
    }

    private List<T> List<T>(char end, Func<T> element)
    {
        var elements = new List<T>();
        _next++;
        if (Peek() == end)
        {
            _next++;
            return elements;
        }

        while (true)
        {
            elements.Add(element());
            var separator = Peek();
            if (separator != ',' && separator != end)
                throw Fault($"',' or '{end}' is expected");
            _next++;
            if (separator == end)
                return elements;
        }
    }

    private string String()
    {
        var value = new StringBuilder();
        for (_next++; _next < _text.Length; _next++)
        {
            var character = _text[_next];
            if (character == '"')
            {
                _next++;
                return value.ToString();
            }

            if (character < ' ')
                throw Fault("a control character stands in a string; write it as an escape");
            value.Append(character == '\\' ? Escape() : character);
        }

        throw Fault("a string is not closed; write '\"' at its end");
    }

    private char Escape()
    {
        const string names = "\"\\/bfnrt",
            values = "\"\\/\b\f\n\r\t";
        _next++;
        var name = _next < _text.Length ? _text[_next] : '\0';
        if (names.IndexOf(name) is >= 0 and var index)
            return values[index];
        if (
            name == 'u'
            && _next + 4 < _text.Length
            && int.TryParse(_text.Substring(_next + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
        {
            _next += 4;
            return (char)code;
        }

        throw Fault("'\\' begins no escape; write '\\\\' for a backslash");
    }

    private JsonNumber Number(int start)
    {
        if (_next < _text.Length && _text[_next] == '-')
            _next++;
        var integer = Digits();
        var isSound = integer.Length > 0 && (integer.Length == 1 || integer[0] != '0');
        if (_next < _text.Length && _text[_next] == '.')
        {
            _next++;
            isSound &= Digits().Length > 0;
        }

        if (_next < _text.Length && _text[_next] is 'e' or 'E')
        {
            _next++;
            if (_next < _text.Length && _text[_next] is '+' or '-')
                _next++;
            isSound &= Digits().Length > 0;
        }

        if (isSound)
            return new JsonNumber(start, _text.Substring(start, _next - start));
        _next = start;
        throw Fault("a value is expected");
    }

    private string Digits()
    {
        var start = _next;
        while (_next < _text.Length && _text[_next] is >= '0' and <= '9')
            _next++;
        return _text.Substring(start, _next - start);
    }

    private JsonLiteral Literal(int start, string text, bool? value)
    {
        if (string.CompareOrdinal(_text, _next, text, 0, text.Length) != 0)
            throw Fault("a value is expected");
        _next += text.Length;
        return new JsonLiteral(start, value);
    }

    private char Peek()
    {
        while (_next < _text.Length && _text[_next] is ' ' or '\t' or '\n' or '\r')
            _next++;
        return _next < _text.Length ? _text[_next] : '\0';
    }

    private JsonFault Fault(string message) => new(_next, message);
}

/// <summary>A text is not JSON; never leaves the reading of a folder.</summary>
internal sealed class JsonFault(int offset, string message) : Exception(message)
{
    public int Offset { get; } = offset;
}
