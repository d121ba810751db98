using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Elements;
using SparseDnn.Isa;
using SparseDnn.Lanes;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Columns;

namespace SparseDnn.Layouts;

/// <summary>
/// The tables of one table-driven layer, laid out for the kernels: distinct sums ordered by in-degree, indices as byte offsets.
/// </summary>
/// <typeparam name="T">Element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LayerTable<T>
    where T : unmanaged
{
    private readonly Lazy<RunTable<T>> _tile;
    private readonly Lazy<PanelTable<T>?> _panels;
    private readonly Lazy<PackedColumns<T>?> _packed;

    internal LayerTable(LayerData data)
    {
        Inputs = data.Inputs;
        Outputs = data.Outputs;
        HasBias = data.HasBias;
        Activates = data.HasActivation;
        NonzeroSums = data.BiasMode == BiasMode.NonzeroSums;
        HasCeiling = data.HasCeiling;
        Ceiling = HasCeiling ? KernelElement.Of<T>(data.CeilingBits, data.Elements) : default;
        AddsOnly = data.AddsOnly;
        Kernels = data.Kernels;
        HasConstantWeight = data.Weights.IsConstant;
        WeightFormat = data.WeightFormat;
        Biases = new T[Outputs];
        for (var i = 0; i < Outputs; i++)
            Biases[i] = KernelElement.Of<T>(data.Biases.Bits(i), data.Elements);
        HasConstantBias = data.Biases.IsConstant;
        (Sums, OutputRows) = SumsOf(data);
        Scales = new T[data.HasScales ? Sums.Length : 0];
        for (var i = 0; i < Scales.Length; i++)
            Scales[i] = KernelElement.Of<T>(data.Scales.Bits(i), data.Elements);
        Tails = Array.TrueForAll(Sums, sum => sum.OutputCount == 1)
            ? Enumerable
                .Range(0, Sums.Length)
                .Select(sum => new SumTail<T>(
                    OutputRows[Sums[sum].FirstOutput],
                    Biases[OutputRows[Sums[sum].FirstOutput]],
                    Scales.Length > 0 ? Scales[sum] : default
                ))
                .ToArray()
            : null;
        // All other layouts come from this one, so that the layer's data need not be kept; none is made before it is asked for.
        Item = new RunTable<T>(data, Unsafe.SizeOf<T>(), Kernels.HasFlag(KernelStrategies.Blocks));
        _tile = new Lazy<RunTable<T>>(() => Item.At(TileShape.BytesPerNeuron));
        _panels = new Lazy<PanelTable<T>?>(() =>
            Kernels.HasFlag(KernelStrategies.Panels) && Tails is not null ? PanelTable<T>.Create(Item, Inputs, Tails) : null
        );
        _packed = new Lazy<PackedColumns<T>?>(() =>
            Kernels.HasFlag(KernelStrategies.Columns) && ProcessorFacts.Meet(ColumnStrategy.Needs) && Tails is not null
                ? new PackedColumns<T>(Item, Tails)
                : null
        );
    }

    /// <summary>Runs for tiles of items.</summary>
    internal RunTable<T> Tile => _tile.Value;

    /// <summary>Runs for single items.</summary>
    internal RunTable<T> Item { get; }

    /// <summary>Panels for two tiles of items at once; null where the layer has none.</summary>
    internal PanelTable<T>? Panels => _panels.Value;

    /// <summary>Sums side by side for single items; null where the plan or the processor has no such form.</summary>
    internal PackedColumns<T>? Packed => _packed.Value;

    /// <summary>Rows that the layer reads.</summary>
    public int Inputs { get; }

    /// <summary>Rows that it leaves.</summary>
    public int Outputs { get; }

    /// <summary>Whether terms are added as they are.</summary>
    internal bool AddsOnly { get; }

    /// <summary>The strategies that the plan chose beside the table loop.</summary>
    internal KernelStrategies Kernels { get; }

    /// <summary>One factor a sum, in the order of <see cref="Sums"/>; empty where there are none.</summary>
    internal T[] Scales { get; }

    internal bool HasBias { get; }

    /// <summary>Whether the epilogue ends with ⊕ One.</summary>
    internal bool Activates { get; }

    /// <summary>Whether a sum that is Zero stays absent through the epilogue.</summary>
    internal bool NonzeroSums { get; }

    internal bool HasCeiling { get; }

    internal T Ceiling { get; }

    internal bool HasConstantWeight { get; }

    /// <summary>How individual weights are stored.</summary>
    internal ElementFormat WeightFormat { get; }

    internal T[] Biases { get; }

    /// <summary>Whether one bias serves all neurons.</summary>
    internal bool HasConstantBias { get; }

    /// <summary>What follows each sum; null where several rows take one.</summary>
    internal SumTail<T>[]? Tails { get; }

    /// <summary>Which rows take each sum.</summary>
    internal TableSum[] Sums { get; }

    /// <summary>The rows that take each sum, sum by sum.</summary>
    internal int[] OutputRows { get; }

    private static (TableSum[] Sums, int[] OutputRows) SumsOf(LayerData data)
    {
        var rows = Enumerable.Range(0, data.Outputs).OrderBy(row => data.SumOfOutput[row]).ToArray();
        var sums = new TableSum[data.Sums];
        for (int sum = 0, output = 0; sum < sums.Length; sum++)
        {
            var first = output;
            while (output < rows.Length && data.SumOfOutput[rows[output]] == sum)
                output++;
            sums[sum] = new TableSum(first, output - first);
        }

        return (sums, rows);
    }
}

/// <summary>The rows that take a sum.</summary>
/// <param name="FirstOutput">Position of the first.</param>
/// <param name="OutputCount">How many.</param>
internal readonly record struct TableSum(int FirstOutput, int OutputCount);
