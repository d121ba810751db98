using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Values;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Networks;

/// <summary>What declared weights, biases and ceilings are over other semirings than those of the ReLU network.</summary>
public sealed class SemiringBuilderTests
{
    private const string Pattern = "%%MatrixMarket matrix coordinate pattern general\n2 2 2\n1 1\n2 2\n";

    private static readonly Oscillation MinPlus = new(KnownSemirings.MinPlus, null),
        OrAnd = new(KnownSemirings.OrAnd, null),
        Union = new(KnownSemirings.UnionIntersection, null);

    [Theory]
    [InlineData("plus-times", ElementFormat.Binary32)]
    [InlineData("min-plus", ElementFormat.Binary32)]
    [InlineData("or-and", ElementFormat.Word64)]
    [InlineData("xor-and", ElementFormat.Word64)]
    [InlineData("union-intersection", ElementFormat.Word64)]
    public void TheFormatFollowsTheSemiring(string name, ElementFormat expected)
    {
        Assert.True(KnownSemirings.TryGet(name, out var semiring));
        Assert.Equal(expected, Sound(Over(Oscillation.Over(semiring), null, Band())).Elements);
        SemiringSpecification own = new("Own", "⊕", "⊗", 0, 1)
        {
            Elements = new([KnownSemirings.PlusTimes.GetElement(ElementFormat.Int64)!]),
        };
        Assert.Equal(
            ElementFormat.Int64,
            new NetworkDeclaration("", 1, null, default, EquatableArray<LayersDeclaration>.Empty) { Semirings = new(own, null) }.Elements
        );
    }

    [Fact]
    public void AWeightThatIsNotGivenIsOne()
    {
        Assert.Equal(0, Sound(Over(MinPlus, null, Band())).Layers[0].Weights.Constant);
        Assert.Equal(double.PositiveInfinity, Sound(Over(new(KnownSemirings.MaxMin, null), null, Band())).Layers[0].Weights.Constant);
        Assert.Equal(ulong.MaxValue, unchecked((ulong)Sound(Over(OrAnd, null, Band())).Layers[0].Weights.ConstantBits));
        Assert.Equal(1, Sound(Over(OrAnd, ElementFormat.Boolean, Band())).Layers[0].Weights.ConstantBits);
        Assert.Equal(1, Sound(Over(Oscillation.ReLU, null, Band())).Layers[0].Weights.Constant);
        SemiringSpecification own = new("Own", "⊕", "⊗", 0, 1)
        {
            Elements = new([SemiringElement.Opaque(ElementFormat.Binary32, CarrierValue.Undecided, CarrierValue.Undecided, "unknown")]),
        };
        Fault(Over(new(own, null), null, Band()), ProblemKinds.InvalidNumber);
        Assert.Equal(3, Sound(Over(new(own, null), null, Band(3))).Layers[0].Weights.Constant);
    }

    [Fact]
    public void ZeroOfTheSemiringIsNoEdge_AndEveryOtherWeightIsOne()
    {
        Assert.Equal([0, 2.5], Values(Sound(Over(MinPlus, null, Edges("0 0 0; 0 1 2.5", 2))).Layers[0]));
        Assert.Equal([2.5], Values(Sound(Over(Oscillation.ReLU, null, Edges("0 0 0; 0 1 2.5", 2))).Layers[0]));
        Assert.Equal([2.5], Values(Sound(Over(new(KnownSemirings.MaxTimes, null), null, Edges("0 0 -0; 0 1 2.5", 2))).Layers[0]));
        Assert.Equal(
            2,
            Sound(Over(new(KnownSemirings.MaxMin, null), ElementFormat.Int32, Edges("0 0 -2147483648; 0 1 -2147483647; 1 0 0", 2))).Edges
        );
        Assert.Equal(0, Sound(Over(Oscillation.ReLU, null, Band(0))).Edges);
        Assert.Equal(0, Sound(Over(new(KnownSemirings.MaxMin, null), ElementFormat.Int64, Edges("0 0 -9223372036854775808", 2))).Edges);
    }

    [Fact]
    public void FilesMayHoldExplicitZerosAndPatterns()
    {
        const string Zeros = "%%MatrixMarket matrix coordinate real general\n2 2 2\n1 1 0\n2 2 3\n";
        Assert.Equal([0, 3], Values(Sound(Over(MinPlus, null, "w", Zeros)).Layers[0]));
        Assert.Equal([3], Values(Sound(Over(Oscillation.ReLU, null, "w", Zeros)).Layers[0]));
        Assert.Equal([1, 1], Values(Sound(Over(MinPlus, null, "w", Pattern)).Layers[0]));
        Assert.Equal(
            1,
            Sound(Over(new(KnownSemirings.UnionIntersection, null), ElementFormat.Int32, "w", Pattern)).Layers[0].Weights.ConstantBits
        );
        foreach (var bits in new[] { OrAnd, Union })
            Assert.Equal(-1, Sound(Over(bits, null, "w", Pattern)).Layers[0].Weights.ConstantBits);
        Assert.Equal(-1, Sound(Over(Union, null, "w", "1\t1\n2\t1\n")).Layers[0].Weights.ConstantBits);
        Assert.Equal(5, Sound(Over(Union, null, "w", "1\t1\t5\n2\t1\t5\n")).Layers[0].Weights.ConstantBits);
    }

    [Fact]
    public void IntegersAreExactOrRefused()
    {
        Oscillation maxMin = new(KnownSemirings.MaxMin, null);
        Assert.Equal(
            1L << 60,
            Sound(Over(maxMin, ElementFormat.Int64, Edges("0 0 1152921504606846976", 1))).Layers[0].Weights.ConstantBits
        );
        Assert.Equal(long.MinValue, Sound(Over(Union, null, Edges("0 0 9223372036854775808", 1))).Layers[0].Weights.ConstantBits);
        Assert.Equal((1L << 53) - 1, Sound(Over(Union, null, Band((1L << 53) - 1))).Layers[0].Weights.ConstantBits);
        foreach (var wrong in new[] { "1152921504606846977", "9223372036854775808", "0.5", "-9223372036854775809", "1e-30" })
            Fault(Over(maxMin, ElementFormat.Int64, Edges($"0 0 {wrong}", 1)), ProblemKinds.NotInFormat);
        foreach (var wrong in new[] { "18446744073709551616", "-1", "1.5" })
            Fault(Over(Union, null, Edges($"0 0 {wrong}", 1)), ProblemKinds.NotInFormat);
        Fault(Over(Union, null, Band(9223372036854775808.0)), ProblemKinds.NotInFormat);
        Fault(Over(OrAnd, ElementFormat.Boolean, Edges("0 0 2", 1)), ProblemKinds.NotInFormat);
    }

    [Fact]
    public void RandomWeightsAreWholeOrOne()
    {
        var reals = Sound(Build(2, ElementFormat.Binary64, Summation.Planned, [], Random(40, 2, 5, min: -8, max: 8))).Layers[0];
        var whole = Sound(Over(new(KnownSemirings.MaxMin, null), ElementFormat.Int32, Random(40, 2, 5, min: -8, max: 8))).Layers[0];
        Assert.Equal(
            Values(reals).Select(Math.Floor),
            Enumerable.Range(0, whole.Weights.Count).Select(i => (double)whole.Weights.Integer(i))
        );
        Assert.Equal(-1, Sound(Over(OrAnd, null, Random(9, 1, 5))).Layers[0].Weights.ConstantBits);
    }

    [Fact]
    public void TheEpilogueBelongsToTheSelectSemiring()
    {
        Oscillation both = new(KnownSemirings.PlusTimes, KnownSemirings.MaxMin);
        var layer = Sound(Over(both, null, Band())).Layers[0];
        Assert.Equal((false, true, double.PositiveInfinity), (layer.HasBias, layer.HasActivation, layer.Biases.Constant));
        var given = Sound(
            Over(both, null, Band() with { Epilogue = Plain with { Bias = 2, Ceiling = -3, Activation = Activation.None } })
        ).Layers[0];
        Assert.Equal((true, false, 2, -3), (given.HasBias, given.HasActivation, given.Biases.Constant, given.Ceiling));
        var none = Sound(Over(Oscillation.ReLU, null, Band() with { Epilogue = Plain with { Epilogue = Epilogue.None } })).Layers[0];
        Assert.Equal(
            (new Oscillation(KnownSemirings.PlusTimes, null), false, false, 0),
            (none.Semirings, none.HasBias, none.HasActivation, none.Biases.Count)
        );
        var integers = Sound(
            Over(Oscillation.ReLU, ElementFormat.Int32, Band() with { Epilogue = Plain with { Epilogue = Epilogue.None } })
        ).Layers[0];
        Assert.Equal(1, integers.Weights.ConstantBits);
        Fault(Over(Oscillation.ReLU, ElementFormat.Int32, Band()), ProblemKinds.SemiringNotInFormat);
        Fault(
            Over(new(KnownSemirings.PlusTimes, KnownSemirings.MinTimes), null, Band() with { Epilogue = Plain with { Bias = 0 } }),
            ProblemKinds.OutsideCarrier
        );
        Fault(
            Over(
                new(KnownSemirings.MaxMin, KnownSemirings.MaxMin),
                ElementFormat.Int32,
                Band() with
                {
                    Epilogue = Plain with { Ceiling = 0.5 },
                }
            ),
            ProblemKinds.NotInFormat
        );
    }

    private static BandedLayerDeclaration Band(double? weight = null) => new(1, Plain, 1, null, 0, 0, weight);

    private static double[] Values(Layer layer) => Enumerable.Range(0, layer.Weights.Count).Select(i => layer.Weights[i]).ToArray();

    private static NetworkBuild Over(Oscillation semirings, ElementFormat? format, LayersDeclaration layer) =>
        Build(2, semirings, format, [], layer);

    private static NetworkBuild Over(Oscillation semirings, ElementFormat? format, string file, string text) =>
        Build(null, semirings, format, new() { [file] = text }, Files(file));
}
