using System;
using System.IO;
using System.Threading.Tasks;
using SparseDnn.Samples.Reachability;
using SparseDnn.Samples.ShortestPaths;
using Xunit;

namespace SparseDnn.Samples.Tests;

/// <summary>The samples as a user runs them: they judge themselves by plain algorithms.</summary>
public sealed class SampleTests
{
    private const string Town = "ShortestPaths.dll",
        Web = "Reachability.dll";

    [Fact]
    public async Task ShortestPathsEqualDijkstrasAndAreDrawn()
    {
        var picture = Path.Combine(Directory.CreateTempSubdirectory().FullName, "town.svg");
        var (code, output) = await Sample.Run(Town, "--svg", picture);
        Assert.True(code == 0, output);
        Assert.Contains("All 160000 distances equal Dijkstra's.", output);
        var drawing = System.Xml.Linq.XDocument.Load(picture);
        Assert.Equal(Streets.Crossings, System.Linq.Enumerable.Count(drawing.Descendants("{http://www.w3.org/2000/svg}circle")));
    }

    [Fact]
    public async Task ReachabilityEqualsBreadthFirstSearch()
    {
        var (code, output) = await Sample.Run(Web);
        Assert.True(code == 0, output);
        Assert.Contains("All equal breadth-first search.", output);
    }

    [Theory]
    [InlineData(Town, "--svg")]
    [InlineData(Town, "--colour", "red")]
    [InlineData(Web, "--draw")]
    public async Task BadOptionsAreNamed(string sample, params string[] arguments)
    {
        var (code, output) = await Sample.Run(sample, arguments);
        Assert.Equal(2, code);
        Assert.Contains(arguments[0], output);
    }

    // What is compiled in is what the samples draw.
    [Theory]
    [InlineData("ShortestPaths/streets.mtx")]
    [InlineData("Reachability/links.mtx")]
    public void WeightFilesAreThoseThatTheSamplesDraw(string file) =>
        Assert.Equal(
            file.StartsWith('S') ? Streets.ToMatrixMarket() : Links.ToMatrixMarket(),
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(file)))
        );
}
