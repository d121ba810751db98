using System;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Networks;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

/// <summary>The tables of one table-driven layer, laid out for the kernels: distinct sums ordered by in-degree, indices as byte offsets.</summary>
/// <typeparam name="T">Element type.</typeparam>
public sealed class LayerTable<T>
    where T : unmanaged
{
    internal LayerTable(LayerData data)
    {
        Inputs = data.Inputs;
        Outputs = data.Outputs;
        HasBias = data.HasBias;
        Activates = data.HasSelect;
        NonzeroSums = data.BiasMode == BiasMode.NonzeroSums;
        HasCeiling = data.HasCeiling;
        Ceiling = HasCeiling ? Convert(data.CeilingBits, data.Elements) : default;
        HasConstantWeight = data.Weights.IsConstant;
        Weights = Expand(data.Weights, data.Elements);
        TileOffsets = Offsets(data.Lists.Columns, TileShape.BytesPerNeuron);
        ItemOffsets = Offsets(data.Lists.Columns, Unsafe.SizeOf<T>());
        Biases = new T[Outputs];
        for (var i = 0; i < Outputs; i++) Biases[i] = Convert(data.Biases.Bits(i), data.Elements);
        HasConstantBias = data.Biases.IsConstant;
        (Sums, Groups, OutputNeurons) = Order(data);
    }

    /// <summary>Number of input neurons.</summary>
    public int Inputs { get; }

    /// <summary>Number of output neurons.</summary>
    public int Outputs { get; }

    internal bool HasBias { get; }

    /// <summary>Whether the select step ends with ⊕ One.</summary>
    internal bool Activates { get; }

    /// <summary>Whether a sum that is Zero stays absent through the select step.</summary>
    internal bool NonzeroSums { get; }

    internal bool HasCeiling { get; }

    internal T Ceiling { get; }

    internal bool HasConstantWeight { get; }

    /// <summary>One weight where it is constant, else one an edge, sum by sum.</summary>
    internal T[] Weights { get; }

    /// <summary>Byte offsets of the inputs in a tile, list by list.</summary>
    internal int[] TileOffsets { get; }

    /// <summary>Byte offsets of the inputs in a single item, list by list.</summary>
    internal int[] ItemOffsets { get; }

    internal T[] Biases { get; }

    /// <summary>Whether one bias serves all neurons.</summary>
    internal bool HasConstantBias { get; }

    /// <summary>Distinct sums, those of equal in-degree together.</summary>
    internal TableSum[] Sums { get; }

    /// <summary>The neurons that take each sum, sum by sum.</summary>
    internal int[] OutputNeurons { get; }

    internal DegreeGroup[] Groups { get; }

    private static (TableSum[] Sums, DegreeGroup[] Groups, int[] OutputNeurons) Order(LayerData data)
    {
        var neurons = Enumerable.Range(0, data.Outputs).OrderBy(neuron => data.SumOfNeuron[neuron]).ToArray();
        var sums = new TableSum[data.Sums];
        for (int sum = 0, weight = 0, output = 0; sum < sums.Length; sum++)
        {
            var first = output;
            while (output < neurons.Length && data.SumOfNeuron[neurons[output]] == sum) output++;
            sums[sum] = new TableSum(data.Lists.RowStarts[data.ListOfSum[sum]], data.Weights.IsConstant ? 0 : weight, first, output - first);
            weight += Degree(sum);
        }

        var order = Enumerable.Range(0, sums.Length).OrderBy(Degree).ToArray();
        var groups = order.GroupBy(Degree).Select(group => (Degree: group.Key, Count: group.Count())).ToArray();
        var start = 0;
        return (Array.ConvertAll(order, sum => sums[sum]), Array.ConvertAll(groups, group =>
        {
            start += group.Count;
            return new DegreeGroup(group.Degree, start - group.Count, group.Count);
        }), neurons);

        int Degree(int sum) => data.Lists.Row(data.ListOfSum[sum]).Length;
    }

    private static int[] Offsets(ReadOnlySpan<int> columns, int bytesPerNeuron)
    {
        var offsets = new int[columns.Length];
        for (var i = 0; i < offsets.Length; i++) offsets[i] = checked(columns[i] * bytesPerNeuron);
        return offsets;
    }

    private static T[] Expand(RoundedValues weights, ElementFormat format)
    {
        // One element more than edges, because a kernel reads the first weight of a sum before it looks at the degree.
        var expanded = new T[weights.IsConstant ? 1 : weights.Count + 1];
        for (var i = 0; i < Math.Min(expanded.Length, weights.Count); i++) expanded[i] = Convert(weights.Bits(i), format);
        return expanded;
    }

    // The 64 bits of a value, as the stages hold them, as an element; a boolean is 64 items of a word at once.
    private static T Convert(long bits, ElementFormat format) =>
        typeof(T) == typeof(float) ? (T)(object)(float)BitConverter.Int64BitsToDouble(bits)
        : typeof(T) == typeof(double) ? (T)(object)BitConverter.Int64BitsToDouble(bits)
        : typeof(T) == typeof(int) ? (T)(object)(int)bits
        : typeof(T) == typeof(long) ? (T)(object)bits
        : (T)(object)(format == ElementFormat.Boolean ? (bits != 0 ? ulong.MaxValue : 0) : unchecked((ulong)bits));
}

/// <summary>Where a sum's inputs, weights and neurons begin.</summary>
/// <param name="List">Position of its first index.</param>
/// <param name="Weight">Position of its first weight; 0 where the weight is constant.</param>
/// <param name="FirstOutput">Position of its first neuron.</param>
/// <param name="OutputCount">Number of neurons that take it.</param>
internal readonly record struct TableSum(int List, int Weight, int FirstOutput, int OutputCount);

/// <summary>Sums of one in-degree.</summary>
/// <param name="Degree">Number of inputs.</param>
/// <param name="First">Position of the first sum.</param>
/// <param name="Count">Number of sums.</param>
internal readonly record struct DegreeGroup(int Degree, int First, int Count);
