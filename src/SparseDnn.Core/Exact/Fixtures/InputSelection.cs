using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Chooses a number of items so that every kind has its share.</summary>
internal static class InputSelection
{
    // Where there is not room for all kinds, those that exercise most come first.
    private static readonly string[] Ranks =
    [
        InputKind.Mixture,
        InputKind.Kink,
        InputKind.AllOn,
        InputKind.NegativeSums,
        InputKind.Ceiling,
        InputKind.Cancellation,
        InputKind.OneHot,
        InputKind.LargestCertified,
        InputKind.Zero,
    ];

    /// <summary>
    /// One item of each kind (both of a pair, where there is room), then again, until the number is reached; mixtures fill up what is left.
    /// </summary>
    /// <param name="special">Items of all kinds but mixtures, in the order of the result.</param>
    /// <param name="mixtures">Mixtures, asked for one by one.</param>
    /// <param name="count">How many items.</param>
    public static IReadOnlyList<LabelledInput> Select(IReadOnlyList<LabelledInput> special, IEnumerable<LabelledInput> mixtures, int count)
    {
        using var more = mixtures.GetEnumerator();
        var waiting = special
            .GroupBy(item => item.Kind, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<LabelledInput>(group), StringComparer.Ordinal);
        var chosen = new HashSet<LabelledInput>();
        var drawn = new List<LabelledInput>();
        var hasMore = true;
        while (chosen.Count + drawn.Count < count && (hasMore || waiting.Values.Any(queue => queue.Count > 0)))
        {
            foreach (var kind in Ranks)
            {
                var room = count - chosen.Count - drawn.Count;
                if (room == 0)
                    break;
                if (kind == InputKind.Mixture)
                {
                    if (hasMore &= more.MoveNext())
                        drawn.Add(more.Current);
                    continue;
                }

                if (!waiting.TryGetValue(kind, out var queue))
                    continue;
                if (queue.Count == 0)
                    continue;
                var first = queue.Dequeue();
                chosen.Add(first);
                if (KinkSearch.IsFirstOfPair(first) && room > 1 && queue.Count > 0)
                    chosen.Add(queue.Dequeue());
            }
        }

        // Mixtures stand before the searched kinds.
        var simple = special.Where(item => chosen.Contains(item)).ToArray();
        var split = Array.FindIndex(
            simple,
            item => item.Kind is not (InputKind.Zero or InputKind.AllOn or InputKind.OneHot or InputKind.Ceiling)
        );
        if (split < 0)
            split = simple.Length;
        return [.. simple.Take(split), .. drawn, .. simple.Skip(split)];
    }
}
