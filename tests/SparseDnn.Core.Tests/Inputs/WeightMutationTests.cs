using System;
using System.Globalization;
using System.Linq;
using System.Text;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

public class WeightMutationTests
{
    private static readonly string[] Snippets =
    [
        "0",
        "-1",
        "4294967297",
        "16777217",
        "1e999",
        "nan",
        "inf",
        "0x1",
        ",",
        "\u2212",
        "\0",
        "\r",
        "\r\n",
        "\n\n",
        "\t\t",
        "%",
        "#",
        "\uFFFD",
        "\uD800",
        "symmetric",
        " ",
        "1 1 1\n",
        "999999999999999999999999",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("minus and comma")]
    public void DamagedTexts_AreReadOrExplained_NeverThrown(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture.Length == 0 ? CultureInfo.InvariantCulture : MinusAndComma();
            var random = new Random(51);
            for (var i = 0; i < 12_000; i++)
            {
                var text = Original(random, i);
                for (var edits = random.Next(1, 4); edits > 0; edits--)
                    text = Mutate(text, random);
                Check(text);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Noise_IsExplained()
    {
        var random = new Random(52);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(0, 6000)];
            random.NextBytes(bytes);
            Check(Encoding.Latin1.GetString(bytes));
            Check("%%MatrixMarket matrix coordinate real general\n" + Encoding.UTF8.GetString(bytes));
        }
    }

    [Fact]
    public void EveryTruncation_IsReadOrExplained()
    {
        var random = new Random(53);
        for (var kind = 0; kind < 4; kind++)
        {
            var text = Original(random, kind);
            for (var length = 0; length < text.Length; length++)
                Check(text[..length]);
        }
    }

    private static void Check(string text)
    {
        if (WeightTexts.Read(text).TryGet(out var matrix, out var problem))
        {
            Assert.Equal(matrix.Edges.EntryCount, matrix.Values.Count);
            return;
        }
        var place = Assert.IsType<FilePlace>(problem.Place);
        Assert.Equal(WeightTexts.Path, place.Path);
        Assert.True(place.Line >= 1 && place.Column >= 1 && place.Length >= 0, problem.ToString());
        Assert.True(place.Line <= text.Count(c => c == '\n') + 1, problem.ToString());
        Assert.False(string.IsNullOrWhiteSpace(problem.Message));
        Assert.DoesNotContain(problem.Message, c => c < ' ');
        Assert.True(problem.Message.Length < 400, problem.Message);
    }

    private static string Original(Random random, int kind)
    {
        var entries = WeightTexts.RandomEntries(random, 12, 12, 25);
        return (kind % 4) switch
        {
            0 => WeightTexts.Tsv(entries),
            1 => WeightTexts.MatrixMarket(entries, 12, 12),
            2 => "%%MatrixMarket matrix coordinate pattern general\n4 4 3\n1 1\n2 3\n4 4\n",
            _ => "%%MatrixMarket matrix coordinate integer symmetric\r\n5 5 3\r\n2 1 -7\r\n3 3 2\r\n5 1 12\r\n",
        };
    }

    private static string Mutate(string text, Random random)
    {
        if (text.Length == 0)
            return "1";
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 20), text.Length - at);
        return random.Next(8) switch
        {
            0 => Replace(text, at, 1, ((char)(text[at] ^ (1 << random.Next(8)))).ToString()),
            1 => Replace(text, at, length, ""),
            2 => text[..at],
            3 => text[at..],
            4 => text.Insert(at, text.Substring(at, length)),
            5 => text.Insert(at, Snippets[random.Next(Snippets.Length)]),
            6 => EditNumber(text, at, random),
            _ => Replace(text, at, length, Snippets[random.Next(Snippets.Length)]),
        };
    }

    private static string EditNumber(string text, int at, Random random)
    {
        while (at < text.Length && !char.IsAsciiDigit(text[at]))
            at++;
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return Replace(text, at, end - at, random.Next(-3, random.Next(5) == 0 ? int.MaxValue : 20).ToString(CultureInfo.InvariantCulture));
    }

    private static string Replace(string text, int at, int length, string by) => text[..at] + by + text[(at + length)..];

    private static CultureInfo MinusAndComma()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
