using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.Problems;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>What every code fix has, whoever wrote it: hosts find it, its ids exist, and it works on whole solutions.</summary>
public sealed class CodeFixProviderTests
{
    public static TheoryData<string> Names => [.. Testing.CodeFixes.All.Select(provider => provider.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Provider_IsFoundByHosts(string name)
    {
        var type = Provider(name).GetType();
        var export = Assert.Single(type.GetCustomAttributes<ExportCodeFixProviderAttribute>());
        Assert.Equal((name, LanguageNames.CSharp), (export.Name, Assert.Single(export.Languages)));
        Assert.Single(type.GetCustomAttributes<System.Composition.SharedAttribute>());
        Assert.True(type.IsSealed && type.IsPublic);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FixableIds_AreRowsOfTheTable(string name)
    {
        var ids = Provider(name).FixableDiagnosticIds;
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Subset(ProblemKinds.All.Select(kind => kind.Id).ToHashSet(), ids.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FixAll_CoversDocumentProjectAndSolution(string name)
    {
        var scopes = Provider(name).GetFixAllProvider()!.GetSupportedFixAllScopes().ToHashSet();
        Assert.Superset(new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }.ToHashSet(), scopes);
    }

    // dotnet format has none where the first diagnostic that it looks at is one of another rule of the same analyzers.
    [Theory]
    [InlineData(
        nameof(CodeFixes.BufferLengthCodeFixProvider),
        "var y = new float[3]; Tiny.Infer([1, 2, 3], y);",
        "new float[Tiny.Outputs]"
    )]
    [InlineData(
        nameof(CodeFixes.SetArgumentCodeFixProvider),
        "} } [SparseNetwork(Inputs = 4)] [RadixNet(Radices = new[] { 8 })] static partial class N { static void M() {",
        "Inputs = 8"
    )]
    public async Task FixAllWithoutKey_MakesTheLikeliestEdit(string name, string statements, string expected)
    {
        var provider = Provider(name);
        var (workspace, solution) = FixSolution.Open(
            new TestProject(
                $$"""
                using SparseDnn;
                [SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25")] static partial class Tiny;
                static class Program { static void Run() { {{statements}} } }
                """
            )
        );
        using var _ = workspace;
        var ids = provider.FixableDiagnosticIds;
        var context = new FixAllContext(
            FixSolution.Document(solution),
            provider,
            FixAllScope.Solution,
            null!,
            ids,
            new FixAllDiagnostics(ids),
            System.Threading.CancellationToken.None
        );
        var changed = await FixSolution.ApplyAsync((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
        Assert.Contains(
            expected,
            (await FixSolution.Document(changed).GetTextAsync(TestContext.Current.CancellationToken)).ToString(),
            System.StringComparison.Ordinal
        );
    }

    private static CodeFixProvider Provider(string name) => Testing.CodeFixes.All.Single(provider => provider.GetType().Name == name);
}
