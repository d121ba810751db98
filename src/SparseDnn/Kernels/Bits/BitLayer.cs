using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa;
using SparseDnn.Layouts;
using SparseDnn.Planning.Strategies.Bits;

namespace SparseDnn.Kernels.Bits;

/// <summary>
/// A first layer that adds inputs of zeros and ones: sums are counted in bytes, 32 items a register, then finished like any other.
/// </summary>
/// <remarks>
/// The same bits as the layer's own kernel: with a power of two for each one, every partial sum is an integer times it, which nothing
/// rounds.
/// Elements are binary32; the plan has no such form for others. Rows hold −1 for a set bit, as comparisons give it; what is added is
/// negative and its sign turned once, at the end.
/// </remarks>
internal sealed unsafe class BitLayer<T>
    where T : unmanaged
{
    private readonly LayerTable<T> _table;
    private readonly LayerKernel<T> _kernel;
    private readonly float _one;
    private readonly int[][] _partials;
    private readonly int[][] _sums;

    private BitLayer(LayerTable<T> table, LayerKernel<T> kernel, float one)
    {
        (_table, _kernel, _one) = (table, kernel, one);
        (_partials, _sums) = SumRows.Of(table);
    }

    /// <summary>The layer in this form; null where the plan or the processor has none.</summary>
    /// <param name="table">The first layer.</param>
    /// <param name="kernel">Its kernel.</param>
    /// <param name="one">What a set bit stands for.</param>
    public static BitLayer<T>? Create(LayerTable<T> table, LayerKernel<T> kernel, float one) =>
        ProcessorFacts.Meet(BitStrategy.Needs) && table.Kernels.HasFlag(KernelStrategies.Bits) ? new BitLayer<T>(table, kernel, one) : null;

    /// <summary>Rows of 32 bytes that the work area must hold.</summary>
    public int WorkRows => _table.Inputs + _partials.Length + _sums.Length;

    /// <summary>Computes the layer for up to 32 items.</summary>
    /// <param name="inputs">Items of bits.</param>
    /// <param name="items">Which, at least one.</param>
    /// <param name="work">As many rows of 32 bytes as <see cref="WorkRows"/> says.</param>
    /// <param name="y">The tile that takes the outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(in BatchInputs inputs, ReadOnlySpan<int> items, byte* work, T* y)
    {
        BitRows.Load(inputs, items, _table.Inputs, work);
        var next = work + ((nint)_table.Inputs * BitRows.Items);
        foreach (var rows in _partials)
        {
            Sum(work, rows).Store(next);
            next += BitRows.Items;
        }

        var counts = (sbyte*)next;
        foreach (var rows in _sums)
        {
            Sum(work, rows).Store(next);
            next += BitRows.Items;
        }

        _kernel.FinishCounts(_table, counts, -_one, ref *y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Sum(byte* work, int[] rows)
    {
        Vector256<byte> a = default,
            b = default;
        var i = 0;
        for (; i + 2 <= rows.Length; i += 2)
        {
            a += Vector256.Load(work + ((nint)rows[i] * BitRows.Items));
            b += Vector256.Load(work + ((nint)rows[i + 1] * BitRows.Items));
        }

        if (i < rows.Length)
            a += Vector256.Load(work + ((nint)rows[i] * BitRows.Items));
        return a + b;
    }
}
