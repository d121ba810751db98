using System;

namespace SparseDnn;

/// <summary>An implementation does not return what a fixture demands; the message is the report.</summary>
public sealed class FixtureMismatchException : Exception
{
    internal FixtureMismatchException(FixtureReport report)
        : base(report.Text, report.Exception) => Report = report;

    /// <summary>What was found.</summary>
    public FixtureReport Report { get; }
}
