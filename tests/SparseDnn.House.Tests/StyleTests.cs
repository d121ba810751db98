using System;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.House.Tests.Style;
using Xunit;

namespace SparseDnn.House.Tests;

/// <summary>What every file keeps to; the formatter does the rest.</summary>
public sealed class StyleTests
{
    [Fact]
    public void NoLineIsLongerThanTheEditorconfigSays() => Assert.Empty(SourceFile.All.SelectMany(file => file.LongLines()));

    [Fact]
    public void NoConditionalStandsWithinAnother() => Assert.Empty(SourceFile.All.SelectMany(file => file.NestedConditionals()));

    [Fact]
    public void NamespacesAreFolders() => Assert.Empty(SourceFile.All.SelectMany(file => file.MisplacedNamespaces()));

    [Theory]
    [InlineData("src/SparseDnn.Core/Planning/Model/A.cs", "SparseDnn.Planning.Model", true)]
    [InlineData("src/SparseDnn.Core/Planning/Model/A.cs", "SparseDnn.Planning", false)]
    [InlineData("src/SparseDnn.Core/A.cs", "SparseDnn", true)]
    [InlineData("src/SparseDnn/Attributes/Exact/A.cs", "SparseDnn", true)]
    [InlineData("src/SparseDnn/Lanes/A.cs", "SparseDnn", false)]
    [InlineData("tests/SparseDnn.House.Tests/A.cs", "SparseDnn.House.Tests", true)]
    public void MisplacedNamespacesAreFound(string path, string space, bool fits) =>
        Assert.Equal(!fits, File(path, $"namespace {space};\nclass A;\n").MisplacedNamespaces().Any());

    [Fact]
    public void AllAreasAreRead()
    {
        var areas = SourceFile.All.Select(file => file.Path.Split('/')[0]).Distinct();
        Assert.Equal(["analyzers", "generators", "samples", "src", "tests"], areas.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LongLinesAreFound()
    {
        var longest = "// " + new string('x', SourceFile.MostColumns - 3);
        var file = File("src/A.cs", $"{longest}\n{longest}x\nclass A;\n");
        Assert.Equal(["src/A.cs(2)"], file.LongLines());
    }

    [Fact]
    public void RawLiteralsMayBeLongInTestsOnly()
    {
        var text = $"class A {{ string S = \"\"\"\n    {new string('x', SourceFile.MostColumns)}\n    \"\"\"; }}\n";
        Assert.Empty(File("tests/A.cs", text).LongLines());
        Assert.Equal(["src/A.cs(2)"], File("src/A.cs", text).LongLines());
    }

    [Theory]
    [InlineData("a ? 1 : b ? 2 : 3", true)]
    [InlineData("(a ? b : !b) ? 1 : 2", true)]
    [InlineData("a ? 1 + (b ? 2 : 3) : 4", true)]
    [InlineData("a ? F(b ? 1 : 2) : 3", false)]
    [InlineData("(a ? 1 : 2) + (b ? 3 : 4)", false)]
    public void NestedConditionalsAreFound(string expression, bool isNested)
    {
        var file = File("src/A.cs", $"class A {{ int F(int i) => i; int M(bool a, bool b) => {expression}; }}");
        Assert.Equal(isNested, file.NestedConditionals().Any());
    }

    private static SourceFile File(string path, string text) => new(path, SourceText.From(text));
}
