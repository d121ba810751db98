using System.Numerics;
using System.Runtime.CompilerServices;
using SparseDnn.Layouts;

namespace SparseDnn.Execution;

/// <summary>Up to a tile's lanes of items on their way through the layers: activations neuron-major, and which item each lane is.</summary>
internal sealed unsafe class Tile<T>
    where T : unmanaged
{
    /// <summary>In the place of an item's number: the lane's item is finished, whatever its activations do.</summary>
    public const int Dead = -1;

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

    public bool IsFull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Count == Items.Length;
    }

    /// <summary>Moves lanes to the free ones of another tile until it is full.</summary>
    /// <param name="lanes">Which, one bit each.</param>
    /// <param name="neurons">Rows in use.</param>
    /// <param name="other">The tile that takes them.</param>
    /// <returns>Those that found no room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public uint MoveTo(uint lanes, int neurons, Tile<T> other)
    {
        for (; lanes != 0 && !other.IsFull; lanes &= lanes - 1)
            MoveLane(BitOperations.TrailingZeroCount(lanes), neurons, other, other.Count++);
        return lanes;
    }

    /// <summary>Moves lanes together to the first ones; the others are given up.</summary>
    /// <param name="lanes">Which stay, one bit each.</param>
    /// <param name="neurons">Rows in use.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compact(uint lanes, int neurons)
    {
        var count = 0;
        for (; lanes != 0; lanes &= lanes - 1)
            MoveLane(BitOperations.TrailingZeroCount(lanes), neurons, this, count++);
        Count = count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveLane(int lane, int neurons, Tile<T> other, int place)
    {
        other.Items[place] = Items[lane];
        var stride = Items.Length;
        T* from = Start + lane,
            to = other.Start + place;
        for (var neuron = 0; neuron < neurons; neuron++, from += stride, to += stride)
            *to = *from;
    }
}
