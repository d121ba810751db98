using System;
using System.Globalization;
using System.Text;
using SparseDnn.Algebra;

namespace SparseDnn.Generators;

/// <summary>C# literals that read back to the same value, in the invariant culture.</summary>
internal static class Literals
{
    /// <summary>A number of the element type.</summary>
    /// <param name="value">Finite, or +∞ is not allowed; exactly representable.</param>
    /// <param name="wide">True for double, false for float.</param>
    public static string Number(double value, bool wide) =>
        wide ? Shortest(value, 15, 17, text => Parse(text)) + "d" : Shortest(value, 6, 9, text => (float)Parse(text)) + "f";

    /// <summary>A value of an element format, as the kernels take it: a boolean is 64 items of a word at once.</summary>
    /// <param name="bits">The value's 64 bits, as the stages hold them.</param>
    /// <param name="format">The format.</param>
    public static string Element(long bits, ElementFormat format) =>
        format switch
        {
            ElementFormat.Binary32 => Real(BitConverter.Int64BitsToDouble(bits), "float", wide: false),
            ElementFormat.Binary64 => Real(BitConverter.Int64BitsToDouble(bits), "double", wide: true),
            ElementFormat.Int32 => bits == int.MinValue ? "int.MinValue" : bits.ToString(CultureInfo.InvariantCulture),
            ElementFormat.Int64 => bits == long.MinValue ? "long.MinValue" : bits.ToString(CultureInfo.InvariantCulture) + "L",
            ElementFormat.Boolean => bits != 0 ? "ulong.MaxValue" : "0UL",
            _ => bits is >= 0 and < 10
                ? bits.ToString(CultureInfo.InvariantCulture) + "UL"
                : "0x" + bits.ToString("X", CultureInfo.InvariantCulture) + "UL",
        };

    private static string Real(double value, string type, bool wide) =>
        double.IsNaN(value) ? $"{type}.NaN"
        : double.IsPositiveInfinity(value) ? $"{type}.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? $"{type}.NegativeInfinity"
        : Number(value, wide);

    /// <summary>A value as the kernels take it.</summary>
    /// <param name="value">A value that the element format holds; Undefined is NaN.</param>
    /// <param name="format">The format.</param>
    public static string Element(CarrierValue value, ElementFormat format) =>
        ElementFormats.Of(format).ToBits(value) is { } bits ? Element(bits, format) : ElementFormats.Of(format).Keyword + ".NaN";

    /// <summary>A string whose characters are arbitrary 16-bit units.</summary>
    public static string Units(ushort[] units) => Units(new string(Array.ConvertAll(units, unit => (char)unit)));

    /// <summary>A string whose characters are arbitrary 16-bit units.</summary>
    public static string Units(string units)
    {
        var text = new StringBuilder((units.Length * 4) + 2).Append('"');
        foreach (int unit in units)
        {
            // Printable ASCII stands for itself; the rest is escaped, surrogates included, so that the file is valid UTF-8.
            if (unit is >= 0x20 and < 0x7F and not '"' and not '\\')
                text.Append((char)unit);
            else
                text.Append(@"\u").Append(Hex(unit >> 12)).Append(Hex(unit >> 8)).Append(Hex(unit >> 4)).Append(Hex(unit));
        }

        return text.Append('"').ToString();
    }

    /// <summary>A string of ordinary text.</summary>
    public static string Text(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                literal.Append(@"\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        return literal.Append('"').ToString();
    }

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

    private static char Hex(int nibble) => "0123456789abcdef"[nibble & 15];
}
