using System.Runtime.CompilerServices;

namespace SparseDnn.Execution;

/// <summary>Which items of a tile must go on: not those of which all values are Zero, or at the ceiling.</summary>
internal sealed unsafe class Survivors<T>(NetworkExecutor<T> network, VectorWidth width, int lanes)
    where T : unmanaged
{
    // Every layer is worth a look at first, where most items die; later every fourth.
    private const int EarlyLayers = 24;
    private const int LateInterval = 4;

    /// <summary>Whether a look at items is worth its while.</summary>
    /// <param name="boundary">Number of layers behind them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreSought(int boundary) => boundary < network.Layout.Layers && (boundary <= EarlyLayers || boundary % LateInterval == 0);

    /// <summary>Lanes whose items go on behind a layer.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="boundary">Number of layers behind the items, at least 1.</param>
    /// <param name="alive">Lanes that have a value other than Zero; the others of those that leave are at the ceiling.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Staying(Tile<T> tile, int boundary, out uint alive)
    {
        var neurons = network.Layout.Rows[boundary];
        alive = boundary >= network.FirstDroppingLayer ? Liveness.Lanes(tile.Start, neurons, lanes, network.Zero) : uint.MaxValue;
        return network.Saturation.MayFinish(boundary, width, out var ceiling)
            ? alive & Liveness.Lanes(tile.Start, neurons, lanes, ceiling)
            : alive;
    }
}
