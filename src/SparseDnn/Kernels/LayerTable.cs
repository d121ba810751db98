using System;
using System.Collections.Generic;
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
        AddsOnly = data.AddsOnly;
        HasConstantWeight = data.Weights.IsConstant;
        Weights = Expand(data.Weights, data.Elements);
        // Partial sums first, then the sums' lists.
        TileOffsets = Offsets(data, TileShape.BytesPerNeuron);
        ItemOffsets = Offsets(data, Unsafe.SizeOf<T>());
        (Partials, PartialGroups) = PartialSums(data);
        Biases = new T[Outputs];
        for (var i = 0; i < Outputs; i++) Biases[i] = Convert(data.Biases.Bits(i), data.Elements);
        HasConstantBias = data.Biases.IsConstant;
        (Sums, Groups, OutputNeurons) = Order(data);
        Scales = new T[data.HasScales ? Sums.Length : 0];
        for (var i = 0; i < Scales.Length; i++) Scales[i] = Convert(data.Scales.Bits(Sums[i].Sum), data.Elements);
        for (var i = 0; i < Sums.Length; i++) Sums[i] = Sums[i] with { Sum = i };
    }

    /// <summary>Rows that the layer reads.</summary>
    public int Inputs { get; }

    /// <summary>Rows that it leaves.</summary>
    public int Outputs { get; }

    /// <summary>Whether terms are added as they are.</summary>
    internal bool AddsOnly { get; }

    /// <summary>One factor a sum, in the order of <see cref="Sums"/>; empty where there are none.</summary>
    internal T[] Scales { get; }

    /// <summary>Sums that become rows behind the inputs, in an order in which each adds earlier rows.</summary>
    internal TableSum[] Partials { get; }

    /// <summary>Runs of partial sums that may be computed side by side.</summary>
    internal DegreeGroup[] PartialGroups { get; }

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
        var rows = Enumerable.Range(0, data.Outputs).OrderBy(row => data.SumOfOutput[row]).ToArray();
        var sums = new TableSum[data.Sums];
        for (int sum = 0, weight = 0, output = 0; sum < sums.Length; sum++)
        {
            var first = output;
            while (output < rows.Length && data.SumOfOutput[rows[output]] == sum) output++;
            sums[sum] = new TableSum(data.Partials.ItemCount + data.Lists.Starts[data.ListOfSum[sum]], data.Weights.IsConstant ? 0 : weight, first, output - first, sum);
            weight += data.Terms(sum);
        }

        var order = Enumerable.Range(0, sums.Length).OrderBy(data.Terms).ToArray();
        var groups = order.GroupBy(data.Terms).Select(group => (Degree: group.Key, Count: group.Count())).ToArray();
        var start = 0;
        return (Array.ConvertAll(order, sum => sums[sum]), Array.ConvertAll(groups, group =>
        {
            start += group.Count;
            return new DegreeGroup(group.Degree, start - group.Count, group.Count);
        }), rows);
    }

    private static (TableSum[] Sums, DegreeGroup[] Groups) PartialSums(LayerData data)
    {
        var sums = new TableSum[data.Partials.Count];
        var groups = new List<DegreeGroup>();
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = new TableSum(data.Partials.Starts[i], 0, data.Inputs + i, 1, i);
            var rows = data.Partials[i];
            // A run ends where the length changes, or where a sum adds a row of the same run.
            var run = groups.Count == 0 ? default : groups[^1];
            if (groups.Count > 0 && run.Degree == rows.Length && rows[^1] < data.Inputs + run.First) groups[^1] = run with { Count = run.Count + 1 };
            else groups.Add(new DegreeGroup(rows.Length, i, 1));
        }

        return (sums, groups.ToArray());
    }

    private static int[] Offsets(LayerData data, int bytesPerNeuron)
    {
        var offsets = new int[data.Partials.ItemCount + data.Lists.ItemCount];
        for (var i = 0; i < data.Partials.ItemCount; i++) offsets[i] = checked(data.Partials.Items[i] * bytesPerNeuron);
        for (var i = 0; i < data.Lists.ItemCount; i++) offsets[data.Partials.ItemCount + i] = checked(data.Lists.Items[i] * bytesPerNeuron);
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
/// <param name="FirstOutput">Position of its first row; the row itself where it is a partial sum.</param>
/// <param name="OutputCount">Number of rows that take it.</param>
/// <param name="Sum">Its own position.</param>
internal readonly record struct TableSum(int List, int Weight, int FirstOutput, int OutputCount, int Sum);

/// <summary>Sums of one in-degree.</summary>
/// <param name="Degree">Number of inputs.</param>
/// <param name="First">Position of the first sum.</param>
/// <param name="Count">Number of sums.</param>
internal readonly record struct DegreeGroup(int Degree, int First, int Count);
