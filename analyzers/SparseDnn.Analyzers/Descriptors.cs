using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Problems;

namespace SparseDnn.Analyzers;

/// <summary>Diagnostic descriptors, one for each row of <see cref="ProblemKinds"/>.</summary>
internal static class Descriptors
{
    /// <summary>Where the page of a diagnostic is; {0} is its id.</summary>
    public const string HelpLinkFormat = "https://github.com/SparseDnn/SparseDnn.Gen/blob/main/docs/diagnostics/{0}.md";

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = ProblemKinds.All.ToDictionary(
        kind => kind.Id,
        Make,
        StringComparer.Ordinal
    );

    /// <summary>All descriptors, by ascending id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.CreateRange(ProblemKinds.All.Select(Of));

    /// <summary>The descriptors of the kinds that name an analyzer, by ascending id.</summary>
    /// <param name="reporter">The analyzer.</param>
    public static ImmutableArray<DiagnosticDescriptor> ClaimedBy(Reporters reporter) =>
        ImmutableArray.CreateRange(ProblemKinds.All.Where(kind => (kind.Reporters & reporter) != Reporters.None).Select(Of));

    /// <summary>The descriptor of a kind.</summary>
    /// <param name="kind">A row of the table.</param>
    public static DiagnosticDescriptor Of(ProblemKind kind) => ById[kind.Id];

    /// <summary>The category of a kind, by the first digit of its id.</summary>
    /// <param name="kind">A row of the table.</param>
    public static string Category(ProblemKind kind) =>
        kind.Id[4] switch
        {
            '0' => "SparseDnn.Declarations",
            '1' => "SparseDnn.Semirings",
            '2' => "SparseDnn.Precision",
            _ => "SparseDnn.Use",
        };

    private static DiagnosticDescriptor Make(ProblemKind kind) =>
        new(
            kind.Id,
            kind.Title,
            kind.MessageFormat,
            Category(kind),
            kind.Severity switch
            {
                ProblemSeverity.Error => DiagnosticSeverity.Error,
                ProblemSeverity.Warning => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            isEnabledByDefault: true,
            helpLinkUri: string.Format(System.Globalization.CultureInfo.InvariantCulture, HelpLinkFormat, kind.Id),
            // Editors show it only where they analyse whole projects.
            customTags: kind.Id == ProblemKinds.UnusedFixtures.Id ? [WellKnownDiagnosticTags.CompilationEnd] : []
        );
}
