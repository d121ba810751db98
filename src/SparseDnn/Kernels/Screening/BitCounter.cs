using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa.X86;

namespace SparseDnn.Kernels.Screening;

/// <summary>Adds rows of bits of 256 items at once, by the logic of full adders, and widens the sums to bytes.</summary>
internal static unsafe class BitCounter
{
    /// <summary>Items in a register of bytes; there are eight such registers, register s with every item 8 b + s.</summary>
    public const int Lanes = BitColumns.RowBytes;

    /// <summary>Counts the set bits of some rows, item by item.</summary>
    /// <param name="rows">The rows of bits.</param>
    /// <param name="list">Which, at most 255.</param>
    /// <param name="shift">Counts are multiplied by two to this; they fit in bytes then.</param>
    /// <param name="to">Receives 256 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(byte* rows, int[] list, int shift, byte* to)
    {
        Vector256<byte> ones = default,
            twos = default,
            fours = default,
            b3 = default,
            b4 = default,
            b5 = default,
            b6 = default,
            b7 = default;
        var i = 0;
        for (; i + 8 <= list.Length; i += 8)
        {
            var a = BitSquares.AddBits(ref ones, Row(rows, list[i]), Row(rows, list[i + 1]));
            var b = BitSquares.AddBits(ref ones, Row(rows, list[i + 2]), Row(rows, list[i + 3]));
            var c = BitSquares.AddBits(ref twos, a, b);
            a = BitSquares.AddBits(ref ones, Row(rows, list[i + 4]), Row(rows, list[i + 5]));
            b = BitSquares.AddBits(ref ones, Row(rows, list[i + 6]), Row(rows, list[i + 7]));
            a = BitSquares.AddBits(ref twos, a, b);
            a = BitSquares.AddBits(ref fours, a, c);
            a = BitSquares.AddBits(ref b3, a);
            a = BitSquares.AddBits(ref b4, a);
            a = BitSquares.AddBits(ref b5, a);
            a = BitSquares.AddBits(ref b6, a);
            b7 |= a;
        }

        for (; i < list.Length; i++)
        {
            var a = BitSquares.AddBits(ref ones, Row(rows, list[i]));
            a = BitSquares.AddBits(ref twos, a);
            a = BitSquares.AddBits(ref fours, a);
            a = BitSquares.AddBits(ref b3, a);
            a = BitSquares.AddBits(ref b4, a);
            a = BitSquares.AddBits(ref b5, a);
            a = BitSquares.AddBits(ref b6, a);
            b7 |= a;
        }

        BitSquares.Transpose(ref ones, ref twos, ref fours, ref b3, ref b4, ref b5, ref b6, ref b7);
        Store(ones, shift, to);
        Store(twos, shift, to + Lanes);
        Store(fours, shift, to + (2 * Lanes));
        Store(b3, shift, to + (3 * Lanes));
        Store(b4, shift, to + (4 * Lanes));
        Store(b5, shift, to + (5 * Lanes));
        Store(b6, shift, to + (6 * Lanes));
        Store(b7, shift, to + (7 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Row(byte* rows, int row) => Vector256.LoadAligned(rows + ((nint)row * BitColumns.RowBytes));

    // Nothing is shifted out of a byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<byte> counts, int shift, byte* to) => (counts.AsUInt16() << shift).AsByte().StoreAligned(to);
}
