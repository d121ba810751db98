using System;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Compiler.Fixtures.Families;
using SparseDnn.Exact;
using SparseDnn.Exact.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Exact.Declarations;

/// <summary>Declared families become networks that give the closed form's answers, or say why not.</summary>
public sealed class FamilyBuilderTests
{
    public static TheoryData<string> Names => [.. Declared.All.Select(declaration => declaration.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Network_GivesTheClosedForm(string name)
    {
        var declaration = Declared.Of(name);
        var build = FamilyBuilder.Build(declaration, Declared.Files);
        Assert.Empty(build.Problems);
        Assert.Empty(NetworkVerifier.Verify(build.Network!));
        Assert.Equal(declaration.Elements, build.Network!.Elements);
        Assert.Equal(declaration.Name, build.Network.Name);
        var storage = NumberTypes.Of(declaration.Elements).Storage;
        Assert.All(
            build.Solution!.Items,
            item =>
            {
                var outputs = RoundedEvaluator.EvaluateBits(
                    build.Network,
                    [.. item.Inputs.Select(value => Bits(value, declaration.Elements))]
                );
                // All of these families are exact in the network's format but one.
                if (name == "Bounded")
                    Assert.All(
                        outputs.Zip(item.Outputs),
                        pair => Assert.InRange(BitConverter.Int64BitsToDouble(pair.First) - pair.Second.ToDouble(), -1e-4, 1e-4)
                    );
                else
                    Assert.Equal(item.Outputs.Select(value => Bits(storage.Round(value), declaration.Elements)), outputs);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixtures_AreTheClosedFormInTheNetworksFormat(string name)
    {
        var declaration = Declared.Of(name);
        var build = FamilyBuilder.Build(declaration, Declared.Files);
        var fixtures = FixtureBuilder.OfFamily(declaration, build);
        Assert.Empty(fixtures.Problems);
        var set = Assert.Single(fixtures.Sets);
        Assert.Equal(FormatTriple.Uniform(NumberTypes.Of(declaration.Elements).Storage), set.Formats);
        Assert.Equal(build.Solution!.Items.Select(item => item.Label), set.Labels);
        Assert.Equal(name == "Bounded", FixtureText.Obstacle(set) is not null);
        // The vectors' network is the compiled one.
        if (declaration.Semirings.IsReLU)
            Assert.Equal(NetworkConversion.ToDyadic(build.Network!).Layers, set.Network.Layers);
    }

    [Fact]
    public void Numbers_AreRoundedOnceToTheFormatsOfTheFixtures()
    {
        var declaration = new UniformDeclaration(
            "U",
            null,
            new FixtureDeclaration(new FixturesPlace()) { Weights = "e4m3", Accumulator = "binary16" },
            4,
            2,
            2,
            0.3,
            0.1,
            BiasMode.Dense,
            3.3,
            new([0.1, 0.1]),
            1
        );
        var layer = FamilyBuilder.Build(declaration, Declared.Files).Solution!.Network.Layers[0];
        Assert.Equal(StorageFormats.Of(NumberFormats.E4M3).Round(Dyadic.FromDouble(0.3)), layer.Weights[0]);
        Assert.Equal(StorageFormats.Of(NumberFormats.Binary16).Round(Dyadic.FromDouble(0.1)), layer.Biases[0]);
        Assert.Equal(StorageFormats.Of(NumberFormats.Binary16).Round(Dyadic.FromDouble(3.3)), layer.Ceiling);
        var set = Assert.Single(FixtureBuilder.OfFamily(declaration, FamilyBuilder.Build(declaration, Declared.Files)).Sets);
        Assert.Equal("e4m3/binary32/binary16", set.Formats.ToString());
        Assert.Equal(Dyadic.FromDouble(0.1f), Assert.Single(set.Inputs)[0]);
    }

    [Fact]
    public void Certify_ScalesNetworkAndVectors()
    {
        var fixtures = new FixtureDeclaration(new FixturesPlace())
        {
            Weights = "binary16",
            Activations = "binary16",
            Accumulator = "binary16",
        };
        var declaration = new PathCountingDeclaration("P", null, fixtures, new([2, 2]), null, null, 256, 1, null);
        var plain = FixtureBuilder.OfFamily(declaration, FamilyBuilder.Build(declaration, Declared.Files));
        Assert.Equal("SDNN0028", Assert.Single(plain.Problems).Kind.Id);
        var certified = declaration with { Fixtures = fixtures with { Certify = true } };
        var build = FamilyBuilder.Build(certified, Declared.Files);
        Assert.Empty(build.Problems);
        var set = Assert.Single(FixtureBuilder.OfFamily(certified, build).Sets);
        Assert.Null(set.Bounds);
        Assert.Contains(set.Network.Layers, layer => layer.Weights[0] < 256);
        Assert.Equal(NetworkConversion.ToDyadic(build.Network!).Layers, set.Network.Layers);
    }

    [Fact]
    public void Composition_ExpandsEveryLevelToItsPositions()
    {
        var network = FamilyBuilder.Build(Declared.Of("Text"), Declared.Files).Network!;
        // 9 pixels at 3 × 2 positions; 3 letters there; 3 words at 2 positions; 2 sentences.
        Assert.Equal([54, 18, 18, 6, 6, 2, 2], network.Layers.Select(layer => layer.Outputs).Prepend(network.Inputs));
    }

    [Fact]
    public void CancelledToken_StopsEverything()
    {
        var cancelled = new CancellationToken(canceled: true);
        foreach (var declaration in Declared.All)
        {
            var build = FamilyBuilder.Build(declaration, Declared.Files);
            Assert.Throws<OperationCanceledException>(() => FamilyBuilder.Build(declaration, Declared.Files, cancelled));
            Assert.Throws<OperationCanceledException>(() => FixtureBuilder.OfFamily(declaration, build, cancelled));
            Assert.Throws<OperationCanceledException>(() => FixtureBuilder.OfNetwork(build.Network!, Declared.Fixtures, cancelled));
        }
    }

    private static long Bits(Dyadic value, ElementFormat elements) =>
        NumberTypes.Of(elements) is { Real: not null } ? BitConverter.DoubleToInt64Bits(value.ToDouble()) : (long)value.ToDouble();
}
