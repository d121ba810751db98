using System;
using System.Runtime.CompilerServices;

namespace SparseDnn.Execution;

/// <summary>Packs 64 boolean items into one item of words and back: bit j of a word is item j.</summary>
internal static class WordsPacking
{
    /// <summary>Items in a word.</summary>
    public const int Items = 64;

    /// <summary>Words that hold so many items.</summary>
    public static int Words(int items) => (int)(((long)items + Items - 1) / Items);

    /// <summary>Items to words; bits without an item are 0.</summary>
    /// <param name="from">Item after item.</param>
    /// <param name="to">Word item after word item, at least Words(items) × neurons.</param>
    /// <param name="neurons">Values in an item.</param>
    /// <param name="items">Number of items.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(ReadOnlySpan<bool> from, Span<ulong> to, int neurons, int items)
    {
        to[..(Words(items) * neurons)].Clear();
        for (var item = 0; item < items; item++)
        {
            var source = from.Slice(item * neurons, neurons);
            var words = to.Slice(item / Items * neurons, neurons);
            for (var neuron = 0; neuron < source.Length; neuron++)
                words[neuron] |= source[neuron] ? 1ul << (item % Items) : 0;
        }
    }

    /// <summary>Words to items.</summary>
    /// <param name="from">Word item after word item.</param>
    /// <param name="to">Item after item.</param>
    /// <param name="neurons">Values in an item.</param>
    /// <param name="items">Number of items.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unpack(ReadOnlySpan<ulong> from, Span<bool> to, int neurons, int items)
    {
        for (var item = 0; item < items; item++)
        {
            var words = from.Slice(item / Items * neurons, neurons);
            var destination = to.Slice(item * neurons, neurons);
            for (var neuron = 0; neuron < destination.Length; neuron++)
                destination[neuron] = (words[neuron] >> (item % Items) & 1) != 0;
        }
    }
}
