using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.Problems;
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

    private static CodeFixProvider Provider(string name) => Testing.CodeFixes.All.Single(provider => provider.GetType().Name == name);
}
