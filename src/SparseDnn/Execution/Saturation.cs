using System.Runtime.CompilerServices;
using System.Threading;
using SparseDnn.Elements;

namespace SparseDnn.Execution;

/// <summary>
/// Items of which a layer left its ceiling in every row: what becomes of them is the same for all, so it is computed once.
/// </summary>
/// <remarks>
/// Keeps bits, whatever the later layers do: the remembered outputs are those of the network itself, computed for all layers with the first
/// call, so that later ones allocate nothing.
/// </remarks>
internal sealed class Saturation<T>
    where T : unmanaged
{
    // Work for layers that are not followed by their like; beyond it such items are computed like others.
    private const int PassesThroughTheNetwork = 2;

    private readonly NetworkExecutor<T> _network;
    private readonly object _gate = new();

    // The ceiling of each layer, null for one that has none to look for; empty where no layer has.
    private readonly T?[] _ceilings;
    private T[]?[]? _outputs;

    public Saturation(NetworkExecutor<T> network)
    {
        _network = network;
        _ceilings = new T?[Element.HoldsBits<T>() ? 0 : network.Layout.Ceilings.Count];
        for (var layer = 0; layer < _ceilings.Length; layer++)
        {
            var value = network.Layout.Ceilings[layer];
            // Two zeros are one value and two bits.
            if (!double.IsPositiveInfinity(value) && value != 0)
                _ceilings[layer] = Element.FromNumber<T>(value);
        }
    }

    /// <summary>Whether items may be finished between two layers, and the value that all their rows have then.</summary>
    /// <param name="boundary">Number of layers behind the items.</param>
    /// <param name="width">Register width of the caller's kernels, by which the outputs are computed the first time.</param>
    /// <param name="ceiling">The ceiling of the last of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MayFinish(int boundary, VectorWidth width, out T ceiling) =>
        HasCeiling(boundary, out ceiling) && (Volatile.Read(ref _outputs) ?? Computed(width))[boundary] is not null;

    /// <summary>The outputs of such items.</summary>
    /// <param name="boundary">Number of layers behind them, for which <see cref="MayFinish"/> holds.</param>
    public T[] Outputs(int boundary) => _outputs![boundary]!;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasCeiling(int boundary, out T ceiling)
    {
        ceiling = default;
        if (_ceilings.Length == 0 || _ceilings[boundary - 1] is not { } value)
            return false;
        ceiling = value;
        return true;
    }

    private T[]?[] Computed(VectorWidth width)
    {
        lock (_gate)
        {
            if (_outputs is null)
                Volatile.Write(ref _outputs, Compute(new SaturatedItem<T>(_network, width)));
            return _outputs;
        }
    }

    private T[]?[] Compute(SaturatedItem<T> item)
    {
        var layers = _network.Layout.Layers;
        var outputs = new T[]?[layers + 1];
        var budget = PassesThroughTheNetwork * layers;
        // From the last layer to the first: where a layer leaves the next ceiling in every row again, what follows is known.
        for (var boundary = layers - 1; boundary > 0; boundary--)
        {
            if (!HasCeiling(boundary, out var ceiling))
                continue;
            if (boundary + 1 < layers && HasCeiling(boundary + 1, out var next) && item.Stays(boundary, ceiling, next))
                outputs[boundary] = outputs[boundary + 1];
            else if ((budget -= layers - boundary) >= 0)
                outputs[boundary] = item.Outputs(boundary, ceiling);
        }

        return outputs;
    }
}
