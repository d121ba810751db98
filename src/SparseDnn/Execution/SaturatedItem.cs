using System;
using System.Runtime.CompilerServices;
using SparseDnn.Lanes;

namespace SparseDnn.Execution;

/// <summary>
/// An item whose rows all have one value behind some layer, in every lane of a tile: what the next layers make of it, by the kernels of
/// the register width that asks.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="width">A width whose kernels run anyway, so that none is compiled for this alone; it never changes a bit.</param>
internal sealed unsafe class SaturatedItem<T>(NetworkExecutor<T> network, VectorWidth width)
    where T : unmanaged
{
    private readonly int _lanes = VectorWidths.LanesPerTile<T>(width);
    private Tile<T> _current = new(network.Layout.MaxRows, VectorWidths.LanesPerTile<T>(width));
    private Tile<T> _next = new(network.Layout.MaxRows, VectorWidths.LanesPerTile<T>(width));

    /// <summary>The outputs of such an item.</summary>
    /// <param name="boundary">Number of layers behind it.</param>
    /// <param name="value">The value of its rows.</param>
    public T[] Outputs(int boundary, T value)
    {
        var outputs = new T[network.Outputs];
        var order = new OrderTracker<T>(network);
        Fill(boundary, value);
        for (var layer = boundary; layer < network.Layout.Layers; layer++)
        {
            if (network.Layout.Passes(layer))
                continue;
            Run(layer, ref order);
            if (layer + 1 < network.Layout.Layers && layer + 1 >= network.FirstDroppingLayer && IsZero(layer + 1))
            {
                Array.Fill(outputs, network.Zero);
                return outputs;
            }
        }

        fixed (T* to = outputs)
            Transposer.Store(_current.Start, _lanes, 0, to, outputs.Length, network.Layout.RowOfOutput.AsSpan());
        return outputs;
    }

    /// <summary>Whether one layer takes such an item to one whose rows all have another value.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="value">The value of its rows.</param>
    /// <param name="next">The other.</param>
    public bool Stays(int layer, T value, T next)
    {
        var order = new OrderTracker<T>(network);
        Fill(layer, value);
        Run(layer, ref order);
        return Liveness.IsAll(_current.Start, network.Layout.Rows[layer + 1] * _lanes, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int boundary, T value)
    {
        var count = network.Layout.Rows[boundary] * _lanes;
        for (var i = 0; i < count; i++)
            _current.Start[i] = value;
    }

    private void Run(int layer, ref OrderTracker<T> order)
    {
        var ordered = order.Enter(layer, new ReadOnlySpan<T>(_current.Start, network.Layout.Rows[layer] * _lanes));
        if (width == VectorWidth.Scalar)
            network.RunItem(layer, ordered, ref *_current.Start, ref *_next.Start);
        else
            network.RunLayer(
                layer,
                width,
                ordered,
                ref *_current.Start,
                ref *_next.Start,
                _lanes / VectorWidths.LanesPerRegister<T>(width)
            );
        (_current, _next) = (_next, _current);
    }

    // All lanes are alike.
    private bool IsZero(int boundary) => Liveness.IsZero(_current.Start, network.Layout.Rows[boundary] * _lanes, network.Zero);
}
