using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Declared;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Analyzers.Declarations;

/// <summary>Reports what is wrong with a declared network or its weights files, from the same stages that the generator runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkDeclarationAnalyzer() : SparseAnalyzer(Reporters.Networks, KnownNames.SparseNetworkAttribute)
{
    private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (TargetReader.Read(type, context.CancellationToken) is not { } target)
            return;
        var build = DeclaredNetworks.Build(target, context.Compilation, context.Options.AdditionalFiles, context.CancellationToken);
        ProblemReports.Report(context, type, target.Problems.Concat(build.Problems));
        if (build.Network is not { } network)
            return;
        ProblemReports.Report(context, type, PlanStages.Problems(network, context.CancellationToken));
        // What is hardly meant is said when nothing is wrong.
        if (target.Problems.Count == 0)
            ProblemReports.Report(
                context,
                type,
                DeclaredNetworks.Review(target, network, context.Options.AdditionalFiles, context.CancellationToken)
            );
    }
}
