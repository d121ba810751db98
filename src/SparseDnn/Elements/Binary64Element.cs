using System;

namespace SparseDnn.Elements;

/// <summary>IEEE 754 binary64.</summary>
internal readonly struct Binary64Element : IElement<double>
{
    public static ElementFormat Format => ElementFormat.Binary64;

    public static bool HoldsBits => false;

    public static double One => 1;

    public static double AllOnes => BitConverter.Int64BitsToDouble(-1);

    public static double SignBit => -0d;

    public static double FusedMultiplyAdd(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    public static double FromNumber(double number) => number;

    public static double FromBits(long bits) => BitConverter.Int64BitsToDouble(bits);

    public static long ToBits(double value) => BitConverter.DoubleToInt64Bits(value);
}
