using System;
using System.Collections.Generic;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>What was found wrong with the vectors of recent networks: exact arithmetic is done once for generator and analyzers together.</summary>
/// <remarks>Networks are held weakly; those of the generator live as long as its steps do.</remarks>
internal static class FixtureMemo
{
    private const int Capacity = 64;

    private static readonly LinkedList<(WeakReference<Network> Network, object Declaration, EquatableArray<Problem> Problems)> Recent = new();

    public static FixtureBuild Remember(Network? network, object declaration, FixtureBuild build)
    {
        if (network is null) return build;
        lock (Recent)
        {
            Recent.AddFirst((new WeakReference<Network>(network), declaration, build.Problems));
            if (Recent.Count > Capacity) Recent.RemoveLast();
        }

        return build;
    }

    public static EquatableArray<Problem>? Find(Network? network, object declaration)
    {
        if (network is null) return null;
        lock (Recent)
        {
            foreach (var (known, asked, problems) in Recent)
                if (asked.Equals(declaration) && known.TryGetTarget(out var target) && target.Equals(network)) return problems;
        }

        return null;
    }
}
