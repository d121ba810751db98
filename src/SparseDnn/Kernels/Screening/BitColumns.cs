using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa.X86;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Screening;

/// <summary>Packed bits of 256 items, item after item, to one row of 256 bits a neuron.</summary>
/// <remarks>
/// Bit s of byte b of a row is item 8 b + s: squares of eight items by eight neurons are transposed in registers, then whole bytes of 32
/// items by 32 columns.
/// </remarks>
internal static unsafe class BitColumns
{
    /// <summary>Items at a time.</summary>
    public const int Items = 256;

    /// <summary>Bytes of a row.</summary>
    public const int RowBytes = Items / 8;

    /// <summary>Neurons at a time: a register of each item.</summary>
    public const int NeuronsAtOnce = 256;

    /// <summary>Bytes of the work area.</summary>
    public const int WorkBytes = (8 * Square) + (16 * RowBytes) + (Items * RowBytes);

    // Bytes of 32 registers, one for eight items each.
    private const int Square = 32 * RowBytes;

    /// <summary>Transposes.</summary>
    /// <param name="inputs">Items of bits.</param>
    /// <param name="first">First item.</param>
    /// <param name="count">Number of items, 1 to 256; what lies in the places of others means nothing.</param>
    /// <param name="neurons">Bits in an item.</param>
    /// <param name="rows">Receives the rows, as many as the neurons rounded up to whole registers.</param>
    /// <param name="work">Work area of <see cref="WorkBytes"/>, aligned to 32 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(in BatchInputs inputs, int first, int count, int neurons, byte* rows, byte* work)
    {
        var from = inputs.Item(first);
        var bytes = (neurons + 7) / 8;
        var whole = bytes / RowBytes * RowBytes;
        for (var at = 0; at < whole; at += RowBytes)
        {
            Squares(from + at, inputs.Stride, count, work);
            Rows(work, rows + ((nint)at * 8 * RowBytes));
        }

        if (whole == bytes)
            return;
        // Behind the last item there may be no more memory.
        var rest = work + (8 * Square) + (16 * RowBytes);
        for (var item = 0; item < count; item++)
        {
            new Span<byte>(rest + (item * RowBytes), RowBytes).Clear();
            new ReadOnlySpan<byte>(from + ((long)item * inputs.Stride) + whole, bytes - whole).CopyTo(
                new Span<byte>(rest + (item * RowBytes), RowBytes)
            );
        }

        Squares(rest, RowBytes, count, work);
        Rows(work, rows + ((nint)whole * 8 * RowBytes));
    }

    /// <summary>Of each eight items 32 bytes: byte c of register k takes bit k of byte c of all eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Squares(byte* from, nint stride, int count, byte* work)
    {
        for (var item = 0; item < count; item += 8, work += RowBytes)
        {
            var at = from + (item * stride);
            // Items that are not there are the last one again.
            var last = count - item - 1;
            var step = last >= 7;
            var a = Vector256.Load(at);
            var b = Vector256.Load(at + (stride * (step ? 1 : Math.Min(1, last))));
            var c = Vector256.Load(at + (stride * (step ? 2 : Math.Min(2, last))));
            var d = Vector256.Load(at + (stride * (step ? 3 : Math.Min(3, last))));
            var e = Vector256.Load(at + (stride * (step ? 4 : Math.Min(4, last))));
            var f = Vector256.Load(at + (stride * (step ? 5 : Math.Min(5, last))));
            var g = Vector256.Load(at + (stride * (step ? 6 : Math.Min(6, last))));
            var h = Vector256.Load(at + (stride * (step ? 7 : Math.Min(7, last))));
            BitSquares.Transpose(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
            a.StoreAligned(work);
            b.StoreAligned(work + Square);
            c.StoreAligned(work + (2 * Square));
            d.StoreAligned(work + (3 * Square));
            e.StoreAligned(work + (4 * Square));
            f.StoreAligned(work + (5 * Square));
            g.StoreAligned(work + (6 * Square));
            h.StoreAligned(work + (7 * Square));
        }
    }

    /// <summary>For each bit of a byte: 32 registers of 32 columns to 32 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows(byte* work, byte* rows)
    {
        var half = work + (8 * Square);
        for (var k = 0; k < 8; k++, work += Square, rows += RowBytes)
        {
            for (var column = 0; column < 32; column += 16)
            {
                for (var i = 0; i < 4; i++)
                    ByteColumns.Interleave(
                        Pair(work + column, i),
                        Pair(work + column, i + 4),
                        Pair(work + column, i + 8),
                        Pair(work + column, i + 12),
                        half + (4 * i * RowBytes),
                        RowBytes
                    );
                var to = rows + (column * 8 * RowBytes);
                for (var i = 0; i < 4; i++)
                    ByteColumns.Interleave(
                        Half(half, i),
                        Half(half, i + 4),
                        Half(half, i + 8),
                        Half(half, i + 12),
                        to + (4 * i * 8 * RowBytes),
                        8 * RowBytes
                    );
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Pair(byte* columns, int row) =>
        Vector256.Create(Vector128.Load(columns + (row * RowBytes)), Vector128.Load(columns + ((row + 16) * RowBytes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Half(byte* half, int row) => Vector256.LoadAligned(half + (row * RowBytes));
}
