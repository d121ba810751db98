using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Folders;

/// <summary>A value of the manifest with its path, asked for as what it should be; faults name line, column, path and value.</summary>
internal sealed class ManifestNode
{
    private readonly byte[] _utf8;
    private readonly JsonNode _node;
    private readonly string _path;

    public ManifestNode(byte[] utf8, JsonNode node, string path = "")
    {
        _utf8 = utf8;
        _node = node;
        _path = path;
    }

    public bool IsNull => _node is JsonLiteral { Value: null };

    public bool IsString => _node is JsonString;

    /// <summary>Refuses members that version 1 does not have, which are mostly misspelt ones.</summary>
    public ManifestNode Only(params string[] names)
    {
        foreach (var member in Expect<JsonObject>("an object").Members)
        {
            if (System.Array.IndexOf(names, member.Key) < 0)
                throw new ManifestNode(_utf8, member.Value, Join(member.Key)).Fault(
                    $"is no member of version {VectorFolder.Version}; here are {string.Join(", ", names)}"
                );
        }

        return this;
    }

    /// <summary>A member that must be there.</summary>
    public ManifestNode Member(string name) => Find(name) ?? throw Fault($"lacks the member '{name}'; add it");

    /// <summary>A member; null where it is missing or null.</summary>
    public ManifestNode? Optional(string name) => Find(name) is { IsNull: false } found ? found : null;

    public IReadOnlyList<ManifestNode> Elements() =>
        Expect<JsonArray>("an array")
            .Elements.Select((element, i) => new ManifestNode(_utf8, element, $"{_path}[{i.ToString(CultureInfo.InvariantCulture)}]"))
            .ToArray();

    public string String() => Expect<JsonString>("a string").Value;

    public bool Truth() => Expect<JsonLiteral>("true or false").Value ?? throw Fault("is null; write true or false");

    public long Integer(long least, long largest)
    {
        var text = Expect<JsonNumber>("an integer").Text;
        return
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= largest
            ? value
            : throw Fault(
                $"is {text}; write an integer from {least.ToString(CultureInfo.InvariantCulture)} to "
                    + $"{largest.ToString(CultureInfo.InvariantCulture)}"
            );
    }

    public double Number()
    {
        var text = Expect<JsonNumber>("a number").Text;
        return Decimal(text) ?? throw Fault($"is {text}, beyond binary64");
    }

    public int Choice(params string[] names) =>
        System.Array.IndexOf(names, String()) is >= 0 and var index
            ? index
            : throw Fault($"is '{String()}'; write {string.Join(" or ", names.Select(name => $"'{name}'"))}");

    public VectorFault Fault(string message)
    {
        var before = Encoding.UTF8.GetString(_utf8, 0, System.Math.Min(_node.Offset, _utf8.Length));
        var line = before.Count(c => c == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new(
            new VectorReadResult.Failure(VectorFolder.Manifest, line, column, $"{(_path.Length == 0 ? "the manifest" : _path)} {message}")
        );
    }

    /// <summary>The nearest binary64 number of a decimal; null where it is none.</summary>
    public static double? Decimal(string text) =>
        DecimalParser.Parse(System.MemoryExtensions.AsSpan(text), out var number, out _) == DecimalStatus.Ok ? number.Nearest : null;

    private T Expect<T>(string what)
        where T : JsonNode => _node as T ?? throw Fault($"is {_node.Kind}; write {what}");

    private ManifestNode? Find(string name) =>
        Expect<JsonObject>("an object")
            .Members.Where(member => member.Key == name)
            .Select(member => new ManifestNode(_utf8, member.Value, Join(name)))
            .FirstOrDefault();

    private string Join(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
