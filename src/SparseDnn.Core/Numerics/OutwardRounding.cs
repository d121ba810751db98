namespace SparseDnn.Numerics;

/// <summary>Binary64 operations rounded towards +∞ or −∞: bounds of the exact results.</summary>
/// <remarks>
/// A result that is exact is returned as it is, so integers stay integers and a bound of 0 stays 0. An inexact one moves
/// by at most one unit from the nearest value; near underflow and overflow an exact product or quotient may move too.
/// Operands are finite, or infinities for which the operation is defined; otherwise NaN.
/// </remarks>
internal static class OutwardRounding
{
    /// <summary>An upper bound of a + b.</summary>
    /// <param name="a">One summand.</param>
    /// <param name="b">The other.</param>
    public static double AddUp(double a, double b)
    {
        var sum = a + b;
        if (double.IsInfinity(a) || double.IsInfinity(b))
            return sum;
        return ErrorFree.SumError(a, b, sum) <= 0 ? sum : Binary64Bits.NextUp(sum);
    }

    /// <summary>A lower bound of a + b.</summary>
    /// <param name="a">One summand.</param>
    /// <param name="b">The other.</param>
    public static double AddDown(double a, double b) => -AddUp(-a, -b);

    /// <summary>An upper bound of a·b.</summary>
    /// <param name="a">One factor.</param>
    /// <param name="b">The other.</param>
    public static double MulUp(double a, double b)
    {
        var product = a * b;
        if (double.IsInfinity(a) || double.IsInfinity(b))
            return product;
        return ErrorFree.ProductError(a, b, product) <= 0 ? product : Above(product, (a < 0) != (b < 0));
    }

    /// <summary>A lower bound of a·b.</summary>
    /// <param name="a">One factor.</param>
    /// <param name="b">The other.</param>
    public static double MulDown(double a, double b) => -MulUp(-a, b);

    /// <summary>An upper bound of a/b.</summary>
    /// <param name="a">What is divided.</param>
    /// <param name="b">What it is divided by; not 0.</param>
    public static double DivUp(double a, double b)
    {
        var quotient = a / b;
        if (a == 0 || double.IsInfinity(a) || double.IsInfinity(b))
            return quotient;
        var product = quotient * b;
        // Exact where quotient·b gives a back without an error of its own.
        return product == a && ErrorFree.ProductError(quotient, b, product) == 0 ? quotient : Above(quotient, (a < 0) != (b < 0));
    }

    /// <summary>A lower bound of a/b.</summary>
    /// <param name="a">What is divided.</param>
    /// <param name="b">What it is divided by; not 0.</param>
    public static double DivDown(double a, double b) => -DivUp(-a, b);

    // An inexact result that underflowed to zero from below is bounded by zero.
    private static double Above(double rounded, bool negative) => negative && rounded == 0 ? rounded : Binary64Bits.NextUp(rounded);
}
