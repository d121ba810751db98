using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>Transposes bytes by the unpacking instructions of SSE2 and AVX2.</summary>
internal static unsafe class ByteColumns
{
    /// <summary>Rows that <see cref="Store"/> takes at once.</summary>
    public const int Rows = 16;

    // From column to column.
    private const int ColumnBytes = 2 * Rows;

    /// <summary>Eight bytes of each of 16 rows to 16 bytes of each of eight columns, 32 bytes apart.</summary>
    /// <param name="from">The rows.</param>
    /// <param name="at">Position of the first byte in them.</param>
    /// <param name="columns">Receives the columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(byte** from, int at, byte* columns)
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
        // a to d: rows 0 to 7 by pairs; e to h: rows 8 to 15.
        Half(a.AsUInt16(), b.AsUInt16(), c.AsUInt16(), d.AsUInt16(), out var low01, out var low23, out var low45, out var low67);
        Half(e.AsUInt16(), f.AsUInt16(), g.AsUInt16(), h.AsUInt16(), out var high01, out var high23, out var high45, out var high67);
        Put(low01, high01, columns);
        Put(low23, high23, columns + (2 * ColumnBytes));
        Put(low45, high45, columns + (4 * ColumnBytes));
        Put(low67, high67, columns + (6 * ColumnBytes));
    }

    /// <summary>Eight bytes of row i and of row i + 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Pair(byte** from, int row, int at) =>
        Vector128.Create(Unsafe.ReadUnaligned<ulong>(from[row] + at), Unsafe.ReadUnaligned<ulong>(from[row + 8] + at)).AsByte();

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
        Sse2.UnpackHigh(low, high).AsByte().Store(columns + ColumnBytes);
    }

    /// <summary>
    /// Two of the four rounds in which 16 registers of 16 bytes are transposed, in both halves at once: each puts bytes of registers i and
    /// i + 8 in turns.
    /// </summary>
    /// <param name="a">Register i.</param>
    /// <param name="b">Register i + 4.</param>
    /// <param name="c">Register i + 8.</param>
    /// <param name="d">Register i + 12.</param>
    /// <param name="to">Receives four registers; aligned.</param>
    /// <param name="distance">Bytes from one to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c, Vector256<byte> d, byte* to, nint distance)
    {
        var ac = Avx2.UnpackLow(a, c);
        var bd = Avx2.UnpackLow(b, d);
        Avx2.UnpackLow(ac, bd).StoreAligned(to);
        Avx2.UnpackHigh(ac, bd).StoreAligned(to + distance);
        ac = Avx2.UnpackHigh(a, c);
        bd = Avx2.UnpackHigh(b, d);
        Avx2.UnpackLow(ac, bd).StoreAligned(to + (2 * distance));
        Avx2.UnpackHigh(ac, bd).StoreAligned(to + (3 * distance));
    }
}
