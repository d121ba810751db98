using System;
using SparseDnn.Numerics;

namespace SparseDnn.Tests.Conformance;

/// <summary>Elements and their 64 bits as the stages hold them; every NaN is one.</summary>
internal static class Element
{
    private static readonly double[] HostileReals =
    [
        double.NaN,
        -0.0,
        0.0,
        double.PositiveInfinity,
        double.NegativeInfinity,
        float.Epsilon,
        -float.MaxValue,
    ];

    public static T Value<T>(long bits)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return (T)(object)(float)BitConverter.Int64BitsToDouble(bits);
        if (typeof(T) == typeof(double))
            return (T)(object)BitConverter.Int64BitsToDouble(bits);
        if (typeof(T) == typeof(int))
            return (T)(object)(int)bits;
        if (typeof(T) == typeof(long))
            return (T)(object)bits;
        if (typeof(T) == typeof(bool))
            return (T)(object)(bits != 0);
        return (T)(object)unchecked((ulong)bits);
    }

    public static long Bits<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Real((float)(object)value);
        if (typeof(T) == typeof(double))
            return Real((double)(object)value);
        if (typeof(T) == typeof(int))
            return (int)(object)value;
        if (typeof(T) == typeof(long))
            return (long)(object)value;
        if (typeof(T) == typeof(bool))
        {
            if ((bool)(object)value)
                return 1;
            return 0;
        }
        return unchecked((long)(ulong)(object)value);
    }

    /// <summary>A value: now and then Zero; hostile ones are NaN, zeros of both signs, infinities and extremes too.</summary>
    public static long Draw<T>(ref SplitMix64 random, long zero, bool hostile)
        where T : unmanaged
    {
        if (random.Next(4) == 0)
            return zero;
        if (typeof(T) == typeof(bool))
            return random.Next(2);
        if (typeof(T) == typeof(ulong))
            return unchecked((long)random.NextUInt64());
        if (typeof(T) == typeof(int))
            return hostile ? (int)unchecked((long)random.NextUInt64()) : random.Next(400) - 200;
        if (typeof(T) == typeof(long))
            return hostile ? unchecked((long)random.NextUInt64()) : random.Next(400) - 200;
        return hostile && random.Next(3) == 0
            ? Real(HostileReals[random.Next(HostileReals.Length)])
            : Real((float)((random.NextUnit() * 8) - (random.Next(2) * 4)));
    }

    private static long Real(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
