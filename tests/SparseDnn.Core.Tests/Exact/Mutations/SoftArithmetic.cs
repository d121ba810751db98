using System;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>Whether a product is rounded before it is added.</summary>
internal enum Fusion
{
    Never,
    Always,
    AtRandom,
}

/// <summary>Sums and products of formats up to binary32, each rounded once.</summary>
/// <remarks>
/// A product of two numbers of 24 bits is a binary64 number. A sum need not be: it is rounded to odd, so that rounding it
/// again to at most 51 bits gives what rounding the exact sum would have given.
/// </remarks>
internal sealed class SoftArithmetic(Rounder sums, Rounder products, Fusion fusion, int seed)
{
    private readonly Random _random = new(seed);

    public Random Random => _random;

    public double Add(double a, double b) => sums.Round(sums.Precision >= 53 ? a + b : ToOdd(a, b));

    public double Multiply(double weight, double x) => products.Round(weight * x);

    public double MultiplyAdd(double weight, double x, double sum)
    {
        var fused = fusion == Fusion.Always || (fusion == Fusion.AtRandom && _random.Next(2) == 0);
        return fused ? Add(weight * x, sum) : Add(Multiply(weight, x), sum);
    }

    private static double ToOdd(double a, double b)
    {
        var sum = a + b;
        if (!double.IsFinite(sum))
            return sum;
        var part = sum - a;
        var error = (a - (sum - part)) + (b - part);
        if (error == 0 || (BitConverter.DoubleToInt64Bits(sum) & 1) != 0)
            return sum;
        return error > 0 ? Math.BitIncrement(sum) : Math.BitDecrement(sum);
    }
}
