using System;
using System.Globalization;
using System.Numerics;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Expressions;

/// <summary>
/// One word of text for every value: <c>true</c>, <c>i-5</c>, <c>wFF</c>, <c>x3FF0000000000000</c> (bits of binary64), <c>q1/3</c>,
/// <c>nan</c>, <c>?</c>.
/// </summary>
internal static class ValueCodec
{
    private const int LongestNumber = 2048; // a longer one would only cost time

    public static string Encode(CarrierValue value) =>
        value.Kind switch
        {
            CarrierValueKind.Undefined => "nan",
            CarrierValueKind.Undecided => "?",
            CarrierValueKind.Boolean => value.AsBoolean ? "true" : "false",
            CarrierValueKind.Integer => "i" + value.AsInteger.ToString(CultureInfo.InvariantCulture),
            CarrierValueKind.Word => "w" + value.AsWord.ToString("X", CultureInfo.InvariantCulture),
            _ => Number(value.AsNumber),
        };

    /// <summary>The value of a word; null where it is none.</summary>
    public static CarrierValue? Decode(string word)
    {
        if (word.Length is 0 or > LongestNumber)
            return null;
        var rest = word.Substring(1);
        return word switch
        {
            "nan" => CarrierValue.Undefined,
            "?" => CarrierValue.Undecided,
            "true" => CarrierValue.Boolean(true),
            "false" => CarrierValue.Boolean(false),
            _ => word[0] switch
            {
                'i' => long.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
                    ? CarrierValue.Integer(integer)
                    : null,
                'w' => ulong.TryParse(rest, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
                    ? CarrierValue.Word(bits)
                    : null,
                'x' => ulong.TryParse(rest, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
                    ? CarrierValue.Number(BitConverter.Int64BitsToDouble(unchecked((long)number)))
                    : null,
                'q' => Fraction(rest),
                _ => null,
            },
        };
    }

    private static string Number(Rational number)
    {
        var nearest = number.ToDouble();
        if (CarrierValue.Number(nearest).Equals(CarrierValue.Number(number)))
            return "x" + BitConverter.DoubleToInt64Bits(nearest).ToString("X", CultureInfo.InvariantCulture);
        var (over, under) = number.Fraction;
        return string.Format(CultureInfo.InvariantCulture, "q{0}/{1}", over, under);
    }

    private static CarrierValue? Fraction(string text)
    {
        var parts = text.Split('/');
        if (
            parts.Length != 2
            || !BigInteger.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var over)
            || !BigInteger.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var under)
            || under.IsZero
        )
            return null;
        return CarrierValue.Number(new Rational(new Dyadic(over, 0)) / new Rational(new Dyadic(under, 0)));
    }
}
