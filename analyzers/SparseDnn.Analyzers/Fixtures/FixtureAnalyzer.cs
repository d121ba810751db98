using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Declared;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Analyzers.Fixtures;

/// <summary>
/// Reports what is wrong with families of exact solutions and with fixtures, from the same stages that the generator runs.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FixtureAnalyzer() : SparseAnalyzer(Reporters.Fixtures, KnownNames.ExactFixturesAttribute)
{
    private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FamilyReader.Read(type, context.CancellationToken) is { } family)
            ProblemReports.Report(context, type, Family(family, context));
        if (FixtureReader.Read(type, context.Compilation, context.CancellationToken) is { } target)
            ProblemReports.Report(context, type, Fixtures(target, context));
    }

    private static IEnumerable<Problem> Family(FamilyTarget target, SymbolAnalysisContext context)
    {
        var build = DeclaredNetworks.Build(target, context.Compilation, context.Options.AdditionalFiles, context.CancellationToken);
        var problems = target.Problems.Concat(build.Problems);
        if (build.Network is not { } network || target.Problems.Count > 0)
            return problems;
        return problems
            .Concat(PlanStages.Problems(network, context.CancellationToken))
            .Concat(FixtureStages.Problems(target.Family, build, context.CancellationToken));
    }

    private static EquatableArray<Problem> Fixtures(FixtureTarget target, SymbolAnalysisContext context)
    {
        var build = DeclaredNetworks.Build(target, context.Compilation, context.Options.AdditionalFiles, context.CancellationToken);
        return build.Network is { } network ? FixtureStages.Problems(network, target.Options, context.CancellationToken) : build.Problems;
    }
}
