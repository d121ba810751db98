using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SparseDnn.Lanes;

/// <summary>Sizes of the tiles in which batches are computed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class TileShape
{
    /// <summary>
    /// Bytes of one neuron in a tile: two cache lines, so a layer of 1,024 neurons fits a half of 256 KB of second-level cache.
    /// </summary>
    internal const int BytesPerNeuron = 128;

    /// <summary>Items in a tile, whatever the vector width.</summary>
    internal static int Lanes<T>()
        where T : unmanaged => BytesPerNeuron / Unsafe.SizeOf<T>();
}
