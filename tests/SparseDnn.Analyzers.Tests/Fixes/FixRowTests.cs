using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Fixes;

/// <summary>
/// Every diagnostic that a provider claims to mend is mended by it: singly, and all at once in document, project and solution, into a
/// program that compiles without it.
/// </summary>
public sealed class FixRowTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, FixRows.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Row_IsMended(int number)
    {
        var row = FixRows.All[number];
        var provider = Provider(row);
        // The row is about its diagnostic: no other one of the provider may lead to the fix.
        var mine = (await AnalyzerRun.DiagnosticsAsync(row.Project))
            .Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.Id)
            .Distinct();
        Assert.Equal([row.Id], mine);
        await new CodeFixVerifier(provider) { EquivalenceKey = row.Key }.VerifyAsync(row.Project, row.Fixed);
    }

    [Fact]
    public void Rows_CoverEveryDiagnosticOfEveryProvider()
    {
        var claimed = Testing.CodeFixes.All.SelectMany(provider => provider.FixableDiagnosticIds.Select(id => $"{id} {Name(provider)}"));
        Assert.Equal(
            claimed.Order(StringComparer.Ordinal),
            FixRows.All.Select(row => row.ToString()).Distinct().Order(StringComparer.Ordinal)
        );
    }

    private static CodeFixProvider Provider(FixRow row) => Testing.CodeFixes.All.Single(provider => Name(provider) == row.Provider);

    private static string Name(CodeFixProvider provider) => provider.GetType().Name[..^"CodeFixProvider".Length];
}
