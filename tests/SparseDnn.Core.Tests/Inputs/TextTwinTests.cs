using System;
using System.IO;
using System.Linq;
using SparseDnn.Inputs;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

/// <summary>Binary files as texts.</summary>
public sealed class TextTwinTests
{
    private const string Path = "obj/sparsednn/7/a.npy" + TextTwin.Extension;

    [Fact]
    public void EveryByte_SurvivesTheText()
    {
        var bytes = Enumerable.Range(0, 1000).Select(i => (byte)(i * 7)).ToArray();
        var file = Open(TextTwin.Write("/data/w/a.npy", bytes));
        Assert.Equal("/data/w/a.npy", file.Path);
        using var stream = new MemoryStream();
        using (var opened = file.OpenBytes())
            opened.CopyTo(stream);
        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public void ATwin_IsFoundByItsOriginalsName()
    {
        Assert.Equal("a.npy", TextTwin.LastPart(Path));
        Assert.Equal("a.npy", TextTwin.LastPart(@"w\a.npy"));
        Assert.Equal("/data/w/a.npy", TextTwin.OriginalPath(Path, () => new StringReader(TextTwin.Write("/data/w/a.npy", []))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("another text\n/a.npy\n1\nAA==\n")]
    [InlineData(TextTwin.Signature + "\n")]
    [InlineData(TextTwin.Signature + "\n\n1\nAA==\n")]
    [InlineData(TextTwin.Signature + "\n/a.npy\nx\nAA==\n")]
    [InlineData(TextTwin.Signature + "\n/a.npy\n2\nAA==\n")]
    [InlineData(TextTwin.Signature + "\n/a.npy\n1\nA!==\n")]
    public void ADamagedTwin_IsNoFile(string text)
    {
        var file = Open(text);
        Assert.False(file.IsReadable);
        Assert.Equal(Path, file.Path);
    }

    [Fact]
    public void TheTargetsTask_WritesTheSameText()
    {
        // It is compiled by MSBuild, which knows nothing of this library.
        var task = File.ReadAllText(System.IO.Path.Combine(Repository(), "src/SparseDnn.Gen/buildTransitive/WriteTextTwins.cs"));
        Assert.Contains($"\"{TextTwin.Signature}\\n\"", task, StringComparison.Ordinal);
        var targets = File.ReadAllText(System.IO.Path.Combine(Repository(), "src/SparseDnn.Gen/buildTransitive/SparseDnn.Gen.targets"));
        Assert.Contains($"%(Filename)%(Extension){TextTwin.Extension}<", targets, StringComparison.Ordinal);
    }

    private static InputFile Open(string text) => TextTwin.Open(Path, () => new StringReader(text));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No global.json above the tests.");
        return folder.FullName;
    }
}
