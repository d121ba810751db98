namespace SparseDnn.Elements;

/// <summary>Words of 64 bits.</summary>
internal readonly struct Word64Element : IElement<ulong>
{
    public static ElementFormat Format => ElementFormat.Word64;

    public static bool HoldsBits => true;

    public static ulong One => 1;

    public static ulong AllOnes => ulong.MaxValue;

    public static ulong SignBit => 1UL << 63;

    public static ulong FusedMultiplyAdd(ulong a, ulong b, ulong c) => unchecked((a * b) + c);

    public static ulong FromNumber(double number) => number == 0 ? 0UL : 1UL;

    public static ulong FromBits(long bits) => unchecked((ulong)bits);

    public static long ToBits(ulong value) => unchecked((long)value);
}
