using System;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Topologies;

public sealed class OtherTopologyTests
{
    [Theory]
    [InlineData(5, 5, 1, 2)]
    [InlineData(3, 9, 0, 0)]
    [InlineData(9, 3, 20, 20)]
    [InlineData(4, 9, 1, int.MaxValue)]
    public void BandHasExactlyTheInputsInReach(int inputs, int outputs, int lower, int upper)
    {
        var pattern = BandedTopology.Layer(inputs, outputs, lower, upper);
        for (var c = 0; c < outputs; c++)
            Assert.Equal(Enumerable.Range(0, inputs).Where(r => r - c >= -(long)lower && r - c <= (long)upper), pattern.Row(c).ToArray());
    }

    [Fact]
    public void RandomLayerHasTheAskedInDegreeEverywhereAndReachesEveryInput()
    {
        var random = SplitMix64.ForStream(1, 0);
        var pattern = RandomTopology.Layer(50, 400, 7, ref random);
        for (var row = 0; row < 400; row++)
            Assert.Equal(7, pattern.Row(row).Length);
        Assert.Equal(50, pattern.Columns.ToArray().Distinct().Count());
    }

    // Values published with the generator's reference implementation (seed 1234567).
    [Fact]
    public void SplitMix64GivesThePublishedSequence()
    {
        var random = new SplitMix64(1234567);
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select(_ => random.NextUInt64()));
    }

    [Fact]
    public void BoundedDrawsAreUniform()
    {
        var random = new SplitMix64(99);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[random.Next(7)]++;
        // Chi-square with 6 degrees of freedom exceeds 34.8 with probability 5e-6.
        Assert.True(counts.Sum(n => (n - 10_000.0) * (n - 10_000.0) / 10_000) < 34.8);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitMix64(1).Next(0));
    }

    [Fact]
    public void PatternRefusesWhatIsNoPattern()
    {
        Assert.Throws<ArgumentException>(() => new CsrPattern(1, 2, [0, 2], [1, 0]));
        Assert.Throws<ArgumentException>(() => new CsrPattern(1, 2, [0, 2], [1, 1]));
        Assert.Throws<ArgumentException>(() => new CsrPattern(1, 2, [0, 1], [2]));
        Assert.Throws<ArgumentException>(() => new CsrPattern(2, 2, [0, 1], [0]));
        Assert.Throws<ArgumentException>(() => new CsrPattern(2, 2, [0, 2, 1], [0]));
    }
}
