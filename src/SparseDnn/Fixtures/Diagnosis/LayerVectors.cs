using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis.Plain;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Fixtures.Diagnosis;

/// <summary>
/// Test vectors of single layers, for implementations that show theirs: each layer takes the expected outputs of the one before, as an
/// implementation stores them.
/// </summary>
internal static class LayerVectors
{
    /// <summary>One set of vectors a layer, each with its own certificate or bounds.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="fault">Why there are none and what to do; null on success.</param>
    public static IReadOnlyList<VectorSet>? Of(VectorSet vectors, out string? fault)
    {
        fault = null;
        var sets = new List<VectorSet>();
        var inputs = vectors.Inputs;
        for (var i = 0; i < vectors.Layers.Count; i++)
        {
            var set = Single(vectors, i, inputs, out fault);
            if (set is null)
            {
                fault = $"layer {i + 1}: {fault}";
                return null;
            }

            sets.Add(set);
            inputs = set.Outputs;
        }

        if (IsPlusTimes(vectors) || inputs.Equals(vectors.Outputs))
            return sets;
        fault = "its layers do not give its outputs one by one; make its vectors with rounding between layers";
        return null;
    }

    private static VectorSet? Single(VectorSet vectors, int index, EquatableArray<EquatableArray<Dyadic>> inputs, out string? fault)
    {
        var layer = vectors.Layers[index];
        fault = null;
        if (IsPlusTimes(vectors))
        {
            var none = new RoundingRecord(0, default, null);
            var rounded = new RoundedNetwork(new DyadicNetwork(vectors.Name, new([layer.Layer])), vectors.Formats, none, none);
            var items = inputs
                .Select((values, item) => new LabelledInput(item < vectors.Labels.Count ? vectors.Labels[item] : "", values))
                .ToArray();
            return VectorSets.FromNetwork(rounded, items, vectors.Seed, false, out fault) is { } set
                ? set with
                {
                    Family = vectors.Family,
                    Labels = vectors.Labels,
                }
                : null;
        }

        var single = vectors with { Layers = new([layer with { Outputs = null }]), Inputs = inputs, Perturbation = null };
        if ((layer.Outputs ?? Evaluated(single)) is { } outputs)
            return single with
            {
                Outputs = outputs,
                Bounds = new(outputs.Select(item => new EquatableArray<double>(new double[item.Count])).ToArray()),
            };
        fault =
            $"what {layer.Layer.Semirings.Correlate.Name} gives is not known layer by layer; make the vectors with rounding between layers";
        return null;
    }

    // Plus-times vectors of integers, or between other layers, have no path of their own.
    private static bool IsPlusTimes(VectorSet vectors) =>
        vectors.Ground is ExactnessGround.Certificate or ExactnessGround.Bound
        && vectors.Layers.All(layer => layer.Layer.Semirings.IsOrdinary);

    private static EquatableArray<EquatableArray<Dyadic>>? Evaluated(VectorSet single)
    {
        if (
            PlainNetwork.Of(single) is not { } network
            || !single.Inputs.All(item => item.All(value => value.IsExactDouble || !value.IsFinite))
        )
            return null;
        var outputs = single.Inputs.Select(item => network.Evaluate(item.Select(value => value.ToDouble()).ToArray())).ToArray();
        return outputs.Any(item => item.Any(double.IsNaN))
            ? null
            : new(outputs.Select(item => new EquatableArray<Dyadic>(item.Select(Dyadic.FromDouble).ToArray())).ToArray());
    }
}
