using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace SparseDnn.Samples.Fixtures;

/// <summary>
/// Every mistake is found, and README.md shows what is really reported; <c>SPARSEDNN_ACCEPT=1</c> writes the reports there.
/// </summary>
public sealed class SeededBugTests
{
    private const string Begin = "<!-- report of ",
        End = "<!-- end -->";

    public static TheoryData<Bug> Bugs => [.. Enum.GetValues<Bug>().Where(bug => bug != Bug.None)];

    private static string Readme { get; } =
        typeof(SeededBugTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Readme").Value!;

    [Theory, MemberData(nameof(Bugs))]
    public void BugIsFoundAndReported(Bug bug)
    {
        var report = SeededBugs.Reports[bug]();
        Assert.False(report.IsSound);
        var text = File.ReadAllText(Readme);
        var accepted = Replaced(text, bug, report.Text);
        if (Environment.GetEnvironmentVariable("SPARSEDNN_ACCEPT") == "1")
            File.WriteAllText(Readme, accepted);
        else
            Assert.Equal(accepted, text);
    }

    [Fact]
    public void ReadmeShowsEachBugOnce()
    {
        var shown = File.ReadLines(Readme)
            .Where(line => line.StartsWith(Begin, StringComparison.Ordinal))
            .Select(line => line[Begin.Length..].Split(' ')[0]);
        Assert.Equal(Enum.GetNames<Bug>().Skip(1).Order(), shown.Order());
    }

    private static string Replaced(string text, Bug bug, string report)
    {
        var head = $"{Begin}{bug} -->\n";
        var begin = text.IndexOf(head, StringComparison.Ordinal);
        Assert.True(begin >= 0, $"README.md has no line '{head.TrimEnd()}'.");
        var start = begin + head.Length;
        return $"{text[..start]}```\n{report}\n```\n{text[text.IndexOf(End, start, StringComparison.Ordinal)..]}";
    }
}
