using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Roslyn.Memos;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Editor;

/// <summary>
/// What an edit costs a project with declared semirings, in bodies bound and read. Generator and analyzers see compilations of their own,
/// so each of them reads a semiring once.
/// </summary>
[Collection(nameof(CountedWork))]
public sealed class SemiringEditTests
{
    private const string Semirings = """
        using System;
        using SparseDnn;
        namespace Own
        {
            [Semiring]
            readonly partial struct Hops : ISemiring<Hops, float>
            {
                public static float Zero => Limits.Most;
                public static float One => 0;
                public static float Add(float a, float b) => MathF.Min(a, b);
                public static float Multiply(float a, float b) => Helpers.Join(a, b);
            }

            [SparseNetwork(Inputs = 3, Semiring = typeof(Hops))] [BandedLayer]
            static partial class Net;
        }
        """;

    private const string Helpers = """
        namespace Own
        {
            static class Limits { public const float Most = float.PositiveInfinity; }
            static class Helpers { public static float Join(float a, float b) { return a + b; } }
        }
        """;

    private const string Other = """
        namespace Own
        {
            class Other { int Count() { return 1; } int Size => 2; int _field = 3; }
        }
        """;

    private const int Readers = 2;

    [Theory]
    [InlineData("return 1;", "return 1 + 1;")]
    [InlineData("Size => 2", "Size => 22")]
    [InlineData("_field = 3", "_field = 33")]
    [InlineData("class Other", "/* a remark */ class Other")]
    public async Task EditOfABodyElsewhere_ReadsNothing(string old, string replacement) =>
        Assert.Equal((0, ""), await EditAsync("Other.cs", old, replacement));

    [Fact]
    public async Task FirstRun_ReadsEachSemiringOnceForGeneratorAndAnalyzers()
    {
        var before = StageWork.Readings;
        var project = Project();
        await AnalyzerRun.DiagnosticsAsync(GeneratorRun.Start(project).Output, project.Weights);
        Assert.Equal(Readers, StageWork.Readings - before);
    }

    // A body that the formula comes from, a constant in it, and declarations that change what its names mean.
    [Theory]
    [InlineData("Helpers.cs", "return a + b;", "return a * b;", "SDNN1001")]
    [InlineData("Helpers.cs", "float.PositiveInfinity", "1", "SDNN1001")]
    [InlineData("Other.cs", "class Other", "class MathF { public static float Min(float a, float b) => a - b; } class Other", "SDNN1001")]
    [InlineData("Program.cs", "One => 0", "One => 1", "SDNN1001")]
    [InlineData("Other.cs", "class Other", "class Another; class Other", "")]
    public async Task EditOfWhatAFormulaIsReadFrom_ReadsItAgain(string path, string old, string replacement, string found) =>
        Assert.Equal((Readers, found), await EditAsync(path, old, replacement));

    [Fact]
    public async Task EditTakenBack_IsReadAsBefore()
    {
        var project = Project();
        var run = GeneratorRun.Start(project);
        var (changed, restored) = ("return a * b;", "return a + b;");
        foreach (var (old, replacement) in new[] { (restored, changed), (changed, restored) })
        {
            run = run.Continue(Edited(run.Input, "Helpers.cs", old, replacement));
            await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights);
        }

        Assert.DoesNotContain(await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights), found => found.Id == "SDNN1001");
    }

    private static async Task<(int Readings, string Found)> EditAsync(string path, string old, string replacement)
    {
        var project = Project();
        var first = GeneratorRun.Start(project);
        Assert.DoesNotContain(await AnalyzerRun.DiagnosticsAsync(first.Output, project.Weights), found => found.Id == "SDNN1001");
        var before = StageWork.Readings;
        var second = first.Continue(Edited(first.Input, path, old, replacement));
        var diagnostics = await AnalyzerRun.DiagnosticsAsync(second.Output, project.Weights);
        GC.KeepAlive(first);
        return (
            StageWork.Readings - before,
            string.Join(" ", diagnostics.Select(found => found.Id).Where(id => id == "SDNN1001").Distinct())
        );
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

    private static TestProject Project()
    {
        var project = new TestProject(Semirings);
        return project with { Sources = project.Sources.Add(("Helpers.cs", Helpers)).Add(("Other.cs", Other)) };
    }
}
