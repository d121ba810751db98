using System;
using System.Threading;

namespace SparseDnn.Execution;

/// <summary>Items of which a layer left its ceiling in every row: what becomes of them is the same for all, so it is computed once.</summary>
/// <remarks>Keeps bits, whatever the later layers do: the remembered outputs are those of the network itself.</remarks>
internal sealed class Saturation<T>
    where T : unmanaged
{
    private readonly SparseNetwork<T> _network;
    private readonly T[]?[] _outputs;

    public Saturation(SparseNetwork<T> network)
    {
        _network = network;
        _outputs = new T[]?[network.Layout.Layers + 1];
    }

    /// <summary>Whether items may be finished between two layers, and the value that all their rows have then.</summary>
    /// <param name="boundary">Number of layers behind the items.</param>
    /// <param name="ceiling">The ceiling of the last of them.</param>
    public bool MayFinish(int boundary, out T ceiling)
    {
        ceiling = default;
        if (_network.Layout.Ceilings.Count == 0) return false;
        var value = _network.Layout.Ceilings[boundary - 1];
        // Two zeros are one value and two bits.
        if (double.IsPositiveInfinity(value) || value == 0) return false;
        if (typeof(T) == typeof(float)) ceiling = (T)(object)(float)value;
        else if (typeof(T) == typeof(double)) ceiling = (T)(object)value;
        else if (typeof(T) == typeof(int)) ceiling = (T)(object)(int)value;
        else if (typeof(T) == typeof(long)) ceiling = (T)(object)(long)value;
        else return false;
        return true;
    }

    /// <summary>The outputs of such items.</summary>
    /// <param name="boundary">Number of layers behind them.</param>
    /// <param name="ceiling">The value of their rows.</param>
    public T[] Outputs(int boundary, T ceiling)
    {
        if (Volatile.Read(ref _outputs[boundary]) is { } known) return known;
        var outputs = _network.OutputsOfSaturated(boundary, ceiling);
        Volatile.Write(ref _outputs[boundary], outputs);
        return outputs;
    }
}
