using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>What became of one fault.</summary>
internal sealed record Finding(Fault Fault, bool Changes, IReadOnlyList<Fixture> Accusers)
{
    /// <summary>Whether a fixture that demands equal bits of every implementation caught it.</summary>
    public bool IsCaughtByEqualBits => Accusers.Any(fixture => fixture.IsCertified);

    /// <summary>Whether bounds alone caught it.</summary>
    public bool IsCaughtByBounds => Accusers.Any(fixture => fixture.Vectors.Bounds is not null);
}

/// <summary>All faults against the suite and the probes, once for all tests.</summary>
internal static class Survey
{
    private static readonly Lazy<IReadOnlyList<Finding>> Once = new(() =>
        FaultTable
            .All.AsParallel()
            .AsOrdered()
            .Select(fault => new Finding(fault, Judge.Changes(fault), [.. Judge.Accusers(fault)]))
            .ToArray()
    );

    public static IReadOnlyList<Finding> Findings => Once.Value;

    /// <summary>The table of the page exact-solutions.</summary>
    public static IEnumerable<string> Table()
    {
        yield return "| fault in | faults | change a result | caught by equal bits | caught by bounds | caught by planned sums |";
        yield return "|---|---|---|---|---|---|";
        foreach (var kind in Findings.GroupBy(finding => finding.Fault.Kind))
            yield return Row(kind.Key, kind);
        yield return Row("all", Findings);
    }

    private static string Row(string name, IEnumerable<Finding> findings)
    {
        var all = findings.ToArray();
        return $"| {name} | {all.Length} | {all.Count(finding => finding.Changes)} | "
            + $"{all.Count(finding => finding.IsCaughtByEqualBits)} | {all.Count(finding => finding.IsCaughtByBounds)} | "
            + $"{all.Count(finding => finding.Accusers.Any(fixture => fixture.DemandsPlannedSums))} |";
    }
}
