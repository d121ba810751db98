using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Values;

/// <summary>Rationals as <c>p/q</c>, integers as <c>p</c>, <c>Infinity</c> and <c>-Infinity</c>, in ASCII.</summary>
internal static class RationalText
{
    private const int MaxDigits = 4096;

    public static string Of(Rational value)
    {
        if (!value.IsFinite)
            return value.Sign > 0 ? "Infinity" : "-Infinity";
        // Doubling clears the powers of two of the denominator; what is left is an integer or prints as p/q itself.
        var denominator = BigInteger.One;
        var numerator = value;
        while (value.IsDyadic && !numerator.IsInteger)
            (numerator, denominator) = (numerator * 2, denominator * 2);
        if (!numerator.TryGetInteger(out var integer))
            return value.ToString().Replace('−', '-');
        var whole = integer.ToString(CultureInfo.InvariantCulture);
        return denominator.IsOne ? whole : whole + "/" + denominator.ToString(CultureInfo.InvariantCulture);
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out Rational? value)
    {
        value = text switch
        {
            "Infinity" => new Rational(Dyadic.PositiveInfinity),
            "-Infinity" => new Rational(Dyadic.NegativeInfinity),
            _ => null,
        };
        if (value is not null)
            return true;
        var slash = text.IndexOf('/');
        if (
            text.Length > MaxDigits
            || !Integer(slash < 0 ? text : text.Substring(0, slash), NumberStyles.AllowLeadingSign, out var numerator)
        )
            return false;
        var denominator = BigInteger.One;
        if (slash >= 0 && (!Integer(text.Substring(slash + 1), NumberStyles.None, out denominator) || denominator.IsZero))
            return false;
        value = new Rational(new Dyadic(numerator, 0)) / new Rational(new Dyadic(denominator, 0));
        return true;
    }

    private static bool Integer(string text, NumberStyles styles, out BigInteger value)
    {
        value = BigInteger.Zero;
        return text.Length > 0
            && text[text.Length - 1] is >= '0' and <= '9'
            && BigInteger.TryParse(text, styles, CultureInfo.InvariantCulture, out value);
    }
}
