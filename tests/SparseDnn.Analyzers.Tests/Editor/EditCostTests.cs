using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Roslyn.Memos;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Editor;

/// <summary>What an edit costs, in work of the stages: generator and analyzers together build and analyse a network once.</summary>
[Collection(nameof(CountedWork))]
public sealed class EditCostTests
{
    private const string Networks = """
        using SparseDnn;
        [SparseNetwork(InputRange = new[] { 0.0, 1.0 })] [WeightFiles("a.tsv", Bias = 0.25)] public static partial class FromA;
        [SparseNetwork] [WeightFiles("b.tsv")] public static partial class FromB;
        [SparseNetwork] [RadixNet(Radices = new[] { 4, 4 })] public static partial class Radix;
        [UniformNetwork(Neurons = 4, InDegree = 2, Layers = 2)] public static partial class Uniform;
        [ExactFixtures(typeof(Radix), Items = 4)] public static partial class Vectors;
        """;

    private const int NetworkCount = 4;

    [Theory]
    [InlineData("Other.cs", "{ }", "{ int More() => 1; }")]
    [InlineData("Program.cs", "using SparseDnn;", "using SparseDnn; // a remark")]
    [InlineData("Program.cs", "using SparseDnn;", "using SparseDnn; class Unlike;")]
    public async Task EditThatChangesNoDeclaration_CostsNothing(string path, string old, string replacement)
    {
        var (work, _) = await WorkOfEditAsync(path, old, replacement);
        Assert.Equal((0, 0, 0), work);
    }

    [Fact]
    public async Task EditOfOneDeclaration_BuildsThatNetwork()
    {
        var (work, _) = await WorkOfEditAsync("Program.cs", "Bias = 0.25", "Bias = 0.5");
        Assert.Equal((0, 1), (work.Parses, work.Builds));
    }

    [Fact]
    public async Task WhiteSpaceInAWeightsFile_IsParsedAndNoMore()
    {
        var project = Project();
        var first = GeneratorRun.Start(project);
        await AnalyzerRun.DiagnosticsAsync(first.Output, project.Weights);
        ImmutableArray<AdditionalText> edited = [new InMemoryText("a.tsv", "1 1 0.5\n\n2 2 0.5\n"), project.Weights[1]];
        var work = Work();
        var second = first.Continue(weights: edited);
        await AnalyzerRun.DiagnosticsAsync(second.Output, edited);
        Assert.Equal((1, 0, 0), Since(work));
        // Editors hold the generator's steps, and with them the networks.
        GC.KeepAlive((first, second));
    }

    [Theory]
    [InlineData("1 0 1\n2 0 2\n", "1 0 1\n2 0 3\n", 1)]
    [InlineData("1 0 1\n2 0 2\n", "2 0.0 2\n\n1 0 1\n", 0)]
    public async Task EditOfARangesFile_BuildsTheNetworkThatReadsIt(string before, string after, int builds)
    {
        var unique = "N" + Guid.NewGuid().ToString("N");
        var project = new TestProject(
            "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRangeFile = \"r.tsv\")] [BandedLayer] static partial class "
                + $"A{unique}; [SparseNetwork(Inputs = 2, InputRangeFile = \"s.tsv\")] [BandedLayer] static partial class B{unique};",
            ("r.tsv", before),
            ("s.tsv", "1 0 1\n2 0 2\n")
        );
        var start = Work();
        var first = GeneratorRun.Start(project);
        await AnalyzerRun.DiagnosticsAsync(first.Output, project.Weights);
        Assert.Equal((2, 2), (Since(start).Parses, Since(start).Builds));
        ImmutableArray<AdditionalText> edited = [new InMemoryText("r.tsv", after), project.Weights[1]];
        var work = Work();
        var second = first.Continue(weights: edited);
        await AnalyzerRun.DiagnosticsAsync(second.Output, edited);
        Assert.Equal((1, builds), (Since(work).Parses, Since(work).Builds));
        // Editors hold the generator's steps, and with them the networks.
        GC.KeepAlive((first, second));
    }

    [Fact]
    public async Task FirstRun_BuildsEachNetworkOnceForAllAnalyzers()
    {
        var (_, first) = await WorkOfEditAsync("Other.cs", "{ }", "{ }");
        Assert.Equal((2, NetworkCount), (first.Parses, first.Builds));
    }

    // As where generator and analyzers are loaded apart, so that no step of the generator keeps anything alive.
    [Fact]
    public async Task AnalyzersAlone_KeepWhatTheyBuiltWhileTheProjectLives()
    {
        var project = Project();
        var compilation = await WithoutGeneratorAsync(project);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var work = Work();
        await AnalyzerRun.DiagnosticsAsync(compilation, project.Weights);
        Assert.Equal((0, 0, 0), Since(work));
    }

    private static async Task<Compilation> WithoutGeneratorAsync(TestProject project)
    {
        var compilation = project.Compile();
        await AnalyzerRun.DiagnosticsAsync(compilation, project.Weights);
        return Edited(compilation, "Other.cs", "{ }", "{ int More() => 1; }");
    }

    private static async Task<((int Parses, int Builds, int Analyses) Edit, (int Parses, int Builds, int Analyses) First)> WorkOfEditAsync(
        string path,
        string old,
        string replacement
    )
    {
        var project = Project();
        var start = Work();
        var first = GeneratorRun.Start(project);
        await AnalyzerRun.DiagnosticsAsync(first.Output, project.Weights);
        var firstWork = Since(start);
        var work = Work();
        var second = first.Continue(Edited(first.Input, path, old, replacement));
        await AnalyzerRun.DiagnosticsAsync(second.Output, project.Weights);
        // Editors hold the generator's steps, and with them the networks.
        GC.KeepAlive((first, second));
        return (Since(work), firstWork);
    }

    private static Compilation Edited(Compilation compilation, string path, string old, string replacement)
    {
        var tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(
            tree,
            CSharpSyntaxTree.ParseText(
                tree.ToString().Replace(old, replacement, StringComparison.Ordinal),
                (CSharpParseOptions)tree.Options,
                path
            )
        );
    }

    // Names of their own, lest networks of another test are found.
    private static TestProject Project()
    {
        var unique = "N" + Guid.NewGuid().ToString("N");
        var source = System.Text.RegularExpressions.Regex.Replace(Networks, @"\b(FromA|FromB|Radix(?=\)|;)|Uniform(?=;))", "$1" + unique);
        var project = new TestProject(source, ("a.tsv", "1 1 0.5\n2 2 0.5\n"), ("b.tsv", "1 1 0.5\n2 2 -0.5\n"));
        return project with { Sources = project.Sources.Add(("Other.cs", "class Other { }")) };
    }

    private static (int Parses, int Builds, int Analyses) Work() => (StageWork.Parses, StageWork.Builds, StageWork.Analyses);

    private static (int Parses, int Builds, int Analyses) Since((int Parses, int Builds, int Analyses) before) =>
        (StageWork.Parses - before.Parses, StageWork.Builds - before.Builds, StageWork.Analyses - before.Analyses);
}
