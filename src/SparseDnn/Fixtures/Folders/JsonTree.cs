using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace SparseDnn.Fixtures.Folders;

/// <summary>Reads one JSON text (RFC 8259), strictly: no comments, no trailing commas, no duplicate names.</summary>
/// <remarks>Over the framework's reader, because its documents do not say where a value stands, and faults must.</remarks>
internal ref struct JsonTree
{
    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;
    private string _expected = "a value is expected";

    private JsonTree(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>The value that the text holds.</summary>
    /// <param name="utf8">The text, without a byte order mark.</param>
    /// <exception cref="JsonFault">The text is not JSON.</exception>
    public static JsonNode Read(ReadOnlySpan<byte> utf8)
    {
        var tree = new JsonTree(utf8);
        try
        {
            tree.Next("a value is expected");
            var node = tree.Value();
            tree.End();
            return node;
        }
        catch (JsonException fault)
        {
            throw new JsonFault(tree.Offset(fault), $"{tree._expected} ({Detail(fault)})");
        }
    }

    private JsonTokenType Next(string expected)
    {
        _expected = expected;
        _reader.Read();
        return _reader.TokenType;
    }

    private JsonNode Value()
    {
        var start = (int)_reader.TokenStartIndex;
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(start),
            JsonTokenType.StartArray => Array(start),
            JsonTokenType.String => new JsonString(start, Text()),
            JsonTokenType.Number => new JsonNumber(start, Encoding.ASCII.GetString(_reader.ValueSpan)),
            JsonTokenType.True => new JsonLiteral(start, true),
            JsonTokenType.False => new JsonLiteral(start, false),
            JsonTokenType.Null => new JsonLiteral(start, null),
            var token => throw new InvalidOperationException($"The reader gave {token} where a value begins."),
        };
    }

    private JsonObject Object(int start)
    {
        var members = new List<KeyValuePair<string, JsonNode>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var expected = "a member's name in double quotes is expected";
        while (Next(expected) != JsonTokenType.EndObject)
        {
            var nameStart = (int)_reader.TokenStartIndex;
            var name = Text();
            if (!names.Add(name))
                throw new JsonFault(nameStart, $"the member '{name}' appears twice; remove one");
            Next("a value is expected");
            members.Add(new(name, Value()));
            expected = "',' or '}' is expected";
        }

        return new JsonObject(start, members);
    }

    private JsonArray Array(int start)
    {
        var elements = new List<JsonNode>();
        var expected = "a value is expected";
        while (Next(expected) != JsonTokenType.EndArray)
        {
            elements.Add(Value());
            expected = "',' or ']' is expected";
        }

        return new JsonArray(start, elements);
    }

    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonFault((int)_reader.TokenStartIndex, "a string holds half of a surrogate pair; write both escapes");
        }
    }

    // Reading on would say the same with less.
    private void End()
    {
        var rest = _utf8[(int)_reader.BytesConsumed..];
        var blanks = rest.IndexOfAnyExcept(" \t\r\n"u8);
        if (blanks >= 0)
            throw new JsonFault((int)_reader.BytesConsumed + blanks, "nothing more may follow the closing brace");
    }

    private readonly int Offset(JsonException fault)
    {
        var start = 0;
        for (var line = fault.LineNumber ?? 0; line > 0; line--)
            start += _utf8[start..].IndexOf((byte)'\n') + 1;
        return start + (int)(fault.BytePositionInLine ?? 0);
    }

    // The place is told in our own way.
    private static string Detail(JsonException fault)
    {
        var place = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? fault.Message : fault.Message[..place]).TrimEnd('.');
    }
}

/// <summary>A text is not JSON; never leaves the reading of a folder.</summary>
internal sealed class JsonFault(int offset, string message) : Exception(message)
{
    /// <summary>Where, in bytes of UTF-8.</summary>
    public int Offset { get; } = offset;
}
