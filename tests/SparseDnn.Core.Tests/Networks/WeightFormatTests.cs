using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Contract;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Vectors;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Networks;

/// <summary>Layers whose weights are stored in a narrower format than their sums are formed in.</summary>
public sealed class WeightFormatTests
{
    private static readonly LayersDeclaration Random = new RandomLayerDeclaration(1, EpilogueDeclaration.Default, 1, 30, 9, null, 1, -1, 1);

    [Fact]
    public void Weights_AreRoundedOnce()
    {
        // 1 + 2^-8 is a tie and goes to even; the second is written a little above it; 1 + 3*2^-8 is a tie that goes up.
        var network = Build(
            Written("0 0 1.00390625; 0 1 1.003906250000000000000000001; 0 2 1.01171875; 0 3 1e-40"),
            ElementFormat.BFloat16
        );
        Assert.Equal((ElementFormat.Binary32, ElementFormat.BFloat16), (network.Elements, network.Layers[0].WeightFormat));
        Assert.Equal(
            [1, 1.0078125, 1.015625, NumberFormats.BFloat16.Round(1e-40)],
            Enumerable.Range(0, 4).Select(edge => network.Layers[0].Weights[edge])
        );
        Assert.Empty(NetworkVerifier.Verify(network));
    }

    [Fact]
    public void BiasesAndCeilings_AreElements()
    {
        var layer = Written("0 0 0.1; 0 1 0.2; 0 2 0.3; 0 3 0.4") with
        {
            Epilogue = EpilogueDeclaration.Default with { Bias = 0.1, Ceiling = 3.3 },
        };
        var built = Build(layer, ElementFormat.BFloat16).Layers[0];
        Assert.Equal((double)0.1f, built.Biases[0]);
        Assert.Equal((double)3.3f, built.Ceiling);
        Assert.All(Enumerable.Range(0, 4), edge => Assert.True(NumberFormats.BFloat16.IsRepresentable(built.Weights[edge])));
    }

    [Fact]
    public void Tables_TakeAUnitAWeight()
    {
        var narrow = Planner.PlanTables(Build(Random, ElementFormat.BFloat16)).Layers[0].Data;
        var wide = Planner.PlanTables(Build(Random, null)).Layers[0].Data;
        Assert.Equal(ElementFormat.BFloat16, narrow.WeightFormat);
        Assert.Equal(narrow.Weights.Count, LayerDataCodec.Encode(wide).Length - LayerDataCodec.Encode(narrow).Length);
        Assert.Equal(narrow, LayerDataCodec.Decode(new string(Array.ConvertAll(LayerDataCodec.Encode(narrow), unit => (char)unit))));
    }

    [Fact]
    public void WeightsOfAnotherFormat_AreStoredAsElements()
    {
        // Three equal neurons are one; the next layer's weights on it add to 3 * 1.4140625, which takes nine bits.
        var first = Written("0 0 1; 0 1 1; 0 2 1; 1 0 0.5; 1 1 0.5; 1 2 0.5; 1 3 2");
        var second = new ExplicitLayerDeclaration(
            2,
            EpilogueDeclaration.Default,
            1,
            2,
            "0 0 1.4140625; 1 0 1.4140625; 2 0 1.4140625; 3 0 0.75; 0 1 1.25; 3 1 -1.5"
        );
        var network = Build(new[] { first, second }, ElementFormat.BFloat16);
        foreach (var layer in Planner.PlanTables(network).Layers)
            for (var i = 0; i < layer.Data.Weights.Count; i++)
                Assert.Null(NumberTypes.Of(layer.Data.WeightFormat).Fault(layer.Data.Weights.Bits(i)));
    }

    [Fact]
    public void LayersOfBothFormats_ShareOneNetwork()
    {
        var network = Build(new[] { Random with { Format = ElementFormat.BFloat16 }, Random with { Attribute = 2, Repeat = 1 } }, null, 9);
        Assert.Equal([ElementFormat.BFloat16, ElementFormat.Binary32], network.Layers.Select(layer => layer.WeightFormat));
        Assert.Equal(ElementFormat.Binary32, network.WeightFormat);
        Assert.Equal("bfloat16 and binary32", PlanText.Weights(network));
        Assert.Contains("stored as bfloat16", NetworkPrinter.Print(network), StringComparison.Ordinal);
        Assert.Empty(NetworkVerifier.Verify(network));
    }

    [Theory]
    [InlineData(ElementFormat.Binary64, ElementFormat.BFloat16)]
    [InlineData(ElementFormat.BFloat16, ElementFormat.Int32)]
    [InlineData(null, ElementFormat.Binary64)]
    public void WeightsThatAreSummedElsewhere_AreAProblem(ElementFormat? network, ElementFormat layer)
    {
        var problem = Assert.Single(Declared([Random with { Format = layer }], network, 9).Problems);
        Assert.Equal(ProblemKinds.WeightsNotSummed, problem.Kind);
        Assert.Contains(problem.Remedies, remedy => remedy.Value is null);
    }

    [Fact]
    public void WeightBeyondTheFormat_IsAProblemWithTheNextWiderOneAsRemedy()
    {
        // The largest bfloat16 is 3.39e38, the largest binary32 3.403e38.
        var beyond = Written("0 0 3.4e38");
        var problem = Assert.Single(Declared([beyond], ElementFormat.BFloat16, 4).Problems);
        Assert.Equal(ProblemKinds.OutsideFormat, problem.Kind);
        Assert.EndsWith("ElementFormat.Binary32", Assert.Single(problem.Remedies).Value, StringComparison.Ordinal);
        problem = Assert.Single(Declared([beyond with { Format = ElementFormat.BFloat16 }], null, 4).Problems);
        Assert.EndsWith("ElementFormat.Binary32", Assert.Single(problem.Remedies).Value, StringComparison.Ordinal);
        Assert.Equal(new LayersPlace(1, "Format"), Assert.Single(problem.Remedies).Place);
    }

    [Fact]
    public void WeightsThatAreNoValues_AreFoundInNetworksOfPrograms()
    {
        var network = Build(Random, null);
        var narrow = network with { Layers = new([network.Layers[0] with { WeightFormat = ElementFormat.BFloat16 }]) };
        Assert.Contains(NetworkVerifier.Verify(narrow), problem => problem.ToString().Contains("bfloat16", StringComparison.Ordinal));
        var wrong = network with { Layers = new([network.Layers[0] with { WeightFormat = ElementFormat.Int32 }]) };
        Assert.Contains(NetworkVerifier.Verify(wrong), problem => problem.Kind == ProblemKinds.WeightsNotSummed);
    }

    [Fact]
    public void Fixtures_TakeWeightsAsTheyAreStored()
    {
        var network = Build(Random, ElementFormat.BFloat16);
        var vectors = VectorSets.FromModel(network, null, new InputSetOptions(1, 12), false, out var fault);
        Assert.Null(fault);
        Assert.Equal("bfloat16/binary32/binary32", vectors!.Formats.ToString());
        Assert.All(
            vectors.Layers[0].Layer.Weights,
            weight => Assert.True(StorageFormats.Of(NumberFormats.BFloat16).IsRepresentable(weight))
        );
    }

    private static ExplicitLayerDeclaration Written(string edges) => new(1, EpilogueDeclaration.Default, 1, 4, edges);

    private static Network Build(LayersDeclaration layer, ElementFormat? format) =>
        Build([layer], format, layer is ExplicitLayerDeclaration ? 4 : 9);

    private static Network Build(LayersDeclaration[] layers, ElementFormat? format, int inputs = 4) =>
        Declared(layers, format, inputs) is { Network: { } network } build
            ? network
            : throw new InvalidOperationException(Declared(layers, format, inputs).Problems[0].ToString());

    private static NetworkBuild Declared(LayersDeclaration[] layers, ElementFormat? format, int inputs) =>
        NetworkBuilder.Build(
            new NetworkDeclaration("narrow", inputs, format, Summation.Planned, new EquatableArray<LayersDeclaration>(layers)),
            InputFiles.None
        );
}
