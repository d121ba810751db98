using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SparseDnn.Core.Tests.Contract;

/// <summary>Generated texts, and what may happen to them; the header is written down here once more, from its description.</summary>
internal static class Texts
{
    public const int HeaderUnits = 6,
        KindUnit = 2,
        VersionUnit = 3,
        ChecksumUnit = 4;

    public static string Of(ushort[] units) => new(Array.ConvertAll(units, unit => (char)unit));

    /// <summary>The text with a checksum that fits again.</summary>
    public static string Sealed(ReadOnlySpan<char> text)
    {
        var units = text.ToArray();
        if (units.Length < HeaderUnits)
            return new string(units);
        var hash = 2166136261u;
        for (var i = 0; i < units.Length; i++)
            if (i is not (ChecksumUnit or ChecksumUnit + 1))
                hash = unchecked((hash ^ units[i]) * 16777619u);
        (units[ChecksumUnit], units[ChecksumUnit + 1]) = ((char)(hash & 0xFFFF), (char)(hash >> 16));
        return new string(units);
    }

    /// <summary>The text as if it were written for another contract.</summary>
    public static string OfVersion(string text, int version) =>
        Sealed(text[..VersionUnit] + (char)('0' + version) + text[(VersionUnit + 1)..]);

    /// <summary>The units of vectors.</summary>
    public static string FromBase64(string text) => new(MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(text)));

    /// <summary>Vectors of units.</summary>
    public static string ToBase64(string units) => Convert.ToBase64String(MemoryMarshal.AsBytes(units.AsSpan()));

    /// <summary>One line of ASCII: other characters as <c>\u</c> and four digits.</summary>
    public static string Escape(string text)
    {
        var line = new StringBuilder();
        foreach (var unit in text)
            if (unit is >= ' ' and < '\u007f' and not '\\')
                line.Append(unit);
            else
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        return line.ToString();
    }

    public static string Unescape(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '\\')
            {
                text.Append((char)int.Parse(line.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 5;
            }
            else
            {
                text.Append(line[i]);
            }

        return text.ToString();
    }
}
