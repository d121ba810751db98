using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn;

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
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Of(problem.Kind),
                PlaceLocator.Locate(type, problem.Place, context.CancellationToken),
                problem.Data.ToImmutableDictionary(datum => datum.Key, datum => (string?)datum.Value),
                problem.Arguments.Cast<object>().ToArray()));
    }
}
