using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa;
using SparseDnn.Isa.X86;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Screening;

/// <summary>A layer over upper bounds of activations: whole multiples of a quantum, one byte an item.</summary>
/// <remarks>
/// Rounding keeps the order of numbers. Where two values are at most u and v quanta, their rounded sum is at most that of u + v quanta,
/// which is a number of the format; and a value of at most u quanta
/// plus a bias of at most −d quanta is at most u − d of them. A sum that a byte does not hold stays at 255 and bounds nothing:
/// <see cref="ItemBounds"/> keeps whose was.
/// </remarks>
internal sealed unsafe class BoundLayer
{
    /// <summary>Bytes from row to row.</summary>
    public const int RowBytes = BitColumns.Items;

    /// <summary>Items at a time, whose rows stay in the first cache.</summary>
    public const int ItemsAtOnce = 128;

    // Integers before the terms of a sum: their number, the offset of its result, the quanta that its bias takes away.
    private const int Header = 3;

    private readonly int[] _partials;
    private readonly int[] _sums;
    private readonly byte _mostLess;

    /// <summary>Prepares a layer.</summary>
    /// <param name="biases">One a row that it leaves.</param>
    /// <param name="takers">Which rows take each sum.</param>
    /// <param name="outputRows">The rows that take each sum, sum by sum.</param>
    /// <param name="rows">The sums.</param>
    /// <param name="inputs">Number of rows that they add.</param>
    /// <param name="quantum">A power of two.</param>
    public BoundLayer(float[] biases, TableSum[] takers, int[] outputRows, SumRows rows, int inputs, double quantum)
    {
        var (partials, sums) = (new List<int>(), new List<int>());
        Rows = inputs;
        foreach (var terms in rows.Partials)
            Add(partials, terms, Rows++, 0);
        // By length, so that loops of one length follow each other.
        foreach (var number in ByLength(rows.Sums))
        {
            var (list, sum) = (rows.Sums[number], takers[number]);
            if (sum.OutputCount > 1)
            {
                Add(partials, list, Rows, 0);
                list = [Rows++];
            }

            foreach (var output in outputRows.AsSpan(sum.FirstOutput, sum.OutputCount))
            {
                var less = (byte)Math.Min(byte.MaxValue, Math.Floor(-(double)biases[output] / quantum));
                Add(sums, list, output, less);
                _mostLess = Math.Max(_mostLess, less);
            }
        }

        (_partials, _sums) = (partials.ToArray(), sums.ToArray());
    }

    /// <summary>Rows of inputs and shared sums.</summary>
    public int Rows { get; }

    /// <summary>Computes the layer for 128 items.</summary>
    /// <param name="x">Bounds of its inputs; shared sums are written behind them.</param>
    /// <param name="y">Receives bounds of its outputs.</param>
    /// <param name="items">What is known of the items.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(byte* x, byte* y, ItemBounds items)
    {
        if (BoundLanes512.IsSupported)
            Run<Vector512<byte>, BoundLanes512>(x, y, items);
        else
            Run<Vector256<byte>, BoundLanes256>(x, y, items);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run<TVector, TLanes>(byte* x, byte* y, ItemBounds items)
        where TVector : unmanaged
        where TLanes : struct, IBoundLanes<TVector>
    {
        for (var item = 0; item < ItemsAtOnce; item += 2 * sizeof(TVector))
        {
            TVector most0 = default,
                most1 = default;
            Sums<TVector, TLanes>(_partials, x + item, x + item, ref most0, ref most1);
            (most0, most1) = (default, default);
            Sums<TVector, TLanes>(_sums, x + item, y + item, ref most0, ref most1);
            items.Note<TVector, TLanes>(item, most0, _mostLess);
            items.Note<TVector, TLanes>(item + sizeof(TVector), most1, _mostLess);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums<TVector, TLanes>(int[] stream, byte* x, byte* y, ref TVector most0, ref TVector most1)
        where TVector : unmanaged
        where TLanes : struct, IBoundLanes<TVector>
    {
        TVector m0 = default,
            m1 = default,
            less = default;
        var lastLess = 0;
        fixed (int* start = stream)
        {
            for (int* at = start, end = start + stream.Length; at < end; at += Header + at[0])
            {
                TVector sum0 = default,
                    sum1 = default;
                for (nint i = Header; i < Header + at[0]; i++)
                {
                    sum0 = TLanes.Add(sum0, TLanes.Load(x + at[i]));
                    sum1 = TLanes.Add(sum1, TLanes.Load(x + at[i] + sizeof(TVector)));
                }

                if (at[2] != lastLess)
                    less = TLanes.Create((byte)(lastLess = at[2]));
                sum0 = TLanes.Subtract(sum0, less);
                sum1 = TLanes.Subtract(sum1, less);
                m0 = TLanes.Max(m0, sum0);
                m1 = TLanes.Max(m1, sum1);
                TLanes.Store(sum0, y + at[1]);
                TLanes.Store(sum1, y + at[1] + sizeof(TVector));
            }
        }

        (most0, most1) = (m0, m1);
    }

    // Of equal lengths the first comes first.
    private static int[] ByLength(int[][] sums)
    {
        var lengths = Array.ConvertAll(sums, sum => sum.Length);
        var (order, count) = (new int[sums.Length], 0);
        for (var length = 0; count < order.Length; length++)
        for (var sum = 0; sum < sums.Length; sum++)
            if (lengths[sum] == length)
                order[count++] = sum;
        return order;
    }

    private static void Add(List<int> stream, int[] terms, int row, int less)
    {
        stream.Add(terms.Length);
        stream.Add(row * RowBytes);
        stream.Add(less);
        foreach (var term in terms)
            stream.Add(term * RowBytes);
    }
}
