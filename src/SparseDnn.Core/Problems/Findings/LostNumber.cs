using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>A number becomes 0, so that it may as well be left out.</summary>
internal sealed record LostNumber : IFinding
{
    private const string LostKey = "BecomesZero";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data => [new(LostKey, "")];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static LostNumber? Read(IReadOnlyDictionary<string, string?> properties) => properties.ContainsKey(LostKey) ? new() : null;
}
