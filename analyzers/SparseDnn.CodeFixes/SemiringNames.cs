using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SparseDnn.CodeFixes;

/// <summary>The expressions that diagnostics of marked values name, as they are written at their place.</summary>
internal sealed class SemiringNames
{
    private readonly IReadOnlyDictionary<string, string?> _data;

    private SemiringNames(string type, IReadOnlyDictionary<string, string?> data)
    {
        Type = type;
        _data = data;
    }

    /// <summary>The semiring.</summary>
    public string Type { get; }

    /// <summary>Zero; null where it has no name.</summary>
    public string? Zero => Identity("Zero");

    /// <summary>One; null where it has no name.</summary>
    public string? One => Identity("One");

    /// <summary>The method that is meant; null where none can be called.</summary>
    public string? Method => Member("Method");

    /// <summary>The other one.</summary>
    public string? OtherMethod => Member("OtherMethod");

    /// <summary>Reads a diagnostic; null where the semiring is not there.</summary>
    public static SemiringNames? Of(FixSource source, Diagnostic diagnostic)
    {
        if (!source.Holds(diagnostic))
            return null;
        diagnostic.Properties.TryGetValue("Semiring", out var key);
        return source.TypeName(key, diagnostic.Location.SourceSpan.Start) is { } type ? new(type, diagnostic.Properties) : null;
    }

    /// <summary>An identity where its type is not converted: with a cast for elements other than its own.</summary>
    public string? Typed(string? identity) =>
        identity is not null && identity.StartsWith(Type, System.StringComparison.Ordinal) && Text("Element") == "double"
            ? $"(double){identity}"
            : identity;

    private string? Member(string key) => Text(key) is { } name ? $"{Type}.{name}" : null;

    private string? Identity(string key) => Text(key)?.Replace("{S}", Type);

    private string? Text(string key) => _data.TryGetValue(key, out var text) ? text : null;
}
