using System;
using System.IO;
using System.Linq;
using Xunit;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>The fixtures of five networks catch every fault that changes a result.</summary>
public sealed class MutationTests
{
    public static TheoryData<string> Kinds => new(FaultTable.All.Select(fault => fault.Kind).Distinct());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryFaultThatChangesAResultIsCaught(string kind)
    {
        var missed = Survey.Findings.Where(finding => finding.Fault.Kind == kind && finding.Changes && finding.Accusers.Count == 0);
        Assert.Empty(missed.Select(finding => finding.Fault.ToString()));
    }

    // What kernels of any order may be held to is enough, save where the fault is the order.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void EqualBitsCatchWhateverDoesNotPromiseAnOrder(string kind)
    {
        var missed = Survey.Findings.Where(finding =>
            finding.Fault.Kind == kind && finding.Changes && !finding.Fault.PromisesPlannedSums && !finding.IsCaughtByEqualBits
        );
        Assert.Empty(missed.Select(finding => finding.Fault.ToString()));
    }

    [Fact]
    public void TheTableOfEquivalentsIsRight()
    {
        var equal = Survey.Findings.Where(finding => !finding.Changes).Select(finding => finding.Fault.ToString());
        Assert.Equal(Equivalents.Reasons.Keys.Order(StringComparer.Ordinal), equal.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FaultsAreManyAndDistinct()
    {
        Assert.Equal(FaultTable.All.Count, FaultTable.All.Select(fault => fault.ToString()).Distinct().Count());
        Assert.True(Survey.Findings.Count(finding => finding.Changes) >= 60);
    }

    [Fact]
    public void TheSuiteHasFiveNetworksWithTails()
    {
        Assert.Equal(5, FixtureSuite.All.Select(fixture => fixture.Vectors.Layers).Distinct().Count());
        Assert.Equal(
            ["any network", "path counting", "recognition", "uniform recurrence"],
            FixtureSuite.All.Select(fixture => fixture.Vectors.Family).Distinct().Order()
        );
        Assert.Equal(4, FixtureSuite.All.Count(fixture => fixture.IsCertified));
        Assert.All(
            FixtureSuite.All,
            fixture =>
                Assert.True(fixture.Inputs.Length % Kernel.Correct.Lanes != 0 && fixture.Network.Outputs % Kernel.Correct.RowBlock != 0)
        );
    }

    [Fact]
    public void ThePageHasTheCounts()
    {
        var path = Path.Combine(Root(), "docs", "exact-solutions.md");
        var page = File.ReadAllText(path).Split('\n');
        var start = Array.IndexOf(page, Survey.Table().First());
        Assert.True(start >= 0, "the table's heading is not on the page");
        var rows = page.Skip(start).TakeWhile(line => line.StartsWith('|')).ToArray();
        if (Environment.GetEnvironmentVariable("SPARSEDNN_ACCEPT") == "1")
            File.WriteAllText(path, string.Join("\n", [.. page[..start], .. Survey.Table(), .. page[(start + rows.Length)..]]));
        else
            Assert.Equal(Survey.Table(), rows);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparseDnn.Gen.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
