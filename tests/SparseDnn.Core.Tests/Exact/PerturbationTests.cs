using System;
using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Core.Tests.Exact;

public sealed class PerturbationTests
{
    // Inside the interval the model is the network; at its ends a neuron sits on a kink, just outside one has crossed.
    [Fact]
    public void InputDirectionsAreExactUpToTheNearestCrossing()
    {
        var crossings = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var (network, item) = Sample(seed);
            var direction = PerturbationDirection.OfInputs(Item(seed + 500, 7, StorageFormats.Binary64, 8));
            var model = PerturbationModel.Create(network, item, direction);
            if (model.Kinks.Count > 0)
                continue;
            Assert.True(model.EndsAreCrossings);
            Assert.All(model.Outputs, output => Assert.True(output.Degree <= 1));
            Assert.Equal(MixedEvaluator.Evaluate(network, item), model.Evaluate(0));
            var regions = Regions(network, item, direction, 0);
            foreach (var end in new[] { model.Low, model.High })
            {
                var finite = end.IsFinite ? end : new Rational(1000 * (end.Sign));
                foreach (var share in new[] { 1, 500, 999 })
                {
                    var epsilon = Near(finite * share / 1000);
                    if (!model.Holds(epsilon))
                        continue;
                    Assert.Equal(Exact(network, item, direction, epsilon), model.Evaluate(epsilon));
                    Assert.Equal(regions, Regions(network, item, direction, epsilon));
                }

                if (!end.IsFinite)
                    continue;
                crossings++;
                Assert.NotEqual(regions, Regions(network, item, direction, Near(end * 1000001 / 1000000)));
                if (end.IsDyadic)
                    Assert.False(model.Holds(Near(end)));
                Assert.Throws<ArgumentOutOfRangeException>(() => model.Evaluate(Near(end * 2)));
            }
        }

        Assert.True(crossings > 50);
    }

    [Fact]
    public void WeightAndBiasDirectionsArePolynomials()
    {
        var curved = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var (network, item) = Sample(seed);
            var random = new SplitMix64((ulong)seed);
            var whole = new PerturbationDirection(
                new EquatableArray<Dyadic>(Item(seed, 7, StorageFormats.Binary64, 4)),
                new(network.Layers.Select(layer => Values(ref random, layer.Weights.Count, 4)).ToArray()),
                new(network.Layers.Select(layer => Values(ref random, layer.Outputs, 4)).ToArray())
            );
            foreach (
                var direction in new[]
                {
                    whole,
                    PerturbationDirection.OfWeight(network, seed % 3, 1, 1),
                    PerturbationDirection.OfBias(network, seed % 3, seed % 4, -1),
                }
            )
            {
                var model = PerturbationModel.Create(network, item, direction);
                if (model.Kinks.Count > 0)
                    continue;
                Assert.All(model.Outputs, output => Assert.True(output.Degree <= (direction == whole ? 4 : 1)));
                curved += model.Outputs.Count(output => output.Degree > 2);
                var regions = Regions(network, item, direction, 0);
                foreach (var end in new[] { model.Low, model.High })
                {
                    var finite = end.IsFinite ? end : new Rational(end.Sign);
                    foreach (var share in new[] { 1, 10, 700, 999 })
                    {
                        var epsilon = Near(finite * share / 1000);
                        if (!model.Holds(epsilon))
                            continue;
                        Assert.Equal(Exact(network, item, direction, epsilon), model.Evaluate(epsilon));
                        Assert.Equal(regions, Regions(network, item, direction, epsilon));
                    }

                    if (end.IsFinite && model.EndsAreCrossings)
                        Assert.NotEqual(regions, Regions(network, item, direction, Near(end * 1000001 / 1000000)));
                }

                // First order by differences: (Y(ε) − Y(0)) / ε → derivative.
                var tiny = new Dyadic(1, -60);
                if (!model.Holds(tiny))
                    continue;
                var difference = model.Evaluate(tiny).Zip(model.Evaluate(0), (a, b) => (a - b).ScaleByPowerOfTwo(60));
                Assert.All(difference.Zip(model.Derivative), pair => Assert.True((pair.First - pair.Second).Abs() < new Dyadic(1, -40)));
            }
        }

        Assert.True(curved > 20);
    }

    // y = min(max(x₁ + x₂, 0), 2): interval, derivative and a known crossing at 1/3.
    [Fact]
    public void CrossingsAreRationalNumbers()
    {
        var network = new DyadicNetwork("n", new([LayerFactory.FromMatrix(2, 1, (_, _) => 1) with { Ceiling = 2 }]));
        var model = PerturbationModel.Create(network, new([1, 0]), PerturbationDirection.OfInputs(3, 0));
        Assert.Equal(((Rational)(-1)) / 3, model.Low);
        Assert.Equal(((Rational)1) / 3, model.High);
        Assert.Equal([3], model.Derivative);
        Assert.True(model.EndsAreCrossings);
        Assert.Equal([new Dyadic(7, -2)], model.Evaluate(new Dyadic(1, -2)));
        Assert.False(model.Holds(new Dyadic(3, -3)));
    }

    [Fact]
    public void NeuronsOnAKinkHaveOneSidedDerivatives()
    {
        var layer = LayerFactory.FromMatrix(1, 1, (_, _) => 1) with { Ceiling = 2 };
        var network = new DyadicNetwork("n", new([layer]));
        var direction = PerturbationDirection.OfInputs(1);
        var right = PerturbationModel.Create(network, new([0]), direction);
        Assert.Equal([new PerturbationKink(0, 0, "zero")], right.Kinks);
        Assert.Equal((0, 2), (right.Low, right.High));
        Assert.Equal([1], right.Derivative);
        var left = PerturbationModel.Create(network, new([0]), direction, leftSide: true);
        Assert.Equal([0], left.Derivative);
        Assert.Equal((new Rational(Dyadic.NegativeInfinity), 0), (left.Low, left.High));
        Assert.Equal([0], left.Evaluate(-5));
        var atCeiling = PerturbationModel.Create(network, new([2]), direction);
        Assert.Equal([new PerturbationKink(0, 0, "ceiling")], atCeiling.Kinks);
        Assert.Equal([0], atCeiling.Derivative);
        // A neuron that stays on the kink is no obstacle.
        Assert.Empty(PerturbationModel.Create(network, new([0]), PerturbationDirection.OfInputs(0)).Kinks);
    }

    [Fact]
    public void BiasOnNonzeroSumsJumps()
    {
        var layer = LayerFactory.FromMatrix(1, 1, (_, _) => 1, _ => 1) with { BiasMode = BiasMode.NonzeroSums };
        var network = new DyadicNetwork("n", new([layer]));
        var model = PerturbationModel.Create(network, new([1]), PerturbationDirection.OfInputs(1));
        Assert.Equal(-1, model.Low);
        var jump = PerturbationModel.Create(network, new([0]), PerturbationDirection.OfInputs(1));
        Assert.Equal("zero sum", Assert.Single(jump.Kinks).What);
        Assert.False(jump.Holds(0));
        Assert.Equal([new Dyadic(3, -1)], jump.Evaluate(new Dyadic(1, -1)));
    }

    [Fact]
    public void CurvedCrossingsAreApproachedFromWithin()
    {
        // z = (1 − ε)(1 + ε)·… : weights 1 + ε twice give z = 2 − (1 + ε)², whose zero is √2 − 1.
        var first = LayerFactory.FromMatrix(1, 1, (_, _) => 1);
        var second = LayerFactory.FromMatrix(1, 1, (_, _) => -1, _ => 2);
        var network = new DyadicNetwork("n", new([first, second]));
        var direction = new PerturbationDirection(null, new([DyadicValues.From(1), DyadicValues.From(-1)]), null);
        var model = PerturbationModel.Create(network, new([1]), direction);
        Assert.False(model.EndsAreCrossings);
        Assert.InRange(model.High.ToDouble(), Math.Sqrt(2) - 1 - 1e-6, Math.Sqrt(2) - 1);
        Assert.Equal([-2], model.Derivative);
    }

    [Fact]
    public void DirectionsOfTheWrongShapeAreRefused()
    {
        var (network, item) = Sample(0);
        Assert.Throws<ArgumentException>(() => PerturbationModel.Create(network, item, PerturbationDirection.OfInputs(1)));
        Assert.Throws<ArgumentException>(() => PerturbationModel.Create(network, new([1]), PerturbationDirection.OfBias(network, 0, 0, 1)));
    }

    private static (DyadicNetwork Network, EquatableArray<Dyadic> Item) Sample(int seed) =>
        (Network(seed, 8), new(Item(seed, 7, StorageFormats.Binary64, 8)));

    private static EquatableArray<Dyadic> Exact(
        DyadicNetwork network,
        EquatableArray<Dyadic> item,
        PerturbationDirection direction,
        Dyadic epsilon
    )
    {
        var (perturbed, input) = direction.At(network, item, epsilon);
        return MixedEvaluator.Evaluate(perturbed, input);
    }

    // On which side of its kinks every neuron lies.
    private static string Regions(DyadicNetwork network, EquatableArray<Dyadic> item, PerturbationDirection direction, Dyadic epsilon)
    {
        var (perturbed, input) = direction.At(network, item, epsilon);
        return string.Join(
            " ",
            MixedEvaluator
                .Trace(perturbed, input)
                .Select(trace => string.Concat(trace.Biased.Zip(trace.Sums, (z, sum) => Region(trace.Layer, z, sum))))
        );
    }

    private static string Region(DyadicLayer layer, Dyadic z, Dyadic sum) =>
        (layer.Activation == Activation.ReLU ? Math.Sign(z.Sign).ToString() : "")
        + (layer.Ceiling is { } ceiling && z.Sign > 0 ? z.CompareTo(ceiling).ToString() : "")
        + (layer.BiasMode == BiasMode.NonzeroSums ? "s" + sum.Sign : "");

    // Within two units of binary64.
    private static Dyadic Near(Rational value) => Dyadic.FromDouble(value.ToDouble());
}
