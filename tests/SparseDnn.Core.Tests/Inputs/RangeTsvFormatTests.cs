using System;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Ranges;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

/// <summary>Files of input ranges: what is read, and where a fault is said to be.</summary>
public sealed class RangeTsvFormatTests
{
    [Theory]
    [InlineData("1\t0\t1\n2\t-0.5\t2e1\n", "1 [0, 1] 2 [-0.5, 20]")]
    [InlineData("\uFEFF2 -1 -1\r\n\r\n \t \n 1   .5 +1.5 \t\r\n", "1 [0.5, 1.5] 2 [-1, -1]")]
    [InlineData("007 0 0.1", "7 [0, 0.1]")]
    [InlineData("16777216 -1e308 1e308\n", "16777216 [-1E+308, 1E+308]")]
    public void Lines_AreReadInAnyOrder(string text, string expected)
    {
        var success = Assert.IsType<InputResult<InputRangeTable>.Success>(Read(text));
        Assert.Equal(
            expected,
            string.Join(
                " ",
                success.Value.Entries.Select(entry => FormattableString.Invariant($"{entry.Input} [{entry.Low:R}, {entry.High:R}]"))
            )
        );
    }

    [Theory]
    [InlineData("1 0 1\n0 0 1\n", 2, 1, 1, "counts from 1|count from 1")]
    [InlineData("1 0 1\n  x 0 1\n", 2, 3, 1, "'x' is no input index")]
    [InlineData("-3 0 1\n", 1, 1, 2, "negative")]
    [InlineData("16777217 0 1", 1, 1, 8, "beyond the 16777216 neurons")]
    [InlineData("1 0", 1, 4, 0, "ends too early; write input, least and greatest value")]
    [InlineData("1", 1, 2, 0, "ends too early")]
    [InlineData("1\t0\t1\t2 3", 1, 7, 3, "Unexpected '2'")]
    [InlineData("1 0,5 1", 1, 3, 3, "write the decimal point as '.'")]
    [InlineData("1 0 inf", 1, 5, 3, "no finite number")]
    [InlineData("1 nan 0", 1, 3, 3, "no finite number")]
    [InlineData("1 0 1e999", 1, 5, 5, "largest binary64")]
    [InlineData("1\t2\t1\n", 1, 3, 3, "'2 1' begins above its end")] // tabs are no escapes in messages
    [InlineData("1 2  1\n", 1, 3, 4, "'2  1' begins above its end")]
    [InlineData("2 0 1\n1 0 1\n 2 0 1\n", 3, 2, 1, "Input 2 has a range already, on line 1")]
    [InlineData("# ranges\n1 0 1\n", 1, 1, 8, "Comments")]
    [InlineData("1 0 1\n  %x\n", 2, 3, 2, "Comments")]
    [InlineData("\n \n", 2, 1, 0, "The file is empty")]
    [InlineData("", 1, 1, 0, "The file is empty")]
    [InlineData("1 0 1\r2 0 1\n", 1, 6, 1, "Wrong line ending")]
    [InlineData("1 0 \01\n", 1, 5, 1, "U+0000")]
    public void Fault_IsPlaced(string text, int line, int column, int length, string message)
    {
        var problem = Assert.IsType<InputResult<InputRangeTable>.Failure>(Read(text)).Problem;
        Assert.Equal(ProblemKinds.MalformedRanges, problem.Kind);
        Assert.Equal(new FilePlace("r.tsv", line, column, length), problem.Place);
        Assert.Contains(message.Split('|'), part => problem.Message.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void TooLongLine_IsAFault() => Assert.IsType<InputResult<InputRangeTable>.Failure>(Read("1 0 1\n2 0 " + new string('1', 5000)));

    [Fact]
    public void EqualRanges_AreEqualWhereverTheyStand()
    {
        Assert.Equal(Read("1 0 1\n2 0 2\n"), Read("\n2  0.0 2\r\n1 0 1.00"));
        Assert.NotEqual(Read("1 0 1\n2 0 2\n"), Read("1 0 1\n2 0 3\n"));
        Assert.NotEqual(Read("1 0 1\n2 0 2\n"), Read("1 0 1\n2 -1 2\n"));
        Assert.NotEqual(Read("1 0 1\n"), Read("2 0 1\n"));
    }

    [Fact]
    public void Find_TellsThePlaceOfAnInput()
    {
        const string text = "1 0 1\n\n  12 0 1\n";
        Assert.Equal(new FilePlace("r.tsv", 3, 3, 2), RangeFormats.Kind.Locate(InputFile.OfText("r.tsv", text), 12, null));
        Assert.Null(RangeFormats.Kind.Locate(InputFile.OfText("r.tsv", text), 2, null));
    }

    [Fact]
    public void Reading_StopsWhenCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => RangeFormats.Kind.Read(InputFile.OfText("r.tsv", "1 0 1"), source.Token));
    }

    private static InputResult<InputRangeTable> Read(string text) => RangeFormats.Kind.Read(InputFile.OfText("r.tsv", text));
}
