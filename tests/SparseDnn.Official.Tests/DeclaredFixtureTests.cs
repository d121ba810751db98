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
        Assert.Equal(32, fixtures.Whole.ItemCount);
        Assert.Equal(120, fixtures.Whole.Layers.Count);
        Assert.All(fixtures, fixture => fixture.Check(OfficialData.Generated.Infer));
        fixtures.Whole.Check(OfficialData.Generated);
        fixtures.Whole.Check(OfficialData.Loaded);
        Assert.Contains(Enumerable.Range(0, 32), item => fixtures.Whole.Expected(item).ContainsAnyExcept(0f));
    }

    // After 120 layers outputs are 0 or at the ceiling, far from where rounding reaches: every bound is 0.
    [Fact]
    public void EqualBitsAreDemanded() => Assert.True(OfficialData.Fixtures.Whole.DemandsEqualBits);

    [Fact]
    public void SourceAndData_StayUnderAMegabyte()
    {
        Assert.NotEmpty(OfficialData.Fixtures);
        var folder = OfficialData.Metadata("GeneratedFiles");
        var files = Directory.GetFiles(folder, "*GraphChallengeFixtures*.cs", SearchOption.AllDirectories).Select(path => new FileInfo(path)).ToArray();
        Assert.True(files.Length >= 2, $"Generated files were not found in {folder}.");
        var bytes = files.Sum(file => file.Length);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", files.Select(file => $"{file.Name}: {file.Length:N0} bytes")));
        Assert.InRange(bytes, 100_000, MaxBytes);
    }
}
