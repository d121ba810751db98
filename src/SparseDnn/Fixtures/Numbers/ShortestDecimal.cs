using System;
using System.Globalization;

namespace SparseDnn.Fixtures.Numbers;

/// <summary>The shortest decimal that reads back as the same binary64 number.</summary>
/// <remarks>
/// Tries 1 to 17 digits, so that it gives the same text on every framework, also on those whose own shortest form was not one.
/// </remarks>
internal static class ShortestDecimal
{
    private const int MaxPlainExponent = 16;
    private const int MinPlainExponent = -6;
    private const double LargestPlainInteger = 1e15;

    /// <summary>
    /// For example <c>-0.3</c>, <c>1024</c>, <c>1.5e-30</c>; infinities as <c>inf</c> and <c>-inf</c>. Both zeros give <c>0</c>.
    /// </summary>
    /// <param name="value">Not NaN.</param>
    public static string Of(double value)
    {
        if (value == 0)
            return "0";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        if (Math.Abs(value) <= LargestPlainInteger && Math.Floor(value) == value)
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        for (var digits = 1; ; digits++)
        {
            var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (digits == 17 || Reads(text, value))
                return Plain(text);
        }
    }

    private static bool Reads(string text, double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back == value;

    // From d.dddE+xxx.
    private static string Plain(string text)
    {
        var mark = text.IndexOf('E');
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var digits = text.Substring(sign.Length, mark - sign.Length).Replace(".", "").TrimEnd('0');
        if (digits.Length == 0)
            digits = "0";
        if (exponent is < MinPlainExponent or > MaxPlainExponent)
            return sign
                + digits.Substring(0, 1)
                + (digits.Length > 1 ? string.Concat(".", digits.AsSpan(1)) : "")
                + "e"
                + exponent.ToString(CultureInfo.InvariantCulture);
        if (exponent < 0)
            return sign + "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0')
            : string.Concat(sign, digits.AsSpan(0, exponent + 1), ".", digits.AsSpan(exponent + 1));
    }
}
