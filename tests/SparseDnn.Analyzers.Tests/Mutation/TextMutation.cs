using System;
using System.Linq;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>Random damage to a text: characters and words removed, doubled, exchanged, inserted.</summary>
internal static class TextMutation
{
    /// <summary>What breaks C# attributes in particular.</summary>
    public static string[] SourceWords { get; } =
    [
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ",",
        ";",
        "\"",
        "\\",
        "'",
        "@",
        "$",
        "#if",
        "#endif",
        "//",
        "/*",
        "=",
        ":",
        "<",
        ">",
        "null",
        "new",
        "partial",
        "class",
        "static",
        "Inputs",
        "Outputs",
        "\u2212",
        "\0",
        "1e999",
        "0x",
        "typeof(",
        "=>",
        "where",
        "\n",
    ];

    /// <summary>What breaks weights files in particular.</summary>
    public static string[] WeightWords { get; } =
    [
        "%",
        "%%MatrixMarket",
        "\t",
        " ",
        "\n",
        "\r",
        "\r\n",
        "-1",
        "0",
        "3",
        "99999999999999999999",
        "1e999",
        "1e-999",
        "nan",
        "inf",
        "1,5",
        "\u2212" + "1",
        "0x1p3",
        "symmetric",
        "pattern",
        "array",
        "\0",
        "\uFEFF",
        "\uD800",
        "2147483647 2147483647 1",
        "1 1 1",
        "+1",
        ".",
        "e5",
        "1d0",
    ];

    /// <summary>Damages a text in one to four places.</summary>
    public static string Apply(Random random, string text, string[] words)
    {
        for (var count = random.Next(1, 5); count > 0; count--)
            text = Once(random, text, words);
        return text;
    }

    private static string Once(Random random, string text, string[] words)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 6), text.Length - at);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, words[random.Next(words.Length)]),
            3 => string.Concat(text.AsSpan(0, at), words[random.Next(words.Length)], text.AsSpan(at + length)),
            4 => text[..at],
            _ => SwapLines(random, text),
        };
    }

    private static string SwapLines(Random random, string text)
    {
        var lines = text.Split('\n');
        var (a, b) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Join('\n', lines.Take(40));
    }
}
