using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Dataflow;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>Follows numbers and buffers through a method and the functions inside it, and shows each call what is known there.</summary>
internal sealed class BufferFlow
{
    private readonly VariableFacts _facts;
    private readonly Action<IInvocationOperation, BufferEvaluator> _visit;
    private readonly CancellationToken _cancellationToken;

    private BufferFlow(VariableFacts facts, Action<IInvocationOperation, BufferEvaluator> visit, CancellationToken cancellationToken)
    {
        _facts = facts;
        _visit = visit;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Follows a method.</summary>
    /// <param name="graph">Its graph.</param>
    /// <param name="root">Its body.</param>
    /// <param name="owner">Its symbol.</param>
    /// <param name="visit">Called for each reachable call of a method, with what holds whenever it is reached.</param>
    /// <param name="cancellationToken">Checked for every block.</param>
    public static void Follow(
        ControlFlowGraph graph,
        IOperation root,
        ISymbol owner,
        Action<IInvocationOperation, BufferEvaluator> visit,
        CancellationToken cancellationToken
    ) => new BufferFlow(VariableFacts.Of(root, owner), visit, cancellationToken).Follow(graph, owner, null);

    private void Follow(ControlFlowGraph graph, ISymbol owner, CapturedValues<BufferValue>? outer)
    {
        var captured = new CapturedValues<BufferValue>(_facts, outer);
        var domain = new BufferDomain(_facts, owner, captured, outer);
        if (!DataFlow<BufferState>.Follow(graph, domain.Start(), domain, () => domain.Visit = _visit, _cancellationToken))
            return;
        foreach (var function in domain.Functions)
            Follow(graph.GetAnonymousFunctionControlFlowGraph(function, _cancellationToken), function.Symbol, captured);
        foreach (var function in graph.LocalFunctions)
            Follow(graph.GetLocalFunctionControlFlowGraph(function, _cancellationToken), function, captured);
    }
}
