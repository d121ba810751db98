using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use;

/// <summary>
/// Follows buffers through the control-flow graph of a method and its nested functions, and shows each call what is known there.
/// </summary>
/// <param name="variables">Which variables can be followed.</param>
/// <param name="visit">Called once for each reachable call of a method, with what holds whenever it is reached.</param>
/// <param name="cancellationToken">Checked for every block.</param>
internal sealed class FlowAnalysis(
    TrackedVariables variables,
    Action<IInvocationOperation, FlowEvaluator> visit,
    CancellationToken cancellationToken
)
{
    /// <summary>Follows a method.</summary>
    /// <param name="graph">Its graph.</param>
    /// <param name="owner">Its symbol.</param>
    public void Follow(ControlFlowGraph graph, ISymbol owner)
    {
        variables.UntrackHandlers(graph);
        var states = new FlowState?[graph.Blocks.Length];
        var work = new Queue<BasicBlock>();
        var step = new FlowStep(variables, owner);
        foreach (var block in graph.Blocks.Where(IsEntry))
            Reach(block, block.Kind == BasicBlockKind.Entry ? Given(owner) : Anything(), states, work);
        while (work.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = work.Dequeue();
            var after = step.Apply(states[block.Ordinal]!, block, null);
            foreach (var next in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
                if (next?.Destination is { } destination)
                    Reach(destination, after, states, work);
        }

        // The states have settled: now each call sees what holds on every way to it.
        var functions = new List<IFlowAnonymousFunctionOperation>();
        foreach (var block in graph.Blocks)
        {
            if (!block.IsReachable || states[block.Ordinal] is not { } state)
                continue;
            step.Apply(state, block, visit);
            functions.AddRange(FlowStep.FunctionsIn(block));
        }

        foreach (var function in functions)
            Follow(graph.GetAnonymousFunctionControlFlowGraph(function, cancellationToken), function.Symbol);
        foreach (var function in graph.LocalFunctions)
            Follow(graph.GetLocalFunctionControlFlowGraph(function, cancellationToken), function);
    }

    private static void Reach(BasicBlock block, FlowState state, FlowState?[] states, Queue<BasicBlock> work)
    {
        var known = states[block.Ordinal];
        var met = known?.Meet(state) ?? state;
        if (known is not null && met.Says(known))
            return;
        states[block.Ordinal] = met;
        work.Enqueue(block);
    }

    // Handlers are entered from anywhere in what they guard.
    private static bool IsEntry(BasicBlock block) =>
        block.Kind == BasicBlockKind.Entry
        || (
            block.IsReachable
            && TrackedVariables.IsInHandler(block.EnclosingRegion)
            && block.EnclosingRegion.FirstBlockOrdinal == block.Ordinal
        );

    private FlowState Anything() =>
        variables.Assigned.Aggregate(FlowState.Empty, (state, variable) => state.With(variable, FlowValue.Unknown));

    // Parameters that are assigned later need their first value where ways meet.
    private FlowState Given(ISymbol owner)
    {
        var evaluator = new FlowEvaluator(variables, FlowState.Empty, owner);
        return variables
            .Assigned.OfType<IParameterSymbol>()
            .Aggregate(FlowState.Empty, (state, parameter) => state.With(parameter, evaluator.OfVariable(parameter)));
    }
}
