using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>The network that is called.</summary>
/// <param name="TypeName">Metadata name of the declared type.</param>
internal sealed record NetworkReference(string TypeName) : IFinding
{
    private const string TypeNameKey = "Network";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data => [new(TypeNameKey, TypeName)];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static NetworkReference? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Text(TypeNameKey) is { } name ? new(name) : null;
}
