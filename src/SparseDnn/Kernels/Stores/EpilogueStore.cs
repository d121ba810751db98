using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Stores;

/// <summary>Scale, bias, activation and ceiling of a table-driven layer, then the store to every row that takes the sum.</summary>
/// <remarks>
/// What a layer does is asked once for all registers of a sum: with few edges a sum, the questions would cost as much as the additions.
/// </remarks>
internal readonly struct EpilogueStore<T, TVector, TLanes, TEpilogue> : ISumStore<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TEpilogue : struct, IEpilogue<T>
{
    private readonly int[] _outputRows;
    private readonly T[] _biases;
    private readonly T[] _scales;
    private readonly TableSum[] _sums;
    private readonly TVector _ceiling;
    private readonly TVector _zero;
    private readonly TVector _absent;
    private readonly bool _hasBias;
    private readonly bool _keepsAbsent;
    private readonly bool _activates;
    private readonly bool _hasCeiling;
    private readonly bool _hasConstantBias;

    /// <summary>Whether a sum that is Zero stays absent, where that makes a difference.</summary>
    public bool KeepsAbsent => _keepsAbsent;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EpilogueStore(LayerTable<T> table, T zero)
    {
        _outputRows = table.OutputRows;
        _biases = table.Biases;
        _scales = table.Scales;
        _sums = table.Sums;
        _ceiling = TLanes.Broadcast(table.Ceiling);
        _hasBias = TEpilogue.Acts && table.HasBias;
        _activates = TEpilogue.Acts && table.Activates;
        // Without a bias an absent sum ends as it would anyway, unless Zero of the sums is not One of the step.
        _keepsAbsent =
            TEpilogue.Acts && table.NonzeroSums && (_hasBias || (_activates && !EqualityComparer<T>.Default.Equals(zero, TEpilogue.One)));
        _zero = TLanes.Broadcast(zero);
        _absent = _activates ? TLanes.Broadcast(TEpilogue.One) : _zero;
        _hasCeiling = TEpilogue.Acts && table.HasCeiling;
        _hasConstantBias = table.HasConstantBias;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v, int sum, ref T y)
    {
        if (_scales.Length > 0)
            v = Scaled(v, TLanes.Broadcast(_scales[sum]));
        var rows = _sums[sum];
        ref var neurons = ref First(rows);
        for (nint i = 0; i < rows.OutputCount; i++)
        {
            var z = v;
            if (_hasBias)
                z = TEpilogue.Bias<TVector, TLanes>(z, TLanes.Broadcast(_biases[Unsafe.Add(ref neurons, i)]));
            if (_activates)
                z = TEpilogue.Activate<TVector, TLanes>(z);
            if (_keepsAbsent)
                z = TLanes.WhereEqual(v, _zero, _absent, z);
            if (_hasCeiling)
                z = TLanes.Lesser(_ceiling, z);
            TLanes.Store(z, ref Output(ref y, ref neurons, i));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v0, TVector v1, int sum, ref T y)
    {
        if (_scales.Length > 0)
        {
            var scale = TLanes.Broadcast(_scales[sum]);
            (v0, v1) = (Scaled(v0, scale), Scaled(v1, scale));
        }

        var rows = _sums[sum];
        ref var neurons = ref First(rows);
        if (_hasConstantBias)
        {
            Select(ref v0, ref v1, _biases[0]);
            for (nint i = 0; i < rows.OutputCount; i++)
                Put(v0, v1, ref Output(ref y, ref neurons, i));
            return;
        }

        for (nint i = 0; i < rows.OutputCount; i++)
        {
            TVector z0 = v0,
                z1 = v1;
            Select(ref z0, ref z1, _biases[Unsafe.Add(ref neurons, i)]);
            Put(z0, z1, ref Output(ref y, ref neurons, i));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v0, TVector v1, TVector v2, TVector v3, int sum, ref T y)
    {
        Store(v0, v1, sum, ref y);
        Store(v2, v3, sum, ref Unsafe.Add(ref y, 2 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Select(ref TVector v0, ref TVector v1, T bias)
    {
        TVector z0 = v0,
            z1 = v1;
        if (_hasBias)
        {
            var b = TLanes.Broadcast(bias);
            z0 = TEpilogue.Bias<TVector, TLanes>(z0, b);
            z1 = TEpilogue.Bias<TVector, TLanes>(z1, b);
        }

        if (_activates)
        {
            z0 = TEpilogue.Activate<TVector, TLanes>(z0);
            z1 = TEpilogue.Activate<TVector, TLanes>(z1);
        }

        if (_keepsAbsent)
        {
            z0 = TLanes.WhereEqual(v0, _zero, _absent, z0);
            z1 = TLanes.WhereEqual(v1, _zero, _absent, z1);
        }

        if (_hasCeiling)
        {
            // The smaller of ceiling and value; NaN stays NaN.
            z0 = TLanes.Lesser(_ceiling, z0);
            z1 = TLanes.Lesser(_ceiling, z1);
        }

        v0 = z0;
        v1 = z1;
    }

    // Added to zero, so that an empty sum is +0 whatever the sign of its scale.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Scaled(TVector v, TVector scale) => TLanes.FusedMultiplyAdd(v, scale, TLanes.Broadcast(default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int First(in TableSum sum) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_outputRows), sum.FirstOutput);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Output(ref T y, ref int neurons, nint i) =>
        ref Unsafe.Add(ref y, (nint)Unsafe.Add(ref neurons, i) * TLanes.Stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector v0, TVector v1, ref T y)
    {
        TLanes.Store(v0, ref y);
        TLanes.Store(v1, ref Unsafe.Add(ref y, TLanes.Count));
    }
}
