using System.Collections.Generic;
using System.Linq;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Test vectors of single layers, for implementations that show theirs: each layer takes the expected outputs of the one before, as an implementation stores them.</summary>
public static class LayerVectors
{
    /// <summary>One set of vectors a layer, each with its own certificate or bounds.</summary>
    /// <param name="vectors">Vectors of a plus-times network.</param>
    /// <param name="fault">Why there are none and what to do; null on success.</param>
    public static IReadOnlyList<VectorSet>? Of(VectorSet vectors, out string? fault)
    {
        fault = null;
        if (vectors.Layers.Any(layer => layer.Layer.Semiring != DyadicLayer.PlusTimes))
        {
            fault = "layers are checked one by one over plus-times only; check the outputs";
            return null;
        }

        var sets = new List<VectorSet>();
        var inputs = vectors.Inputs;
        for (var i = 0; i < vectors.Layers.Count; i++)
        {
            var network = new DyadicNetwork(vectors.Name, new([vectors.Layers[i].Layer]));
            var none = new RoundingRecord(0, default, null);
            var items = inputs.Select((values, item) => new LabelledInput(item < vectors.Labels.Count ? vectors.Labels[item] : "", values)).ToArray();
            if (VectorSets.FromNetwork(new RoundedNetwork(network, vectors.Formats, none, none), items, vectors.Seed, false, out fault) is not { } set)
            {
                fault = $"layer {i + 1}: {fault}";
                return null;
            }

            sets.Add(set with { Family = vectors.Family, Labels = vectors.Labels });
            inputs = set.Outputs;
        }

        return sets;
    }
}
