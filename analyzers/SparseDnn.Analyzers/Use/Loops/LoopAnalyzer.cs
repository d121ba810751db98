using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Problems;
using SparseDnn.Roslyn;

namespace SparseDnn.Analyzers.Use;

/// <summary>
/// Reports loops around calls of networks that cost more than they need: items one by one, and buffers made in every turn.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(new[] { ProblemKinds.BatchLoop, ProblemKinds.AllocationInLoop }.Select(Descriptors.Of));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.SparseNetworkAttribute) is null)
                return;
            start.RegisterOperationBlockStartAction(static block =>
            {
                // Tests and benchmarks call item by item to see that it works and what it costs.
                if (TestFrameworks.IsTest(block.OwningSymbol))
                    return;
                var calls = new ConcurrentBag<NetworkCall>();
                block.RegisterOperationAction(
                    operation =>
                    {
                        if (NetworkCall.Read((IInvocationOperation)operation.Operation) is { } call)
                            calls.Add(call);
                    },
                    OperationKind.Invocation
                );
                block.RegisterOperationBlockEndAction(end =>
                {
                    foreach (var call in calls)
                        Report(end, call, calls);
                });
            });
        });
    }

    private static void Report(OperationBlockAnalysisContext context, NetworkCall call, ConcurrentBag<NetworkCall> calls)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (OutputBuffer.Find(call) is { } buffer)
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(ProblemKinds.AllocationInLoop),
                    buffer.Creation.Syntax.GetLocation(),
                    buffer.Name,
                    buffer.Length
                )
            );
        // Who computes batches too compares the two.
        if (
            calls.Any(other => other.Kind == NetworkCallKind.InferBatch && NameOf(other) == NameOf(call))
            || BatchLoop.Find(call) is not { } loop
        )
            return;
        context.ReportDiagnostic(
            Diagnostic.Create(
                Descriptors.Of(ProblemKinds.BatchLoop),
                CallPlace.Name(call.Operation),
                loop.Data,
                NameOf(call),
                $"{NameOf(call)}.InferBatch{(loop.IsContiguous ? "" : " over items that lie one behind the other")}"
            )
        );
    }

    private static string NameOf(NetworkCall call) => call.Declared?.Name ?? UserText.Of(call.Receiver!);
}
