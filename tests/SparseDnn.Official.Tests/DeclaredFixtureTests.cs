using System;
using System.IO;
using System.Linq;
using Xunit;

namespace SparseDnn.Official.Tests;

/// <summary>Fixtures of the official network that were computed while it was compiled.</summary>
public sealed class DeclaredFixtureTests
{
    private const long MaxBytes = 1_000_000;

    [Fact]
    public void GeneratedKernels_KeepWhatTheirFixturesDemand()
    {
        var fixtures = OfficialData.Fixtures;
        Assert.Equal(32, fixtures.AllItems.ItemCount);
        Assert.Equal(120, fixtures.AllItems.Layers.Count);
        Assert.All(fixtures, fixture => fixture.Check(OfficialData.Generated.Infer));
        fixtures.AllItems.Check(OfficialData.Generated);
        fixtures.AllItems.Check(OfficialData.Loaded);
        Assert.Contains(Enumerable.Range(0, 32), item => fixtures.AllItems.Expected(item).ContainsAnyExcept(0f));
    }

    // After 120 layers outputs are 0 or at the ceiling, far from where rounding reaches, save for the few items that are chosen to sit on
    // the edge between the two.
    [Fact]
    public void EqualBitsAreDemandedOfNearlyAllItems()
    {
        var whole = OfficialData.Fixtures.AllItems;
        var certain = Enumerable
            .Range(0, whole.ItemCount)
            .Count(item => whole.DemandsEqualBits || whole.Bound(item).IndexOfAnyExcept(0.0) < 0);
        Assert.InRange(certain, whole.ItemCount - 4, whole.ItemCount);
        Assert.Contains(Enumerable.Range(0, whole.ItemCount), item => whole.Expected(item).Contains(32f));
        Assert.Contains(Enumerable.Range(0, whole.ItemCount), item => whole.Expected(item).IndexOfAnyExcept(0f) < 0);
    }

    [Fact]
    public void SourceAndData_StayUnderAMegabyte()
    {
        Assert.NotEmpty(OfficialData.Fixtures);
        var folder = OfficialData.Metadata("GeneratedFiles");
        var files = Directory
            .GetFiles(folder, "*GraphChallengeFixtures*.cs", SearchOption.AllDirectories)
            .Select(path => new FileInfo(path))
            .ToArray();
        Assert.True(files.Length >= 2, $"Generated files were not found in {folder}.");
        var bytes = files.Sum(file => file.Length);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", files.Select(file => $"{file.Name}: {file.Length:N0} bytes")));
        Assert.InRange(bytes, 100_000, MaxBytes);
    }
}
