using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Roslyn.Memos;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Editor;

/// <summary>What an edit costs a project of many declarations: no memory of stages is so small that one pushes out another.</summary>
[Collection(nameof(CountedWork))]
public sealed class LargeProjectTests
{
    private const int Semirings = 30;
    private const int Networks = 80;

    private const int Keystrokes = 100;

    // Of each semiring the generator and the analyzers, which see compilations of their own.
    private const int Readers = 2;

    private const string Other = "namespace Large { class Other { int Count() { return 1; } } }";

    [Fact]
    public async Task EditElsewhere_ChecksReadsAndBuildsNothingAgain()
    {
        var project = new TestProject(string.Join("\n", Enumerable.Range(0, Networks).Select(Network).Prepend("using SparseDnn;")));
        var semirings = string.Join("\n", Enumerable.Range(0, Semirings).Select(Semiring).Prepend("using System; using SparseDnn;"));
        project = project with { Sources = project.Sources.Add(("Semirings.cs", semirings)).Add(("Other.cs", Other)) };
        var start = Work();
        var run = GeneratorRun.Start(project);
        var found = await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights);
        var first = Since(start);
        Assert.Equal((Networks, Readers * Semirings), (first.Builds, first.Readings));
        // Each semiring, and values tried in place of a faulty identity.
        Assert.InRange(first.LawChecks, Semirings + (Semirings / 2), int.MaxValue);
        Assert.Contains(found, diagnostic => diagnostic.Id == "SDNN1001");
        var runs = run;
        foreach (var (old, replacement) in new[] { ("return 1;", "return 1 + 1;"), ("return 1 + 1;", "return 2;") })
        {
            var work = Work();
            run = run.Continue(Edited(run.Input, old, replacement));
            var again = await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights);
            Assert.Equal((0, 0, 0, 0), Since(work));
            Assert.Equal(found.Length, again.Length);
        }

        // Editors hold the generator's steps, and with them the networks.
        GC.KeepAlive((runs, run));
    }

    // No test asserts a time; this one prints what a keystroke costs in a file that declares nothing.
    [Fact]
    public async Task KeystrokesElsewhere_AreTimed()
    {
        var analyzers = AnalyzerRun.Analyzers();
        var costs = new StringBuilder();
        foreach (var (semirings, networks) in new[] { (0, 0), (Semirings, 0), (0, 60), (Semirings, 60) })
        {
            // Numbers that the other test does not use: what is known of equal declarations is shared.
            var sources = Enumerable.Range(1000, networks).Select(Network).Concat(Enumerable.Range(1000, semirings).Select(Semiring));
            var project = new TestProject(string.Join("\n", sources.Prepend("using System; using SparseDnn;")));
            project = project with { Sources = project.Sources.Add(("Other.cs", Other)) };
            var run = GeneratorRun.Start(project.Compile(), project.Weights, tracksSteps: false);
            await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights);
            var times = new List<double>();
            for (var i = 0; i < Keystrokes; i++)
            {
                var tree = run.Input.SyntaxTrees.Single(candidate => candidate.FilePath == "Other.cs");
                var edited = tree.WithChangedText(SourceText.From(tree + FormattableString.Invariant($"\n// {i}")));
                var watch = Stopwatch.StartNew();
                run = run.Continue(run.Input.ReplaceSyntaxTree(tree, edited));
                await AnalyzerRun.DocumentAsync(run.Output, edited, project.Weights, analyzers);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            costs.AppendLine(
                FormattableString.Invariant(
                    $"keystroke beside {semirings} semirings and {networks} networks, median: {times[Keystrokes / 2]:0.00} ms"
                )
            );
        }

        TestContext.Current.TestOutputHelper!.WriteLine(costs.ToString());
    }

    // Every second one has a One that is no identity of its ⊗, so that others are tried.
    private static string Semiring(int i)
    {
        var number = (i + 1).ToString(CultureInfo.InvariantCulture);
        var one = i % 2 == 0 ? number : "0";
        return $$"""
            [Semiring]
            readonly partial struct Large{{i}} : ISemiring<Large{{i}}, float>
            {
                public static float Zero => 0f;
                public static float One => {{one}}f;
                public static float Add(float a, float b) => MathF.Max(a, b);
                public static float Multiply(float a, float b) => MathF.Max(0f, a + b - {{number}}f);
            }
            """;
    }

    private static string Network(int i) =>
        FormattableString.Invariant(
            $"[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Edges = \"0 0 {i + 2}; 1 1 -0.5\")] static partial class LargeNet{i};"
        );

    private static Compilation Edited(Compilation compilation, string old, string replacement)
    {
        var tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == "Other.cs");
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(
            tree,
            CSharpSyntaxTree.ParseText(
                tree.ToString().Replace(old, replacement, StringComparison.Ordinal),
                (CSharpParseOptions)tree.Options,
                "Other.cs"
            )
        );
    }

    private static (int Builds, int Analyses, int Readings, int LawChecks) Work() =>
        (StageWork.Builds, StageWork.Analyses, StageWork.Readings, StageWork.LawChecks);

    private static (int Builds, int Analyses, int Readings, int LawChecks) Since(
        (int Builds, int Analyses, int Readings, int LawChecks) before
    ) =>
        (
            StageWork.Builds - before.Builds,
            StageWork.Analyses - before.Analyses,
            StageWork.Readings - before.Readings,
            StageWork.LawChecks - before.LawChecks
        );
}
