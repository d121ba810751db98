namespace SparseDnn.Elements;

/// <summary>Truth values of items; kernels take 64 of them as a word.</summary>
internal readonly struct BooleanElement : IElement<bool>
{
    public static ElementFormat Format => ElementFormat.Boolean;

    public static bool HoldsBits => true;

    public static bool One => true;

    public static bool AllOnes => true;

    public static bool SignBit => true;

    public static bool FusedMultiplyAdd(bool a, bool b, bool c) => (a && b) || c;

    public static bool FromNumber(double number) => number != 0;

    public static bool FromBits(long bits) => bits != 0;

    public static long ToBits(bool value) => value ? 1 : 0;
}
