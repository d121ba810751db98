using System.Collections.Generic;

namespace SparseDnn.Fixtures.Folders;

/// <summary>A JSON value as read: its kind, and where it begins, in bytes of UTF-8. A closed union.</summary>
internal abstract record JsonNode(int Offset)
{
    /// <summary>What to call it in a message.</summary>
    public abstract string Kind { get; }
}

/// <summary>Members in their order.</summary>
internal sealed record JsonObject(int Offset, IReadOnlyList<KeyValuePair<string, JsonNode>> Members) : JsonNode(Offset)
{
    public override string Kind => "an object";
}

/// <summary>Elements in their order.</summary>
internal sealed record JsonArray(int Offset, IReadOnlyList<JsonNode> Elements) : JsonNode(Offset)
{
    public override string Kind => "an array";
}

/// <summary>A string, its escapes resolved.</summary>
internal sealed record JsonString(int Offset, string Value) : JsonNode(Offset)
{
    public override string Kind => "a string";
}

/// <summary>A number as it is written.</summary>
internal sealed record JsonNumber(int Offset, string Text) : JsonNode(Offset)
{
    public override string Kind => "a number";
}

/// <summary>true, false or null.</summary>
internal sealed record JsonLiteral(int Offset, bool? Value) : JsonNode(Offset)
{
    public override string Kind => Value is null ? "null" : "a truth value";
}
