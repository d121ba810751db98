using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Analysis;
using SparseDnn.Compiler.Precision;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Analysis;

/// <summary>
/// Absorbed biases against float arithmetic over every number of a range: around powers of two, at exact halves, on both sides of 0.
/// </summary>
public sealed class AbsorbingBiasTests
{
    private const float Power = 1 << 25; // numbers are 2 apart below it and 4 above

    // Ranges of sums in steps from 2^25: one number, a few below, a few above, both.
    public static TheoryData<int, int> Ranges =>
        new()
        {
            { -3, -3 },
            { -2, -2 },
            { -1, -1 },
            { 0, 0 },
            { 1, 1 },
            { 2, 2 },
            { -3, -1 },
            { -2, -1 },
            { -2, 0 },
            { -1, 0 },
            { -1, 1 },
            { -2, 3 },
            { 0, 1 },
            { 0, 3 },
            { 1, 2 },
            { 1, 3 },
            { 2, 3 },
        };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void BiasOfOneProduct_IsAbsorbedWhereFloatsSaySo(int first, int last)
    {
        var claims = 0;
        foreach (var sign in new[] { 1f, -1f })
        {
            var (low, high) = sign > 0 ? (Number(first), Number(last)) : (-Number(last), -Number(first));
            foreach (var bias in Biases())
            {
                var expected = Floats(low, high).All(sum => sum + bias == sum);
                Assert.Equal(expected, IsAbsorbed([(low, high)], [1], bias));
                // Weights that scale do not matter, and the same sums come out of a rounded product.
                Assert.Equal(expected, IsAbsorbed([(low / 8, high / 8)], [8], bias));
                claims += expected ? 1 : 0;
            }
        }

        Assert.InRange(claims, 1, (2 * Biases().Count()) - 1);
    }

    [Theory]
    [InlineData(1.1f)]
    [InlineData(-0.3f)]
    [InlineData(3f)]
    public void BiasOfARoundedProduct_IsAbsorbedWhereFloatsSaySo(float weight)
    {
        var claims = 0;
        for (var last = 0; last < 6; last++)
        {
            var (low, high) = (Number(-1), Number(last));
            var sums = Floats(low, high).Select(input => weight * input).Distinct().ToArray();
            var step = MathF.BitIncrement(MathF.Abs(sums[0])) - MathF.Abs(sums[0]);
            foreach (var share in new[] { 0.125f, 0.24f, 0.25f, 0.26f, 0.49f, 0.5f, 0.51f, 0.75f, 1 })
            foreach (var sign in new[] { 1f, -1f })
            {
                var bias = sign * share * step;
                var isAbsorbed = sums.All(sum => sum + bias == sum);
                if (IsAbsorbed([(low, high)], [weight], bias))
                    Assert.True(isAbsorbed, $"{low} to {high} times {weight} + {bias}");
                // Products may skip numbers; without these the claim would be true, and is not made.
                else
                    Assert.False(
                        isAbsorbed && sums.Length == Floats(sums.Min(), sums.Max()).Count(),
                        $"{low} to {high} times {weight} + {bias}"
                    );
                claims += isAbsorbed ? 1 : 0;
            }
        }

        Assert.True(claims > 5);
    }

    [Theory]
    // Sums on a grid of at most 24 bits are exact in any order, so that no widening lowers them below 2^25.
    [InlineData(16777216, 16777216, 16777216, 16777216, 1, 1, 2, true)]
    [InlineData(16777216, 16777216, 16777216, 16777216, 1, 1, -1, true)]
    [InlineData(16777216, 16777216, 16777216, 16777216, 1, 1, -1.0000001, false)]
    [InlineData(16777216, 16777216, 16777216, 16777216, -1, -1, -2, true)]
    [InlineData(16777216, 16777216, 16777216, 16777216, -1, -1, 2, false)]
    [InlineData(16777220, 16777224, 8, 8, 0.5, 0.5, 0.4375, true)]
    [InlineData(16777220, 16777224, 8, 8, 0.5, 0.5, 0.5, false)]
    // These may be rounded, so that a sum below 2^25 cannot be excluded; above it all is well.
    [InlineData(16777216, 16777224, 16777216, 16777224, 1, 1, -1, false)]
    [InlineData(16777216, 16777224, 16777216, 16777224, 1, 1, -0.4375, true)]
    [InlineData(16777216, 16777224, 16777216, 16777224, 1.1, 1, -1, true)]
    // No sum has a sign, or inputs may be as small as can be.
    [InlineData(-1, 1, 16777216, 16777216, 16777216, 1, 1e-9, false)]
    [InlineData(0, 1, 16777216, 16777216, 1, 1, 0.75, false)]
    public void BiasOfSeveralProducts_IsAbsorbedWhereEverySumIsKnown(
        float low1,
        float high1,
        float low2,
        float high2,
        double weight1,
        double weight2,
        double bias,
        bool expected
    )
    {
        Assert.Equal(expected, IsAbsorbed([(low1, high1), (low2, high2)], [weight1, weight2], bias));
        if (!expected)
            return;
        foreach (var a in Floats(low1, high1))
        foreach (var b in Floats(low2, high2))
        {
            var sum = ((float)weight1 * a) + ((float)weight2 * b);
            Assert.Equal(sum, sum + (float)bias);
        }
    }

    [Fact]
    public void LeastSum_IsTheOneNearestToZero()
    {
        Assert.Equal(Power, LeastSum([(Power, Power * 2)], [1], 0.5));
        Assert.Equal(-Power, LeastSum([(Power, Power * 2)], [-1], 0.5));
        Assert.Null(LeastSum([(Power, Power * 2)], [1], 3));
        Assert.Null(LeastSum([(Power, Power * 2)], [1], 0));
    }

    // The halves and quarters of both steps, and their neighbours.
    private static IEnumerable<float> Biases() =>
        from half in new[] { 0.5f, 1f, 2f }
        from size in new[] { MathF.BitDecrement(half), half, MathF.BitIncrement(half) }
        from sign in new[] { 1f, -1f }
        select sign * size;

    private static float Number(int steps)
    {
        var number = Power;
        for (; steps > 0; steps--)
            number = MathF.BitIncrement(number);
        for (; steps < 0; steps++)
            number = MathF.BitDecrement(number);
        return number;
    }

    private static IEnumerable<float> Floats(float low, float high)
    {
        for (var number = low; number <= high; number = MathF.BitIncrement(number))
            yield return number;
    }

    private static bool IsAbsorbed((float Low, float High)[] inputs, double[] weights, double bias) =>
        AbsorbingBias.IsAbsorbed(RangesOf(inputs, weights, bias), 0, NumberFormats.Binary32);

    private static double? LeastSum((float Low, float High)[] inputs, double[] weights, double bias) =>
        AbsorbingBias.LeastSum(RangesOf(inputs, weights, bias), 0, NumberFormats.Binary32);

    private static LayerRanges RangesOf((float Low, float High)[] inputs, double[] weights, double bias)
    {
        var edges = string.Join("; ", weights.Select((weight, i) => FormattableString.Invariant($"{i} 0 {weight:R}")));
        var network = Network(inputs.Length, Edges(edges, 1, Plain with { Bias = bias, Activation = Activation.None }));
        return ValueRanges.Follow(network, [.. inputs.Select(input => new Interval(input.Low, input.High))]).Single();
    }
}
