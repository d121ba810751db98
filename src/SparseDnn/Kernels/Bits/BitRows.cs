using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Execution;

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
            Columns(from, at, columns);
            Columns(from + 16, at, columns + 16);
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

    /// <summary>Eight bytes of each of 16 items to 16 bytes of each of eight columns, 32 bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(byte** from, int at, byte* columns)
    {
        var ab = Pair(from, 0, at);
        var cd = Pair(from, 1, at);
        var a = Sse2.UnpackLow(ab, cd);
        var e = Sse2.UnpackHigh(ab, cd);
        (ab, cd) = (Pair(from, 2, at), Pair(from, 3, at));
        var b = Sse2.UnpackLow(ab, cd);
        var f = Sse2.UnpackHigh(ab, cd);
        (ab, cd) = (Pair(from, 4, at), Pair(from, 5, at));
        var c = Sse2.UnpackLow(ab, cd);
        var g = Sse2.UnpackHigh(ab, cd);
        (ab, cd) = (Pair(from, 6, at), Pair(from, 7, at));
        var d = Sse2.UnpackLow(ab, cd);
        var h = Sse2.UnpackHigh(ab, cd);
        // a to d: items 0 to 7 by pairs; e to h: items 8 to 15.
        Half(a.AsUInt16(), b.AsUInt16(), c.AsUInt16(), d.AsUInt16(), out var low01, out var low23, out var low45, out var low67);
        Half(e.AsUInt16(), f.AsUInt16(), g.AsUInt16(), h.AsUInt16(), out var high01, out var high23, out var high45, out var high67);
        Put(low01, high01, columns);
        Put(low23, high23, columns + (2 * Items));
        Put(low45, high45, columns + (4 * Items));
        Put(low67, high67, columns + (6 * Items));
    }

    /// <summary>Eight bytes of item i and of item i + 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Pair(byte** from, int item, int at) =>
        Vector128.Create(Unsafe.ReadUnaligned<ulong>(from[item] + at), Unsafe.ReadUnaligned<ulong>(from[item + 8] + at)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half(
        Vector128<ushort> a,
        Vector128<ushort> b,
        Vector128<ushort> c,
        Vector128<ushort> d,
        out Vector128<ulong> columns01,
        out Vector128<ulong> columns23,
        out Vector128<ulong> columns45,
        out Vector128<ulong> columns67
    )
    {
        var ab = Sse2.UnpackLow(a, b).AsUInt32();
        var cd = Sse2.UnpackLow(c, d).AsUInt32();
        columns01 = Sse2.UnpackLow(ab, cd).AsUInt64();
        columns23 = Sse2.UnpackHigh(ab, cd).AsUInt64();
        ab = Sse2.UnpackHigh(a, b).AsUInt32();
        cd = Sse2.UnpackHigh(c, d).AsUInt32();
        columns45 = Sse2.UnpackLow(ab, cd).AsUInt64();
        columns67 = Sse2.UnpackHigh(ab, cd).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector128<ulong> low, Vector128<ulong> high, byte* columns)
    {
        Sse2.UnpackLow(low, high).AsByte().Store(columns);
        Sse2.UnpackHigh(low, high).AsByte().Store(columns + Items);
    }
}
