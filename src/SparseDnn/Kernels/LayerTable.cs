using System;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Networks;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

/// <summary>The tables of one table-driven layer, laid out for the kernels: neurons ordered by in-degree, indices as byte offsets.</summary>
/// <typeparam name="T">Element type.</typeparam>
public sealed class LayerTable<T>
    where T : unmanaged
{
    internal LayerTable(LayerData data)
    {
        Inputs = data.Inputs;
        Outputs = data.Outputs;
        HasBias = !(data.Biases.IsConstant && data.Biases.Constant == 0);
        BiasMode = data.BiasMode;
        Rectifies = data.Activation == Activation.ReLU;
        HasCeiling = !double.IsPositiveInfinity(data.Ceiling);
        Ceiling = Convert(data.Ceiling);
        HasConstantWeight = data.Weights.IsConstant;
        Weights = Expand(data.Weights);
        TileOffsets = Offsets(data.Lists.Columns, TileShape.BytesPerNeuron);
        ItemOffsets = Offsets(data.Lists.Columns, Unsafe.SizeOf<T>());
        Biases = new T[Outputs];
        for (var i = 0; i < Outputs; i++) Biases[i] = Convert(data.Biases[i]);
        (Neurons, Groups) = Order(data);
    }

    /// <summary>Number of input neurons.</summary>
    public int Inputs { get; }

    /// <summary>Number of output neurons.</summary>
    public int Outputs { get; }

    internal bool HasBias { get; }

    internal BiasMode BiasMode { get; }

    internal bool Rectifies { get; }

    internal bool HasCeiling { get; }

    internal T Ceiling { get; }

    internal bool HasConstantWeight { get; }

    /// <summary>One weight where it is constant, else one an edge, neuron by neuron.</summary>
    internal T[] Weights { get; }

    /// <summary>Byte offsets of the inputs in a tile, list by list.</summary>
    internal int[] TileOffsets { get; }

    /// <summary>Byte offsets of the inputs in a single item, list by list.</summary>
    internal int[] ItemOffsets { get; }

    internal T[] Biases { get; }

    /// <summary>Neurons, those of equal in-degree together.</summary>
    internal TableNeuron[] Neurons { get; }

    internal DegreeGroup[] Groups { get; }

    private static (TableNeuron[] Neurons, DegreeGroup[] Groups) Order(LayerData data)
    {
        var neurons = new TableNeuron[data.Outputs];
        var degrees = new int[data.Outputs];
        var weight = 0;
        for (var neuron = 0; neuron < neurons.Length; neuron++)
        {
            var list = data.ListOfNeuron[neuron];
            degrees[neuron] = data.Lists.Row(list).Length;
            neurons[neuron] = new TableNeuron(neuron, data.Lists.RowStarts[list], data.Weights.IsConstant ? 0 : weight);
            weight += degrees[neuron];
        }

        var ordered = neurons.OrderBy(neuron => degrees[neuron.Output]).ToArray();
        var groups = ordered.GroupBy(neuron => degrees[neuron.Output]).Select(group => (Degree: group.Key, Count: group.Count())).ToArray();
        var first = 0;
        return (ordered, Array.ConvertAll(groups, group =>
        {
            first += group.Count;
            return new DegreeGroup(group.Degree, first - group.Count, group.Count);
        }));
    }

    private static int[] Offsets(ReadOnlySpan<int> columns, int bytesPerNeuron)
    {
        var offsets = new int[columns.Length];
        for (var i = 0; i < offsets.Length; i++) offsets[i] = checked(columns[i] * bytesPerNeuron);
        return offsets;
    }

    private static T[] Expand(RoundedValues weights)
    {
        // One element more than edges, because a kernel reads the first weight of a neuron before it looks at the degree.
        var expanded = new T[weights.IsConstant ? 1 : weights.Count + 1];
        for (var i = 0; i < Math.Min(expanded.Length, weights.Count); i++) expanded[i] = Convert(weights[i]);
        return expanded;
    }

    private static T Convert(double value) => typeof(T) == typeof(float) ? (T)(object)(float)value : (T)(object)value;
}

/// <summary>Where a neuron's inputs and weights begin.</summary>
/// <param name="Output">The neuron.</param>
/// <param name="List">Position of its first index.</param>
/// <param name="Weight">Position of its first weight; 0 where the weight is constant.</param>
internal readonly record struct TableNeuron(int Output, int List, int Weight);

/// <summary>Neurons of one in-degree.</summary>
/// <param name="Degree">Number of inputs.</param>
/// <param name="First">Position of the first neuron.</param>
/// <param name="Count">Number of neurons.</param>
internal readonly record struct DegreeGroup(int Degree, int First, int Count);
