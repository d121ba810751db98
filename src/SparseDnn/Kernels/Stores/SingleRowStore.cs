using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Stores;

/// <summary>
/// What follows a sum in the commonest layers: one row takes it. The bits of
/// <see cref="EpilogueStore{T, TVector, TLanes, TEpilogue}"/> in a quarter of the instructions.
/// </summary>
internal readonly struct SingleRowStore<T, TVector, TLanes, TEpilogue> : ISumStore<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TEpilogue : struct, IEpilogue<T>
{
    private const int HasScale = 1,
        HasBias = 2,
        Activates = 4,
        HasCeiling = 8,
        KeepsAbsent = 16;
    private readonly SumTail<T>[] _tails;
    private readonly TVector _ceiling;
    private readonly TVector _zero;
    private readonly TVector _absent;
    private readonly int _steps;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SingleRowStore(LayerTable<T> table, T zero, bool keepsAbsent)
    {
        _tails = table.Tails!;
        _ceiling = TLanes.Broadcast(table.Ceiling);
        _steps =
            (table.Scales.Length > 0 ? HasScale : 0)
            | (TEpilogue.Acts && table.HasBias ? HasBias : 0)
            | (TEpilogue.Acts && table.Activates ? Activates : 0)
            | (TEpilogue.Acts && table.HasCeiling ? HasCeiling : 0)
            | (keepsAbsent ? KeepsAbsent : 0);
        _zero = TLanes.Broadcast(zero);
        _absent = TLanes.Broadcast(table.Activates ? TEpilogue.One : zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v, int sum, ref T y)
    {
        ref var tail = ref Tail(sum);
        if ((_steps & HasScale) != 0)
            v = Scaled(v, TLanes.Broadcast(tail.Scale));
        var sum0 = v;
        if ((_steps & HasBias) != 0)
            v = TEpilogue.Bias<TVector, TLanes>(v, TLanes.Broadcast(tail.Bias));
        if ((_steps & Activates) != 0)
            v = TEpilogue.Activate<TVector, TLanes>(v);
        if ((_steps & KeepsAbsent) != 0)
            v = TLanes.WhereEqual(sum0, _zero, _absent, v);
        if ((_steps & HasCeiling) != 0)
            v = TLanes.Lesser(_ceiling, v);
        TLanes.Store(v, ref Unsafe.Add(ref y, (nint)tail.Row * TLanes.Stride));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v0, TVector v1, int sum, ref T y)
    {
        ref var tail = ref Tail(sum);
        if ((_steps & HasScale) != 0)
        {
            var scale = TLanes.Broadcast(tail.Scale);
            v0 = Scaled(v0, scale);
            v1 = Scaled(v1, scale);
        }

        TVector s0 = v0,
            s1 = v1;
        if ((_steps & HasBias) != 0)
        {
            var bias = TLanes.Broadcast(tail.Bias);
            v0 = TEpilogue.Bias<TVector, TLanes>(v0, bias);
            v1 = TEpilogue.Bias<TVector, TLanes>(v1, bias);
        }

        if ((_steps & Activates) != 0)
        {
            v0 = TEpilogue.Activate<TVector, TLanes>(v0);
            v1 = TEpilogue.Activate<TVector, TLanes>(v1);
        }

        if ((_steps & KeepsAbsent) != 0)
        {
            v0 = TLanes.WhereEqual(s0, _zero, _absent, v0);
            v1 = TLanes.WhereEqual(s1, _zero, _absent, v1);
        }

        if ((_steps & HasCeiling) != 0)
        {
            v0 = TLanes.Lesser(_ceiling, v0);
            v1 = TLanes.Lesser(_ceiling, v1);
        }

        ref var row = ref Unsafe.Add(ref y, (nint)tail.Row * TLanes.Stride);
        TLanes.Store(v0, ref row);
        TLanes.Store(v1, ref Unsafe.Add(ref row, TLanes.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v0, TVector v1, TVector v2, TVector v3, int sum, ref T y)
    {
        ref var tail = ref Tail(sum);
        if ((_steps & HasScale) != 0)
        {
            var scale = TLanes.Broadcast(tail.Scale);
            v0 = Scaled(v0, scale);
            v1 = Scaled(v1, scale);
            v2 = Scaled(v2, scale);
            v3 = Scaled(v3, scale);
        }

        TVector s0 = v0,
            s1 = v1,
            s2 = v2,
            s3 = v3;
        if ((_steps & HasBias) != 0)
        {
            var bias = TLanes.Broadcast(tail.Bias);
            v0 = TEpilogue.Bias<TVector, TLanes>(v0, bias);
            v1 = TEpilogue.Bias<TVector, TLanes>(v1, bias);
            v2 = TEpilogue.Bias<TVector, TLanes>(v2, bias);
            v3 = TEpilogue.Bias<TVector, TLanes>(v3, bias);
        }

        if ((_steps & Activates) != 0)
        {
            v0 = TEpilogue.Activate<TVector, TLanes>(v0);
            v1 = TEpilogue.Activate<TVector, TLanes>(v1);
            v2 = TEpilogue.Activate<TVector, TLanes>(v2);
            v3 = TEpilogue.Activate<TVector, TLanes>(v3);
        }

        if ((_steps & KeepsAbsent) != 0)
        {
            v0 = TLanes.WhereEqual(s0, _zero, _absent, v0);
            v1 = TLanes.WhereEqual(s1, _zero, _absent, v1);
            v2 = TLanes.WhereEqual(s2, _zero, _absent, v2);
            v3 = TLanes.WhereEqual(s3, _zero, _absent, v3);
        }

        if ((_steps & HasCeiling) != 0)
        {
            v0 = TLanes.Lesser(_ceiling, v0);
            v1 = TLanes.Lesser(_ceiling, v1);
            v2 = TLanes.Lesser(_ceiling, v2);
            v3 = TLanes.Lesser(_ceiling, v3);
        }

        ref var row = ref Unsafe.Add(ref y, (nint)tail.Row * TLanes.Stride);
        TLanes.Store(v0, ref row);
        TLanes.Store(v1, ref Unsafe.Add(ref row, TLanes.Count));
        TLanes.Store(v2, ref Unsafe.Add(ref row, 2 * TLanes.Count));
        TLanes.Store(v3, ref Unsafe.Add(ref row, 3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref SumTail<T> Tail(int sum) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_tails), sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Scaled(TVector v, TVector scale) => TLanes.FusedMultiplyAdd(v, scale, TLanes.Broadcast(default));
}
