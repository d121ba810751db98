using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Core.Tests.Exact;

public sealed class PerturbationVectorTests
{
    public static TheoryData<string, object> Cases
    {
        get
        {
            var data = new TheoryData<string, object>();
            foreach (var format in AllFormats)
            foreach (var kind in new[] { PerturbationKind.Input, PerturbationKind.Weight, PerturbationKind.Bias })
                data.Add(format.Name, kind);
            return data;
        }
    }

    // Perturbed numbers are values of their formats, points lie where they say, and within the interval the model is right.
    [Theory]
    [MemberData(nameof(Cases))]
    public void PointsLieWhereTheySayAndTheModelHoldsInside(string name, object moved)
    {
        var kind = (PerturbationKind)moved;
        Assert.True(StorageFormats.TryParse(name, out var format));
        var places = new Dictionary<PerturbationPlace, int>();
        for (var seed = 0; seed < 20; seed++)
        {
            var rounded = Rounded(Network(seed, 6), FormatTriple.Uniform(format));
            var item = new LabelledInput("item", new(Item(seed, 7, format, 6)));
            var direction = PerturbationDirections.Choose(rounded, kind, seed);
            Assert.Equal(direction, PerturbationDirections.Choose(rounded, kind, seed));
            var model = PerturbationModel.Create(rounded.Network, item.Values, direction);
            var points = PerturbationPoints.Of(rounded, item.Values, direction, model);
            Assert.Equal(points.Select(point => point.Epsilon).Distinct().Order(), points.Select(point => point.Epsilon));
            var exact = new List<Dyadic>();
            foreach (var point in points)
            {
                places[point.Place] = places.GetValueOrDefault(point.Place) + 1;
                var (network, input) = direction.At(rounded.Network, item.Values, point.Epsilon);
                Assert.All(input, value => Assert.True(format.IsRepresentable(value)));
                Assert.All(
                    network.Layers,
                    layer => Assert.All(layer.Weights.Concat(layer.Biases), value => Assert.True(format.IsRepresentable(value)))
                );
                var place = new Rational(point.Epsilon);
                if (point.Place is PerturbationPlace.Inside or PerturbationPlace.JustInside)
                {
                    Assert.True(model.Holds(point.Epsilon));
                    Assert.Equal(MixedEvaluator.Evaluate(network, input), model.Evaluate(point.Epsilon));
                }
                else
                {
                    Assert.False(model.Holds(point.Epsilon) && !point.Epsilon.IsZero);
                    if (point.Place == PerturbationPlace.End)
                        Assert.True(place.Equals(model.Low) || place.Equals(model.High));
                    else
                        Assert.True(place.CompareTo(model.High) > 0 || place.CompareTo(model.Low) < 0);
                }
            }

            if (VectorSets.FromPerturbation(rounded, item, direction, seed, out var fault) is not { } sets)
            {
                Assert.NotNull(fault);
                continue;
            }

            Assert.Null(fault);
            Assert.All(sets, set => Assert.All(set.Labels, label => Assert.Equal(InputKind.Perturbation, InputKind.Of(label))));
            Assert.All(
                sets,
                set =>
                    Assert.Equal(
                        set.Inputs.Select(input => MixedEvaluator.Round(MixedEvaluator.Evaluate(set.Network, input), format)),
                        set.Outputs
                    )
            );
            if (kind == PerturbationKind.Input)
                Assert.Single(sets);
            else
                Assert.All(sets, set => Assert.Single(set.Inputs));
        }

        Assert.True(places.GetValueOrDefault(PerturbationPlace.Inside) > 10, string.Join(", ", places));
        Assert.True(places.GetValueOrDefault(PerturbationPlace.JustOutside) > 3, string.Join(", ", places));
    }

    // y = min(max(x₁ + x₂, 0), 2) from (1, 0) along (3, 0): the interval is (−1/3, 1/3), which no format holds.
    [Fact]
    public void CrossingsThatNoFormatHoldsAreApproached()
    {
        var network = new DyadicNetwork("n", new([LayerFactory.FromMatrix(2, 1, (_, _) => 1) with { Ceiling = 2 }]));
        var rounded = Rounded(network, FormatTriple.Uniform(StorageFormats.Int16(6)));
        var set = Assert.Single(
            VectorSets.FromPerturbation(rounded, new("item", new([1, 0])), PerturbationDirection.OfInputs(3, 0), 1, out _)!
        );
        Assert.Equal(
            [
                "perturbation: ε = -11/32 (just outside)",
                "perturbation: ε = -21/64 (just inside)",
                "perturbation: ε = -1/4 (inside)",
                "perturbation: ε = 1/4 (inside)",
                "perturbation: ε = 21/64 (just inside)",
                "perturbation: ε = 11/32 (just outside)",
            ],
            set.Labels
        );
        Assert.Equal(
            [0, new Dyadic(1, -6), new Dyadic(1, -2), new Dyadic(7, -2), new Dyadic(127, -6), 2],
            set.Outputs.Select(output => output[0])
        );
    }

    [Fact]
    public void EndsThatTheFormatHoldsAreAmongThePoints()
    {
        var network = new DyadicNetwork("n", new([LayerFactory.FromMatrix(1, 1, (_, _) => 1) with { Ceiling = 2 }]));
        var rounded = Rounded(network, FormatTriple.Uniform(StorageFormats.Int8(4)));
        var sets = VectorSets.FromPerturbation(rounded, new("item", new([1])), PerturbationDirection.OfBias(network, 0, 0, 1), 1, out _)!;
        Assert.Equal(
            [
                "perturbation: ε = -17/16 (just outside)",
                "perturbation: ε = -1 (at the end)",
                "perturbation: ε = -15/16 (just inside)",
                "perturbation: ε = -1/2 (inside)",
                "perturbation: ε = 1/2 (inside)",
                "perturbation: ε = 15/16 (just inside)",
                "perturbation: ε = 1 (at the end)",
                "perturbation: ε = 17/16 (just outside)",
            ],
            sets.Select(set => Assert.Single(set.Labels))
        );
        Assert.Equal(
            [0, 0, new Dyadic(1, -4), new Dyadic(1, -1), new Dyadic(3, -1), new Dyadic(31, -4), 2, 2],
            sets.Select(set => set.Outputs[0][0])
        );
        Assert.Equal([new Dyadic(-17, -4), -1, new Dyadic(-15, -4)], sets.Take(3).Select(set => set.Layers[0].Layer.Biases[0]));
    }

    [Fact]
    public void AnItemAndADirectionThatMatterAreChosen()
    {
        foreach (var kind in new[] { PerturbationKind.Input, PerturbationKind.Weight, PerturbationKind.Bias })
        {
            var ended = 0;
            for (var seed = 0; seed < 10; seed++)
            {
                var rounded = Rounded(Network(seed, 6), FormatTriple.Uniform(StorageFormats.Binary32));
                var sets = VectorSets.FromPerturbation(
                    rounded,
                    InputSets.Choose(rounded, new InputSetOptions(seed)),
                    kind,
                    seed,
                    out var fault
                );
                Assert.Null(fault);
                var outputs = sets!.SelectMany(set => set.Outputs).Distinct().Count();
                ended +=
                    outputs > 1 && sets!.SelectMany(set => set.Labels).Any(label => label.Contains("outside", StringComparison.Ordinal))
                        ? 1
                        : 0;
            }

            Assert.True(ended >= 8, $"{kind}: {ended}");
        }
    }

    [Fact]
    public void AFormatWithoutAStepSaysSo()
    {
        // In int8:0 the only steps are integers; 127 cannot move up and a rate of 1/2 moves in halves.
        var network = new DyadicNetwork("n", new([LayerFactory.FromMatrix(1, 1, (_, _) => 1)]));
        var rounded = Rounded(network, FormatTriple.Uniform(StorageFormats.Int8(0)));
        Assert.Null(VectorSets.FromPerturbation(rounded, new("item", new([1])), PerturbationDirection.OfInputs(0), 1, out var fault));
        Assert.Contains("no step along the direction", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void PerturbingStopsWhenItIsCancelled()
    {
        var rounded = Rounded(Network(1, 6), FormatTriple.Uniform(StorageFormats.Binary32));
        var (item, cancelled) = (
            new LabelledInput("item", new(Item(1, 7, StorageFormats.Binary32, 6))),
            new System.Threading.CancellationToken(canceled: true)
        );
        var direction = PerturbationDirections.Choose(rounded, PerturbationKind.Weight, 1);
        var model = PerturbationModel.Create(rounded.Network, item.Values, direction);
        Assert.Throws<OperationCanceledException>(() =>
            PerturbationModel.Create(rounded.Network, item.Values, direction, false, cancelled)
        );
        Assert.Throws<OperationCanceledException>(() => PerturbationPoints.Of(rounded, item.Values, direction, model, cancelled));
        Assert.Throws<OperationCanceledException>(() =>
            VectorSets.FromPerturbation(rounded, [item], PerturbationKind.Bias, 1, out _, cancelled)
        );
        Assert.Throws<OperationCanceledException>(() =>
            ExactnessCertificate.ForRange(rounded, new InputRange(-1, 1, -4), false, cancelled)
        );
    }

    // Shared work shows in nothing but time: neurons that repeat and neurons told apart give the same polynomials.
    [Fact]
    public void RepeatedNeuronsMoveTogether()
    {
        var layers = RadixNet
            .Layers([2, 2, 2], [2, 2, 2, 2], 2, 5)
            .Select(edges => LayerFactory.Constant(edges, new Dyadic(1, -2), new Dyadic(-1, -3), 1))
            .ToArray();
        var network = new DyadicNetwork("r", new(layers));
        for (var seed = 0; seed < 12; seed++)
        {
            var rounded = Rounded(network, FormatTriple.Uniform(StorageFormats.Binary64));
            var item = new Primitives.EquatableArray<Dyadic>(
                Item(seed, 16, StorageFormats.Binary32, 4).Select(value => value.Abs()).ToArray()
            );
            foreach (var kind in new[] { PerturbationKind.Input, PerturbationKind.Weight, PerturbationKind.Bias })
            {
                var direction = PerturbationDirections.Choose(rounded, kind, seed);
                var model = PerturbationModel.Create(network, item, direction);
                foreach (var point in PerturbationPoints.Of(rounded, item, direction, model).Where(point => model.Holds(point.Epsilon)))
                {
                    var (perturbed, input) = direction.At(network, item, point.Epsilon);
                    Assert.Equal(MixedEvaluator.Evaluate(perturbed, input), model.Evaluate(point.Epsilon));
                }
            }
        }

        // All outputs of the last layer sit on a kink together: each is named, in order.
        var still = LayerFactory.Constant(new CsrPattern(3, 1, [0, 1, 2, 3], [0, 0, 0]), 1);
        var kinks = PerturbationModel.Create(new DyadicNetwork("k", new([still])), new([0]), PerturbationDirection.OfInputs(1)).Kinks;
        Assert.Equal([0, 1, 2], kinks.Select(kink => kink.Neuron));
    }
}
