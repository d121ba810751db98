using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SparseDnn.Kernels.Stores;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Columns;

/// <summary>
/// What follows the sums in the lanes of a register: the bits of <see cref="SingleRowStore{T, TVector, TLanes, TEpilogue}"/> with a scale
/// and a bias a lane, then a store a lane.
/// </summary>
internal readonly unsafe struct PackedColumnStore<T, TEpilogue>
    where T : unmanaged
    where TEpilogue : struct, IEpilogue<T>
{
    private readonly PackedColumns<T> _columns;
    private readonly Vector256<T> _ceiling;
    private readonly Vector256<T> _zero;
    private readonly Vector256<T> _absent;
    private readonly bool _hasScale;
    private readonly bool _hasBias;
    private readonly bool _activates;
    private readonly bool _keepsAbsent;
    private readonly bool _hasCeiling;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PackedColumnStore(LayerTable<T> table, PackedColumns<T> columns, T zero)
    {
        _columns = columns;
        _ceiling = Vector256.Create(table.Ceiling);
        _zero = Vector256.Create(zero);
        _absent = Vector256.Create(table.Activates ? TEpilogue.One : zero);
        _hasScale = table.Scales.Length > 0;
        _hasBias = TEpilogue.Acts && table.HasBias;
        _activates = TEpilogue.Acts && table.Activates;
        _keepsAbsent = new EpilogueStore<T, Vector256<T>, Lanes256<T>, TEpilogue>(table, zero).KeepsAbsent;
        _hasCeiling = TEpilogue.Acts && table.HasCeiling;
    }

    /// <summary>Finishes a register of sums.</summary>
    /// <param name="v">The sums.</param>
    /// <param name="first">The first lane's place among the sums.</param>
    /// <param name="y">Row 0 of the outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector256<T> v, int first, T* y)
    {
        // Added to zero, so that an empty sum is +0 whatever the sign of its scale.
        if (_hasScale)
            v = Lanes256<T>.FusedMultiplyAdd(v, At(_columns.Scales, first), default);
        var z = v;
        if (_hasBias)
            z = TEpilogue.Bias<Vector256<T>, Lanes256<T>>(z, At(_columns.Biases, first));
        if (_activates)
            z = TEpilogue.Activate<Vector256<T>, Lanes256<T>>(z);
        if (_keepsAbsent)
            z = Lanes256<T>.WhereEqual(v, _zero, _absent, z);
        if (_hasCeiling)
            z = Lanes256<T>.Lesser(_ceiling, z);
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_columns.OutputRows), first);
        for (var lane = 0; lane < Vector256<T>.Count; lane++)
            y[Unsafe.Add(ref row, lane)] = ((T*)&z)[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> At(T[] values, int first) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)first);
}
