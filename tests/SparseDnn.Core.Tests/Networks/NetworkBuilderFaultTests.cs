using System;
using System.Collections.Generic;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Networks;

public sealed class NetworkBuilderFaultTests
{
    [Fact]
    public void NoLayers() => Assert.Contains("no layers", Fault(Build(3), ProblemKinds.NoLayers).Message, StringComparison.Ordinal);

    [Fact]
    public void LayersThatDoNotChainAreNamedWithBothSizes()
    {
        var files = new Dictionary<string, string> { ["a.mtx"] = "%%MatrixMarket matrix coordinate real general\n2 3 1\n1 1 1\n" };
        var problem = Fault(Build(2, files, Files("a.mtx"), Files("a.mtx")), ProblemKinds.LayersDoNotChain);
        Assert.Equal("Layer 2 ('a.mtx') has 2 inputs but Layer 1 ('a.mtx') gives 3; make the two sizes equal", problem.Message);
        Assert.Equal(new LayersPlace(2), problem.Place);
        Assert.Contains(
            "[SparseNetwork(Inputs)] gives 5",
            Fault(Build(5, files, Files("a.mtx")), ProblemKinds.LayersDoNotChain).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AMissingFileIsNamedWithTheLineThatListsIt() =>
        Assert.Contains(
            "<SparseWeights Include=\"l1.tsv\" />",
            Fault(Build(2, Files("l1.tsv")), ProblemKinds.WeightFileMissing).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void EveryFaultyFileOfARangeIsReported()
    {
        var build = Build(
            2,
            new Dictionary<string, string>
            {
                ["l1"] = "1\t1\tNaN\n",
                ["l2"] = "1\t1\t1\n",
                ["l3"] = "",
            },
            Files("l{1..3}")
        );
        Assert.Equal(2, build.Problems.Count);
        Assert.All(build.Problems, problem => Assert.IsType<FilePlace>(problem.Place));
    }

    [Theory]
    [InlineData("l{1..}")]
    [InlineData("l{3..1}")]
    [InlineData("l{1..2}{3..4}")]
    [InlineData("l{1..99999}")]
    [InlineData("l}1{")]
    [InlineData(" ")]
    public void AFaultyRangeIsExplained(string pattern) => Fault(Build(2, Files(pattern)), ProblemKinds.TopologyDoesNotFit);

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void SizesOutOfRangeAreRefused(int size)
    {
        Assert.Contains(
            size.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Fault(Build(size, Edges("0 0 1", 1)), ProblemKinds.InvalidSize).Message,
            StringComparison.Ordinal
        );
        Fault(Build(1, Edges("0 0 1", size)), ProblemKinds.InvalidSize);
        if (size <= 0)
            Fault(Build(1, Edges("0 0 1", 1, repeat: size)), ProblemKinds.InvalidSize);
        if (size <= 0)
            Fault(Build(4, Random(4, size, 1)), ProblemKinds.InvalidSize);
    }

    [Fact]
    public void SizesWhoseProductOverflowsAreRefusedBeforeMemoryIsTaken()
    {
        Fault(Build(1 << 24, Random(1 << 24, 1 << 24, 1)), ProblemKinds.InvalidSize);
        Fault(Build(1 << 24, new BandedLayerDeclaration(1, Plain, 1, null, int.MaxValue, int.MaxValue, 1)), ProblemKinds.InvalidSize);
        Fault(Build(4, Random(4, 2, 1) with { Repeat = int.MaxValue }), ProblemKinds.InvalidSize);
        Fault(Build(null, new RadixNetDeclaration(1, Plain, 1, new([4096]), 4096, null, null, 1)), ProblemKinds.TopologyDoesNotFit);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void NumbersThatAreNotFiniteAreRefused(double value)
    {
        Fault(Build(1, Edges("0 0 1", 1, Plain with { Bias = value })), ProblemKinds.InvalidNumber);
        Fault(Build(1, Edges("0 0 1", 1, Plain with { Biases = new([value]) })), ProblemKinds.InvalidNumber);
        Fault(Build(1, new BandedLayerDeclaration(1, Plain, 1, null, 0, 0, value)), ProblemKinds.InvalidNumber);
        Fault(Build(4, Random(4, 2, 1, min: value)), ProblemKinds.InvalidNumber);
        if (!double.IsPositiveInfinity(value))
            Fault(Build(1, Edges("0 0 1", 1, Plain with { Ceiling = value })), ProblemKinds.InvalidNumber);
    }

    [Fact]
    public void AnInfiniteCeilingMeansNone() =>
        Assert.False(Network(1, Edges("0 0 1", 1, Plain with { Ceiling = double.PositiveInfinity })).Layers[0].HasCeiling);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void ACeilingIsAboveZero(double ceiling) =>
        Fault(Build(1, Edges("0 0 1", 1, Plain with { Ceiling = ceiling })), ProblemKinds.InvalidNumber);

    [Fact]
    public void ValuesBeyondTheFormatAreRefused()
    {
        Assert.Contains("binary32", Fault(Build(1, Edges("0 0 1e39", 1)), ProblemKinds.OutsideFormat).Message, StringComparison.Ordinal);
        Fault(Build(1, Edges("0 0 1", 1, Plain with { Bias = 1e300 })), ProblemKinds.OutsideFormat);
    }

    [Fact]
    public void ContradictingArgumentsAreNamed()
    {
        Fault(Build(1, Edges("0 0 1", 1, Plain with { Bias = 1, Biases = new([1.0]) })), ProblemKinds.ConflictingArguments);
        Fault(Build(4, Random(4, 2, 1) with { Density = 0.5 }), ProblemKinds.ConflictingArguments);
        Fault(Build(null, new RadixNetDeclaration(1, Plain, 1, new([2]), 1, new([1, 1]), null, 1)), ProblemKinds.ConflictingArguments);
        Assert.Contains(
            "3 values",
            Fault(Build(1, Edges("0 0 1", 1, Plain with { Biases = new([1.0, 2, 3]) })), ProblemKinds.WrongCount).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0 1 1", 0, 5)]
    [InlineData("0 0 1; 3 0 2", 7, 5)]
    public void InlineEdgesOutOfRangeArePointedAt(string edges, int offset, int length)
    {
        var problem = Fault(Build(1, Edges(edges, 1)), ProblemKinds.MalformedEdges);
        Assert.Equal(new InlineTextPlace(new LayersPlace(1, "Edges"), offset, length), problem.Place);
    }

    [Fact]
    public void EveryKindHasAnIdOfItsOwn()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Assert.All(ProblemKinds.All, kind => Assert.Matches("^SDNN[0-3][0-9]{3}$", kind.Id));
        Assert.All(ProblemKinds.All, kind => Assert.True(ids.Add(kind.Id)));
    }
}
