using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// Each kind is claimed by the analyzers that can report it and by no other. That an analyzer reports what it does not claim is an
/// exception of the compiler's, AD0001, which every test of diagnostics would show.
/// </summary>
public sealed class ClaimTests
{
    public static TheoryData<string> Ids => [.. ProblemKinds.All.Select(kind => kind.Id)];

    [Fact]
    public void EveryReporter_IsOneAnalyzerAndEveryKindHasOne()
    {
        Assert.Equal(
            System.Enum.GetValues<Reporters>().Where(reporter => reporter != Reporters.None).Order(),
            AnalyzerRun.Analyzers().Cast<SparseAnalyzer>().Select(analyzer => analyzer.Reporter).Order()
        );
        Assert.DoesNotContain(ProblemKinds.All, kind => kind.Reporters == Reporters.None);
    }

    [Fact]
    public void EveryAnalyzer_ClaimsTheKindsThatNameIt()
    {
        foreach (var analyzer in AnalyzerRun.Analyzers().Cast<SparseAnalyzer>())
            Assert.Equal(
                ProblemKinds.All.Where(kind => kind.Reporters.HasFlag(analyzer.Reporter)).Select(kind => kind.Id),
                analyzer.SupportedDiagnostics.Select(rule => rule.Id)
            );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task PageOfAKind_IsReportedByAClaimant(string id)
    {
        var page = File.ReadAllText(Path.Combine(DocumentationTests.Pages, id + ".md"));
        var reporters = await ReportersAsync(id, DocumentationTests.Project(page, "Code with the fault"));
        Assert.NotEqual(Reporters.None, reporters);
        Assert.Equal(reporters, reporters & ProblemKinds.All.Single(kind => kind.Id == id).Reporters);
    }

    // What networks and families share, once as each of them.
    [Theory]
    [InlineData("SDNN0001", "[SparseNetwork(Inputs = 3)] [BandedLayer] static class N;", "[UniformNetwork(Neurons = 3)] static class N;")]
    [InlineData(
        "SDNN0002",
        "static class C { [SparseNetwork(Inputs = 3)] [BandedLayer] static partial class N; }",
        "static class C { [UniformNetwork(Neurons = 3)] static partial class N; }"
    )]
    [InlineData(
        "SDNN0003",
        "[SparseNetwork(Inputs = 3)] [BandedLayer] static partial class N<T>;",
        "[UniformNetwork(Neurons = 3)] static partial class N<T>;"
    )]
    [InlineData(
        "SDNN0011",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Ceiling = -1)] static partial class N;",
        "[UniformNetwork(Neurons = 3, Weight = double.NaN)] static partial class N;"
    )]
    [InlineData(
        "SDNN0012",
        "[SparseNetwork(Inputs = 0)] [BandedLayer] static partial class N;",
        "[UniformNetwork(Neurons = 0)] static partial class N;"
    )]
    [InlineData(
        "SDNN0014",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1e300)] static partial class N;",
        "[UniformNetwork(Neurons = 3, Weight = 1e300)] static partial class N;"
    )]
    [InlineData(
        "SDNN0015",
        "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1, Biases = new[] { 1.0, 1, 1 })] static partial class N;",
        "[PathCountingNetwork(Radices = new[] { 2, 2 })] [UniformNetwork(Neurons = 3)] static partial class N;"
    )]
    [InlineData(
        "SDNN0016",
        "[SparseNetwork(Inputs = 3)] [BandedLayer] static partial class N { static int Inputs; }",
        "[UniformNetwork(Neurons = 3)] static partial class N { static int Inputs; }"
    )]
    [InlineData(
        "SDNN1010",
        "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus), Format = ElementFormat.Int32)] [BandedLayer] static partial class N;",
        "[ReachabilityNetwork(4, 4, Format = ElementFormat.Binary32)] static partial class N;"
    )]
    public async Task SharedKind_IsReportedByBoth(string id, string network, string family)
    {
        Assert.Equal(Reporters.Networks, await ReportersAsync(id, new TestProject("using SparseDnn;\n" + network)));
        Assert.Equal(Reporters.Fixtures, await ReportersAsync(id, new TestProject("using SparseDnn;\n" + family)));
    }

    // Each analyzer alone, as diagnostics do not say which one they are of.
    private static async Task<Reporters> ReportersAsync(string id, TestProject project)
    {
        var output = GeneratorRun.Start(project, TestContext.Current.CancellationToken).Output;
        var reporters = Reporters.None;
        foreach (var analyzer in AnalyzerRun.Analyzers().Cast<SparseAnalyzer>())
        {
            var run = output.WithAnalyzers([analyzer], new AnalyzerOptions(project.Weights));
            var found = await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
            if (found.Any(diagnostic => diagnostic.Id == id))
                reporters |= analyzer.Reporter;
        }

        return reporters;
    }
}
