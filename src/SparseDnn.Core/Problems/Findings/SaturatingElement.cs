using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>A semiring's operations may stop at the greatest integer.</summary>
/// <param name="Keyword">The element type as C# writes it.</param>
internal sealed record SaturatingElement(string Keyword) : IFinding
{
    private const string KeywordKey = "Saturates";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data => [new(KeywordKey, Keyword)];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static SaturatingElement? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Text(KeywordKey) is { } keyword ? new(keyword) : null;
}
