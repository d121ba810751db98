using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>A number format: that in which numbers are to be written, or in which a network should compute.</summary>
/// <param name="Name">Its name.</param>
internal sealed record NetworkFormat(string Name) : IFinding
{
    private const string NameKey = "Format";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data => [new(NameKey, Name)];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static NetworkFormat? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Text(NameKey) is { } name ? new(name) : null;
}
