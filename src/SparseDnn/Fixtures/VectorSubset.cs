using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Primitives;

namespace SparseDnn;

/// <summary>Some items of test vectors.</summary>
internal static class VectorSubset
{
    /// <summary>The vectors with these items only. Certificates stay: what holds for all items holds for some.</summary>
    public static VectorSet Of(VectorSet vectors, IReadOnlyList<int> items)
    {
        if (items.SequenceEqual(Enumerable.Range(0, vectors.Inputs.Count)))
            return vectors;
        return vectors with
        {
            Inputs = Chosen(vectors.Inputs),
            Outputs = Chosen(vectors.Outputs),
            Bounds = vectors.Bounds is { } bounds ? Chosen(bounds) : null,
            Labels = vectors.Labels.Count == 0 ? vectors.Labels : Chosen(vectors.Labels),
            Layers = new([
                .. vectors.Layers.Select(layer => layer with { Outputs = layer.Outputs is { } outputs ? Chosen(outputs) : null }),
            ]),
            Perturbation = vectors.Perturbation is { } perturbation
                ? perturbation with
                {
                    Derivative = Chosen(perturbation.Derivative),
                }
                : null,
        };

        EquatableArray<TValue> Chosen<TValue>(EquatableArray<TValue> all)
            where TValue : IEquatable<TValue> => new([.. items.Select(item => all[item])]);
    }
}
