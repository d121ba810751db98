using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Problems;
using SparseDnn.Roslyn;

namespace SparseDnn.Analyzers.Use;

/// <summary>Reports results that say whether something is right, or are all that a call is for, and that nobody reads (SDNN3005).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResultAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Key that says what to call on the ignored result.</summary>
    public const string RemedyKey = "Remedy";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.Of(ProblemKinds.IgnoredResult));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.SparseNetworkAttribute) is null)
                return;
            start.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (
            ((IExpressionStatementOperation)context.Operation).Operation is not IInvocationOperation call
            || !NetworkShape.IsOurs(call.TargetMethod.ContainingType)
        )
            return;
        var method = call.TargetMethod;
        var name = $"{method.ContainingType.Name}.{method.Name}";
        if (method.ReturnType is { Name: "FixtureReport" } report && NetworkShape.IsOurs(report))
            Report(
                context,
                call,
                ImmutableDictionary<string, string?>.Empty.Add(RemedyKey, "Demand"),
                name,
                "a report, whether or not the implementation is right",
                "write .Demand() behind the call, or use Check, which throws where a value is wrong"
            );
        else if (name is "SparseNetwork.Load" or "SparseNetwork.Prepare" or "SparseNetwork.BuildModel")
            Report(
                context,
                call,
                ImmutableDictionary<string, string?>.Empty,
                name,
                "the network, which the call does nothing else with",
                "keep it in a variable, or remove the call"
            );
    }

    private static void Report(
        OperationAnalysisContext context,
        IInvocationOperation call,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments
    )
    {
        if (!CallContext.IsMeantToThrow(call, context.ContainingSymbol, mayWait: properties.IsEmpty) && !IsTried(call))
            context.ReportDiagnostic(
                Diagnostic.Create(Descriptors.Of(ProblemKinds.IgnoredResult), CallPlace.Name(call), properties, arguments)
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
