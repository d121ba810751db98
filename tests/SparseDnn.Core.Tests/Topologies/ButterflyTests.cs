using System;
using System.Linq;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Topologies;

public sealed class ButterflyTests
{
    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(2, 1, 4)]
    [InlineData(2, 3, 3)]
    [InlineData(3, 1, 3)]
    [InlineData(3, 2, 2)]
    [InlineData(4, 5, 2)]
    [InlineData(7, 2, 1)]
    public void AStageIsAKroneckerProduct(int radix, int blockSize, int stages)
    {
        var neurons = blockSize * Power(radix, stages);
        Assert.Equal(stages, Butterfly.CountStages(neurons, radix, blockSize));
        for (var stage = 0; stage < stages; stage++)
        {
            var matrix = Kronecker(
                Kronecker(Identity(Power(radix, stages - 1 - stage)), Ones(radix)),
                Kronecker(Identity(Power(radix, stage)), Ones(blockSize))
            );
            var pattern = Butterfly.Layer(neurons, radix, blockSize, stage);
            Assert.Equal((neurons, neurons), (pattern.RowCount, pattern.ColumnCount));
            Assert.Equal(Butterfly.CountEdges(neurons, radix, blockSize), pattern.EntryCount);
            for (var output = 0; output < neurons; output++)
                Assert.Equal(Enumerable.Range(0, neurons).Where(input => matrix[input, output]), pattern.Row(output).ToArray());
        }
    }

    // The two factors of a Monarch matrix of r·r blocks: block diagonal, and block diagonal between two transpositions.
    [Fact]
    public void TwoStagesAreTheFactorsOfAMonarchMatrix()
    {
        const int Radix = 5;
        var (inner, outer) = (Butterfly.Layer(25, Radix, 1, 0), Butterfly.Layer(25, Radix, 1, 1));
        for (var i = 0; i < 25; i++)
        {
            Assert.Equal(Enumerable.Range(0, Radix).Select(j => (i / Radix * Radix) + j), inner.Row(i).ToArray());
            Assert.Equal(inner.Row(Transposed(i)).ToArray().Select(Transposed).Order(), outer.Row(i).ToArray());
        }

        static int Transposed(int i) => (i % Radix * Radix) + (i / Radix);
    }

    [Theory]
    [InlineData(12, 2, 1, null)]
    [InlineData(12, 2, 3, 2)]
    [InlineData(12, 5, 2, null)]
    [InlineData(12, 2, 5, null)]
    [InlineData(12, 2, 12, null)]
    [InlineData(1, 2, 1, null)]
    [InlineData(1 << 24, 2, 1, 24)]
    [InlineData(1 << 24, 1 << 24, 1, 1)]
    [InlineData(3, int.MaxValue, 1, null)]
    [InlineData(3, 2, int.MaxValue, null)]
    public void StagesAreCounted(int neurons, int radix, int blockSize, int? expected) =>
        Assert.Equal(expected, Butterfly.CountStages(neurons, radix, blockSize));

    [Fact]
    public void SizesThatFitAreFound()
    {
        Assert.Equal([3, 6, 12, 24], Butterfly.BlockSizes(48, 2));
        Assert.Empty(Butterfly.BlockSizes(48, 5));
        Assert.All(Butterfly.BlockSizes(48, 2), size => Assert.NotNull(Butterfly.CountStages(48, 2, size)));
        for (var blocks = 2; blocks < 300; blocks++)
            Assert.Equal(
                Enumerable.Range(2, blocks - 1).First(radix => Butterfly.CountStages(blocks, radix, 1) is not null),
                Butterfly.LeastRadix(blocks)
            );
    }

    [Theory]
    [InlineData(12, 2, 1, 0)]
    [InlineData(8, 2, 1, 3)]
    [InlineData(8, 2, 1, -1)]
    public void StagesThatAreNoneAreRefused(int neurons, int radix, int blockSize, int stage) =>
        Assert.Throws<ArgumentException>(() => Butterfly.Layer(neurons, radix, blockSize, stage));

    private static int Power(int radix, int exponent) =>
        Enumerable.Repeat(radix, exponent).Aggregate(1, (product, factor) => product * factor);

    private static bool[,] Identity(int size)
    {
        var matrix = new bool[size, size];
        for (var i = 0; i < size; i++)
            matrix[i, i] = true;
        return matrix;
    }

    private static bool[,] Ones(int size)
    {
        var matrix = new bool[size, size];
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
            matrix[i, j] = true;
        return matrix;
    }

    private static bool[,] Kronecker(bool[,] left, bool[,] right)
    {
        var (m, n) = (left.GetLength(0), right.GetLength(0));
        var matrix = new bool[m * n, m * n];
        for (var i = 0; i < m * n; i++)
        for (var j = 0; j < m * n; j++)
            matrix[i, j] = left[i / n, j / n] && right[i % n, j % n];
        return matrix;
    }
}
