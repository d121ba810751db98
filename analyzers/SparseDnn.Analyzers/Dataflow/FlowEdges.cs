using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>The ways from one basic block to others, those of exceptions included.</summary>
internal static class FlowEdges
{
    /// <summary>The first blocks of all handlers around a block: catch clauses, filters, finally regions.</summary>
    public static IEnumerable<int> Handlers(BasicBlock block)
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

    /// <summary>The blocks that may come after a block: destinations of its branches, finally regions on the way, and what follows
    /// those.</summary>
    public static IEnumerable<int> After(ControlFlowGraph graph, BasicBlock block)
    {
        foreach (var branch in Branches(block))
        {
            if (branch.Destination is { } destination)
                yield return destination.Ordinal;
            foreach (var region in branch.FinallyRegions)
                yield return region.FirstBlockOrdinal;
            if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
                foreach (var after in AfterFinally(graph, block))
                    yield return after;
        }
    }

    /// <summary>Blocks from which a way leads back to themselves.</summary>
    public static HashSet<int> Loops(ControlFlowGraph graph)
    {
        var loops = new HashSet<int>();
        foreach (var block in graph.Blocks)
        // A way back exists only where a block branches to itself or to an earlier one.
        foreach (var branch in Branches(block))
            if (branch.Destination is { } header && header.Ordinal <= block.Ordinal)
                for (var inside = header.Ordinal; inside <= block.Ordinal; inside++)
                    loops.Add(inside);
        return loops;
    }

    private static IEnumerable<int> AfterFinally(ControlFlowGraph graph, BasicBlock end)
    {
        var region = end.EnclosingRegion;
        while (region is not null and not { Kind: ControlFlowRegionKind.Finally or ControlFlowRegionKind.Root })
            region = region.EnclosingRegion;
        return region is { Kind: ControlFlowRegionKind.Finally }
            ? graph
                .Blocks.SelectMany(Branches)
                .Where(branch => branch.Destination is not null && branch.FinallyRegions.Contains(region))
                .Select(branch => branch.Destination!.Ordinal)
            : [];
    }

    private static IEnumerable<ControlFlowBranch> Branches(BasicBlock block)
    {
        if (block.ConditionalSuccessor is { } conditional)
            yield return conditional;
        if (block.FallThroughSuccessor is { } next)
            yield return next;
    }
}
