using System;
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
    private readonly Lazy<T[]?[]> _outputs;

    public Saturation(NetworkExecutor<T> network)
    {
        _network = network;
        _outputs = new Lazy<T[]?[]>(Compute);
    }

    /// <summary>Whether items may be finished between two layers, and the value that all their rows have then.</summary>
    /// <param name="boundary">Number of layers behind the items.</param>
    /// <param name="ceiling">The ceiling of the last of them.</param>
    public bool MayFinish(int boundary, out T ceiling) => HasCeiling(boundary, out ceiling) && _outputs.Value[boundary] is not null;

    private bool HasCeiling(int boundary, out T ceiling)
    {
        ceiling = default;
        if (_network.Layout.Ceilings.Count == 0)
            return false;
        var value = _network.Layout.Ceilings[boundary - 1];
        // Two zeros are one value and two bits.
        if (double.IsPositiveInfinity(value) || value == 0)
            return false;
        if (Element.HoldsBits<T>())
            return false;
        ceiling = Element.FromNumber<T>(value);
        return true;
    }

    /// <summary>The outputs of such items.</summary>
    /// <param name="boundary">Number of layers behind them, for which <see cref="MayFinish"/> holds.</param>
    public T[] Outputs(int boundary) => _outputs.Value[boundary]!;

    private T[]?[] Compute()
    {
        var layers = _network.Layout.Layers;
        var outputs = new T[]?[layers + 1];
        var budget = PassesThroughTheNetwork * layers;
        // From the last layer to the first: where a layer leaves the next ceiling in every row again, what follows is known.
        for (var boundary = layers - 1; boundary > 0; boundary--)
        {
            if (!HasCeiling(boundary, out var ceiling))
                continue;
            if (Stays(boundary, ceiling))
                outputs[boundary] = outputs[boundary + 1];
            else if ((budget -= layers - boundary) >= 0)
                outputs[boundary] = _network.OutputsOfSaturated(boundary, ceiling);
        }

        return outputs;
    }

    private bool Stays(int boundary, T ceiling) =>
        boundary + 1 < _network.Layout.Layers && HasCeiling(boundary + 1, out var next) && _network.StaysSaturated(boundary, ceiling, next);
}
