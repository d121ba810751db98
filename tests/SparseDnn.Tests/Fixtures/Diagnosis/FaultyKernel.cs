using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;

namespace SparseDnn.Tests.Fixtures.Diagnosis;

/// <summary>A plain kernel in soft arithmetic, descending over edges, with one fault at a time.</summary>
internal sealed class FaultyKernel(VectorSet vectors)
{
    public int? OnlyLayer { get; init; }
    public Func<Dyadic, Dyadic> Bias { get; init; } = bias => bias;
    public bool FlipsBiasMode { get; init; }
    public bool NoCeiling { get; init; }
    public bool CeilingFirst { get; init; }
    public bool NoReLU { get; init; }
    public bool AlwaysReLU { get; init; }
    public bool BiasLast { get; init; }
    public bool Transposes { get; init; }
    public int DropsLast { get; init; }
    public int DropsFirst { get; init; }
    public int Offset { get; init; }
    public Func<Dyadic, Dyadic> Weight { get; init; } = weight => weight;
    public Func<Dyadic, Dyadic>? Accumulate { get; init; }
    public Func<Dyadic, Dyadic>? Store { get; init; }
    public bool StoresAccumulators { get; init; }
    public int[]? Order { get; init; }

    public Dyadic[][] Run() => [.. vectors.Inputs.Select(Item)];

    private Dyadic[] Item(IReadOnlyList<Dyadic> input)
    {
        var x = input.ToArray();
        var order = Order ?? [.. Enumerable.Range(0, vectors.Layers.Count)];
        foreach (var index in order)
            x = Layer(index, x, index == order[^1]);
        return x;
    }

    private Dyadic[] Layer(int index, Dyadic[] x, bool isLast)
    {
        var layer = vectors.Layers[index].Layer;
        var isFaulty = OnlyLayer is null || OnlyLayer == index;
        var accumulate = isFaulty && Accumulate is not null ? Accumulate : vectors.Formats.Accumulator.Round;
        Func<Dyadic, Dyadic> store = vectors.Formats.Activations.Round;
        if (isFaulty && Store is not null)
            store = Store;
        else if (StoresAccumulators && !isLast)
            store = value => value;
        var terms = Enumerable.Range(0, layer.Outputs).Select(_ => new List<Dyadic>()).ToArray();
        var edge = 0;
        for (var neuron = 0; neuron < layer.Outputs; neuron++)
        {
            var row = layer.Edges.Row(neuron);
            for (var k = 0; k < row.Length; k++, edge++)
            {
                if (isFaulty && (k < DropsFirst || k >= row.Length - DropsLast))
                    continue;
                var (from, to) = isFaulty && Transposes ? (neuron, row[k]) : (row[k], neuron);
                if (isFaulty)
                    from += Offset;
                if (from >= 0 && from < x.Length)
                    terms[to].Add((isFaulty ? Weight(layer.Weights[edge]) : layer.Weights[edge]) * x[from]);
            }
        }

        return
        [
            .. terms.Select(
                (list, neuron) =>
                    store(Neuron(layer, list, isFaulty ? Bias(layer.Biases[neuron]) : layer.Biases[neuron], isFaulty, accumulate))
            ),
        ];
    }

    private Dyadic Neuron(DyadicLayer layer, List<Dyadic> terms, Dyadic bias, bool isFaulty, Func<Dyadic, Dyadic> accumulate)
    {
        var sum = Dyadic.Zero;
        foreach (var term in terms)
            sum = accumulate(sum + accumulate(term));
        var isDense = layer.BiasMode == BiasMode.Dense != (isFaulty && FlipsBiasMode);
        var adds = isDense || !sum.IsZero;
        if (isFaulty && BiasLast)
            sum = Cut(ReLU(sum));
        if (isFaulty && CeilingFirst)
            sum = Cut(sum);
        if (adds)
            sum = accumulate(sum + bias);
        if (isFaulty && BiasLast)
            return sum;
        sum = ReLU(sum);
        return isFaulty && (NoCeiling || CeilingFirst) ? sum : Cut(sum);

        Dyadic ReLU(Dyadic z) =>
            (layer.Activation == Activation.ReLU && !(isFaulty && NoReLU)) || (isFaulty && AlwaysReLU) ? Dyadic.Max(z, Dyadic.Zero) : z;
        Dyadic Cut(Dyadic z) => layer.Ceiling is { } ceiling ? Dyadic.Min(z, ceiling) : z;
    }
}
