using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Topologies;

public sealed class RadixNetTests
{
    public static TheoryData<int[], int[]> Nets =>
        new()
        {
            { [2], [1, 1] },
            { [2, 2, 2], [1, 1, 1, 1] },
            { [3, 2, 4], [1, 2, 3, 1] },
            { [2, 5], [2, 3, 2] },
            { [2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2, 2] },
        };

    [Theory]
    [MemberData(nameof(Nets))]
    public void EveryEdgeSatisfiesTheCongruenceAndNoneIsMissing(int[] radices, int[] blocks)
    {
        var layers = RadixNet.Layers(radices, blocks);
        var size = radices.Aggregate((a, b) => a * b);
        var place = 1;
        for (var layer = 0; layer < radices.Length; layer++)
        {
            for (var c = 0; c < size * blocks[layer + 1]; c++)
            {
                var expected = Enumerable
                    .Range(0, size * blocks[layer])
                    .Where(r => Enumerable.Range(0, radices[layer]).Any(j => ((r % size) - (c % size) - (j * place)) % size == 0));
                Assert.Equal(expected, layers[layer].Row(c).ToArray());
            }

            place *= radices[layer];
        }
    }

    // The defining property of the paper: the same number of paths, the product of the interior block counts, joins every input to every
    // output.
    [Theory]
    [MemberData(nameof(Nets))]
    public void EveryInputReachesEveryOutputByEquallyManyPaths(int[] radices, int[] blocks)
    {
        var layers = RadixNet.Layers(radices, blocks);
        var expected = blocks.Skip(1).Take(blocks.Length - 2).Aggregate(BigInteger.One, (product, d) => product * d);
        for (var input = 0; input < layers[0].ColumnCount; input++)
        {
            var paths = new BigInteger[layers[0].ColumnCount];
            paths[input] = 1;
            foreach (var layer in layers)
                paths = Enumerable
                    .Range(0, layer.RowCount)
                    .Select(row => layer.Row(row).ToArray().Aggregate(BigInteger.Zero, (sum, column) => sum + paths[column]))
                    .ToArray();
            Assert.All(paths, count => Assert.Equal(expected, count));
        }
    }

    [Fact]
    public void LaterRepeatsSeeOnePermutationOfTheirInputs()
    {
        int[] radices = [2, 3],
            blocks = [2, 2, 2];
        var plain = RadixNet.Layers(radices, blocks);
        var permuted = RadixNet.Layers(radices, blocks, 3, permuteSeed: 5);
        Assert.Equal(plain, permuted.Take(2));
        for (var t = 1; t < 3; t++)
        {
            var random = SparseDnn.Numerics.SplitMix64.ForStream(5, t);
            var permutation = random.NextPermutation(12);
            Assert.NotEqual(Enumerable.Range(0, 12), permutation);
            for (var layer = 0; layer < 2; layer++)
            for (var input = 0; input < 12; input++)
                Assert.Equal(OutputsOf(plain[layer], permutation[input]), OutputsOf(permuted[(2 * t) + layer], input));
        }
    }

    [Fact]
    public void WithoutASeedRepeatsAreEqual() =>
        Assert.Equal(RadixNet.Layers([2, 2], [1, 1, 1]), RadixNet.Layers([2, 2], [1, 1, 1], 2, null).Skip(2));

    [Theory]
    [InlineData(new int[0], new[] { 1 }, "empty")]
    [InlineData(new[] { 1 }, new[] { 1, 1 }, "Radix 1")]
    [InlineData(new[] { 2, 2 }, new[] { 1, 1 }, "need 3 block counts")]
    [InlineData(new[] { 2 }, new[] { 1, 0 }, "Block count 0")]
    [InlineData(new[] { int.MaxValue, int.MaxValue, int.MaxValue }, new[] { 1, 1, 1, 1 }, "exceeds")]
    [InlineData(new[] { 4096 }, new[] { 4096, 4096 }, "edges")]
    [InlineData(new[] { 2 }, new[] { int.MaxValue, 1 }, "exceed")]
    public void FaultyParametersAreExplained(int[] radices, int[] blocks, string expected)
    {
        Assert.Contains(expected, RadixNet.Check(radices, blocks), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RadixNet.Layers(radices, blocks));
    }

    private static IEnumerable<int> OutputsOf(CsrPattern pattern, int input) =>
        Enumerable.Range(0, pattern.RowCount).Where(row => pattern.Row(row).Contains(input)).ToArray();
}
