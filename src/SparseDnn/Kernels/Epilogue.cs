using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparseDnn.Kernels;

/// <summary>Bias, activation and ceiling of a table-driven layer, then the store.</summary>
internal readonly struct Epilogue<T, TVector, TLanes>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    private readonly LayerTable<T> _table;
    private readonly TVector _ceiling;

    public Epilogue(LayerTable<T> table)
    {
        _table = table;
        _ceiling = TLanes.Broadcast(table.Ceiling);
    }

    /// <summary>Finishes one register of one sum, for every neuron that takes it.</summary>
    /// <param name="value">The sum.</param>
    /// <param name="sum">Which neurons take it.</param>
    /// <param name="y">First element of the register's lanes in the output tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector value, in TableSum sum, ref T y)
    {
        ref var neuron = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_table.OutputNeurons), sum.FirstOutput);
        if (_table.HasConstantBias) StoreEqual(Select(value, _table.Biases[0]), ref neuron, sum.OutputCount, ref y);
        else StoreEach(value, ref neuron, sum.OutputCount, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEqual(TVector value, ref int neuron, int count, ref T y)
    {
        for (nint i = 0; i < count; i++) TLanes.Store(value, ref Unsafe.Add(ref y, (nint)Unsafe.Add(ref neuron, i) * TLanes.Stride));
    }

    private void StoreEach(TVector value, ref int neuron, int count, ref T y)
    {
        for (nint i = 0; i < count; i++)
            TLanes.Store(Select(value, _table.Biases[Unsafe.Add(ref neuron, i)]), ref Unsafe.Add(ref y, (nint)Unsafe.Add(ref neuron, i) * TLanes.Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Select(TVector value, T bias)
    {
        if (_table.HasBias)
            value = _table.BiasMode == BiasMode.NonzeroSums ? TLanes.AddToNonzero(value, TLanes.Broadcast(bias)) : TLanes.Add(value, TLanes.Broadcast(bias));
        if (_table.Rectifies) value = TLanes.Rectify(value);
        return _table.HasCeiling ? TLanes.LimitTo(value, _ceiling) : value;
    }
}
