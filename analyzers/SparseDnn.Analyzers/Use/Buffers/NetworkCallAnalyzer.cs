using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>Reports what is wrong with calls of networks: lengths that they refuse, and memory that inputs and outputs share.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkCallAnalyzer() : NetworkUseAnalyzer(Reporters.Calls)
{
    private protected override void Analyze(OperationBlockAnalysisContext context, NetworkCalls calls)
    {
        var known = calls.All.GroupBy(call => call.Operation.Syntax).ToDictionary(group => group.Key, group => group.First().Operation);
        BufferFlow.Follow(
            context.GetControlFlowGraph(calls.Root),
            calls.Root,
            context.OwningSymbol,
            (operation, evaluator) =>
            {
                if (!known.TryGetValue(operation.Syntax, out var call) || NetworkCall.Read(operation) is not { } reached)
                    return;
                new SpanFindings(
                    reached,
                    evaluator,
                    (kind, place, allocated, arguments) =>
                    {
                        if (!CallContext.IsMeantToThrow(call, context.OwningSymbol))
                            context.ReportDiagnostic(
                                Diagnostic.Create(
                                    Descriptors.Of(kind),
                                    place.Syntax.GetLocation(),
                                    allocated is null ? null : [allocated.Length.GetLocation()],
                                    allocated?.Finding.ToProperties(),
                                    arguments
                                )
                            );
                    }
                ).Report();
            },
            context.CancellationToken
        );
    }
}
