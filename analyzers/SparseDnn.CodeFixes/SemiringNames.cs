using Microsoft.CodeAnalysis;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>The expressions that diagnostics of marked values name, as they are written at their place.</summary>
/// <param name="type">The semiring.</param>
/// <param name="operations">What the analyzer found.</param>
internal sealed class SemiringNames(string type, SemiringOperations operations)
{
    /// <summary>Zero; null where it has no name.</summary>
    public string? Zero => Identity(operations.Zero);

    /// <summary>One; null where it has no name.</summary>
    public string? One => Identity(operations.One);

    /// <summary>The method that is meant; null where none can be called.</summary>
    public string? Method => Member(operations.Method);

    /// <summary>The other one.</summary>
    public string? OtherMethod => Member(operations.OtherMethod);

    /// <summary>Reads a diagnostic; null where the semiring is not there.</summary>
    public static SemiringNames? Of(FixSource source, Diagnostic diagnostic) =>
        source.Holds(diagnostic)
        && SemiringOperations.Read(diagnostic.Properties) is { } operations
        && source.TypeName(operations.Semiring, diagnostic.Location.SourceSpan.Start) is { } type
            ? new(type, operations)
            : null;

    /// <summary>An identity where its type is not converted: with a cast for elements other than its own.</summary>
    public string? Typed(string? identity) =>
        identity is not null && identity.StartsWith(type, System.StringComparison.Ordinal) && operations.Element == "double"
            ? $"(double){identity}"
            : identity;

    private string? Member(string? name) => name is null ? null : $"{type}.{name}";

    private string? Identity(string? text) => text?.Replace(SemiringOperations.SemiringPlaceholder, type);
}
