using System.Collections.Generic;

namespace SparseDnn.Samples.Reachability;

/// <summary>Breadth-first search, written plainly: the judge.</summary>
public static class BreadthFirst
{
    /// <summary>Which pages are reached from one.</summary>
    /// <param name="links">The web.</param>
    /// <param name="source">Where walks start.</param>
    public static bool[] Reached(IReadOnlyList<(int From, int To)> links, int source)
    {
        var next = new List<int>[Links.Pages];
        for (var i = 0; i < next.Length; i++)
            next[i] = [];
        foreach (var (from, to) in links)
            next[from].Add(to);
        var reached = new bool[Links.Pages];
        reached[source] = true;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var page))
            foreach (var to in next[page])
            {
                if (reached[to])
                    continue;
                reached[to] = true;
                queue.Enqueue(to);
            }

        return reached;
    }
}
