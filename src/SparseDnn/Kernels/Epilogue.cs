using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparseDnn.Kernels;

/// <summary>Bias, activation and ceiling of a table-driven layer, then the store to every neuron that takes the sum.</summary>
/// <remarks>What a layer does is asked once for all registers of a sum: with few edges a sum, the questions would cost as much as the additions.</remarks>
internal readonly struct Epilogue<T, TVector, TLanes>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    private readonly int[] _outputNeurons;
    private readonly T[] _biases;
    private readonly TVector _ceiling;
    private readonly bool _hasBias;
    private readonly bool _onNonzeroSums;
    private readonly bool _rectifies;
    private readonly bool _hasCeiling;
    private readonly bool _hasConstantBias;

    public Epilogue(LayerTable<T> table)
    {
        _outputNeurons = table.OutputNeurons;
        _biases = table.Biases;
        _ceiling = TLanes.Broadcast(table.Ceiling);
        _hasBias = table.HasBias;
        _onNonzeroSums = table.BiasMode == BiasMode.NonzeroSums;
        _rectifies = table.Rectifies;
        _hasCeiling = table.HasCeiling;
        _hasConstantBias = table.HasConstantBias;
    }

    /// <summary>Finishes one register of a sum.</summary>
    /// <param name="v">The sum.</param>
    /// <param name="sum">Which neurons take it.</param>
    /// <param name="y">First element of the register's lanes in the output tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v, in TableSum sum, ref T y)
    {
        ref var neurons = ref First(sum);
        for (nint i = 0; i < sum.OutputCount; i++)
        {
            var z = v;
            if (_hasBias) z = Add(z, TLanes.Broadcast(_biases[Unsafe.Add(ref neurons, i)]));
            if (_rectifies) z = TLanes.Rectify(z);
            if (_hasCeiling) z = TLanes.LimitTo(z, _ceiling);
            TLanes.Store(z, ref Output(ref y, ref neurons, i));
        }
    }

    /// <summary>Finishes two adjacent registers of a sum.</summary>
    /// <param name="v0">The sum in the first register.</param>
    /// <param name="v1">The sum in the second.</param>
    /// <param name="sum">Which neurons take it.</param>
    /// <param name="y">First element of the first register's lanes in the output tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector v0, TVector v1, in TableSum sum, ref T y)
    {
        ref var neurons = ref First(sum);
        if (_hasConstantBias)
        {
            Select(ref v0, ref v1, _biases[0]);
            for (nint i = 0; i < sum.OutputCount; i++) Put(v0, v1, ref Output(ref y, ref neurons, i));
            return;
        }

        for (nint i = 0; i < sum.OutputCount; i++)
        {
            TVector z0 = v0, z1 = v1;
            Select(ref z0, ref z1, _biases[Unsafe.Add(ref neurons, i)]);
            Put(z0, z1, ref Output(ref y, ref neurons, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Select(ref TVector v0, ref TVector v1, T bias)
    {
        if (_hasBias)
        {
            var b = TLanes.Broadcast(bias);
            v0 = Add(v0, b);
            v1 = Add(v1, b);
        }

        if (_rectifies)
        {
            v0 = TLanes.Rectify(v0);
            v1 = TLanes.Rectify(v1);
        }

        if (!_hasCeiling) return;
        v0 = TLanes.LimitTo(v0, _ceiling);
        v1 = TLanes.LimitTo(v1, _ceiling);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Add(TVector v, TVector bias) => _onNonzeroSums ? TLanes.AddToNonzero(v, bias) : TLanes.Add(v, bias);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int First(in TableSum sum) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_outputNeurons), sum.FirstOutput);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Output(ref T y, ref int neurons, nint i) => ref Unsafe.Add(ref y, (nint)Unsafe.Add(ref neurons, i) * TLanes.Stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector v0, TVector v1, ref T y)
    {
        TLanes.Store(v0, ref y);
        TLanes.Store(v1, ref Unsafe.Add(ref y, TLanes.Count));
    }
}
