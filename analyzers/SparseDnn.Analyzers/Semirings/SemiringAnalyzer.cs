using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>Reports what is wrong with a declared semiring: its type, its laws, and what of it cannot become vector code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SemiringAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(
            new[]
            {
                ProblemKinds.BrokenLaw,
                ProblemKinds.TestedLaws,
                ProblemKinds.ScalarOperation,
                ProblemKinds.UnreadSemiring,
                ProblemKinds.SemiringNotPartial,
                ProblemKinds.SemiringContainerNotPartial,
                ProblemKinds.UnsupportedSemiringType,
                ProblemKinds.SemiringInterface,
                ProblemKinds.EmptyCarrier,
                ProblemKinds.IdentityOverflows,
            }.Select(Descriptors.Of)
        );

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.SemiringAttribute) is null)
                return;
            start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (SemiringTarget.Attribute(type) is null)
            return;
        var problems = SemiringTarget.TypeProblems(type, context.CancellationToken);
        ProblemReports.Report(context, type, problems);
        if (problems.Any(problem => problem.Kind == ProblemKinds.UnsupportedSemiringType))
            return;
        var findings = new SemiringFindings(type, context.ReportDiagnostic);
        foreach (var element in SemiringSource.Read(type, context.Compilation, context.CancellationToken))
            findings.Report(element, context.CancellationToken);
    }
}
