using System;
using System.Globalization;

namespace SparseDnn.Algebra.Elements;

/// <summary>The shortest C# literal of a finite real number that reads back to the same value, in the invariant culture.</summary>
internal static class RealLiteral
{
    /// <summary>The literal.</summary>
    /// <param name="value">Finite; exactly representable.</param>
    /// <param name="wide">True for double, false for float.</param>
    public static string Of(double value, bool wide) =>
        wide ? Shortest(value, 15, 17, Parse) + "d" : Shortest(value, 6, 9, text => (float)Parse(text)) + "f";

    private static string Shortest(double value, int least, int most, Func<string, double> parse)
    {
        for (var digits = least; digits < most; digits++)
        {
            var text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (parse(text) == value)
                return text;
        }

        return value.ToString("G" + most.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
