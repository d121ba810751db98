using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparseDnn.Execution;

/// <summary>Fills the outputs of dropped items, past the caches where there are so many that nothing of them would stay there.</summary>
internal static unsafe class NonTemporalFill
{
    /// <summary>Outputs of a batch from which on they are not kept in caches: more than a core's share of the last one.</summary>
    public const long LeastBytes = 1L << 25;

    /// <summary>Fills outputs of an item.</summary>
    /// <param name="to">The outputs.</param>
    /// <param name="count">How many.</param>
    /// <param name="zero">Zero of the semiring.</param>
    /// <param name="streams">Whether to go past the caches. What other threads see is in order again with the next interlocked
    /// operation.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(T* to, int count, T zero, bool streams)
        where T : unmanaged
    {
        var aligned = (T*)(((nuint)to + 31) & ~(nuint)31);
        var end = to + count;
        if (!streams || !Vector256.IsHardwareAccelerated || aligned + Vector256<T>.Count > end || ((nuint)to & (nuint)(sizeof(T) - 1)) != 0)
        {
            new Span<T>(to, count).Fill(zero);
            return;
        }

        new Span<T>(to, (int)(aligned - to)).Fill(zero);
        var zeros = Vector256.Create(zero);
        for (; aligned + Vector256<T>.Count <= end; aligned += Vector256<T>.Count)
            zeros.StoreAlignedNonTemporal(aligned);
        new Span<T>(aligned, (int)(end - aligned)).Fill(zero);
    }
}
