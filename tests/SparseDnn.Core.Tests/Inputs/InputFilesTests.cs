using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Patterns;
using SparseDnn.Inputs.Ranges;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

/// <summary>How files are found, opened and told apart.</summary>
public sealed class InputFilesTests
{
    // What programs call, over the same readers.
    [Fact]
    public void ProgramsReadByOneCall()
    {
        Assert.True(WeightFormats.TryRead("w.tsv", () => Utf8("1\t2\t0.5\n"), out var matrix, out var problem));
        Assert.Equal((2, 1, 0.5), (matrix.Edges.RowCount, matrix.Edges.ColumnCount, matrix.Values[0].Nearest));
        Assert.False(WeightFormats.TryRead("w.tsv", () => Utf8("1\tx\t0.5\n"), out matrix, out problem));
        Assert.Equal("SDNN0007", problem.Id);
        Assert.StartsWith("w.tsv(1,3", problem.ToString(), StringComparison.Ordinal);
        Assert.True(PatternFormats.TryReadGlyphs("g.txt", () => Utf8("I:\n#.\n\nO:\n.#\n"), out var glyphs, out _));
        Assert.True(PatternFormats.TryReadCompositions("c.txt", () => Utf8("IO: I O\n"), glyphs.Names, out var compositions, out _));
        Assert.Equal(["IO"], compositions.Names);
        Assert.False(PatternFormats.TryReadCompositions("c.txt", () => Utf8("IX: I X\n"), glyphs.Names, out compositions, out problem));
        Assert.Contains("'X' is no pattern", problem.Message, StringComparison.Ordinal);
        Assert.False(PatternFormats.TryReadCompositions("c.txt", () => Utf8(""), glyphs.Names, out _, out problem));
        Assert.Contains("holds no composition", problem.Message, StringComparison.Ordinal);

        static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void AFileNamedTwice_IsOpenedOnce()
    {
        var opened = new List<string>();
        var files = InputFiles.Of(name =>
        {
            opened.Add(name);
            return name == "absent" ? null : InputFile.OfText(name, "1 1 1\n");
        });
        var first = files.Find(WeightFormats.Kind, "w");
        Assert.Same(first, files.Find(WeightFormats.Kind, "w"));
        Assert.NotNull(first.Value);
        Assert.IsType<InputLookup<WeightMatrix>.Missing>(files.Find(WeightFormats.Kind, "absent"));
        Assert.IsType<InputLookup<WeightMatrix>.Missing>(files.Find(WeightFormats.Kind, "absent"));
        Assert.Equal(["w", "absent"], opened);
        // As ranges it is another thing.
        Assert.NotNull(files.Find(RangeFormats.Kind, "w").Value);
    }

    [Fact]
    public void Names_MeanTheEndsOfPaths_AtAFolderBoundary()
    {
        var files = new NamedTexts(("a/w/one.tsv", "1 1 1\n"), ("a/v/one.tsv", "1 1 2\n"), ("a/w/stone.tsv", "1 1 3\n"));
        Assert.Equal("a/w/one.tsv", Assert.IsType<InputLookup<WeightMatrix>.Found>(files.Find(WeightFormats.Kind, "w/one.tsv")).Path);
        Assert.Equal(new InputLookup<WeightMatrix>.Ambiguous("a/v/one.tsv", "a/w/one.tsv"), files.Find(WeightFormats.Kind, "one.tsv"));
        Assert.IsType<InputLookup<WeightMatrix>.Missing>(files.Find(WeightFormats.Kind, "tone.tsv"));
        Assert.IsType<InputLookup<WeightMatrix>.Missing>(files.Find(WeightFormats.Kind, ""));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Bytes_AreReadAsText_AsTheirByteOrderMarkSays(string encoding, bool hasMark)
    {
        const string text = "%%MatrixMarket matrix coordinate real general\r\n% \u00fc\r\n1 2 1\r\n1 2 0.5\r\n";
        var coder = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? coder.GetPreamble() : [], .. coder.GetBytes(text)];
        var expected = WeightFormats.Kind.Read(InputFile.OfText("w", text));
        Assert.Equal(expected, WeightFormats.Kind.Read(InputFile.OfBytes("w", bytes)));
        Assert.True(expected.TryGet(out _, out _));
    }

    [Fact]
    public void AnUnreadableFile_IsAFaultOfItsKind()
    {
        Assert.False(WeightFormats.Kind.Read(InputFile.Unreadable("w")).TryGet(out _, out var weights));
        Assert.Equal((ProblemKinds.MalformedWeights, new FilePlace("w", 1, 1, 0)), (weights.Kind, weights.Place));
        Assert.False(RangeFormats.Kind.Read(InputFile.Unreadable("r")).TryGet(out _, out var ranges));
        Assert.Equal(ProblemKinds.MalformedRanges, ranges.Kind);
        Assert.False(PatternFormats.Glyphs.Read(InputFile.Unreadable("g")).TryGet(out _, out var glyphs));
        Assert.Equal(ProblemKinds.MalformedPatterns, glyphs.Kind);
        Assert.Null(WeightFormats.Kind.Locate(InputFile.Unreadable("w"), 1, 1));
    }

    [Fact]
    public void FaultsOfOpening_PassThrough() =>
        Assert.Throws<FileNotFoundException>(() =>
            WeightFormats.Kind.Read(InputFile.OfBytes("w", () => throw new FileNotFoundException()))
        );
}
