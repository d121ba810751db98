using System;
using System.Globalization;
using System.Text;

namespace SparseDnn.Inputs.Text;

/// <summary>Parts of a text in a form that fits into a message.</summary>
internal static class Quoted
{
    private const int MaxShown = 40;

    /// <summary>The characters in quotes, cut after 40; control characters as \uXXXX.</summary>
    public static string Text(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder("'");
        foreach (var c in text.Slice(0, Math.Min(text.Length, MaxShown)))
        {
            if (c < ' ' || char.IsSurrogate(c))
                shown.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)c);
            else
                shown.Append(c);
        }
        return shown.Append(text.Length > MaxShown ? "…'" : "'").ToString();
    }

    /// <summary>An integer in digits of every culture's ASCII.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
