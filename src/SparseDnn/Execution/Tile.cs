namespace SparseDnn.Execution;

/// <summary>Up to a tile's lanes of items on their way through the layers: activations neuron-major, and which item each lane is.</summary>
internal sealed class Tile<T>
    where T : unmanaged
{
    public Tile(int neurons, int lanes)
    {
        Activations = new AlignedBuffer<T>((long)neurons * lanes);
        Items = new int[lanes];
    }

    /// <summary>Activations, <c>[neuron, lane]</c> with as many lanes as the tile has.</summary>
    public AlignedBuffer<T> Activations { get; }

    /// <summary>Item of each lane.</summary>
    public int[] Items { get; }

    /// <summary>Lanes in use, from the first on.</summary>
    public int Count { get; set; }

    public bool IsFull => Count == Items.Length;
}
