using System;
using System.Numerics;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>Exact numbers with a common exponent: value i is <c>Mantissas[i] · 2^Exponent</c>.</summary>
/// <remarks>A common exponent turns every sum into integer additions. Mutable only while it is built.</remarks>
public sealed class ExactVector
{
    private readonly BigInteger[] _mantissas;

    internal ExactVector(BigInteger[] mantissas, int exponent)
    {
        _mantissas = mantissas;
        Exponent = exponent;
    }

    /// <summary>Number of values.</summary>
    public int Count => _mantissas.Length;

    /// <summary>Common exponent.</summary>
    public int Exponent { get; }

    /// <summary>The exact value at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public Dyadic this[int index] => new(_mantissas[index], Exponent);

    internal BigInteger Mantissa(int index) => _mantissas[index];

    /// <summary>The exact values of finite binary64 numbers.</summary>
    /// <param name="values">Finite numbers.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static ExactVector From(ReadOnlySpan<double> values)
    {
        var exact = new Dyadic[values.Length];
        var exponent = int.MaxValue;
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = Dyadic.FromDouble(values[i]);
            if (!exact[i].IsFinite)
                throw new ArgumentException($"Value {i} is infinite; exact arithmetic takes finite numbers.", nameof(values));
            if (!exact[i].IsZero)
                exponent = Math.Min(exponent, exact[i].Exponent);
        }

        if (exponent == int.MaxValue)
            exponent = 0;
        var mantissas = new BigInteger[exact.Length];
        for (var i = 0; i < mantissas.Length; i++)
            mantissas[i] = exact[i].IsZero ? BigInteger.Zero : exact[i].Mantissa << (exact[i].Exponent - exponent);
        return new ExactVector(mantissas, exponent);
    }

    /// <summary>The same values with the largest common exponent, so that mantissas stay short.</summary>
    internal ExactVector Shorten()
    {
        var shift = int.MaxValue;
        foreach (var mantissa in _mantissas)
        {
            if (mantissa.IsZero)
                continue;
            if (!mantissa.IsEven)
                return this;
            shift = Math.Min(shift, new Dyadic(mantissa, 0).Exponent);
        }

        if (shift == int.MaxValue)
            return Exponent == 0 ? this : new ExactVector(_mantissas, 0);
        var shorter = new BigInteger[_mantissas.Length];
        for (var i = 0; i < shorter.Length; i++)
            shorter[i] = _mantissas[i] >> shift;
        return new ExactVector(shorter, Exponent + shift);
    }
}
