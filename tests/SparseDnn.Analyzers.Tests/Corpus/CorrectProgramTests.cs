using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Corpus;

/// <summary>Every analyzer over the corpus of correct programs: none throws, none warns.</summary>
public sealed class CorrectProgramTests
{
    public static TheoryData<string> Names => [.. CorrectPrograms.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task CorrectProgram_GivesNoWarning(string name)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(CorrectPrograms.Get(name), TestContext.Current.CancellationToken);
        Assert.Empty(
            found
                .Where(diagnostic => diagnostic.Id == "AD0001" || diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => diagnostic.ToString())
        );
    }

    // Those were written so that there is nothing to say either.
    [Theory]
    [InlineData("plain numeric code")]
    [InlineData("networks as they are used")]
    [InlineData("top-level statements")]
    [InlineData("every kind of body")]
    [InlineData("samples/Fixtures")]
    [InlineData("samples/GraphChallenge")]
    [InlineData("samples/Reachability")]
    [InlineData("samples/ShortestPaths")]
    public async Task SamplesAndPlainPrograms_GiveNoInformationEither(string name) =>
        Assert.Empty(
            (await AnalyzerRun.DiagnosticsAsync(CorrectPrograms.Get(name), TestContext.Current.CancellationToken)).Select(diagnostic =>
                diagnostic.ToString()
            )
        );

    // A program that does not compile could be silent for that reason alone.
    [Theory]
    [InlineData("plain numeric code")]
    [InlineData("networks as they are used")]
    [InlineData("top-level statements")]
    [InlineData("every kind of body")]
    public void WrittenProgram_Compiles(string name) => GeneratorRun.Start(CorrectPrograms.Get(name)).RequireClean();
}
