using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Perturbation;

/// <summary>How far right of 0 a polynomial keeps its sign.</summary>
/// <remarks>
/// Degree 1: the root itself, a rational number. Above: a dyadic number below the first root, found by bisection with
/// Descartes' rule of signs on (0, e): no sign changes in (1 + x)^n·q(e / (1 + x)) means no root in (0, e).
/// </remarks>
internal static class FirstRoot
{
    private const int MaxDoublings = 4096;
    private const int Steps = 30; // of bisection

    /// <summary>The first root above 0, or a bound below it; +∞ where there is none.</summary>
    /// <param name="polynomial">Not 0 at 0.</param>
    /// <param name="isExact">Whether the result is the root.</param>
    public static Rational Above(DyadicPolynomial polynomial, out bool isExact)
    {
        isExact = true;
        if (Variations(polynomial) == 0)
            return new Rational(Dyadic.PositiveInfinity);
        if (polynomial.Degree == 1)
            return new Rational(-polynomial[0]) / new Rational(polynomial[1]);
        isExact = false;
        // Cauchy: every root is at least |q0| / (|q0| + max |qi|); a power of two below that.
        var largest = polynomial.Coefficients.Skip(1).Select(coefficient => coefficient.Abs()).Aggregate(Dyadic.Max);
        var low = Dyadic.One.ScaleByPowerOfTwo(polynomial[0].FloorLog2 - Dyadic.Max(largest, polynomial[0].Abs()).FloorLog2 - 3);
        var doublings = 0;
        while (HasNoRoot(polynomial, low * 2) && doublings++ < MaxDoublings)
            low *= 2;
        var high = low * 2;
        for (var i = 0; i < Steps; i++)
        {
            var middle = (low + high).ScaleByPowerOfTwo(-1);
            if (HasNoRoot(polynomial, middle))
                low = middle;
            else
                high = middle;
        }

        return new Rational(low);
    }

    private static bool HasNoRoot(DyadicPolynomial polynomial, Dyadic end)
    {
        // Coefficients of q(end·t) reversed and moved by one: those of (1 + x)^n·q(end / (1 + x)).
        var n = polynomial.Degree;
        var moved = new Dyadic[n + 1];
        var power = Dyadic.One;
        for (var i = 0; i <= n; i++)
        {
            moved[n - i] = polynomial[i] * power;
            power *= end;
        }

        for (var i = 0; i < n; i++)
        for (var j = n - 1; j >= i; j--)
            moved[j] += moved[j + 1];
        return Variations(DyadicPolynomial.Of(moved)) == 0;
    }

    private static int Variations(DyadicPolynomial polynomial)
    {
        var (variations, sign) = (0, 0);
        foreach (var coefficient in polynomial.Coefficients)
        {
            if (coefficient.IsZero)
                continue;
            if (sign != 0 && coefficient.Sign != sign)
                variations++;
            sign = coefficient.Sign;
        }

        return variations;
    }
}
