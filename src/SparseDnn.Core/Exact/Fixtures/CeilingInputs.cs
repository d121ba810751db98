using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Items with which some neuron reaches its ceiling, and with which none does.</summary>
internal static class CeilingInputs
{
    public static IEnumerable<LabelledInput> Find(InputPool pool)
    {
        if (pool.Items.Length == 0 || pool.Traces[0].All(trace => trace.Layer.Ceiling is null))
            yield break;
        var counts = Array.ConvertAll(
            pool.Traces,
            traces => traces.Sum(trace => trace.Layer.Ceiling is { } ceiling ? trace.CountBiased(z => z >= ceiling) : 0)
        );
        // Scaled copies of pool items would bring finer numbers; what the pool has is enough.
        var most = Array.IndexOf(counts, counts.Max());
        var none = Array.IndexOf(counts, 0);
        if (counts[most] > 0)
            yield return pool.Items[most] with
            {
                Label = $"{InputKind.Ceiling}: reached by {counts[most]} neurons",
            };
        if (none >= 0)
            yield return pool.Items[none] with
            {
                Label = $"{InputKind.Ceiling}: reached by no neuron",
            };
    }
}
