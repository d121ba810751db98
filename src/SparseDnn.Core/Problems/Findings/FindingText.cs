using System.Collections.Generic;
using System.Globalization;

namespace SparseDnn.Problems.Findings;

/// <summary>Reads the texts of a finding.</summary>
internal static class FindingText
{
    /// <summary>A text; null where it is not there.</summary>
    public static string? Text(this IReadOnlyDictionary<string, string?> properties, string key) =>
        properties.TryGetValue(key, out var text) ? text : null;

    /// <summary>A count; null where it is not there or no count.</summary>
    public static long? Count(this IReadOnlyDictionary<string, string?> properties, string key) =>
        long.TryParse(properties.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
