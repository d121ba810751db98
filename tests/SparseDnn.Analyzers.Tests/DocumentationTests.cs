using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SparseDnn.Problems;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// The table of problems, the descriptors, the release notes and the pages say the same; the code on the pages is compiled.
/// </summary>
public sealed partial class DocumentationTests
{
    private const string View = "What you see";

    internal static readonly string Pages = Path.Combine(RepositoryFiles.Root, "docs", "diagnostics");

    public static TheoryData<string> Ids => [.. ProblemKinds.All.Select(kind => kind.Id)];

    private static IReadOnlySet<string> Fixable { get; } =
        Testing.CodeFixes.All.SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();

    // Whoever reads the table sees no text for these: each is a place where a reader or a formula writes the whole sentence.
    [Fact]
    public void MessagesAreInTheTable_ButForTextsAndParametersThatDoNotFit() =>
        Assert.Equal(
            ["SDNN0007", "SDNN0009", "SDNN0010", "SDNN0023", "SDNN0026", "SDNN0033"],
            ProblemKinds.All.Where(kind => kind.MessageFormat == ProblemKinds.WholeMessage).Select(kind => kind.Id)
        );

    [Fact]
    public void Table_IsSoundAndEveryRowHasADescriptor()
    {
        Assert.Equal(ProblemKinds.All.Count, ProblemKinds.All.Select(kind => kind.Id).Distinct().Count());
        Assert.Equal(
            ProblemKinds.All.Select(kind => (kind.Id, kind.Title, kind.MessageFormat)),
            Descriptors.All.Select(rule =>
                (rule.Id, rule.Title.ToString(CultureInfo.InvariantCulture), rule.MessageFormat.ToString(CultureInfo.InvariantCulture))
            )
        );
        foreach (var rule in Descriptors.All)
        {
            Assert.Matches("^SDNN[0-9]{4}$", rule.Id);
            Assert.EndsWith($"/docs/diagnostics/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
            Assert.True(rule.IsEnabledByDefault);
            Assert.Equal(ProblemKinds.All.Single(kind => kind.Id == rule.Id).Severity.ToString(), rule.DefaultSeverity.ToString());
        }
    }

    [Fact]
    public void ReleaseNotes_ListEveryRuleOnce()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "analyzers", "SparseDnn.Analyzers");
        var rows = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(folder, file)))
            .Where(line => line.StartsWith("SDNN", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split('|').Select(cell => cell.Trim())));
        Assert.Equal(
            Descriptors.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"),
            rows.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Index_IsMadeFromTheTable()
    {
        var text =
            "# Diagnostics\nWritten from the table in `src/SparseDnn.Core/Problems` and the code fixes by a test; set "
            + "`SPARSEDNN_ACCEPT=1` to write it anew. `dotnet_analyzer_diagnostic.category-SparseDnn.Precision.severity = …` in "
            + "an .editorconfig sets a category at once.\n\n| id | title | category | severity | fix |\n|---|---|---|---|---|\n"
            + string.Concat(
                ProblemKinds.All.Select(kind =>
                    $"| [{kind.Id}]({kind.Id}.md) | {kind.Title} | {Descriptors.Category(kind)} | {kind.Severity} | "
                    + $"{(Fixable.Contains(kind.Id) ? "yes" : "")} |\n"
                )
            );
        var path = Path.Combine(Pages, "README.md");
        if (Environment.GetEnvironmentVariable("SPARSEDNN_ACCEPT") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Pages_AreThoseOfTheTable() =>
        Assert.Equal(
            ProblemKinds.All.Select(kind => kind.Id),
            Directory.GetFiles(Pages, "SDNN*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_HasItsParts(string id)
    {
        var text = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        var kind = ProblemKinds.All.Single(candidate => candidate.Id == id);
        Assert.StartsWith(
            $"# {id}: {kind.Title}\nSeverity: {kind.Severity}. Message: \"{Shown(kind.MessageFormat)}\".\n\n## Cause\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Cause", "Code with the fault", View, "Code without it", "Configuration"],
            Headings().Matches(text).Select(match => match.Groups[1].Value)
        );
        Assert.Contains($"dotnet_diagnostic.{id}.severity = ", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task CodeOnThePage_DoesWhatItSays(string id)
    {
        var text = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        var faulty = await AnalyzerRun.DiagnosticsAsync(Project(text, "Code with the fault"));
        Assert.Contains(faulty, diagnostic => diagnostic.Id == id);
        var sound = Project(text, "Code without it");
        Assert.Empty(await AnalyzerRun.DiagnosticsAsync(sound));
        GeneratorRun.Start(sound).RequireClean();
    }

    // Whatever else the code is told about is on the page too.
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task View_IsWhatTheCodeGives(string id)
    {
        var path = Path.Combine(Pages, id + ".md");
        var text = File.ReadAllText(path);
        var view = $"## {View}\n```text\n{await PageView.OfAsync(Project(text, "Code with the fault"))}```\n\n";
        var (start, end) = (
            text.IndexOf($"## {View}\n", StringComparison.Ordinal),
            text.IndexOf("## Code without it\n", StringComparison.Ordinal)
        );
        if (start < 0)
            start = end;
        if (Environment.GetEnvironmentVariable("SPARSEDNN_ACCEPT") == "1")
            File.WriteAllText(path, text[..start] + view + text[end..]);
        else
            Assert.Equal(view, text[start..end]);
    }

    // Where a message consists of its argument, the page says what that is.
    private static string Shown(string format) => format == "{0}" ? "what is wrong and how to mend it" : format;

    internal static TestProject Project(string page, string heading)
    {
        var section = Headings().Split(page).SkipWhile(part => part != heading).Skip(1).First();
        var sources = new List<string>();
        var references = new List<Microsoft.CodeAnalysis.MetadataReference>();
        var files = new List<(string, string)>();
        foreach (Match block in Blocks().Matches(section))
            // A name after the language is that of a referenced project.
            if (block.Groups[1].Value == "csharp" && block.Groups[2].Value.Trim() is { Length: > 0 } name)
                references.Add(TestProject.Reference(name, "using SparseDnn;\n" + block.Groups[3].Value));
            else if (block.Groups[1].Value == "csharp")
                sources.Add(block.Groups[3].Value);
            else
                files.Add((block.Groups[2].Value.Trim(), block.Groups[3].Value));
        return new TestProject("using SparseDnn;\n" + Assert.Single(sources), [.. files])
        {
            References = [.. references],
            SaysWithoutRange = page.StartsWith("# SDNN2011", StringComparison.Ordinal),
        };
    }

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^```(csharp|text)([^\n]*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
