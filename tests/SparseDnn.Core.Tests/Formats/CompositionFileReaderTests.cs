using System.Linq;
using SparseDnn.Formats;
using Xunit;

namespace SparseDnn.Core.Tests.Formats;

public sealed class CompositionFileReaderTests
{
    private static readonly string[] Below = ["A", "B"];

    [Fact]
    public void Compositions_AreReadByPosition()
    {
        var set = Assert
            .IsType<CompositionReadResult.Success>(CompositionFileReader.Read("\uFEFF; comment\r\n\r\nAB: A B \r\n x : . B\tA\n", Below))
            .Compositions;
        Assert.Equal(["AB", "x"], set.Names);
        Assert.Equal(3, set.Positions);
        Assert.Equal(6, set.Patterns.ColumnCount);
        Assert.Equal([0, 3], set.Patterns.Row(0).ToArray());
        Assert.Equal([3, 4], set.Patterns.Row(1).ToArray());
    }

    [Theory]
    [InlineData("", 1, 1, 0, "holds no composition")]
    [InlineData("A B", 1, 1, 3, "names no composition")]
    [InlineData(": A", 1, 1, 3, "names no composition")]
    [InlineData("x y: A", 1, 1, 3, "without blanks")]
    [InlineData(".: A", 1, 1, 1, "not as '.'")]
    [InlineData("x: A\nx: B", 2, 1, 1, "taken by composition 1")]
    [InlineData("x:", 1, 1, 2, "has no parts")]
    [InlineData("x: . .", 1, 1, 6, "has no parts")]
    [InlineData("x: A C", 1, 6, 1, "'C' is no pattern")]
    public void Fault_IsPlaced(string text, int line, int column, int length, string message)
    {
        var fault = Assert.IsType<CompositionReadResult.Failure>(CompositionFileReader.Read(text, Below));
        Assert.Equal((line, column, length), (fault.Line, fault.Column, fault.Length));
        Assert.Contains(message, fault.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyParts_AreRefused()
    {
        var fault = Assert.IsType<CompositionReadResult.Failure>(
            CompositionFileReader.Read("x:" + string.Concat(Enumerable.Repeat(" A", 65)), Below)
        );
        Assert.Equal(4 + (2 * 64), fault.Column);
        Assert.IsType<CompositionReadResult.Success>(CompositionFileReader.Read("x:" + string.Concat(Enumerable.Repeat(" A", 64)), Below));
    }
}
