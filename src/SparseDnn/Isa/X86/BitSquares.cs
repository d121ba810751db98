using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>Logic on registers of bits.</summary>
internal static class BitSquares
{
    private const byte SelectTable = 0xCA,
        ParityTable = 0x96,
        MajorityTable = 0xE8;

    /// <summary>Transposes 32 squares of eight by eight bits: bit k of register s becomes bit s of register k, byte by byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(
        ref Vector256<byte> a,
        ref Vector256<byte> b,
        ref Vector256<byte> c,
        ref Vector256<byte> d,
        ref Vector256<byte> e,
        ref Vector256<byte> f,
        ref Vector256<byte> g,
        ref Vector256<byte> h
    )
    {
        var low = Vector256.Create((byte)0x0F);
        Swap(ref a, ref e, low, 4);
        Swap(ref b, ref f, low, 4);
        Swap(ref c, ref g, low, 4);
        Swap(ref d, ref h, low, 4);
        low = Vector256.Create((byte)0x33);
        Swap(ref a, ref c, low, 2);
        Swap(ref b, ref d, low, 2);
        Swap(ref e, ref g, low, 2);
        Swap(ref f, ref h, low, 2);
        low = Vector256.Create((byte)0x55);
        Swap(ref a, ref b, low, 1);
        Swap(ref c, ref d, low, 1);
        Swap(ref e, ref f, low, 1);
        Swap(ref g, ref h, low, 1);
    }

    /// <summary>The last bits of sum + x + y, which becomes the sum; their carries are returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AddBits(ref Vector256<byte> sum, Vector256<byte> x, Vector256<byte> y)
    {
        if (Avx512F.VL.IsSupported)
        {
            var carry = Avx512F.VL.TernaryLogic(sum, x, y, MajorityTable);
            sum = Avx512F.VL.TernaryLogic(sum, x, y, ParityTable);
            return carry;
        }

        var odd = sum ^ x;
        var carries = (sum & x) | (odd & y);
        sum = odd ^ y;
        return carries;
    }

    /// <summary>The last bits of sum + x, which becomes the sum; their carries are returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AddBits(ref Vector256<byte> sum, Vector256<byte> x)
    {
        var carry = sum & x;
        sum ^= x;
        return carry;
    }

    // The upper bits of a against the lower ones of b.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(ref Vector256<byte> a, ref Vector256<byte> b, Vector256<byte> low, int distance)
    {
        var down = (a.AsUInt16() >>> distance).AsByte();
        a = Select(low, a, (b.AsUInt16() << distance).AsByte());
        b = Select(low, down, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Select(Vector256<byte> mask, Vector256<byte> where, Vector256<byte> otherwise) =>
        Avx512F.VL.IsSupported
            ? Avx512F.VL.TernaryLogic(mask, where, otherwise, SelectTable)
            : (mask & where) | Vector256.AndNot(otherwise, mask);
}
