using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparseDnn.Execution;

/// <summary>Fills the outputs of dropped items, past the caches where there are so many that nothing of them would stay there.</summary>
/// <remarks>By loops of its own: those of the class library begin in the compiler's first tier for each element type.</remarks>
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
        var end = to + count;
        var zeros = Vector256.Create(zero);
        if (streams && Vector256.IsHardwareAccelerated && ((nuint)to & (nuint)(sizeof(T) - 1)) == 0)
        {
            for (; to < end && ((nuint)to & (nuint)(Vector256<byte>.Count - 1)) != 0; to++)
                *to = zero;
            for (; to + Vector256<T>.Count <= end; to += Vector256<T>.Count)
                zeros.StoreAlignedNonTemporal(to);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            for (; to + Vector256<T>.Count <= end; to += Vector256<T>.Count)
                zeros.Store(to);
        }

        for (; to < end; to++)
            *to = zero;
    }
}
