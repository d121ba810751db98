using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Networks;

public sealed class ButterflyLayerTests
{
    // Paths in closed form. Of L layers in which digit s is used m(s) times, the blocks of a path are chosen freely where a digit is used
    // again, and the neuron within a block after every layer but the last: b^(L−1)·∏ r^(m(s)−1) paths, where the digits agree that no
    // layer uses.
    [Theory]
    [InlineData(2, 1, 3, null, 1)]
    [InlineData(2, 3, 2, null, 1)]
    [InlineData(3, 2, 2, null, 2)]
    [InlineData(4, 1, 2, new[] { 1 }, 1)]
    [InlineData(2, 2, 3, new[] { 2, 0 }, 1)]
    [InlineData(2, 2, 3, new[] { 1, 1, 0 }, 3)]
    [InlineData(5, 1, 1, null, 1)]
    public void EveryOutputIsTheNumberOfPathsFromAnInput(int radix, int blockSize, int digits, int[]? stages, int repeat)
    {
        var neurons = blockSize * Power(radix, digits);
        var network = Network(
            neurons,
            Of(radix, blockSize, stages, weight: 1) with
            {
                Repeat = repeat,
                Epilogue = Plain with { Activation = Activation.None },
            }
        );
        var used = Enumerable.Repeat(stages ?? Enumerable.Range(0, digits), repeat).SelectMany(stage => stage).ToArray();
        Assert.Equal(used.Length, network.Layers.Count);
        var paths = (double)Power(blockSize, used.Length - 1);
        foreach (var digit in used.GroupBy(digit => digit))
            paths *= Power(radix, digit.Count() - 1);
        for (var input = 0; input < neurons; input++)
        {
            var item = new double[neurons];
            item[input] = 1;
            var outputs = ExactOracle.Evaluate(network, item);
            for (var output = 0; output < neurons; output++)
                Assert.Equal(Agree(input / blockSize, output / blockSize) ? Dyadic.FromDouble(paths) : Dyadic.Zero, outputs[output]);
        }

        bool Agree(int left, int right) =>
            Enumerable
                .Range(0, digits)
                .Except(used)
                .All(digit => left / Power(radix, digit) % radix == right / Power(radix, digit) % radix);
    }

    [Fact]
    public void WithoutAWeightItIsOneOfTheSemiring()
    {
        var weights = Sound(Build(4, new Oscillation(KnownSemirings.MinPlus, null), null, [], Of(2, 1) with { Epilogue = Plain }))
            .Layers[0]
            .Weights;
        Assert.True(weights.IsConstant);
        Assert.Equal(0, weights[0]);
    }

    // Layer after layer has a stream of its own, in which the weights are drawn in stored order.
    [Fact]
    public void DrawnWeightsFollowThePage()
    {
        var network = Network(6, Of(3, 2, [0, 0]) with { Seed = 7, MinWeight = -0.5, MaxWeight = 0.25, Repeat = 2 });
        Assert.Equal(4, network.Layers.Count);
        for (var layer = 0; layer < 4; layer++)
        {
            var random = SplitMix64.ForStream(7, layer);
            for (var edge = 0; edge < 36; edge++)
                Assert.Equal((float)(-0.5 + (0.75 * random.NextUnit())), network.Layers[layer].Weights[edge]);
        }
    }

    [Fact]
    public void OneOfTheArgumentsOfDrawsIsEnough()
    {
        var seeded = Network(4, Of(2, 1) with { Seed = 0 });
        Assert.Equal(seeded.Layers, Network(4, Of(2, 1) with { MinWeight = -1 }).Layers);
        Assert.Equal(seeded.Layers, Network(4, Of(2, 1) with { MaxWeight = 1 }).Layers);
        Assert.False(seeded.Layers[0].Weights.IsConstant);
    }

    [Theory]
    [InlineData(12, 1, 1, null, "SDNN0012", "Radix", "Radix is 1; it is at least 2", "Radix=2")]
    [InlineData(12, int.MinValue, 1, null, "SDNN0012", "Radix", "Radix is -2147483648;", "Radix=2")]
    [InlineData(12, 2, 0, null, "SDNN0012", "BlockSize", "BlockSize is 0; it is at least 1", "BlockSize=1")]
    [InlineData(12, 2, 5, null, "SDNN0010", "BlockSize", "The 12 inputs are no whole number of blocks of 5;", "BlockSize=3")]
    [InlineData(12, 2, 2, null, "SDNN0010", "Radix", "The 6 blocks of 2 are no power of Radix, 2;", "Radix=6 BlockSize=3")]
    [InlineData(36, 2, 4, null, "SDNN0010", "Radix", "The 9 blocks of 4 are no power of Radix, 2;", "Radix=3 BlockSize=9")]
    [InlineData(25, 2, 1, null, "SDNN0010", "Radix", "The 25 blocks of 1 are no power of Radix, 2;", "Radix=5")]
    [InlineData(8, 2, 8, null, "SDNN0010", "BlockSize", "makes one block of the 8 inputs, which has no stages;", "BlockSize=4")]
    [InlineData(9, 2, 2, null, "SDNN0010", "BlockSize", "The 9 inputs are no whole number of blocks of 2;", "")]
    [InlineData(8, 2, 1, new[] { 1, 3, -1 }, "SDNN0010", "Stages", "Stage 3 is none of the stages 0 to 2;", "Stages=new[] { 1 } Stages=")]
    [InlineData(8, 2, 1, new[] { 7 }, "SDNN0010", "Stages", "Stage 7 is none of the stages 0 to 2;", "Stages=")]
    [InlineData(8, 2, 1, new int[0], "SDNN0010", "Stages", "Stages is empty; write some of the stages 0 to 2,", "Stages=")]
    public void FaultyParametersAreExplainedAtTheirArgument(
        int inputs,
        int radix,
        int blockSize,
        int[]? stages,
        string id,
        string argument,
        string message,
        string remedies
    )
    {
        var problem = Fault(Build(inputs, Of(radix, blockSize, stages)), ProblemKinds.All.Single(kind => kind.Id == id));
        Assert.Equal(new LayersPlace(1, argument), problem.Place);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(remedies, string.Join(" ", problem.Remedies.Select(remedy => $"{remedy.Place.Argument}={remedy.Value}")));
    }

    [Fact]
    public void AWeightExcludesDraws()
    {
        var one = Fault(Build(4, Of(2, 1, weight: 1) with { Seed = 1 }), ProblemKinds.ConflictingArguments);
        Assert.Equal(["Weight", "Seed"], one.Remedies.Select(remedy => remedy.Place.Argument));
        Assert.StartsWith("Weight and Seed are both given; keep one", one.Message, StringComparison.Ordinal);
        var two = Fault(Build(4, Of(2, 1, weight: 1) with { MinWeight = 0, MaxWeight = 1 }), ProblemKinds.ConflictingArguments);
        Assert.Equal(["Weight"], two.Remedies.Select(remedy => remedy.Place.Argument));
    }

    [Fact]
    public void NumbersThatCannotBeMeantAreRefused()
    {
        Fault(Build(4, Of(2, 1, weight: double.NaN)), ProblemKinds.InvalidNumber);
        Fault(Build(4, Of(2, 1) with { MinWeight = 2 }), ProblemKinds.InvalidNumber);
        Fault(Build(4, Of(2, 1) with { MinWeight = double.NegativeInfinity }), ProblemKinds.InvalidNumber);
        Fault(Build(4, Of(2, 1) with { MinWeight = -1.7e308, MaxWeight = 1.7e308 }), ProblemKinds.InvalidNumber);
        var beyond = Fault(Build(4, Of(2, 1) with { MaxWeight = 1e300 }), ProblemKinds.OutsideFormat);
        Assert.Equal(new LayersPlace(1, "MaxWeight"), beyond.Place);
    }

    [Fact]
    public void SizesAreRefusedBeforeMemoryIsTaken()
    {
        Fault(Build(1 << 24, Of(1 << 24, 1)), ProblemKinds.InvalidSize);
        Fault(Build(1 << 24, Of(2, 1 << 23)), ProblemKinds.InvalidSize);
        Fault(Build(4, Of(2, 1) with { Repeat = int.MaxValue }), ProblemKinds.InvalidSize);
        Fault(Build(4, Of(2, 1) with { Repeat = 0 }), ProblemKinds.InvalidSize);
        Fault(Build(null, Of(2, 1)), ProblemKinds.InvalidSize);
    }

    private static ButterflyLayerDeclaration Of(int radix, int blockSize, int[]? stages = null, double? weight = null) =>
        new(1, Plain, 1, radix, blockSize, stages is null ? null : new EquatableArray<int>(stages), weight, null, null, null);

    private static int Power(int radix, int exponent) =>
        Enumerable.Repeat(radix, exponent).Aggregate(1, (product, factor) => product * factor);
}
