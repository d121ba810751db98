using System;
using System.Numerics;

namespace SparseDnn.Samples.Fixtures;

/// <summary>How a kernel stores numbers and what it adds them in.</summary>
/// <typeparam name="T">Type of stored values.</typeparam>
/// <typeparam name="TSum">Type of sums.</typeparam>
/// <param name="Load">From a stored value.</param>
/// <param name="Store">To a stored value, rounded to nearest even.</param>
public sealed record Numbers<T, TSum>(Func<T, TSum> Load, Func<TSum, T> Store)
    where TSum : INumber<TSum>, IMinMaxValue<TSum>;

/// <summary>The formats of this sample.</summary>
public static class Numbers
{
    /// <summary>binary32 throughout.</summary>
    public static Numbers<float, float> Single { get; } = new(value => value, sum => sum);

    /// <summary>binary16, summed in binary32.</summary>
    public static Numbers<Half, float> Half { get; } = new(value => (float)value, sum => (Half)sum);

    /// <summary>Integers of 8 bits, summed in 32.</summary>
    public static Numbers<sbyte, int> Int8 { get; } = new(value => value, sum => (sbyte)Math.Clamp(sum, sbyte.MinValue, sbyte.MaxValue));

    /// <summary>The bits of bfloat16, summed in binary32.</summary>
    public static Numbers<ushort, float> BFloat16 { get; } =
        new(
            bits => BitConverter.UInt32BitsToSingle((uint)bits << 16),
            sum =>
            {
                var bits = BitConverter.SingleToUInt32Bits(sum);
                return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
            }
        );
}
