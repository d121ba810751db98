using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Flow;

/// <summary>A false alarm is a bug: correct programs, and this repository's own samples and runtime, are silent.</summary>
public sealed class CorrectProgramTests
{
    internal const string Usings =
        "#nullable enable\nusing System; using System.Collections.Generic; using System.Linq; using System.Numerics; using "
        + "System.Threading.Tasks; using SparseDnn;\n";

    public static TheoryData<string> Folders =>
        ["samples", "tests/SparseDnn.Tests", "tests/SparseDnn.Core.Tests", "src/SparseDnn.Core", "src/SparseDnn.Compiler"];

    [Theory]
    [MemberData(nameof(CorrectPrograms.All), MemberType = typeof(CorrectPrograms))]
    public async Task CorrectProgram_IsSilent(string name, string source)
    {
        var project = new TestProject(Usings + source) { Language = LanguageVersion.CSharp13 };
        var found = await AnalyzerRun.DiagnosticsAsync(project.Compile().WithOptions(project.Compile().Options.WithAllowUnsafe(true)), []);
        Assert.True(found.IsEmpty, $"{name}: {string.Join("\n", found)}");
        Assert.DoesNotContain(
            project.Compile().WithOptions(project.Compile().Options.WithAllowUnsafe(true)).GetDiagnostics(),
            diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error
        );
    }

    // As text files of a user: what refers to test libraries does not compile, the rest is followed.
    [Theory]
    [MemberData(nameof(Folders))]
    public async Task OwnCode_IsSilent(string folder)
    {
        var files = Directory
            .GetFiles(Path.Combine(RepositoryFiles.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", System.StringComparison.Ordinal) && !file.Contains("/bin/", System.StringComparison.Ordinal)
            )
            .ToArray();
        Assert.NotEmpty(files);
        var project = new TestProject("class Bystander;") { Language = LanguageVersion.Preview };
        project = project with { Sources = [.. await Task.WhenAll(files.Select(async file => (file, await File.ReadAllTextAsync(file))))] };
        var found = await AnalyzerRun.DiagnosticsAsync(project.Compile(), []);
        Assert.Empty(Flow(found));
    }

    private static IEnumerable<string> Flow(IEnumerable<Microsoft.CodeAnalysis.Diagnostic> found) =>
        found
            .Where(diagnostic =>
                diagnostic.Id == "AD0001"
                || string.CompareOrdinal(diagnostic.Id, "SDNN1017") >= 0 && string.CompareOrdinal(diagnostic.Id, "SDNN1028") <= 0
            )
            .Select(diagnostic => diagnostic.ToString());
}
