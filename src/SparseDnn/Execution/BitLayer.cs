using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SparseDnn.Kernels;

namespace SparseDnn.Execution;

/// <summary>
/// A first layer that adds inputs of zeros and ones: sums are counted in bytes, 32 items a register, then finished like any other.
/// </summary>
/// <remarks>
/// The same bits as the layer's own kernel: with a power of two for each one, every partial sum is an integer times it, which nothing
/// rounds.
/// Rows hold −1 for a set bit, as comparisons give it; what is added is negative and its sign turned once, at the end.
/// </remarks>
internal sealed unsafe class BitLayer
{
    /// <summary>Items at a time: those of a tile of floats.</summary>
    public const int Items = 32;

    private readonly LayerTable<float> _table;
    private readonly LayerKernel<float> _kernel;
    private readonly float _one;
    private readonly int[][] _partials;
    private readonly int[][] _sums;

    private BitLayer(LayerTable<float> table, LayerKernel<float> kernel, float one)
    {
        (_table, _kernel, _one) = (table, kernel, one);
        (_partials, _sums) = SumRows.Of(table);
    }

    /// <summary>The layer in this form; null where the plan or the processor has none.</summary>
    /// <param name="table">The first layer.</param>
    /// <param name="kernel">Its kernel.</param>
    /// <param name="one">What a set bit stands for.</param>
    public static BitLayer? Create(LayerTable<float> table, LayerKernel<float> kernel, float one) =>
        Avx2.IsSupported && Vector256.IsHardwareAccelerated && table.Kernels.HasFlag(KernelStrategies.Bits) ? new BitLayer(table, kernel, one) : null;

    /// <summary>Rows of 32 bytes that the work area must hold.</summary>
    public int WorkRows => _table.Inputs + _partials.Length + _sums.Length;

    /// <summary>Computes the layer for up to 32 items.</summary>
    /// <param name="inputs">Items of bits.</param>
    /// <param name="items">Which, at least one.</param>
    /// <param name="work">As many rows of 32 bytes as <see cref="WorkRows"/> says.</param>
    /// <param name="y">The tile that takes the outputs.</param>
    public void Compute(in BatchInputs inputs, ReadOnlySpan<int> items, byte* work, float* y)
    {
        BitRows.Load(inputs, items, _table.Inputs, work);
        var next = work + ((nint)_table.Inputs * Items);
        foreach (var rows in _partials)
        {
            Sum(work, rows).Store(next);
            next += Items;
        }

        var counts = (sbyte*)next;
        foreach (var rows in _sums)
        {
            Sum(work, rows).Store(next);
            next += Items;
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
            a += Vector256.Load(work + ((nint)rows[i] * Items));
            b += Vector256.Load(work + ((nint)rows[i + 1] * Items));
        }

        if (i < rows.Length)
            a += Vector256.Load(work + ((nint)rows[i] * Items));
        return a + b;
    }
}
