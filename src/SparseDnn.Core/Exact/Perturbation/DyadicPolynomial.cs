using System;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Perturbation;

/// <summary>
/// A polynomial in ε with exact coefficients, lowest power first, without zeros at the end; no coefficient is the zero polynomial.
/// </summary>
/// <param name="Coefficients">Coefficient of each power.</param>
/// <remarks>Equality contract: equal coefficients.</remarks>
public sealed record DyadicPolynomial(EquatableArray<Dyadic> Coefficients)
{
    /// <summary>The polynomial 0.</summary>
    public static DyadicPolynomial Zero { get; } = new(EquatableArray<Dyadic>.Empty);

    /// <summary>Highest power; −1 for 0.</summary>
    public int Degree => Coefficients.Count - 1;

    /// <summary>The coefficient of a power; 0 beyond the degree.</summary>
    /// <param name="power">0 or more.</param>
    public Dyadic this[int power] => power < Coefficients.Count ? Coefficients[power] : Dyadic.Zero;

    /// <summary>A polynomial from coefficients, lowest power first.</summary>
    /// <param name="coefficients">Coefficients; zeros at the end are dropped.</param>
    public static DyadicPolynomial Of(params Dyadic[] coefficients)
    {
        var count = coefficients.Length;
        while (count > 0 && coefficients[count - 1].IsZero)
            count--;
        if (count == 0)
            return Zero;
        if (count < coefficients.Length)
            Array.Resize(ref coefficients, count);
        return new(new EquatableArray<Dyadic>(coefficients));
    }

    /// <summary>The sum.</summary>
    /// <param name="left">One polynomial.</param>
    /// <param name="right">The other.</param>
    public static DyadicPolynomial operator +(DyadicPolynomial left, DyadicPolynomial right)
    {
        if (left.Degree < 0)
            return right;
        if (right.Degree < 0)
            return left;
        return Of(
            Enumerable
                .Range(0, Math.Max(left.Coefficients.Count, right.Coefficients.Count))
                .Select(power => left[power] + right[power])
                .ToArray()
        );
    }

    /// <summary>The product.</summary>
    /// <param name="left">One polynomial.</param>
    /// <param name="right">The other.</param>
    public static DyadicPolynomial operator *(DyadicPolynomial left, DyadicPolynomial right)
    {
        if (left.Degree < 0 || right.Degree < 0)
            return Zero;
        var product = new Dyadic[left.Coefficients.Count + right.Coefficients.Count - 1];
        for (var i = 0; i < left.Coefficients.Count; i++)
        for (var j = 0; j < right.Coefficients.Count; j++)
            product[i + j] += left[i] * right[j];
        return Of(product);
    }

    /// <summary>The exact value at a point.</summary>
    /// <param name="epsilon">The point.</param>
    public Dyadic Evaluate(Dyadic epsilon)
    {
        var value = Dyadic.Zero;
        for (var power = Degree; power >= 0; power--)
            value = (value * epsilon) + Coefficients[power];
        return value;
    }

    /// <summary>Lowest power with a coefficient; −1 for 0.</summary>
    internal int Order =>
        Coefficients.TakeWhile(coefficient => coefficient.IsZero).Count() is var order && order < Coefficients.Count ? order : -1;

    /// <summary>The polynomial over ε^power, whose lower coefficients are 0.</summary>
    internal DyadicPolynomial Shift(int power) => Of(Coefficients.Skip(power).ToArray());

    /// <summary>The polynomial at −ε.</summary>
    internal DyadicPolynomial Mirror() =>
        Of(Coefficients.Select((coefficient, power) => power % 2 == 0 ? coefficient : -coefficient).ToArray());
}
