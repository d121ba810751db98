using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Official.Tests;

public sealed class ExactnessTests
{
    private const int SampledImages = 30;
    private const int ReplayedImages = 6;

    [Fact]
    public void Outputs_LieWithinTheDerivedBoundOfTheExactOnes()
    {
        var outputs = OfficialData.Run(OfficialData.Generated);
        Assert.All(
            Judged(),
            image =>
            {
                var verdict = ExactVerifier.Check(OfficialData.Model, Item(OfficialData.Images, image), Item(outputs, image));
                Assert.True(verdict.IsWithinBounds, $"Image {image}: {verdict}");
            }
        );
    }

    [Fact]
    public void DerivedBound_LeavesNoRoomForImagesThatStayAlive() =>
        Assert.All(
            OfficialData.Categories(),
            image =>
            {
                var bound = new RoundingBound(OfficialData.Model);
                foreach (var layer in ExactOracle.Trace(OfficialData.Model, Item(OfficialData.Images, image)))
                    bound.Follow(layer);
                Assert.All(bound.Errors.ToArray(), error => Assert.Equal(0, error));
            }
        );

    [Fact]
    public void Outputs_AreTheReplayedSumsToTheLastBit()
    {
        var outputs = OfficialData.Run(OfficialData.Generated);
        Assert.All(
            OfficialData.Categories().Take(ReplayedImages / 2).Concat(Judged().TakeLast(ReplayedImages / 2)),
            image => Assert.Equal(RoundedEvaluator.Evaluate(OfficialData.Model, Item(OfficialData.Images, image)), Item(outputs, image))
        );
    }

    private static IEnumerable<int> Judged()
    {
        var random = new SplitMix64(2018);
        var sample = Enumerable.Range(0, SampledImages).Select(_ => 1 + random.Next(OfficialData.ImageCount)).ToArray();
        return OfficialData.Categories().Concat(sample).Distinct();
    }

    private static double[] Item(float[] values, int image) =>
        Array.ConvertAll(values.AsSpan((image - 1) * OfficialData.Neurons, OfficialData.Neurons).ToArray(), value => (double)value);
}
