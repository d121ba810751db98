using SparseDnn.Layouts;

namespace SparseDnn.Execution;

/// <summary>Up to a tile's lanes of items on their way through the layers: activations neuron-major, and which item each lane is.</summary>
internal sealed unsafe class Tile<T>
    where T : unmanaged
{
    // Keeps the memory alive.
    private readonly AlignedBuffer<T> _memory;

    public Tile(int neurons, int lanes)
        : this(new AlignedBuffer<T>((long)neurons * lanes), 0, lanes) { }

    /// <summary>A tile in memory that it shares with others.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="first">Position of its first value there.</param>
    /// <param name="lanes">Its lanes.</param>
    public Tile(AlignedBuffer<T> memory, nint first, int lanes)
    {
        _memory = memory;
        Start = memory.Start + first;
        Items = new int[lanes];
    }

    /// <summary>Activations, <c>[neuron, lane]</c> with as many lanes as the tile has; valid while this object is reachable.</summary>
    public T* Start { get; }

    /// <summary>Item of each lane.</summary>
    public int[] Items { get; }

    /// <summary>Lanes in use, from the first on.</summary>
    public int Count { get; set; }

    public bool IsFull => Count == Items.Length;
}
