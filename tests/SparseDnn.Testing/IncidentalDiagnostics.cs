using System.Linq;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Testing;

/// <summary>Information that a test is not about: it may be found anywhere and any number of times.</summary>
/// <param name="Ids">The ids. Warnings and errors of these ids are found like others.</param>
public sealed record IncidentalDiagnostics(params string[] Ids)
{
    /// <summary>No information is let pass.</summary>
    public static IncidentalDiagnostics None { get; } = new();

    /// <summary>Whether a diagnostic is let pass.</summary>
    /// <param name="diagnostic">Any diagnostic.</param>
    public bool Covers(Diagnostic diagnostic) => diagnostic.Severity <= DiagnosticSeverity.Info && Ids.Contains(diagnostic.Id);
}
