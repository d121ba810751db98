using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>What is ignored is a report, of which its values can be demanded.</summary>
internal sealed record IgnoredReport : IFinding
{
    private const string ReportKey = "Report";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data => [new(ReportKey, "")];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static IgnoredReport? Read(IReadOnlyDictionary<string, string?> properties) => properties.ContainsKey(ReportKey) ? new() : null;
}
