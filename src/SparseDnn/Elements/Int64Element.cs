namespace SparseDnn.Elements;

/// <summary>Integers of 64 bits, wrapping.</summary>
internal readonly struct Int64Element : IElement<long>
{
    public static ElementFormat Format => ElementFormat.Int64;

    public static bool HoldsBits => false;

    public static long One => 1;

    public static long AllOnes => -1;

    public static long SignBit => long.MinValue;

    public static long FusedMultiplyAdd(long a, long b, long c) => unchecked((a * b) + c);

    public static long FromNumber(double number) => (long)number;

    public static long FromBits(long bits) => bits;

    public static long ToBits(long value) => value;
}
