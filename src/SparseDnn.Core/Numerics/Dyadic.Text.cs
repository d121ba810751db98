using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace SparseDnn.Numerics;

public readonly partial struct Dyadic
{
    private const int MaxDecimalDigits = 40; // longer decimals are harder to read than m*2^e
    private const int MaxParsedDigits = 4096; // and the largest power of ten: a text must not ask for a huge integer
    private const string PowerSeparator = "*2^";

    /// <summary>
    /// The exact number, invariantly: a plain decimal of at most 40 significant digits, else <c>m*2^e</c> with odd m;
    /// <c>Infinity</c> and <c>-Infinity</c>.
    /// </summary>
    public override string ToString()
    {
        if (!IsFinite)
            return Sign > 0 ? "Infinity" : "-Infinity";
        return TryFormatDecimal() ?? string.Format(CultureInfo.InvariantCulture, "{0}{1}{2}", _mantissa, PowerSeparator, _exponent);
    }

    /// <summary>
    /// Reads what <see cref="ToString"/> writes: a decimal (also with an exponent) that is a dyadic number, <c>m*2^e</c>, or an infinity.
    /// </summary>
    /// <param name="text">The text, without blanks; a decimal point is a dot.</param>
    /// <param name="value">The number; 0 on failure.</param>
    /// <returns>False for other texts, for decimals such as 0.1 that are no dyadic numbers, and for more than 4096 digits.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Dyadic value)
    {
        value = default;
        // The number parsers of .NET skip NUL characters at the end.
        if (text is null || text.Length == 0 || text[text.Length - 1] == '\0')
            return false;
        if (text is "Infinity" or "-Infinity")
        {
            value = text[0] == '-' ? NegativeInfinity : PositiveInfinity;
            return true;
        }
        var power = text.IndexOf(PowerSeparator, StringComparison.Ordinal);
        return power < 0 ? TryParseDecimal(text, out value) : TryParsePower(text, power, out value);
    }

    private string? TryFormatDecimal()
    {
        // A digit is worth more than 3 bits, and a factor 5 more than 2.
        const int maxBits = 4 * MaxDecimalDigits;
        if (BitLength + Math.Max(_exponent, -2L * _exponent) > maxBits)
            return null;
        var decimals = Math.Max(-_exponent, 0);
        var digits = (BigInteger.Abs(_mantissa) * BigInteger.Pow(5, decimals) << Math.Max(_exponent, 0)).ToString(
            CultureInfo.InvariantCulture
        );
        if (digits.Length > MaxDecimalDigits)
            return null;
        if (decimals > 0)
            digits = digits.PadLeft(decimals + 1, '0').Insert(Math.Max(digits.Length, decimals + 1) - decimals, ".");
        return Sign < 0 ? "-" + digits : digits;
    }

    private static bool TryParsePower(string text, int separator, out Dyadic value)
    {
        value = default;
        if (
            separator > MaxParsedDigits
            || !BigInteger.TryParse(
                text.Substring(0, separator),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var mantissa
            )
            || !int.TryParse(
                text.Substring(separator + PowerSeparator.Length),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var exponent
            )
            || exponent > int.MaxValue / 2
        )
            return false;
        value = new(mantissa, exponent);
        return true;
    }

    private static bool TryParseDecimal(string text, out Dyadic value)
    {
        value = default;
        var mark = text.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return false;
        var digits = mark < 0 ? text : text.Substring(0, mark);
        var point = digits.IndexOf('.');
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (point >= 0)
        {
            if (decimals == 0 || point == 0 || !IsDigit(digits[point - 1]))
                return false;
            digits = digits.Remove(point, 1);
        }
        if (
            digits.Length > MaxParsedDigits
            || Math.Abs((long)exponent) > MaxParsedDigits
            || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
        )
            return false;
        // integer·10^power = integer·5^power·2^power; a negative power asks for so many factors 5.
        var power = exponent - decimals;
        var fives = BigInteger.Pow(5, Math.Abs(power));
        if (power < 0)
        {
            integer = BigInteger.DivRem(integer, fives, out var remainder);
            if (!remainder.IsZero)
                return false;
            fives = BigInteger.One;
        }
        value = new(integer * fives, power);
        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
