using System.Linq;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Patterns;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

public sealed class CompositionFormatTests
{
    private static readonly string[] Below = ["A", "B"];

    [Fact]
    public void Compositions_AreReadByPosition()
    {
        Assert.True(Read("\uFEFF; comment\r\n\r\nAB: A B \r\n x : . B\tA\n").TryGet(out var set, out _));
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
        Assert.False(Read(text).TryGet(out _, out var problem));
        Assert.Equal(ProblemKinds.MalformedPatterns, problem.Kind);
        Assert.Equal(new FilePlace("c.txt", line, column, length), problem.Place);
        Assert.Contains(message, problem.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyParts_AreRefused()
    {
        Assert.False(Read("x:" + string.Concat(Enumerable.Repeat(" A", 65))).TryGet(out _, out var problem));
        Assert.Equal(4 + (2 * 64), Assert.IsType<FilePlace>(problem.Place).Column);
        Assert.True(Read("x:" + string.Concat(Enumerable.Repeat(" A", 64))).TryGet(out _, out _));
    }

    private static InputResult<CompositionSet> Read(string text) =>
        PatternFormats.Compositions.Read(InputFile.OfText("c.txt", text)).TryGet(out var compositions, out var problem)
            ? compositions.Resolve(Below)
            : new InputResult<CompositionSet>.Failure(problem);
}
