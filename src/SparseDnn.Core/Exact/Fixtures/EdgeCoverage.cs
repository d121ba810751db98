using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Rounding;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Which edges items exercise: those whose input is not 0 and whose neuron lets its sum through.</summary>
internal static class EdgeCoverage
{
    /// <summary>
    /// The items of a pool, each the one that adds most edges to those before it; where none adds any, in the order of draws.
    /// </summary>
    /// <param name="pool">Its items have been followed through all layers already.</param>
    public static IEnumerable<LabelledInput> Order(InputPool pool)
    {
        var left = Enumerable.Range(0, pool.Items.Length).ToList();
        var edges = left.Select(item => Exercised(pool.Traces[item])).ToArray();
        var covered = new ulong[edges.Length == 0 ? 0 : edges[0].Length];
        while (left.Count > 0)
        {
            pool.Token.ThrowIfCancellationRequested();
            // Of equals the first, so that draws keep their order.
            var best = left.OrderByDescending(item => Added(edges[item], covered)).First();
            left.Remove(best);
            for (var i = 0; i < covered.Length; i++)
                covered[i] |= edges[best][i];
            yield return pool.Items[best];
        }
    }

    private static ulong[] Exercised(LayerTrace[] traces)
    {
        var bits = new ulong[(traces.Sum(trace => (long)trace.Classes.Edges.Length) + 63) / 64];
        var place = 0L;
        foreach (var trace in traces)
        {
            var (classes, layer) = (trace.Classes, trace.Layer);
            for (var i = 0; i < classes.Count; i++)
            {
                var z = trace.Values.Biased[i];
                var isOpen = (layer.Activation == Activation.None || z.Sign > 0) && !(layer.Ceiling is { } ceiling && z >= ceiling);
                for (var edge = classes.Starts[i]; edge < classes.Starts[i + 1]; edge++, place++)
                    if (isOpen && !trace.Values.Inputs[classes.Edges[edge].Input].IsZero)
                        bits[place >> 6] |= 1UL << (int)(place & 63);
            }
        }

        return bits;
    }

    private static int Added(ulong[] edges, ulong[] covered)
    {
        var count = 0;
        for (var i = 0; i < edges.Length; i++)
        for (var rest = edges[i] & ~covered[i]; rest != 0; rest &= rest - 1)
            count++;
        return count;
    }
}
