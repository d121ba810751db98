using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems;

namespace SparseDnn.Analyzers.Use.Loops;

/// <summary>
/// Reports loops around calls of networks that cost more than they need: items one by one, and buffers made in every turn.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopAnalyzer() : NetworkUseAnalyzer(Reporters.Loops)
{
    private protected override void Analyze(OperationBlockAnalysisContext context, NetworkCalls calls)
    {
        // Tests and benchmarks call item by item to see that it works and what it costs.
        if (TestFrameworks.IsTest(context.OwningSymbol))
            return;
        foreach (var call in calls.All)
            Report(context, call, calls);
    }

    private static void Report(OperationBlockAnalysisContext context, NetworkCall call, NetworkCalls calls)
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
            calls.All.Any(other => other.Kind == NetworkCallKind.InferBatch && other.NetworkName == call.NetworkName)
            || BatchLoop.Find(call) is not { } loop
        )
            return;
        context.ReportDiagnostic(
            Diagnostic.Create(
                Descriptors.Of(ProblemKinds.BatchLoop),
                CallPlace.Name(call.Operation),
                loop.Finding?.ToProperties(),
                call.NetworkName,
                $"{call.NetworkName}.InferBatch{(loop.IsContiguous ? "" : " over items that lie one behind the other")}"
            )
        );
    }
}
