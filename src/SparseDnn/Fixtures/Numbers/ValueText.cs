using System.Globalization;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Numbers;

/// <summary>Values as a person reads them.</summary>
internal static class ValueText
{
    private const int MaxExactDigits = 20;
    private const int ShortDigits = 12;

    /// <summary>The shortest decimal that tells the value apart in its format; <c>NaN</c> for what is no number.</summary>
    public static string Of(StorageFormat format, Dyadic? value)
    {
        if (value is not { } number)
            return "NaN";
        if (!number.IsFinite)
            return number.Sign > 0 ? "inf" : "-inf";
        var exact = number.ToString();
        if (format is not FloatingStorage || exact.Length <= ShortDigits || !number.IsExactDouble)
            return exact.Length <= MaxExactDigits ? exact : ShortestDecimal.Of(number.ToDouble());
        var single = (float)number.ToDouble();
        if (format.Precision > NumberFormats.Binary32.Precision || Dyadic.FromDouble(single) != number)
            return ShortestDecimal.Of(number.ToDouble());
        for (var digits = 1; ; digits++)
        {
            var text = number.ToDouble().ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            var isSame = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && (float)back == single;
            if (digits >= 9 || isSame)
                return text.Replace("E", "e");
        }
    }

    /// <summary>Bits in hexadecimal, as wide as the format; truth values as they are.</summary>
    public static string Hex(StorageFormat format, ulong bits) =>
        format.BitWidth == 1
            ? bits.ToString(CultureInfo.InvariantCulture)
            : "0x" + bits.ToString("X" + ((format.BitWidth + 3) / 4).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A count with separators of thousands.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A double, shortest; for bounds.</summary>
    public static string Of(double value) => ShortestDecimal.Of(value);
}
