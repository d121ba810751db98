using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparseDnn.Isa;
using SparseDnn.Layouts;
using SparseDnn.Planning.Strategies.Screening;

namespace SparseDnn.Kernels.Screening;

/// <summary>Tells of items of zeros and ones which will be all zeros behind the first layers, without computing them.</summary>
/// <remarks>
/// The layers add values that are not negative, bring them down by a bias and clamp them at 0, so upper bounds of their inputs give upper
/// bounds of their outputs (<see cref="BoundLayer"/>); an item whose
/// bounds are all 0 is all zeros there. What is told is therefore never wrong, only sometimes missing, and who is not told to die is
/// computed as ever.
/// </remarks>
internal sealed unsafe class ItemScreen
{
    /// <summary>Most items at a time.</summary>
    public const int Items = BitColumns.Items;

    // Quanta in a bias, so that what is lost by rounding it down is a sixteenth.
    private const int QuantaInBias = 16;

    private readonly int[][] _lists;
    private readonly int _shift;
    private readonly BoundLayer[] _layers;

    private ItemScreen(int inputs, int[][] lists, int shift, BoundLayer[] layers, int outputs)
    {
        (Inputs, _lists, _shift, _layers) = (inputs, lists, shift, layers);
        MaxRows = outputs;
        foreach (var layer in layers)
            MaxRows = Math.Max(MaxRows, layer.Rows);
    }

    /// <summary>Bits in an item.</summary>
    public int Inputs { get; }

    /// <summary>Rows of bits that the work area holds.</summary>
    public int BitRows => (Inputs + BitColumns.NeuronsAtOnce - 1) / BitColumns.NeuronsAtOnce * BitColumns.NeuronsAtOnce;

    /// <summary>Rows of bounds that each half of it holds.</summary>
    public int MaxRows { get; }

    /// <summary>The screen of a network; null where the plan or the processor has none.</summary>
    /// <param name="tables">The layers, as far as they have tables.</param>
    /// <param name="one">What a set bit stands for.</param>
    public static ItemScreen? Create<T>(IReadOnlyList<LayerTable<T>?> tables, double one)
        where T : unmanaged
    {
        var count = 0;
        while (count < tables.Count && tables[count] is { } table && table.Kernels.HasFlag(KernelStrategies.Screening))
            count++;
        if (!ProcessorFacts.Meet(ScreeningStrategy.Needs) || count == 0)
            return null;
        var first = tables[0]!;
        var rows = SumRows.Of(first);
        var most = rows.MostOnes(first.Inputs);
        var bias = double.PositiveInfinity;
        foreach (var value in Floats(first))
            bias = Math.Min(bias, -(double)value);
        var shift = 0;
        while (bias * (1 << shift) < QuantaInBias * one && most << (shift + 1) <= byte.MaxValue)
            shift++;
        var sums = BitSums.Of(rows, first.Inputs);
        var quantum = one / (1 << shift);
        var layers = new BoundLayer[count];
        layers[0] = Layer(first, sums.Rest, sums.Lists.Length);
        for (var layer = 1; layer < count; layer++)
            layers[layer] = Layer(tables[layer]!, SumRows.Of(tables[layer]!), tables[layer]!.Inputs);
        return new ItemScreen(first.Inputs, sums.Lists, shift, layers, tables[count - 1]!.Outputs);

        BoundLayer Layer(LayerTable<T> table, SumRows added, int inputs) =>
            new(Floats(table), table.Sums, table.OutputRows, added, inputs, quantum);

        // The plan screens layers of binary32 alone.
        static float[] Floats(LayerTable<T> table) => MemoryMarshal.Cast<T, float>(table.Biases).ToArray();
    }

    /// <summary>Screens items.</summary>
    /// <param name="inputs">Items of bits.</param>
    /// <param name="first">First item.</param>
    /// <param name="count">Number of items, 1 to 256.</param>
    /// <param name="work">Memory.</param>
    /// <param name="mayLive">Receives eight words, bit b of word s for item 8 b + s: set where the item may live; those behind the last
    /// item mean nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(in BatchInputs inputs, int first, int count, ScreenWork work, Span<uint> mayLive)
    {
        BitColumns.Load(inputs, first, count, Inputs, work.Bits, work.Squares);
        for (var i = 0; i < _lists.Length; i++)
            BitCounter.Count(work.Bits, _lists[i], _shift, work.X + ((nint)i * BoundLayer.RowBytes));
        for (var half = 0; half < Items; half += BoundLayer.ItemsAtOnce)
        {
            byte* x = work.X + half,
                y = work.Y + half;
            var items = ItemBounds.At(work.Items);
            foreach (var layer in _layers)
            {
                layer.Run(x, y, items);
                if (!items.MayTellMore())
                    break;
                var swap = x;
                x = y;
                y = swap;
            }

            for (var lanes = 0; lanes < BoundLayer.ItemsAtOnce; lanes += BitCounter.Lanes)
                mayLive[(half + lanes) / BitCounter.Lanes] = items.MayLive(lanes);
        }
    }
}
