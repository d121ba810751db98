using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

public class WeightFaultTests
{
    private const string Header = "%%MatrixMarket matrix coordinate real general\n";

    [Theory]
    [InlineData("", 1, 1, "empty")]
    [InlineData("\n \n", 2, 1, "empty")]
    [InlineData("1\t2\n1\t3\t5\n", 2, 5, "Unexpected '5' after the column")]
    [InlineData("1\t2\t5\n1\t3\n", 2, 4, "ends too early")]
    [InlineData("1\t2\t5\n1\n", 2, 2, "ends too early")]
    [InlineData("1\t2\t5\n1\t3\t5\tx y\n", 2, 7, "Unexpected 'x' after the value")]
    [InlineData("0\t2\t5\n", 1, 1, "count from 1")]
    [InlineData("1\t-2\t5\n", 1, 3, "'-2' is negative")]
    [InlineData("1\t+2\t5\n", 1, 3, "without a sign")]
    [InlineData("1\t-\t5\n", 1, 3, "'-' is no column index")]
    [InlineData("1\t2.0\t5\n", 1, 3, "'2.0' is no column index")]
    [InlineData("99999999999999999999\t2\t5\n", 1, 1, "beyond the 16777216 neurons")]
    [InlineData("1\t2\tnan\n", 1, 5, "'nan' is no finite number")]
    [InlineData("1\t2\t-Infinity\n", 1, 5, "no finite number")]
    [InlineData("1\t2\t1e999\n", 1, 5, "beyond the largest binary64")]
    [InlineData("1\t2\t0,5\n", 1, 5, "decimal point as '.'")]
    [InlineData("1\t2\t\u22125\n", 1, 5, "minus sign as '-'")]
    [InlineData("1\t2\t5D+1\n", 1, 5, "exponent with 'e'")]
    [InlineData("1\t2\tx\n", 1, 5, "'x' is no number")]
    [InlineData("1\t2\t5\r1\t3\t5\r", 1, 6, "Wrong line ending")]
    [InlineData("1\t2\t5\u0000\n", 1, 6, "U+0000")]
    [InlineData("PK\u0003\u0004", 1, 3, "U+0003")]
    [InlineData("# comment\n1\t2\t5\n", 1, 1, "no place in a TSV")]
    [InlineData("\n%%MatrixMarket matrix coordinate real general\n1 1 0\n", 2, 1, "no place in a TSV")]
    [InlineData("1\t2\t5\n2\t2\t5\n1\t2\t6\n", 3, 1, "Entry (1, 2) appears a second time; its first appearance is on line 1.")]
    public void TsvFaults_AreNamedWithTheirPlace(string text, int line, int column, string part) => Check(text, line, column, part);

    [Theory]
    [InlineData("%%MatrixMarket\n", 1, 15, "ends before its object")]
    [InlineData("%%MatrixMarkt matrix coordinate real general\n", 1, 1, "'%%MatrixMarkt' is no banner")]
    [InlineData("% comment\n", 1, 1, "'%' is no banner")]
    [InlineData("%%MatrixMarket matrix array real general\n", 1, 23, "'coordinate'")]
    [InlineData("%%MatrixMarket matrix coordinate complex general\n", 1, 34, "real part")]
    [InlineData("%%MatrixMarket matrix coordinate real hermitian\n", 1, 39, "'symmetric'")]
    [InlineData("%%MatrixMarket matrix coordinate real sym\n", 1, 39, "'general', 'symmetric', 'skew-symmetric'")]
    [InlineData("%%MatrixMarket matrix coordinate real general x\n", 1, 47, "'x' after the header")]
    [InlineData("%%MatrixMarket matrix coordinate real general\r2 2 1\r1 1 1\r", 1, 46, "Wrong line ending")]
    public void HeaderFaults_AreNamedWithTheirPlace(string text, int line, int column, string part) => Check(text, line, column, part);

    [Theory]
    [InlineData("", 1, 1, "ends before its size line")]
    [InlineData("% c\n\n", 3, 1, "ends before its size line")]
    [InlineData("2 2\n1 1 1\n", 2, 4, "number of entries")]
    [InlineData("2 2 1 1\n1 1 1\n", 2, 7, "'1' on the size line")]
    [InlineData("2 x 1\n1 1 1\n", 2, 3, "'x' is no number of columns")]
    [InlineData("-2 2 1\n1 1 1\n", 2, 1, "'-2' is no number of rows")]
    [InlineData("0 2 1\n1 1 1\n", 2, 1, "between 1 and")]
    [InlineData("2 99999999999999999999 1\n", 2, 3, "between 1 and")]
    [InlineData("2 2 99999999999\n", 2, 5, "between 0 and")]
    [InlineData("2 2 5\n", 2, 5, "at most 4")]
    [InlineData("2 2 3\n1 1 1\n2 2 1\n", 2, 5, "ends after 2")]
    [InlineData("2 2 1\n1 1 1\n2 2 1\n", 4, 1, "More than the declared 1 entries")]
    [InlineData("2 2 1\n1 1 1\nend\n", 4, 1, "remove 'end'")]
    [InlineData("2 2 1\n3 1 1\n", 3, 1, "beyond the declared 2 rows")]
    [InlineData("2 2 1\n1 3 1\n", 3, 3, "beyond the declared 2 columns")]
    [InlineData("2 2 1\n% comment\r1 1 1\n", 3, 10, "Wrong line ending")]
    [InlineData("2 2 2\n1 1 1\n1 1 1\n", 4, 1, "on line 3")]
    public void BodyFaults_AreNamedWithTheirPlace(string body, int line, int column, string part) =>
        Check(Header + body, line, column, part);

    [Theory]
    [InlineData("real symmetric", "3 2 1\n1 1 1\n", 2, 3, "square")]
    [InlineData("real symmetric", "2 2 1\n1 2 1\n", 3, 1, "write (2, 1)")]
    [InlineData("real symmetric", "2 2 4\n", 2, 5, "at most 3")]
    [InlineData("real skew-symmetric", "2 2 1\n1 1 1\n", 3, 1, "diagonal")]
    [InlineData("real symmetric", "2 2 2\n2 1 1\n2 1 1\n", 4, 1, "Entry (2, 1)")]
    [InlineData("pattern general", "2 2 1\n1 1 1\n", 3, 5, "no values")]
    [InlineData("integer general", "2 2 1\n1 1 1.5\n", 3, 5, "write 'real'")]
    public void FaultsOfOtherKinds_AreNamedWithTheirPlace(string kind, string body, int line, int column, string part) =>
        Check($"%%MatrixMarket matrix coordinate {kind}\n{body}", line, column, part);

    [Fact]
    public void TheFirstRepetitionInTheFile_IsReported()
    {
        var problem = WeightTexts.Problem("9 9 1\n1 1 1\n1 1 1\n9 9 1\n1 1 1\n");
        Assert.Equal(ProblemKinds.DuplicateEntry, problem.Kind);
        Assert.Equal(new FilePlace(WeightTexts.Path, 3, 1, 0), problem.Place);
        Assert.Equal(["1", "1", "on line 2"], problem.Arguments);
    }

    [Fact]
    public void TheWordAtFault_IsSpanned()
    {
        Assert.Equal(new FilePlace(WeightTexts.Path, 1, 5, 3), WeightTexts.Problem("1\t2\tnan\n").Place);
        Assert.Equal(
            $"{WeightTexts.Path}(1,5): SDNN0007: 'nan' is no finite number; leave the entry out or give it a finite weight",
            WeightTexts.Problem("1\t2\tnan\n").ToString()
        );
    }

    [Fact]
    public void AnEndlessLine_IsGivenUpWithoutBeingRead()
    {
        foreach (var start in new[] { "", "1\t2\t5\n", Header, Header + "%" })
        {
            var readers = new List<EndlessReader>();
            EndlessReader Open()
            {
                readers.Add(new EndlessReader(start));
                return readers[^1];
            }

            Assert.False(WeightFormats.Kind.Read(InputFile.OfText("p", Open)).TryGet(out _, out var problem));
            Assert.Contains("4096", problem.Message, StringComparison.Ordinal);
            Assert.True(readers.Sum(reader => reader.Given) < 100_000);
        }
    }

    [Fact]
    public void DeclaredSizes_AllocateNothingUpFront()
    {
        const string text = Header + "16777216 16777216 2000000000\n1 1 1\n";
        WeightTexts.Problem(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("ends after 1", WeightTexts.Problem(text).Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000);
    }

    [Fact]
    public void ALineOfTheGreatestLength_IsStillRead()
    {
        var blanks = new string(' ', InputLimits.MaxLineLength - 5);
        Assert.Equal(1, WeightTexts.Matrix($"1 {blanks}1 1\r\n").Edges.EntryCount);
        // The reader has the carriage return in hand, but not yet the line feed.
        var slow = InputFile.OfText("p", () => new SparingReader($"1 {blanks}1 1\r\n", charactersAtATime: InputLimits.MaxLineLength + 1));
        Assert.True(WeightFormats.Kind.Read(slow).TryGet(out _, out _));
        Check($"1 {blanks}1  1\n", 1, 1, "4096");
    }

    private static void Check(string text, int line, int column, string part)
    {
        var problem = WeightTexts.Problem(text);
        var place = Assert.IsType<FilePlace>(problem.Place);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.Equal((WeightTexts.Path, line, column), (place.Path, place.Line, place.Column));
    }

    private sealed class EndlessReader(string start) : TextReader
    {
        public int Given { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            for (var i = 0; i < count; i++, Given++)
                buffer[index + i] = Given < start.Length ? start[Given] : '7';
            return count;
        }
    }
}
