using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>The expression to write in place of what is marked.</summary>
/// <param name="Text">The expression as C#.</param>
internal sealed record Replacement(string Text) : IFinding
{
    private const string TextKey = "Replacement";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data => [new(TextKey, Text)];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static Replacement? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Text(TextKey) is { } text ? new(text) : null;
}
