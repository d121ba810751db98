using System;
using System.Collections.Immutable;
using SparseDnn.Problems.Findings;

namespace SparseDnn.Analyzers;

/// <summary>From what fixes need to the properties of a diagnostic.</summary>
internal static class FindingProperties
{
    /// <summary>The properties of one finding.</summary>
    public static ImmutableDictionary<string, string?> ToProperties(this IFinding finding) => Of(finding);

    /// <summary>The properties of several findings together; null for none.</summary>
    public static ImmutableDictionary<string, string?> Of(params IFinding?[] findings)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var finding in findings)
            if (finding is not null)
                foreach (var datum in finding.Data)
                    properties.Add(datum.Key, datum.Value);
        return properties.ToImmutable();
    }
}
