using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;
using SparseDnn.Roslyn.Names;

namespace SparseDnn.Analyzers.Use.Results;

/// <summary>Reports results that say whether something is right, or are all that a call is for, and that nobody reads (SDNN3005).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResultAnalyzer() : SparseAnalyzer(Reporters.Results, KnownNames.SparseNetworkAttribute)
{
    private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute) =>
        context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);

    private static void Analyze(OperationAnalysisContext context)
    {
        if (
            ((IExpressionStatementOperation)context.Operation).Operation is not IInvocationOperation call
            || !OwnSymbols.IsOwn(call.TargetMethod.ContainingType)
        )
            return;
        var method = call.TargetMethod;
        var name = $"{method.ContainingType.Name}.{method.Name}";
        if (method.ReturnType is { Name: "FixtureReport" } report && OwnSymbols.IsOwn(report))
            Report(
                context,
                call,
                new IgnoredReport(),
                name,
                "a report, whether or not the implementation is right",
                "write .Demand() behind the call, or use Check, which throws where a value is wrong"
            );
        else if (name is "SparseNetwork.Load" or "SparseNetwork.Prepare" or "SparseNetwork.BuildModel")
            Report(
                context,
                call,
                null,
                name,
                "the network, which the call does nothing else with",
                "keep it in a variable, or remove the call"
            );
    }

    private static void Report(
        OperationAnalysisContext context,
        IInvocationOperation call,
        IgnoredReport? finding,
        params object[] arguments
    )
    {
        if (!CallContext.IsMeantToThrow(call, context.ContainingSymbol, mayWait: finding is null) && !IsTried(call))
            context.ReportDiagnostic(
                Diagnostic.Create(Descriptors.Of(ProblemKinds.IgnoredResult), CallPlace.Name(call), finding?.ToProperties(), arguments)
            );
    }

    // To see whether something can be made at all.
    private static bool IsTried(IOperation operation)
    {
        for (var (part, around) = (operation, operation.Parent); around is not null; (part, around) = (around, around.Parent))
            if (around is ITryOperation { Catches.Length: > 0 } guard && guard.Body == part)
                return true;
        return false;
    }
}
