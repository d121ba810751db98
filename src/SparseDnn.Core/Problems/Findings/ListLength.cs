using System.Collections.Generic;
using System.Globalization;

namespace SparseDnn.Problems.Findings;

/// <summary>How many values a list should have.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Neutral">The value that changes nothing, as C#; null where none can be written.</param>
internal sealed record ListLength(int Count, string? Neutral) : IFinding
{
    private const string CountKey = "Count";
    private const string NeutralKey = "Neutral";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data
    {
        get
        {
            yield return new(CountKey, Count.ToString(CultureInfo.InvariantCulture));
            if (Neutral is not null)
                yield return new(NeutralKey, Neutral);
        }
    }

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static ListLength? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Count(CountKey) is <= int.MaxValue and { } count ? new((int)count, properties.Text(NeutralKey)) : null;
}
