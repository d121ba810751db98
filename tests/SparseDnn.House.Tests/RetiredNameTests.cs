using System.Linq;
using SparseDnn.House.Tests.Names;
using Xunit;

namespace SparseDnn.House.Tests;

/// <summary>What the changelog says was renamed has its new name everywhere.</summary>
public sealed class RetiredNameTests
{
    [Fact]
    public void NoFileSaysARetiredName() =>
        Assert.Empty(
            WrittenFile.All.SelectMany(file => RetiredNames.All.SelectMany(name => RetiredNames.Uses(name, file.Path, file.Text)))
        );

    [Fact]
    public void TheTableIsRead()
    {
        Assert.Contains("Epilogue.Select", RetiredNames.All);
        Assert.Contains("SparseGlyphs", RetiredNames.All);
        Assert.True(RetiredNames.All.Count >= 40);
    }

    [Fact]
    public void AllAreasAreRead()
    {
        var areas = WrittenFile.All.Select(file => file.Path.Split('/')[0]).ToHashSet();
        foreach (var area in new[] { "analyzers", "docs", "generators", "samples", "src", "tests", "README.md" })
            Assert.Contains(area, areas);
        Assert.DoesNotContain("CHANGELOG.md", areas);
    }

    [Theory]
    [InlineData("Layer.HasSelect", 1)]
    [InlineData("HasSelected, _HasSelect", 0)]
    [InlineData("(HasSelect)\nHasSelect;", 2)]
    public void WholeWordsAreFound(string text, int uses) => Assert.Equal(uses, RetiredNames.Uses("HasSelect", "a.cs", text).Count());

    [Fact]
    public void TheLineIsNamed() => Assert.Equal(["a.cs(2): \"E1\""], RetiredNames.Uses("\"E1\"", "a.cs", "x\nFamily: \"E1\","));
}
