using System;
using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Exact.Vectors.Codec;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Tests.Fixtures;

/// <summary>Fixtures made at run time, of networks and of closed forms, judge this library's own kernels.</summary>
public sealed class FixtureModelTests
{
    private static readonly SparseLayersAttribute[] Layers =
    [
        new RandomLayerAttribute
        {
            Outputs = 19,
            InDegree = 5,
            Seed = 3,
            Bias = 0.125,
            Ceiling = 2,
            BiasMode = BiasMode.NonzeroSums,
        },
        new RandomLayerAttribute
        {
            Outputs = 19,
            InDegree = 4,
            Seed = 4,
            Bias = -0.25,
        },
        new RandomLayerAttribute
        {
            Outputs = 7,
            InDegree = 6,
            Seed = 5,
            Activation = Activation.None,
        },
    ];

    private static readonly LoadOptions Options = new() { Inputs = 11, Name = "random" };

    [Fact]
    public void RealNetworksAreJudged()
    {
        Judges<float>(SparseNetwork.BuildModel<float>(Options, Layers));
        Judges<double>(SparseNetwork.BuildModel<double>(Options, Layers));
        Judges<float>(
            SparseNetwork.BuildModel<float>(new LoadOptions { Name = "paths" }, new RadixNetAttribute { Radices = [2, 3, 2], Weight = 0.5 })
        );
    }

    [Fact]
    public void OtherSemiringsAreJudged()
    {
        SparseLayersAttribute[] linear =
        [
            new RandomLayerAttribute
            {
                Outputs = 9,
                InDegree = 4,
                Seed = 6,
                MinWeight = 1,
                MaxWeight = 9,
                Epilogue = Epilogue.None,
            },
            new RandomLayerAttribute
            {
                Outputs = 6,
                InDegree = 3,
                Seed = 7,
                MinWeight = 1,
                MaxWeight = 9,
                Epilogue = Epilogue.None,
            },
        ];
        SparseLayersAttribute[] paths = [new RadixNetAttribute { Radices = [2, 3], Epilogue = Epilogue.None }];
        var options = new LoadOptions { Inputs = 8, Name = "linear" };
        Judges<float>(SparseNetwork.BuildModel<float, MinPlus>(options, linear), ExactnessGround.OrderFree);
        Judges<double>(SparseNetwork.BuildModel<double, MaxMin>(options, linear), ExactnessGround.OrderFree);
        Judges<bool>(SparseNetwork.BuildModel<bool, OrAnd>(new LoadOptions { Name = "reach" }, paths), ExactnessGround.OrderFree);
        Judges<ulong>(
            SparseNetwork.BuildModel<ulong, UnionIntersection>(new LoadOptions { Name = "sets" }, paths),
            ExactnessGround.OrderFree
        );
        Judges<int>(SparseNetwork.BuildModel<int, PlusTimes>(new LoadOptions { Name = "counts" }, paths));
        Judges<long>(SparseNetwork.BuildModel<long, PlusTimes>(new LoadOptions { Name = "counts" }, paths));
    }

    [Fact]
    public void ANetworkIsRoundedToTheFormatOfTheType()
    {
        var model = SparseNetwork.BuildModel<float>(Options, Layers);
        var halves = FixtureSet.FromModel<Half>(model);
        Assert.Equal("binary16/binary16/binary16", halves.AllItems.Formats.ToString());
        var bytes = FixtureSet.FromModel<byte>(
            model,
            new FixtureOptions
            {
                Formats = new(StorageFormats.Of(NumberFormats.E4M3), StorageFormats.Of(NumberFormats.E5M2), StorageFormats.Binary32),
            }
        );
        Assert.Equal("e4m3/e5m2/binary32", bytes.AllItems.Formats.ToString());
        Assert.Contains(
            "use System.Half",
            Assert
                .Throws<NotSupportedException>(() =>
                    FixtureSet.FromModel<float>(
                        model,
                        new FixtureOptions { Formats = FormatTriple.Uniform(StorageFormats.Of(NumberFormats.Binary16)) }
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<NotSupportedException>(() => FixtureSet.FromModel<char>(model));
        var counts = SparseNetwork.BuildModel<int, PlusTimes>(
            new LoadOptions { Name = "counts" },
            new RadixNetAttribute { Radices = [2, 3], Epilogue = Epilogue.None }
        );
        Assert.StartsWith(
            "counts: ",
            Assert.Throws<ArgumentException>(() => FixtureSet.FromModel<float>(counts)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ClosedFormsAreFixtures()
    {
        var paths = FixtureSet.FromSolution<Half>(PathCounting.Solve("paths", [2, 2, 3], [1, 2, 2, 1], 1)).AllItems;
        Assert.Equal(("path counting", ExactnessGround.Certificate), (paths.Family, paths.Ground));
        paths.Check((input, output) => FixtureSamples.Run(paths, input, output));
        paths.CheckLayers((layer, input, output) => FixtureSamples.RunLayer(paths, layer, input, output));
        var potentials = FixtureSet.FromSolution<float>(Potentials.Solve("potentials", [5, 7, 4], 3, "min-plus", 9)).AllItems;
        Assert.Equal(ExactnessGround.OrderFree, potentials.Ground);
        potentials.CheckNetwork(
            (layers, input, output) =>
            {
                var values = input.ToArray();
                for (var i = 0; i < layers.Count; i++)
                    values = Shortest(layers[i], values);
                values.CopyTo(output);
            }
        );
        potentials.CheckLayers((layer, input, output) => Shortest(potentials.Layers[layer], input).CopyTo(output));
        Assert.Contains(
            "wider format",
            Assert
                .Throws<ArgumentException>(() => FixtureSet.FromSolution<sbyte>(PathCounting.Solve("paths", [8, 8], [1, 8, 1], 1)))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void CertifyBringsAClosedFormIntoItsFormat()
    {
        var solution = PathCounting.Solve("paths", [2, 2], [1, 1, 1], new Dyadic(1, -40));
        Assert.Throws<ArgumentException>(() => FixtureSet.FromSolution<Half>(solution));
        var options = new FixtureOptions { Inputs = new InputSetOptions { Certify = true } };
        var fixture = FixtureSet.FromSolution<Half>(solution, options).AllItems;
        Assert.Equal(ExactnessGround.Certificate, fixture.Ground);
        fixture.Check((input, output) => FixtureSamples.Run(fixture, input, output));
        // What chooses rounds nothing, so there is nothing to scale.
        var potentials = Potentials.Solve("potentials", [5, 7, 4], 3, "min-plus", 9);
        Assert.Equal(ExactnessGround.OrderFree, FixtureSet.FromSolution<float>(potentials, options).AllItems.Ground);
    }

    [Fact]
    public void WhatCannotBePerturbedIsSaid()
    {
        var options = new FixtureOptions { Perturbations = Perturbations.Weight };
        var potentials = Potentials.Solve("potentials", [5, 7, 4], 3, "min-plus", 9);
        Assert.StartsWith(
            "potentials: derivatives are for real plus-times networks",
            Assert.Throws<ArgumentException>(() => FixtureSet.FromSolution<float>(potentials, options)).Message,
            StringComparison.Ordinal
        );
        var empty = new DyadicNetwork(
            "empty",
            new([new DyadicLayer(new CsrPattern(1, 1, [0, 0], []), new DyadicValues(Dyadic.Zero, 0), new DyadicValues(Dyadic.One, 1))])
        );
        Assert.StartsWith(
            "empty: the network has no weights to move; leave out Perturbations.Weight",
            Assert.Throws<ArgumentException>(() => FixtureSet.FromNetwork<float>(empty, options)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void NetworksOfExactNumbersAreFixturesAlsoPerturbed()
    {
        var network = PathCounting.Solve("paths", [2, 2], [1, 1, 1], 1).Network;
        var options = new FixtureOptions { Perturbations = Perturbations.Input | Perturbations.Weight };
        var set = FixtureSet.FromNetwork<float>(network, options);
        Assert.Contains(set.SelectMany(fixture => fixture.Labels), label => label.Contains("ε = ", StringComparison.Ordinal));
        Assert.NotEmpty(set.Perturbed);
        foreach (var fixture in set.Concat(set.Perturbed))
            fixture.Check((input, output) => FixtureSamples.Run(fixture, input, output));
        foreach (var fixture in set.Perturbed)
            Assert.False(fixture.Compare((input, output) => FixtureSamples.Run(set.AllItems, input, output)).IsSound);
        Assert.Contains(
            "no derivative",
            Assert
                .Throws<ArgumentException>(() => FixtureSet.FromNetwork<float>(network, options with { RoundBetweenLayers = true }))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void EncodedVectorsAreDecodedWhenTheyAreAskedFor()
    {
        var vectors = FixtureSamples.Vectors();
        var set = FixtureSet<float>.Decode(VectorCodec.Encode(vectors));
        Assert.Equal(vectors, set.AllItems.Vectors);
        Assert.Equal(
            FixtureSet<float>.FromVectors(vectors).Select(fixture => fixture.ToString()),
            set.Select(fixture => fixture.ToString())
        );
        var damaged = FixtureSet<float>.Decode("damaged");
        Assert.Throws<ContractException>(() => damaged.Count);
        var mistyped = FixtureSet<double>.Decode(VectorCodec.Encode(vectors));
        Assert.Throws<NotSupportedException>(() => mistyped.Count);
    }

    [Fact]
    public void MovedNetworksAreKeptApart()
    {
        var vectors = FixtureSamples.Vectors();
        var layer = vectors.Layers[0].Layer;
        var network = vectors.Network with
        {
            Layers = new([layer with { Biases = layer.Biases.Select(bias => bias + Dyadic.One) }, vectors.Layers[1].Layer]),
        };
        var perturbed = VectorSets.FromNetwork(network, vectors.Formats, new InputSetOptions(3), false, out _)!;
        var inputs = vectors with { Labels = new([.. vectors.Labels.Select(label => "perturbation: " + label)]) };
        var set = FixtureSet<float>.FromVectors(vectors, inputs, perturbed);
        Assert.Equal("perturbation", set[^1].Label);
        Assert.Equal(perturbed.Inputs.Count, set.Perturbed.Sum(fixture => fixture.ItemCount));
        Assert.Equal(set.Perturbed.Count, set.PerturbedCases.Count());
        Assert.All(set, fixture => Assert.Same(set.AllItems.Layers[0].Exact, fixture.Layers[0].Exact));
        foreach (var fixture in set.Perturbed)
            fixture.CheckNetwork((layers, input, output) => FixtureSamples.Run(fixture, input, output));
        Assert.False(set.Perturbed[0].Compare((input, output) => FixtureSamples.Run(set.AllItems, input, output)).IsSound);
    }

    [Fact]
    public void APerturbationIsFollowed()
    {
        var fixture = FixtureSet<float>.FromVectors(FixtureSamples.Vectors()).AllItems;
        var item = Enumerable
            .Range(0, fixture.ItemCount)
            .First(i => fixture.Perturb(i, PerturbationDirection.OfInputs(1, 0, 0, 0)).Kinks.Count == 0);
        var model = fixture.Perturb(item, PerturbationDirection.OfInputs(1, 0, 0, 0));
        Assert.Equal(MixedEvaluator.Evaluate(fixture.Vectors.Network, fixture.Vectors.Inputs[item]), model.Evaluate(0));
    }

    private static float[] Shortest(FixtureLayer layer, ReadOnlySpan<float> input)
    {
        var output = new float[layer.Outputs];
        for (var node = 0; node < output.Length; node++)
        {
            output[node] = float.PositiveInfinity;
            for (var edge = layer.RowStarts[node]; edge < layer.RowStarts[node + 1]; edge++)
                output[node] = MathF.Min(output[node], (float)layer.Weights[edge] + input[layer.Columns[edge]]);
        }

        return output;
    }

    private static void Judges<T>(Network model, ExactnessGround? ground = null)
        where T : unmanaged
    {
        var set = FixtureSet.FromModel<T>(model);
        var network = SparseNetwork.Prepare<T>(model);
        foreach (var fixture in set)
            fixture.Check(network);
        if (ground is not null)
            Assert.Equal(ground, set.AllItems.Ground);
        var report = set.AllItems.Compare(
            (input, output) =>
            {
                network.Infer(input, output);
                for (var i = 0; i < output.Length; i++)
                    output[i] = FixtureElements.FromBits<T>(FixtureElements.ToBits(output[i]) ^ 1);
            }
        );
        Assert.True(report.WrongValues > 0 || set.AllItems.Ground == ExactnessGround.Bound, report.Text);
    }
}
