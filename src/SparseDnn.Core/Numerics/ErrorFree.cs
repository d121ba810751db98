using System;

namespace SparseDnn.Numerics;

/// <summary>What a rounded sum or product lost, exactly, in binary64 arithmetic alone.</summary>
/// <remarks>Sources: Knuth's TwoSum; Dekker, "A floating-point technique for extending the available precision", 1971.</remarks>
internal static class ErrorFree
{
    // 2^27 + 1 splits 53 bits into two halves of 26 whose products are exact.
    private const double Splitter = 134217729;

    // Above it a factor's split could overflow.
    private static readonly double LargestFactor = Binary64Bits.PowerOfTwo(990);

    // Below it the error of a product could fall under the least subnormal number: 2^−960 · 2^−106 > 2^−1074.
    private static readonly double LeastProduct = Binary64Bits.PowerOfTwo(-960);

    /// <summary>(a + b) − sum, exactly; NaN where an intermediate overflows.</summary>
    public static double SumError(double a, double b, double sum)
    {
        var bPart = sum - a;
        return (a - (sum - bPart)) + (b - bPart);
    }

    /// <summary>a·b − product, exactly; NaN where that cannot be told because a factor is huge or the product tiny.</summary>
    public static double ProductError(double a, double b, double product)
    {
        if (a == 0 || b == 0)
            return 0;
        if (!(Math.Abs(a) <= LargestFactor && Math.Abs(b) <= LargestFactor && Math.Abs(product) >= LeastProduct))
            return double.NaN;
        Split(a, out var aHigh, out var aLow);
        Split(b, out var bHigh, out var bLow);
        return (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow);
    }

    private static void Split(double value, out double high, out double low)
    {
        var scaled = Splitter * value;
        high = scaled - (scaled - value);
        low = value - high;
    }
}
