using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SparseDnn.Samples.Reachability;

/// <summary>A web of 512 pages with few links, drawn by a seeded generator: many pages cannot reach many others.</summary>
public static class Links
{
    /// <summary>Number of pages.</summary>
    public const int Pages = 512;

    private const int Drawn = 640;

    /// <summary>The links, each once; the same on every machine.</summary>
    public static IReadOnlyList<(int From, int To)> Draw()
    {
        var state = 1959u;
        return Enumerable.Range(0, Drawn).Select(_ => (From: Next(), To: Next())).Where(link => link.From != link.To).Distinct().ToArray();

        int Next()
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (int)(((ulong)state * Pages) >> 32);
        }
    }

    /// <summary>The web as a pattern file: one entry a link, and one from every page to itself, so that a walk may stop early.</summary>
    public static string ToMatrixMarket()
    {
        var links = Draw();
        var text = new StringBuilder(
            "%%MatrixMarket matrix coordinate pattern general\n% from, to; written by samples/Reachability --draw\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"{Pages} {Pages} {links.Count + Pages}\n");
        for (var page = 1; page <= Pages; page++)
            text.Append(CultureInfo.InvariantCulture, $"{page} {page}\n");
        foreach (var (from, to) in links)
            text.Append(CultureInfo.InvariantCulture, $"{from + 1} {to + 1}\n");
        return text.ToString();
    }
}
