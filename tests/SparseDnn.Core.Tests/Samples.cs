using System;
using System.Collections.Generic;

namespace SparseDnn.Core.Tests;

/// <summary>Seeded random numbers of many kinds.</summary>
internal static class Samples
{
    /// <summary>Doubles of random bits, of everyday size, of few bits, and the edges of every format.</summary>
    public static IEnumerable<double> Doubles(int count, int seed)
    {
        var random = new Random(seed);
        double[] edges =
        [
            0,
            -0.0,
            1,
            double.Epsilon,
            double.MaxValue,
            float.Epsilon,
            float.Epsilon / 2,
            float.Epsilon * 1.5,
            float.MaxValue,
            float.MaxValue * (1 + 1e-9),
            65504,
            65519.99,
            65520,
            65536,
            5.9604644775390625e-8,
            2.98023223876953125e-8,
            2.2250738585072014E-308,
            448,
            464,
            464.0000001,
            480,
            57344,
            61440,
            61439.9,
            Math.ScaleB(1, -9),
            Math.ScaleB(1, -10),
            Math.ScaleB(1, -16),
            Math.ScaleB(1.5, -133),
        ];
        foreach (var edge in edges)
        {
            yield return edge;
            yield return -edge;
        }
        for (var i = 0; i < count; i++)
        {
            var bits = random.NextInt64(long.MinValue, long.MaxValue);
            var value = (i % 4) switch
            {
                0 => BitConverter.Int64BitsToDouble(bits),
                1 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 12)),
                // Few significant bits make ties.
                2 => Math.ScaleB(random.Next(-5000, 5000), random.Next(-160, 130)),
                _ => Math.ScaleB(random.Next(-5000, 5000), random.Next(-30, 10)),
            };
            if (double.IsFinite(value))
                yield return value;
        }
    }
}
