using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa.X86;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Bits;

/// <summary>Packed bits of 32 items to one byte an item and neuron: −1 for a set bit.</summary>
internal static unsafe class BitRows
{
    /// <summary>Items at a time: those of a tile of floats.</summary>
    public const int Items = 32;

    /// <summary>Unpacks.</summary>
    /// <param name="inputs">Items of bits.</param>
    /// <param name="items">Up to 32 of them; bytes of lanes without an item are another item's.</param>
    /// <param name="neurons">Bits in an item.</param>
    /// <param name="rows">Receives 32 bytes a neuron.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(in BatchInputs inputs, ReadOnlySpan<int> items, int neurons, byte* rows)
    {
        var from = stackalloc byte*[Items];
        for (var i = 0; i < Items; i++)
            from[i] = inputs.Item(items[Math.Min(i, items.Length - 1)]);
        var columns = stackalloc byte[8 * Items];
        var neuron = 0;
        for (; neuron + 64 <= neurons; neuron += 64)
        {
            var at = neuron >> 3;
            ByteColumns.Store(from, at, columns);
            ByteColumns.Store(from + ByteColumns.Rows, at, columns + ByteColumns.Rows);
            for (var column = 0; column < 8; column++)
            {
                var bytes = Vector256.Load(columns + (column * Items));
                var to = rows + ((nint)(neuron + (8 * column)) * Items);
                var bit = Vector256.Create((byte)1);
                for (var k = 0; k < 8; k++)
                {
                    Vector256.Equals(bytes & bit, bit).Store(to + (k * Items));
                    bit += bit;
                }
            }
        }

        for (; neuron < neurons; neuron++)
        for (var i = 0; i < Items; i++)
            rows[((nint)neuron * Items) + i] = (byte)-((from[i][neuron >> 3] >> (neuron & 7)) & 1);
    }
}
