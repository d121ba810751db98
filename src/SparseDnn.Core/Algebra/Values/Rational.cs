using System;
using System.Globalization;
using System.Numerics;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Values;

/// <summary>An exact quotient of integers, or ±∞: a dyadic number over an odd denominator, in lowest terms.</summary>
/// <remarks>
/// Sums and products of dyadic numbers stay dyadic and never touch the denominator; it is there so that a division in an
/// operator (1/3, a·b/(a + b)) is judged exactly too. <c>default</c> is zero. Operations that have no value (∞ − ∞, 0·∞,
/// x/0) are excluded by the callers. Equality contract: equal numbers.
/// </remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly Dyadic _numerator;
    private readonly BigInteger _denominator; // odd and at least 3; 0 where the number is dyadic

    /// <summary>A dyadic number or ±∞.</summary>
    /// <param name="value">The number.</param>
    public Rational(Dyadic value)
    {
        _numerator = value;
        _denominator = BigInteger.Zero; // by hand: netstandard2.0 shows BigInteger without fields
    }

    private Rational(Dyadic numerator, BigInteger oddDenominator)
    {
        _numerator = numerator;
        _denominator = BigInteger.Zero;
        if (oddDenominator.IsOne || numerator.IsZero)
            return;
        var mantissa = numerator.Mantissa;
        var divisor = BigInteger.GreatestCommonDivisor(mantissa, oddDenominator);
        if (!divisor.IsOne)
        {
            _numerator = new Dyadic(mantissa / divisor, numerator.Exponent);
            oddDenominator /= divisor;
        }
        if (!oddDenominator.IsOne)
            _denominator = oddDenominator;
    }

    /// <summary>Whether the number is an integer times a power of two.</summary>
    public bool IsDyadic => IsFinite && _denominator.IsZero;

    /// <summary>Whether the number is not ±∞.</summary>
    public bool IsFinite => _numerator.IsFinite;

    /// <summary>Whether the number is 0.</summary>
    public bool IsZero => _numerator.IsZero;

    /// <summary>Whether the number is a finite integer.</summary>
    public bool IsInteger => IsDyadic && _numerator.Exponent >= 0;

    /// <summary>−1, 0 or +1; also for ±∞.</summary>
    public int Sign => _numerator.Sign;

    /// <summary>Bits and powers of two that the number takes: a measure of the cost of computing with it; 0 for ±∞.</summary>
    internal long Cost
    {
        get
        {
            if (!IsFinite)
                return 0;
            var denominator = _denominator.IsZero ? 0 : 8 * _denominator.ToByteArray().Length;
            return _numerator.BitLength + Math.Abs((long)_numerator.Exponent) + denominator;
        }
    }

    private BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>|p| + q − 1 of the fraction p/q in lowest terms, rounded to binary64: how simple it is to read; 0 for ±∞.</summary>
    internal double Height
    {
        get
        {
            if (!IsFinite || IsZero)
                return 0;
            var exponent = _numerator.Exponent;
            var over = _numerator.Abs();
            var under = new Dyadic(Denominator, 0);
            if (exponent < 0)
                (over, under) = (over.ScaleByPowerOfTwo(-exponent), under.ScaleByPowerOfTwo(-exponent));
            return over.ToDouble() + under.ToDouble() - 1;
        }
    }

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator Rational(long value) => new((Dyadic)value);

    /// <summary>The exact sum; not of infinities of different sign.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left._denominator.IsZero && right._denominator.IsZero)
            return new(left._numerator + right._numerator);
        if (!left.IsFinite)
            return left;
        if (!right.IsFinite)
            return right;
        return new(
            (left._numerator * new Dyadic(right.Denominator, 0)) + (right._numerator * new Dyadic(left.Denominator, 0)),
            left.Denominator * right.Denominator
        );
    }

    /// <summary>The number with the other sign.</summary>
    /// <param name="value">The number.</param>
    public static Rational operator -(Rational value) =>
        value._denominator.IsZero ? new(-value._numerator) : new(-value._numerator, value._denominator);

    /// <summary>The exact difference; not of equal infinities.</summary>
    /// <param name="left">What to subtract from.</param>
    /// <param name="right">What to subtract.</param>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The exact product; not of 0 and ±∞.</summary>
    /// <param name="left">One factor.</param>
    /// <param name="right">The other.</param>
    public static Rational operator *(Rational left, Rational right) =>
        left._denominator.IsZero && right._denominator.IsZero || !left.IsFinite || !right.IsFinite
            ? new(left._numerator * right._numerator)
            : new(left._numerator * right._numerator, left.Denominator * right.Denominator);

    /// <summary>The exact quotient of finite numbers; the divisor is not 0.</summary>
    /// <param name="left">What is divided.</param>
    /// <param name="right">What it is divided by.</param>
    public static Rational operator /(Rational left, Rational right)
    {
        if (left.IsZero)
            return default;
        if (left._denominator.IsZero && right._denominator.IsZero && right._numerator.BitLength == 1)
            return new((right.Sign < 0 ? -left._numerator : left._numerator).ScaleByPowerOfTwo(checked(-right._numerator.Exponent)));
        var over = left._numerator.Mantissa * right.Denominator * right.Sign;
        var under = BigInteger.Abs(right._numerator.Mantissa) * left.Denominator;
        return new(new Dyadic(over, checked(left._numerator.Exponent - right._numerator.Exponent)), under);
    }

    /// <summary>Whether the numbers are equal.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the left number is smaller.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is at most the right one.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is larger.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is at least the right one.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The integer that the number is.</summary>
    /// <param name="value">The integer; 0 on failure.</param>
    /// <returns>False for fractions and ±∞.</returns>
    public bool TryGetInteger(out BigInteger value)
    {
        value = IsInteger ? _numerator.Mantissa << _numerator.Exponent : BigInteger.Zero;
        return IsInteger;
    }

    /// <summary>The fraction p/q with q ≥ 1, in lowest terms; not of ±∞.</summary>
    internal (BigInteger Over, BigInteger Under) Fraction =>
        (_numerator.Mantissa << Math.Max(_numerator.Exponent, 0), Denominator << Math.Max(-_numerator.Exponent, 0));

    /// <summary>A binary64 value within two units of the number, the nearest one for a dyadic number.</summary>
    public double ToDouble() =>
        _denominator.IsZero ? _numerator.ToDouble() : _numerator.ToDouble() / new Dyadic(_denominator, 0).ToDouble();

    /// <summary>The number as a dyadic one.</summary>
    /// <exception cref="InvalidOperationException">It is a finite number that is none.</exception>
    public Dyadic ToDyadic() => _denominator.IsZero ? _numerator : throw new InvalidOperationException("The number is not dyadic.");

    /// <inheritdoc/>
    public int CompareTo(Rational other)
    {
        if (_denominator.IsZero && other._denominator.IsZero || Sign != other.Sign || !IsFinite || !other.IsFinite)
            return _numerator.CompareTo(other._numerator);
        return (_numerator * new Dyadic(other.Denominator, 0)).CompareTo(other._numerator * new Dyadic(Denominator, 0));
    }

    /// <inheritdoc/>
    public bool Equals(Rational other) => _numerator.Equals(other._numerator) && _denominator.Equals(other._denominator);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_numerator.GetHashCode() * 397) ^ _denominator.GetHashCode());

    /// <summary>Invariant text with the minus sign U+2212: a decimal, p/q, m·2^e, ∞ or −∞.</summary>
    public override string ToString()
    {
        if (!IsFinite)
            return Sign > 0 ? "∞" : "−∞";
        if (IsDyadic)
            return DyadicText().Replace('-', '−');
        var exponent = _numerator.Exponent;
        var over = BigInteger.Abs(_numerator.Mantissa) << Math.Max(exponent, 0);
        var under = _denominator << Math.Max(-exponent, 0);
        return string.Format(CultureInfo.InvariantCulture, "{0}{1}/{2}", Sign < 0 ? "−" : "", over, under);
    }

    private string DyadicText()
    {
        const int readable = 16; // a longer decimal gives way to m·2^e
        var text = _numerator.ToString().Replace('*', '·');
        if (text.Length > readable && !text.Contains("^"))
        {
            var power = string.Format(CultureInfo.InvariantCulture, "{0}·2^{1}", _numerator.Mantissa, _numerator.Exponent);
            if (power.Length < text.Length)
                text = power;
        }
        if (text.StartsWith("1·", StringComparison.Ordinal))
            return text.Substring(2);
        if (text.StartsWith("-1·", StringComparison.Ordinal))
            return "-" + text.Substring(3);
        return text;
    }
}
