using System;
using System.Runtime.CompilerServices;
using SparseDnn.Isa.X86;

namespace SparseDnn.Execution;

/// <summary>
/// Moves items between their own order (item-major) and a tile's (neuron-major): square blocks in registers where the processor has 256
/// bits, one value at a time elsewhere.
/// </summary>
internal static unsafe class Transposer
{
    /// <summary>Items of each lane into a tile; unused lanes of the last block of eight become Zero.</summary>
    /// <param name="inputs">All items.</param>
    /// <param name="neurons">Values in an item.</param>
    /// <param name="tile">The tile, with its lanes' items.</param>
    /// <param name="zero">Zero of the semiring.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load<T>(T* inputs, int neurons, Tile<T> tile, T zero)
        where T : unmanaged
    {
        var stride = tile.Items.Length;
        var start = tile.Start;
        var (block, lanes, done) = (32 / sizeof(T), 0, 0);
        if (SquareBlock.IsSupported)
        {
            lanes = tile.Count / block * block;
            // All lanes of a few rows, so that whole cache lines of the tile are written at once.
            for (; lanes > 0 && done + block <= neurons; done += block)
            for (var lane = 0; lane < lanes; lane += block)
                LoadBlock(inputs, neurons, tile.Items.AsSpan(lane, block), done, start + ((nint)done * stride) + lane, stride);
        }

        for (var lane = 0; lane < lanes; lane++)
            Lane(inputs, neurons, tile.Items[lane], done, start + lane, stride);
        for (var lane = lanes; lane < tile.Count; lane++)
            Lane(inputs, neurons, tile.Items[lane], 0, start + lane, stride);
        for (var lane = tile.Count; lane < Math.Min(stride, (tile.Count + 7) / 8 * 8); lane++)
        for (var neuron = 0; neuron < neurons; neuron++)
            start[((nint)neuron * stride) + lane] = zero;
    }

    /// <summary>The rows of one item to the outputs that they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread<T>(T* rows, ReadOnlySpan<int> rowOfOutput, ref T output)
        where T : unmanaged
    {
        for (var neuron = 0; neuron < rowOfOutput.Length; neuron++)
            Unsafe.Add(ref output, neuron) = rows[rowOfOutput[neuron]];
    }

    /// <summary>
    /// Number of adjacent lanes that <see cref="Store{T}(T*, int, ReadOnlySpan{int}, T*, int, ReadOnlySpan{int})"/> takes at once; 0 where
    /// it takes none.
    /// </summary>
    public static int LanesAtOnce<T>()
        where T : unmanaged => SquareBlock.IsSupported ? 32 / sizeof(T) : 0;

    /// <summary>Adjacent lanes of a tile back to their items.</summary>
    /// <param name="activations">First row of the first lane.</param>
    /// <param name="stride">Lanes of the tile.</param>
    /// <param name="items">The items of the lanes.</param>
    /// <param name="outputs">Outputs of all items.</param>
    /// <param name="neurons">Values in an output.</param>
    /// <param name="rowOfOutput">Row of each output; empty where each has its own.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store<T>(T* activations, int stride, ReadOnlySpan<int> items, T* outputs, int neurons, ReadOnlySpan<int> rowOfOutput)
        where T : unmanaged
    {
        var block = items.Length;
        var to = stackalloc T*[block];
        var rows = stackalloc T*[block];
        for (var i = 0; i < block; i++)
            to[i] = outputs + ((long)items[i] * neurons);
        var neuron = 0;
        for (; neuron + block <= neurons; neuron += block)
        {
            for (var i = 0; i < block; i++)
                rows[i] = activations + ((nint)(rowOfOutput.Length > 0 ? rowOfOutput[neuron + i] : neuron + i) * stride);
            if (sizeof(T) == sizeof(float))
                SquareBlock.Eight((float**)rows, 0, (float**)to, neuron);
            else
                SquareBlock.Four((double**)rows, 0, (double**)to, neuron);
        }

        for (; neuron < neurons; neuron++)
        {
            var row = activations + ((nint)(rowOfOutput.Length > 0 ? rowOfOutput[neuron] : neuron) * stride);
            for (var i = 0; i < block; i++)
                to[i][neuron] = row[i];
        }
    }

    /// <summary>One lane of a tile back to its item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store<T>(T* activations, int stride, int lane, T* output, int neurons, ReadOnlySpan<int> rowOfOutput)
        where T : unmanaged
    {
        activations += lane;
        if (rowOfOutput.Length > 0)
        {
            for (var neuron = 0; neuron < rowOfOutput.Length; neuron++)
                output[neuron] = activations[(nint)rowOfOutput[neuron] * stride];
            return;
        }

        for (var neuron = 0; neuron < neurons; neuron++, activations += stride)
            output[neuron] = *activations;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LoadBlock<T>(T* inputs, int neurons, ReadOnlySpan<int> items, int neuron, T* to, int stride)
        where T : unmanaged
    {
        var block = items.Length;
        var from = stackalloc T*[block];
        var rows = stackalloc T*[block];
        for (var i = 0; i < block; i++)
        {
            from[i] = inputs + ((long)items[i] * neurons);
            rows[i] = to + ((nint)i * stride);
        }

        if (sizeof(T) == sizeof(float))
            SquareBlock.Eight((float**)from, neuron, (float**)rows, 0);
        else
            SquareBlock.Four((double**)from, neuron, (double**)rows, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lane<T>(T* inputs, int neurons, int item, int first, T* lane, int stride)
        where T : unmanaged
    {
        var values = inputs + ((long)item * neurons);
        for (var neuron = first; neuron < neurons; neuron++)
            lane[(nint)neuron * stride] = values[neuron];
    }
}
