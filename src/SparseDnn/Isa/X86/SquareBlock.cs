using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>Transposes a square of values in registers of 256 bits: value j of source i becomes value i of target j.</summary>
internal static unsafe class SquareBlock
{
    /// <summary>Whether the processor has such registers; compilers know.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx.IsSupported;
    }

    /// <summary>Eight by eight values of 32 bits.</summary>
    /// <param name="from">Eight sources.</param>
    /// <param name="first">Position of the first value in them.</param>
    /// <param name="to">Eight targets.</param>
    /// <param name="position">Position of the first value in them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Eight(float** from, nint first, float** to, nint position)
    {
        var a = Vector256.Load(from[0] + first);
        var b = Vector256.Load(from[1] + first);
        var c = Vector256.Load(from[2] + first);
        var d = Vector256.Load(from[3] + first);
        var e = Vector256.Load(from[4] + first);
        var f = Vector256.Load(from[5] + first);
        var g = Vector256.Load(from[6] + first);
        var h = Vector256.Load(from[7] + first);
        var ab = Avx.UnpackLow(a, b);
        var cd = Avx.UnpackLow(c, d);
        var ef = Avx.UnpackLow(e, f);
        var gh = Avx.UnpackLow(g, h);
        var low = Avx.Shuffle(ab, cd, 0b01_00_01_00);
        var high = Avx.Shuffle(ef, gh, 0b01_00_01_00);
        Avx.Permute2x128(low, high, 0x20).Store(to[0] + position);
        Avx.Permute2x128(low, high, 0x31).Store(to[4] + position);
        low = Avx.Shuffle(ab, cd, 0b11_10_11_10);
        high = Avx.Shuffle(ef, gh, 0b11_10_11_10);
        Avx.Permute2x128(low, high, 0x20).Store(to[1] + position);
        Avx.Permute2x128(low, high, 0x31).Store(to[5] + position);
        ab = Avx.UnpackHigh(a, b);
        cd = Avx.UnpackHigh(c, d);
        ef = Avx.UnpackHigh(e, f);
        gh = Avx.UnpackHigh(g, h);
        low = Avx.Shuffle(ab, cd, 0b01_00_01_00);
        high = Avx.Shuffle(ef, gh, 0b01_00_01_00);
        Avx.Permute2x128(low, high, 0x20).Store(to[2] + position);
        Avx.Permute2x128(low, high, 0x31).Store(to[6] + position);
        low = Avx.Shuffle(ab, cd, 0b11_10_11_10);
        high = Avx.Shuffle(ef, gh, 0b11_10_11_10);
        Avx.Permute2x128(low, high, 0x20).Store(to[3] + position);
        Avx.Permute2x128(low, high, 0x31).Store(to[7] + position);
    }

    /// <summary>Four by four values of 64 bits.</summary>
    /// <param name="from">Four sources.</param>
    /// <param name="first">Position of the first value in them.</param>
    /// <param name="to">Four targets.</param>
    /// <param name="position">Position of the first value in them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four(double** from, nint first, double** to, nint position)
    {
        var a = Vector256.Load(from[0] + first);
        var b = Vector256.Load(from[1] + first);
        var c = Vector256.Load(from[2] + first);
        var d = Vector256.Load(from[3] + first);
        var ab = Avx.UnpackLow(a, b);
        var cd = Avx.UnpackLow(c, d);
        Avx.Permute2x128(ab, cd, 0x20).Store(to[0] + position);
        Avx.Permute2x128(ab, cd, 0x31).Store(to[2] + position);
        ab = Avx.UnpackHigh(a, b);
        cd = Avx.UnpackHigh(c, d);
        Avx.Permute2x128(ab, cd, 0x20).Store(to[1] + position);
        Avx.Permute2x128(ab, cd, 0x31).Store(to[3] + position);
    }
}
