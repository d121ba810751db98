using System;

namespace SparseDnn.Elements;

/// <summary>IEEE 754 binary32.</summary>
internal readonly struct Binary32Element : IElement<float>
{
    public static ElementFormat Format => ElementFormat.Binary32;

    public static bool HoldsBits => false;

    public static float One => 1;

    public static float AllOnes => BitConverter.Int32BitsToSingle(-1);

    public static float SignBit => -0f;

    public static float FusedMultiplyAdd(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    public static float FromNumber(double number) => (float)number;

    public static float FromBits(long bits) => (float)BitConverter.Int64BitsToDouble(bits);

    public static long ToBits(float value) => BitConverter.DoubleToInt64Bits(value);
}
