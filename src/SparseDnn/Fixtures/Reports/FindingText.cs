using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Fixtures.Numbers;

namespace SparseDnn.Fixtures.Reports;

/// <summary>A finding as a person reads it: how much is wrong, the first mismatches, why the demand holds, what the cause may be.</summary>
internal static class FindingText
{
    private const int MaxRows = 8;
    private const int MaxRowsOfItem = 3;
    private const int MaxLabel = 44;
    private const int MaxCauses = 3;

    /// <summary>The text, lines separated by <c>\n</c>, without one at the end.</summary>
    /// <param name="name">Name of what was checked.</param>
    /// <param name="vectors">The vectors.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="notes">Sentences about the run, such as a batch size.</param>
    /// <param name="causes">Likely causes, best first.</param>
    public static string Of(
        string name,
        VectorSet vectors,
        VectorFinding finding,
        IReadOnlyList<string> notes,
        IReadOnlyList<LikelyCause> causes
    )
    {
        var text = new StringBuilder(Head(name, finding, notes)).Append('\n');
        foreach (var note in notes)
            text.Append(note).Append('\n');
        if (finding.IsSound)
            return text.ToString().TrimEnd('\n');
        text.Append('\n');
        Table(text, vectors, finding);
        text.Append('\n').Append(DemandText.Of(vectors)).Append('\n');
        Causes(text, causes);
        return text.ToString().TrimEnd('\n');
    }

    private static string Head(string name, VectorFinding finding, IReadOnlyList<string> notes)
    {
        var (values, items) = (ValueText.Count(finding.Values), Items(finding.Positions));
        if (finding.IsSound)
            return notes.Count == 0
                ? $"{name}: all {values} values of {items} are right."
                : $"{name}: the values are right, but the call is not.";
        var where = finding.Positions == 1 ? "" : $" in {ValueText.Count(finding.WrongPositions)} of {items}";
        return $"{name}: {ValueText.Count(finding.Wrong)} of {values} values {(finding.Wrong == 1 ? "is" : "are")} "
            + $"wrong{(where.Length == 0 ? "" : ",")}{where}.";
    }

    private static string Items(int count) => count == 1 ? "1 item" : ValueText.Count(count) + " items";

    private static void Table(StringBuilder text, VectorSet vectors, VectorFinding finding)
    {
        var format = vectors.Formats.Activations;
        var table = new ReportTable("item", "neuron", "expected", "actual", "expected bits", "actual bits", "ulps apart", "bound");
        var shown = finding
            .First.GroupBy(mismatch => mismatch.Position)
            .SelectMany(item => item.Take(MaxRowsOfItem))
            .Take(MaxRows)
            .ToArray();
        var isExact = DemandText.IsEquality(vectors);
        foreach (var mismatch in shown)
        {
            table.Add(
                Label(vectors, mismatch.Item),
                Index(mismatch.Output),
                ValueText.Of(format, mismatch.Expected),
                ValueText.Of(format, mismatch.Actual),
                ValueText.Hex(format, mismatch.ExpectedBits),
                ValueText.Hex(format, mismatch.ActualBits),
                mismatch.Ulps is { } ulps ? ValueText.Count(ulps).TrimStart('-') : "",
                isExact ? "" : ValueText.Of(mismatch.Bound)
            );
        }

        table.Write(text);
        if (finding.Wrong > shown.Length)
            text.Append("  … and ").Append(ValueText.Count(finding.Wrong - shown.Length)).Append(" more\n");
    }

    private static void Causes(StringBuilder text, IReadOnlyList<LikelyCause> causes)
    {
        if (causes.Count == 0)
            return;
        if (causes.Count == 1)
        {
            text.Append("Likely cause: ").Append(causes[0]).Append(".\n");
            return;
        }

        text.Append("Likely causes, best first:\n");
        foreach (var cause in causes.Take(MaxCauses))
            text.Append("  - ").Append(cause).Append('\n');
    }

    /// <summary>What an item is called in a report.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="item">0-based item.</param>
    public static string Label(VectorSet vectors, int item)
    {
        if (vectors.Labels.Count <= item)
            return Index(item);
        var label = Index(item) + " " + vectors.Labels[item];
        return label.Length <= MaxLabel ? label : string.Concat(label.AsSpan(0, MaxLabel - 1), "…");
    }

    // Brackets say that these are indexes, from 0, as a program counts.
    private static string Index(int index) => "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
}
