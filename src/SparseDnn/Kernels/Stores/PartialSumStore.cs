using System.Runtime.CompilerServices;
using SparseDnn.Lanes;

namespace SparseDnn.Kernels.Stores;

/// <summary>A sum that other sums add becomes a row as it is.</summary>
internal readonly struct PartialSumStore<T, TVector, TLanes> : ISumStore<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v, int sum, ref T y) => TLanes.Store(v, ref Unsafe.Add(ref y, (nint)sum * TLanes.Stride));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v0, TVector v1, int sum, ref T y)
    {
        ref var row = ref Unsafe.Add(ref y, (nint)sum * TLanes.Stride);
        TLanes.Store(v0, ref row);
        TLanes.Store(v1, ref Unsafe.Add(ref row, TLanes.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v0, TVector v1, TVector v2, TVector v3, int sum, ref T y)
    {
        Store(v0, v1, sum, ref y);
        Store(v2, v3, sum, ref Unsafe.Add(ref y, 2 * TLanes.Count));
    }
}
