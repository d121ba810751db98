using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>Reports what is wrong with a declared semiring: its type, its laws, and what of it cannot become vector code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SemiringAnalyzer() : SparseAnalyzer(Reporters.Semirings, KnownNames.SemiringAttribute)
{
    private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (SemiringTarget.Attribute(type) is null)
            return;
        var problems = SemiringTarget.TypeProblems(type, context.CancellationToken);
        ProblemReports.Report(context, type, problems);
        if (problems.Any(problem => problem.Kind == ProblemKinds.UnsupportedSemiringType))
            return;
        var findings = new SemiringFindings(type, context.Compilation.Options, context.ReportDiagnostic);
        foreach (var element in SemiringSource.Read(type, context.Compilation, context.CancellationToken))
            findings.Report(element, context.CancellationToken);
    }
}
