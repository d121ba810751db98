using System;

namespace SparseDnn.Kernels;

/// <summary>Sizes of the tiles in which batches are computed.</summary>
public static class TileShape
{
    /// <summary>Bytes of one neuron in a tile: two cache lines, so a layer of 1,024 neurons fits a half of 256 KB of second-level cache.</summary>
    internal const int BytesPerNeuron = 128;

    /// <summary>Items in a tile of <see langword="float"/>, whatever the vector width.</summary>
    public const int SingleLanes = BytesPerNeuron / sizeof(float);

    /// <summary>Items in a tile of <see langword="double"/>, whatever the vector width.</summary>
    public const int DoubleLanes = BytesPerNeuron / sizeof(double);

    internal static int Lanes<T>()
        where T : unmanaged => typeof(T) == typeof(double) ? DoubleLanes : SingleLanes;
}
