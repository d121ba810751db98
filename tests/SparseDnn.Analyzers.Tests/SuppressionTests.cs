using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Problems;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// Every diagnostic can be turned off and down as users are used to: by #pragma in the code, by .editorconfig, and by .globalconfig where
/// it
/// is about another file. That is why analyzers report and the generator does not.
/// </summary>
public sealed class SuppressionTests
{
    public static TheoryData<string> Ids => [.. ProblemKinds.All.Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Pragma_TurnsItOff(string id)
    {
        var project = Page(id);
        var found = await FoundAsync(project, id);
        Assert.NotEmpty(found);
        var silenced = project with
        {
            Sources = [.. project.Sources.Select(source => (source.Path, $"#pragma warning disable {id}\n{source.Text}"))],
        };
        Assert.Equal(found.Count(IsInOtherFile), (await FoundAsync(silenced, id)).Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task EditorConfig_TurnsItOff(string id)
    {
        var project = Page(id);
        var others = (await FoundAsync(project, id)).Count(IsInOtherFile);
        var line = $"dotnet_diagnostic.{id}.severity = none";
        Assert.Equal(others, (await FoundAsync(project, id, ConfiguredSeverities.EditorConfig(line))).Count);
        Assert.Empty(await FoundAsync(project, id, ConfiguredSeverities.GlobalConfig(line)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task EditorConfig_SetsItsSeverity(string id)
    {
        var project = Page(id);
        var (word, severity) =
            ProblemKinds.All.Single(kind => kind.Id == id).Severity == ProblemSeverity.Error
                ? ("suggestion", DiagnosticSeverity.Info)
                : ("error", DiagnosticSeverity.Error);
        var line = $"dotnet_diagnostic.{id}.severity = {word}";
        var found = await FoundAsync(project, id, ConfiguredSeverities.EditorConfig(line));
        Assert.All(found.Where(diagnostic => !IsInOtherFile(diagnostic)), diagnostic => Assert.Equal(severity, diagnostic.Severity));
        found = await FoundAsync(project, id, ConfiguredSeverities.GlobalConfig(line));
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.Equal(severity, diagnostic.Severity));
    }

    private static bool IsInOtherFile(Diagnostic diagnostic) => !diagnostic.Location.IsInSource;

    private static TestProject Page(string id) =>
        DocumentationTests.Project(
            File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "diagnostics", id + ".md")),
            "Code with the fault"
        );

    private static async Task<IReadOnlyList<Diagnostic>> FoundAsync(TestProject project, string id, ConfiguredSeverities? severities = null)
    {
        var compilation = GeneratorRun.Start(project).Output;
        if (severities is not null)
            compilation = compilation.WithOptions(
                compilation
                    .Options.WithSyntaxTreeOptionsProvider(severities)
                    .WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.Remove(id))
            );
        var found = await AnalyzerRun.DiagnosticsAsync(compilation, project.Weights);
        return [.. found.Where(diagnostic => diagnostic.Id == id && !diagnostic.IsSuppressed)];
    }
}
