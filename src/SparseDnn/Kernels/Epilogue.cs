using System.Runtime.CompilerServices;

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

    /// <summary>Finishes one register of one neuron.</summary>
    /// <param name="sum">The neuron's sums.</param>
    /// <param name="neuron">The output neuron.</param>
    /// <param name="y">First element of the register's lanes in the output tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector sum, int neuron, ref T y)
    {
        if (_table.HasBias)
        {
            var bias = TLanes.Broadcast(_table.Biases[neuron]);
            sum = _table.BiasMode == BiasMode.NonzeroSums ? TLanes.AddToNonzero(sum, bias) : TLanes.Add(sum, bias);
        }

        if (_table.Rectifies) sum = TLanes.Rectify(sum);
        if (_table.HasCeiling) sum = TLanes.LimitTo(sum, _ceiling);
        TLanes.Store(sum, ref Unsafe.Add(ref y, (nint)neuron * TLanes.Stride));
    }
}
