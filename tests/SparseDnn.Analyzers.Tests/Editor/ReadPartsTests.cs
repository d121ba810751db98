using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Editor;

/// <summary>
/// What editors must read for our analyzers' sake when a file is edited: that file, and not the generated parts of the types in it.
/// </summary>
public sealed class ReadPartsTests
{
    private const string Source = """
        using SparseDnn;
        class Distances
        {
            [Of<MinPlus>] readonly float[] _unfilled = new float[4];
            [Of<MinPlus>] readonly float[] _filled = new float[4];
            Distances() => System.Array.Fill(_filled, MinPlus.Zero);
            float First => _unfilled[0] < _filled[0] ? 1 : 0;
        }
        """;

    // Actions at the start or end of types make editors bind and follow every part of each type of the edited file.
    [Fact]
    public async Task NoAnalyzer_WaitsForWholeTypes()
    {
        var run = new TestProject(Source).Compile().WithAnalyzers(AnalyzerRun.Analyzers());
        foreach (var analyzer in run.Analyzers)
        {
            var counts = await run.GetAnalyzerTelemetryInfoAsync(analyzer, default);
            Assert.Equal((0, 0), (counts.SymbolStartActionsCount, counts.SymbolEndActionsCount));
        }
    }

    [Fact]
    public async Task UnfilledPrivateField_IsFoundInItsFile()
    {
        var compilation = new TestProject(Source).Compile();
        var tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString() == Source);
        var found = Assert.Single(await AnalyzerRun.DocumentAsync(compilation, tree, []));
        Assert.Equal(
            ("SDNN1021", Source.IndexOf("new float[4]", System.StringComparison.Ordinal)),
            (found.Id, found.Location.SourceSpan.Start)
        );
    }
}
