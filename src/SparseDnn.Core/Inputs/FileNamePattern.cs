using System;
using System.Globalization;
using System.Linq;

namespace SparseDnn.Inputs;

/// <summary>
/// File names with one numeric range: <c>n1024-l{1..120}.tsv</c> stands for 120 names; <c>{001..120}</c> keeps leading zeros.
/// </summary>
internal static class FileNamePattern
{
    /// <summary>Most names that one pattern may stand for.</summary>
    public const int MaxNames = 10_000;

    /// <summary>The names in order.</summary>
    /// <param name="pattern">File name; slashes of either kind.</param>
    /// <param name="fault">What is wrong and how to mend it, where null is returned.</param>
    public static string[]? Expand(string pattern, out string? fault)
    {
        fault = null;
        var normalized = pattern.Replace('\\', '/');
        if (normalized.Trim().Length == 0)
        {
            fault = "is empty; write the name of a weights file";
            return null;
        }
        var open = normalized.IndexOf('{');
        if (open < 0 && normalized.IndexOf('}') < 0)
            return [normalized];
        var close = normalized.IndexOf('}');
        if (open < 0 || close < open || normalized.IndexOf('{', open + 1) >= 0 || normalized.IndexOf('}', close + 1) >= 0)
            return Fault("has unbalanced or several braces; write one range such as {1..120}", out fault);
        var parts = normalized.Substring(open + 1, close - open - 1).Split([".."], StringSplitOptions.None);
        if (parts.Length != 2 || !TryNumber(parts[0], out var first) || !TryNumber(parts[1], out var last))
            return Fault($"has the range '{{{string.Join("..", parts)}}}'; write two whole numbers, as in {{1..120}}", out fault);
        if (last < first)
            return Fault($"counts down from {first} to {last}; write {{{last}..{first}}}", out fault);
        if ((long)last - first >= MaxNames)
            return Fault($"stands for more than {MaxNames} files; use a smaller range", out fault);
        var width = parts[0].Length > 1 && parts[0][0] == '0' ? parts[0].Length : 1;
        var before = normalized.Substring(0, open);
        var after = normalized.Substring(close + 1);
        return Enumerable
            .Range(first, last - first + 1)
            .Select(number =>
                before + number.ToString("D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + after
            )
            .ToArray();
    }

    /// <summary>The pattern with a range that counts down turned around; null for any other.</summary>
    /// <param name="pattern">File name.</param>
    public static string? Ascending(string pattern)
    {
        var (open, close) = (pattern.IndexOf('{'), pattern.IndexOf('}'));
        if (open < 0 || close < open)
            return null;
        var parts = pattern.Substring(open + 1, close - open - 1).Split([".."], StringSplitOptions.None);
        if (parts.Length != 2 || !TryNumber(parts[0], out var first) || !TryNumber(parts[1], out var last) || first <= last)
            return null;
        var turned = $"{pattern.Substring(0, open + 1)}{parts[1]}..{parts[0]}{pattern.Substring(close)}";
        return Expand(turned, out _) is null ? null : turned;
    }

    /// <summary>Whether a file is the one that a name means: the name is its whole path or the end of it, at a folder boundary.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">Expanded name, with forward slashes.</param>
    public static bool Matches(string path, string name)
    {
        var wanted = name.StartsWith("./", StringComparison.Ordinal) ? name.Substring(2) : name;
        if (path.Length < wanted.Length)
            return false;
        var offset = path.Length - wanted.Length;
        for (var i = 0; i < wanted.Length; i++)
            if ((path[offset + i] == '\\' ? '/' : path[offset + i]) != wanted[i])
                return false;
        return offset == 0 || path[offset - 1] is '/' or '\\';
    }

    /// <summary>The last part of a path or name.</summary>
    /// <param name="path">Path or name; slashes of either kind.</param>
    public static string LastPart(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static string[]? Fault(string text, out string fault)
    {
        fault = text;
        return null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
