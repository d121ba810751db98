using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SparseDnn.Analyzers.Flow;

/// <summary>Carries states forward over the basic blocks of a method until nothing changes.</summary>
/// <remarks>
/// Exceptions: what holds anywhere in a try region may hold where its handlers begin. What leaves through finally regions is taken
/// to its destination both before and after them. Both only forget.
/// </remarks>
internal sealed class FlowFixpoint
{
    private const int VisitsPerBlock = 64; // values only ever become less known, so this is far more than is needed

    private readonly ControlFlowGraph _graph;
    private readonly Action<BasicBlock, FlowState, Action<FlowState>?> _transfer;
    private readonly FlowState?[] _entries;
    private readonly SortedSet<int> _waiting = [];

    private FlowFixpoint(ControlFlowGraph graph, Action<BasicBlock, FlowState, Action<FlowState>?> transfer)
    {
        _graph = graph;
        _transfer = transfer;
        _entries = new FlowState?[graph.Blocks.Length];
    }

    /// <summary>
    /// The state at the beginning of every block; null for blocks that are never reached. Null as a whole where no fixpoint was found.
    /// </summary>
    /// <param name="graph">The method.</param>
    /// <param name="start">What holds where it begins.</param>
    /// <param name="transfer">Takes a state through a block and shows it after every operation.</param>
    /// <param name="cancellationToken">Checked for every block.</param>
    public static FlowState?[]? Solve(
        ControlFlowGraph graph,
        FlowState start,
        Action<BasicBlock, FlowState, Action<FlowState>?> transfer,
        CancellationToken cancellationToken
    )
    {
        var fixpoint = new FlowFixpoint(graph, transfer);
        fixpoint.Reach(0, start);
        for (var visits = graph.Blocks.Length * VisitsPerBlock; fixpoint._waiting.Count > 0; visits--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (visits == 0)
                return null;
            fixpoint.Visit(fixpoint._waiting.Min);
        }

        return fixpoint._entries;
    }

    private void Visit(int ordinal)
    {
        _waiting.Remove(ordinal);
        var block = _graph.Blocks[ordinal];
        var state = _entries[ordinal]!.Clone();
        var handlers = Handlers(block).ToArray();
        foreach (var handler in handlers)
            Reach(handler, state);
        _transfer(
            block,
            state,
            handlers.Length == 0
                ? null
                : after =>
                {
                    foreach (var handler in handlers)
                        Reach(handler, after);
                }
        );
        Follow(block.ConditionalSuccessor, block, state);
        Follow(block.FallThroughSuccessor, block, state);
    }

    private void Follow(ControlFlowBranch? branch, BasicBlock block, FlowState state)
    {
        if (branch is null)
            return;
        if (branch.Destination is { } destination)
            Reach(destination.Ordinal, state);
        foreach (var region in branch.FinallyRegions)
            Reach(region.FirstBlockOrdinal, state);
        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            foreach (var after in AfterFinally(block))
                Reach(after, state);
    }

    private void Reach(int ordinal, FlowState state)
    {
        if (_entries[ordinal] is { } known)
        {
            if (!known.Join(state))
                return;
        }
        else
        {
            _entries[ordinal] = state.Clone();
        }

        _waiting.Add(ordinal);
    }

    private static IEnumerable<int> Handlers(BasicBlock block)
    {
        // Around the root of a lambda are regions of another graph.
        for (
            var region = block.EnclosingRegion;
            region is not null and not { Kind: ControlFlowRegionKind.Root };
            region = region.EnclosingRegion
        )
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } around)
                continue;
            foreach (var handler in around.NestedRegions)
                if (handler.Kind != ControlFlowRegionKind.Try)
                    yield return handler.FirstBlockOrdinal;
        }
    }

    private IEnumerable<int> AfterFinally(BasicBlock end)
    {
        var region = end.EnclosingRegion;
        while (region is not null and not { Kind: ControlFlowRegionKind.Finally or ControlFlowRegionKind.Root })
            region = region.EnclosingRegion;
        if (region is not { Kind: ControlFlowRegionKind.Finally })
            yield break;
        foreach (var block in _graph.Blocks)
        foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            if (branch is { Destination: { } destination } && branch.FinallyRegions.Contains(region))
                yield return destination.Ordinal;
    }
}
