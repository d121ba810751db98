using System;
using System.Collections.Generic;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;

namespace SparseDnn.Tests.Fixtures;

/// <summary>Small vectors, and a kernel that computes what a fixture's layers say in plain loops.</summary>
internal static class FixtureSamples
{
    /// <summary>4 → 5 → 3 with biases, a ceiling and negative weights, all numbers quarters.</summary>
    public static DyadicNetwork Network()
    {
        var random = new SplitMix64(42);
        return new DyadicNetwork(
            "quarters",
            new([
                Layer(ref random, 4, 5) with
                {
                    Ceiling = new Dyadic(3, -1),
                },
                Layer(ref random, 5, 3) with
                {
                    Activation = Activation.None,
                },
            ])
        );
    }

    public static VectorSet Vectors(
        string weights = "binary32",
        string activations = "binary32",
        string accumulator = "binary32",
        bool roundBetween = false
    )
    {
        var formats = new FormatTriple(Format(weights), Format(activations), Format(accumulator));
        return VectorSets.FromNetwork(Network(), formats, new InputSetOptions(3), roundBetween, out var fault)
            ?? throw new InvalidOperationException(fault);
    }

    public static StorageFormat Format(string name) =>
        StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name);

    /// <summary>The layers in exact arithmetic, each rounded to the activation format.</summary>
    public static void Run<T>(ExactFixture<T> fixture, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged
    {
        var values = input.ToArray();
        for (var i = 0; i < fixture.Layers.Count; i++)
        {
            var next = new T[fixture.Layers[i].Outputs];
            RunLayer(fixture, i, values, next);
            values = next;
        }

        values.CopyTo(output);
    }

    public static void RunLayer<T>(ExactFixture<T> fixture, int index, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged
    {
        var (layer, format) = (fixture.Layers[index], fixture.Formats.Activations);
        for (var neuron = 0; neuron < layer.Outputs; neuron++)
        {
            var sum = Dyadic.Zero;
            for (var edge = layer.RowStarts[neuron]; edge < layer.RowStarts[neuron + 1]; edge++)
                sum += Dyadic.FromDouble(layer.Weights[edge]) * Value(format, input[layer.Columns[edge]]);
            if (layer.BiasMode == BiasMode.Dense || !sum.IsZero)
                sum += Dyadic.FromDouble(layer.Biases[neuron]);
            if (layer.Activation == Activation.ReLU)
                sum = Dyadic.Max(sum, Dyadic.Zero);
            sum = Dyadic.Min(sum, Dyadic.FromDouble(layer.Ceiling));
            output[neuron] = FixtureElements.FromBits<T>(format.ToBits(format.Round(sum)));
        }
    }

    public static Dyadic Value<T>(StorageFormat format, T value)
        where T : unmanaged =>
        format.TryFromBits(FixtureElements.ToBits(value), out var number) ? number : throw new ArgumentException($"{value} is no number.");

    private static DyadicLayer Layer(ref SplitMix64 random, int inputs, int outputs)
    {
        var weights = new Dictionary<(int, int), Dyadic>();
        for (var i = 0; i < inputs; i++)
        for (var j = 0; j < outputs; j++)
            if (random.Next(4) > 0)
                weights[(i, j)] = new Dyadic(random.Next(13) - 6, -2);
        var biases = new Dyadic[outputs];
        for (var j = 0; j < outputs; j++)
            biases[j] = new Dyadic(random.Next(7) - 3, -2);
        return LayerFactory.FromMatrix(
            inputs,
            outputs,
            (i, j) => weights.TryGetValue((i, j), out var weight) ? weight : null,
            j => biases[j]
        );
    }
}
