using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>Carries states forward over the basic blocks of a function until nothing changes.</summary>
/// <typeparam name="TState">What is known at one point of the function.</typeparam>
/// <remarks>
/// Exceptions: what holds anywhere in a try region may hold where its handlers begin. What leaves through finally regions is taken
/// to its destination both before and after them. Both only forget.
/// </remarks>
internal sealed class DataFlow<TState>
    where TState : class
{
    private const int VisitsPerBlock = 64; // values only ever become less known, so this is far more than is needed

    private readonly ControlFlowGraph _graph;
    private readonly IDomain<TState> _domain;
    private readonly TState?[] _entries;
    private readonly SortedSet<int> _waiting = [];

    private DataFlow(ControlFlowGraph graph, IDomain<TState> domain)
    {
        _graph = graph;
        _domain = domain;
        _entries = new TState?[graph.Blocks.Length];
    }

    /// <summary>
    /// Follows a function: first until its states have settled, then once more through every block that is reached, with what holds
    /// on every way to it.
    /// </summary>
    /// <param name="graph">The function.</param>
    /// <param name="start">What holds where it begins.</param>
    /// <param name="domain">What is followed.</param>
    /// <param name="settled">Called in between.</param>
    /// <param name="cancellationToken">Checked for every block.</param>
    /// <returns>Whether the states settled; where they do not, nothing is known and no block is gone through again.</returns>
    public static bool Follow(
        ControlFlowGraph graph,
        TState start,
        IDomain<TState> domain,
        Action settled,
        CancellationToken cancellationToken
    )
    {
        var flow = new DataFlow<TState>(graph, domain);
        if (!flow.Settle(start, cancellationToken))
            return false;
        settled();
        foreach (var block in graph.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (flow._entries[block.Ordinal] is { } entry)
                domain.Transfer(block, domain.Copy(entry), null);
        }

        return true;
    }

    private bool Settle(TState start, CancellationToken cancellationToken)
    {
        Reach(0, start);
        for (var visits = _graph.Blocks.Length * VisitsPerBlock; _waiting.Count > 0; visits--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (visits == 0)
                return false;
            Visit(_waiting.Min);
        }

        return true;
    }

    private void Visit(int ordinal)
    {
        _waiting.Remove(ordinal);
        var block = _graph.Blocks[ordinal];
        var state = _domain.Copy(_entries[ordinal]!);
        var handlers = FlowEdges.Handlers(block).ToArray();
        foreach (var handler in handlers)
            Reach(handler, state);
        _domain.Transfer(
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
        foreach (var next in FlowEdges.After(_graph, block))
            Reach(next, state);
    }

    private void Reach(int ordinal, TState state)
    {
        // Behind a condition that is constant, for one.
        if (!_graph.Blocks[ordinal].IsReachable)
            return;
        if (_entries[ordinal] is { } known)
        {
            if (!_domain.Join(known, state))
                return;
        }
        else
        {
            _entries[ordinal] = _domain.Copy(state);
        }

        _waiting.Add(ordinal);
    }
}
