using System;
using System.Numerics;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>
/// Seeded input items: ordinary numbers, many zeros of both signs, whole items of zeros, now and then NaN and infinities.
/// </summary>
internal static class Items
{
    public static T[] Make<T>(int count, int inputs, int seed)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        var values = new T[count * inputs];
        for (var item = 0; item < count; item++)
        {
            var isZero = random.Next(4) == 0;
            for (var i = 0; i < inputs; i++)
            {
                if (isZero)
                {
                    if (random.Next(2) == 0)
                        values[(item * inputs) + i] = T.Zero;
                    else
                        values[(item * inputs) + i] = T.NegativeZero;
                }
                else
                    values[(item * inputs) + i] = Value<T>(random);
            }
        }

        return values;
    }

    private static T Value<T>(Random random)
        where T : struct, IBinaryFloatingPointIeee754<T> =>
        random.Next(40) switch
        {
            0 => T.NaN,
            1 => T.PositiveInfinity,
            2 => T.NegativeInfinity,
            3 => T.Epsilon,
            4 => T.CreateChecked(-1e-41),
            < 12 => T.Zero,
            < 14 => T.NegativeZero,
            < 24 => T.CreateChecked(random.Next(-4, 5)),
            _ => T.CreateChecked((random.NextDouble() * 4) - 2),
        };
}
