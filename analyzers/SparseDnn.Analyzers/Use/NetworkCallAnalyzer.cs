using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Problems;
using SparseDnn.Roslyn;

namespace SparseDnn.Analyzers.Use;

/// <summary>Reports what is wrong with calls of networks: lengths that they refuse, and memory that inputs and outputs share.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(new[] { ProblemKinds.WrongLength, ProblemKinds.OverlappingSpans }.Select(Descriptors.Of));

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
                var calls = new ConcurrentDictionary<SyntaxNode, NetworkCall>();
                block.RegisterOperationAction(
                    operation =>
                    {
                        if (NetworkCall.Read((IInvocationOperation)operation.Operation) is { } call)
                            calls.TryAdd(call.Operation.Syntax, call);
                    },
                    OperationKind.Invocation
                );
                block.RegisterOperationBlockEndAction(end =>
                {
                    if (!calls.IsEmpty)
                        Analyze(end, calls);
                });
            });
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, IReadOnlyDictionary<SyntaxNode, NetworkCall> calls)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!block.DescendantsAndSelf().Any(operation => operation is IInvocationOperation && calls.ContainsKey(operation.Syntax)))
                continue;
            var flow = new FlowAnalysis(
                new TrackedVariables(block),
                (operation, evaluator) =>
                {
                    if (!calls.TryGetValue(operation.Syntax, out var call) || NetworkCall.Read(operation) is not { } reached)
                        return;
                    new SpanFindings(
                        reached,
                        evaluator,
                        (kind, place, allocated, arguments) =>
                        {
                            if (!CallContext.IsMeantToThrow(call.Operation, context.OwningSymbol))
                                context.ReportDiagnostic(
                                    Diagnostic.Create(
                                        Descriptors.Of(kind),
                                        place.Syntax.GetLocation(),
                                        allocated is null ? null : [allocated.Length.GetLocation()],
                                        allocated?.Properties,
                                        arguments
                                    )
                                );
                        }
                    ).Report();
                },
                context.CancellationToken
            );
            flow.Follow(context.GetControlFlowGraph(block), context.OwningSymbol);
        }
    }
}
