using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Compiler.Tolerances;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Declared;

namespace SparseDnn.Analyzers.Use.Comparisons;

/// <summary>Reports comparisons of outputs that demand what rounding may break, or let pass what it cannot explain.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComparisonAnalyzer() : NetworkUseAnalyzer(Reporters.Comparisons)
{
    private protected override void Analyze(OperationBlockAnalysisContext context, NetworkCalls calls)
    {
        var compared = calls.Root.DescendantsAndSelf().Select(ComparedOutput.Read).OfType<ComparedOutput>().ToArray();
        if (compared.Length == 0)
            return;
        var findings = new ComparisonFindings(
            TestFrameworks.IsTest(context.OwningSymbol),
            new OutputBuffers(calls),
            (shape, item) => Tolerance(context, shape, item),
            (kind, place, other, properties, arguments) =>
                context.ReportDiagnostic(
                    Diagnostic.Create(Descriptors.Of(kind), place.Syntax.GetLocation(), [other.Syntax.GetLocation()], properties, arguments)
                )
        );
        foreach (var comparison in compared)
            findings.Report(comparison);
    }

    private static OutputTolerance? Tolerance(OperationBlockAnalysisContext context, NetworkShape shape, IReadOnlyList<double>? item) =>
        DeclaredTolerances.Of(shape.Type, item, context.Compilation, context.Options.AdditionalFiles, context.CancellationToken);
}
