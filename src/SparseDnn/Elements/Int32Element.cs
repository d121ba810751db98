namespace SparseDnn.Elements;

/// <summary>Integers of 32 bits, wrapping.</summary>
internal readonly struct Int32Element : IElement<int>
{
    public static ElementFormat Format => ElementFormat.Int32;

    public static bool HoldsBits => false;

    public static int One => 1;

    public static int AllOnes => -1;

    public static int SignBit => int.MinValue;

    public static int FusedMultiplyAdd(int a, int b, int c) => unchecked((a * b) + c);

    public static int FromNumber(double number) => (int)number;

    public static int FromBits(long bits) => (int)bits;

    public static long ToBits(int value) => value;
}
