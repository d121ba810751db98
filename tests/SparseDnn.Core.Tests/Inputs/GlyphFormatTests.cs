using SparseDnn.Inputs;
using SparseDnn.Inputs.Patterns;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

public sealed class GlyphFormatTests
{
    [Theory]
    [InlineData("I:\n.#.\n.#.\n\nL:\n#..\n###\n")]
    [InlineData("\uFEFF\n\n I :\r\n.#.  \r\n.#.\r\n\r\n\r\nL:\r\n#..\r\n###")]
    public void GlyphsAreReadFromTopLeft(string text)
    {
        Assert.True(Read(text).TryGet(out var glyphs, out _));
        Assert.Equal(["I", "L"], glyphs.Names);
        Assert.Equal((2, 3), (glyphs.Height, glyphs.Width));
        Assert.Equal([1, 4], glyphs.Pixels.Row(0).ToArray());
        Assert.Equal([0, 3, 4, 5], glyphs.Pixels.Row(1).ToArray());
        Assert.Equal(6, glyphs.Pixels.ColumnCount);
    }

    [Theory]
    [InlineData("", 1, 1, 0, "holds no glyph")]
    [InlineData("##\n", 1, 1, 2, "stands outside a glyph")]
    [InlineData("A:\n\nB:\n#\n", 1, 1, 0, "no rows")]
    [InlineData("A:\n#x\n", 2, 2, 1, "'x' is no pixel")]
    [InlineData("A:\n##\n#\n", 3, 2, 0, "1 pixels but the first row of the file has 2")]
    [InlineData("A:\n##\n\nB:\n###\n", 5, 3, 1, "3 pixels")]
    [InlineData("A:\n#\n\nB:\n#\n#\n", 6, 1, 1, "more than the 1 rows")]
    [InlineData("A:\n#\n#\n\nB:\n#\n", 5, 1, 0, "1 rows but the first glyph has 2")]
    [InlineData("A:\n#\nB:\n.\n", 3, 1, 2, "put a blank line")]
    [InlineData("A:\n#\n\nA:\n.\n", 4, 1, 2, "taken by glyph 1")]
    [InlineData(" :\n#\n", 1, 1, 2, "no name")]
    public void FaultsNamePlaceAndRemedy(string text, int line, int column, int length, string message)
    {
        Assert.False(Read(text).TryGet(out _, out var problem));
        Assert.Equal(ProblemKinds.MalformedPatterns, problem.Kind);
        Assert.Equal(new FilePlace("g.txt", line, column, length), problem.Place);
        Assert.Contains(message, problem.Message, System.StringComparison.Ordinal);
    }

    private static InputResult<GlyphSet> Read(string text) => PatternFormats.Glyphs.Read(InputFile.OfText("g.txt", text));
}
