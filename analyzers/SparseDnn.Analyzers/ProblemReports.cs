using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Declared;
using SparseDnn.Roslyn.Files;

namespace SparseDnn.Analyzers;

/// <summary>From findings of the stages to diagnostics.</summary>
internal static class ProblemReports
{
    /// <summary>Reports findings about a declared type, each once, where they are.</summary>
    /// <param name="context">The type's action.</param>
    /// <param name="type">The type.</param>
    /// <param name="problems">What was found.</param>
    public static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems.Distinct())
        {
            var place = problem.Place is FileEntryPlace entry
                ? new CompilerFiles(context.Options.AdditionalFiles, context.CancellationToken).Locate(entry)
                : problem.Place;
            context.ReportDiagnostic(
                Diagnostic.Create(
                    DescriptorOf(problem.Kind, place),
                    PlaceLocator.Locate(type, place, context.CancellationToken),
                    problem.Remedies.Select(remedy => PlaceLocator.Locate(type, remedy.Place, context.CancellationToken)),
                    Properties(problem),
                    problem.Arguments.Cast<object>().ToArray()
                )
            );
        }
    }

    // A place in a binary file is a part of the message, as nothing can be marked there.
    private static DiagnosticDescriptor DescriptorOf(ProblemKind kind, ProblemPlace place)
    {
        var plain = Descriptors.Of(kind);
        return place is ByteOffsetPlace bytes
            ? new DiagnosticDescriptor(
                plain.Id,
                plain.Title,
                $"At {bytes.Where}: {plain.MessageFormat}",
                plain.Category,
                plain.DefaultSeverity,
                plain.IsEnabledByDefault,
                plain.Description,
                plain.HelpLinkUri,
                plain.CustomTags.ToArray()
            )
            : plain;
    }

    // Remedies by number: the argument and its new value, none to remove it. Their places are the additional locations.
    private static ImmutableDictionary<string, string?> Properties(Problem problem)
    {
        var properties = problem.Data.ToImmutableDictionary(datum => datum.Key, datum => (string?)datum.Value, StringComparer.Ordinal);
        for (var i = 0; i < problem.Remedies.Count; i++)
        {
            properties = properties.Add(ProblemRemedyKeys.Argument(i), problem.Remedies[i].Place.Argument);
            if (problem.Remedies[i].Value is { } value)
                properties = properties.Add(ProblemRemedyKeys.Value(i), value);
        }

        return properties;
    }
}
