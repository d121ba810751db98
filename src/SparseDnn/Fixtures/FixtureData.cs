using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis;

namespace SparseDnn;

/// <summary>Test vectors in the element type of an implementation; shared by the fixtures that take items from it.</summary>
internal sealed class FixtureData<T>
    where T : unmanaged
{
    private readonly T[]?[] _inputs;
    private readonly T[]?[] _outputs;
    private IReadOnlyList<FixtureData<T>>? _singleLayers;

    public FixtureData(VectorSet vectors)
    {
        FixtureElements.Demand<T>(vectors.Formats.Activations, "Activations");
        Vectors = vectors;
        Layers = [.. vectors.Layers.Select(layer => new FixtureLayer(layer, vectors.Formats))];
        (_inputs, _outputs) = (new T[vectors.Inputs.Count][], new T[vectors.Inputs.Count][]);
    }

    public VectorSet Vectors { get; }

    public IReadOnlyList<FixtureLayer> Layers { get; }

    /// <summary>Each layer as a network of its own.</summary>
    /// <exception cref="NotSupportedException">There are none.</exception>
    public IReadOnlyList<FixtureData<T>> SingleLayers =>
        _singleLayers ??= LayerVectors.Of(Vectors, out var fault) is { } sets
            ? [.. sets.Select(set => new FixtureData<T>(set))]
            : throw new NotSupportedException($"{Vectors.Name}: {fault}.");

    public int InputSize => Layers[0].Inputs;

    public int OutputSize => Layers[^1].Outputs;

    // Two threads may both convert; either result will do.
    public T[] Input(int item) => _inputs[item] ??= Convert(Vectors.Inputs[item]);

    public T[] Output(int item) => _outputs[item] ??= Convert(Vectors.Outputs[item]);

    private T[] Convert(IEnumerable<Numerics.Dyadic> values)
    {
        var format = Vectors.Formats.Activations;
        return [.. values.Select(value => FixtureElements.FromBits<T>(format.ToBits(value)))];
    }
}
