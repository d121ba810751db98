using System;
using System.Globalization;
using System.Text;

namespace SparseDnn.Generators.Text;

/// <summary>C# literals of strings; those of numbers are rows of <see cref="Algebra.Elements.NumberTypes"/>.</summary>
internal static class Literals
{
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

    private static char Hex(int nibble) => "0123456789abcdef"[nibble & 15];
}
