using System;
using System.Collections.Generic;
using SparseDnn.Fixtures.Diagnosis.Observations;

namespace SparseDnn;

/// <summary>What checking an implementation against a fixture found.</summary>
public sealed class FixtureReport
{
    internal FixtureReport(
        VectorFinding finding,
        IReadOnlyList<string> faults,
        IReadOnlyList<LikelyCause> causes,
        string text,
        Exception? exception = null
    )
    {
        (Finding, Faults, Causes, Text, Exception) = (finding, faults, causes, text, exception);
    }

    /// <summary>Whether every demand is kept.</summary>
    public bool IsSound => Finding.IsSound && Faults.Count == 0;

    /// <summary>How many values were compared.</summary>
    public long Values => Finding.Values;

    /// <summary>How many values break their demand.</summary>
    public long WrongValues => Finding.Wrong;

    /// <summary>How many values differ from the expected ones at all, those within their bounds included.</summary>
    public long InexactValues => Finding.Inexact;

    /// <summary>The first values that break their demand.</summary>
    public IReadOnlyList<VectorMismatch> Mismatches => Finding.First;

    /// <summary>What else is wrong with the call: writing beyond the outputs, changing the inputs, an exception.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Faults that would give these outputs, best first; empty where none does.</summary>
    public IReadOnlyList<LikelyCause> Causes { get; }

    /// <summary>What the implementation threw; null where it did not.</summary>
    public Exception? Exception { get; }

    /// <summary>The report as a person reads it.</summary>
    public string Text { get; }

    internal VectorFinding Finding { get; }

    /// <summary>Throws where a demand is broken.</summary>
    /// <exception cref="FixtureMismatchException">The report is not sound.</exception>
    public void Demand()
    {
        if (!IsSound)
            throw new FixtureMismatchException(this);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
