using SparseDnn.Algebra;
using SparseDnn.Exact.Networks;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Compiled and exact networks are described alike: what differs is the numbers they hold.</summary>
public sealed class OneDescriptionTests
{
    private static readonly SemiringSpecification Own = KnownSemirings.MinPlus with { Name = "MinPlus", Key = "Mine.MinPlus, App" };

    [Fact]
    public void ExactLayers_SayTheSame()
    {
        var pair = new Oscillation(KnownSemirings.MaxMin, KnownSemirings.MaxPlus);
        foreach (var layer in new[] { Of(Oscillation.ReLU), Of(pair), Of(new(Own, null)), Of(new(KnownSemirings.MinPlus, Own)) })
        {
            var network = new Network("n", ElementFormat.Binary32, Summation.Planned, new([layer]));
            LayerForm exact = NetworkConversion.ToDyadic(network).Layers[0];
            Assert.Equal(
                (layer.Edges, layer.BiasMode, layer.Activation, layer.HasCeiling, layer.HasActivation),
                (exact.Edges, exact.BiasMode, exact.Activation, exact.HasCeiling, exact.HasActivation)
            );
            Assert.Equal(layer.Semirings.Names, exact.Semirings.Names);
            Assert.Equal(layer.Semirings.Referenced, exact.Semirings);
        }
    }

    // Sums alone have one form, or else equal layers would not be equal.
    [Fact]
    public void ALinearLayerOfProducts_IsOneWithoutActivation()
    {
        var linear = Of(new(KnownSemirings.PlusTimes, null)) with
        {
            Biases = new RoundedValues(0, 0),
            Activation = Activation.None,
            Ceiling = double.PositiveInfinity,
        };
        var network = new Network("n", ElementFormat.Binary32, Summation.Planned, new([linear]));
        var exact = NetworkConversion.ToDyadic(network);
        Assert.True(exact.Layers[0] is { Semirings.IsReLU: true, Activation: Activation.None, HasBias: false, HasCeiling: false });
        Assert.Null(exact.Check());
        var other = exact with { Layers = new([exact.Layers[0] with { Semirings = linear.Semirings }]) };
        Assert.Contains("linear over plus-times", other.Check());
    }

    // References are enough to name and to compare, never to compute.
    [Fact]
    public void AReference_IsTheSameSemiring_ButExistsInNoFormat()
    {
        var reference = Own.Referenced;
        Assert.Equal((Own.Key, Own.Name, Own.GetHashCode()), (reference.Key, reference.Name, reference.GetHashCode()));
        Assert.NotEqual(Own, reference);
        var network = new Network("n", ElementFormat.Binary32, Summation.Planned, new([Of(new(reference, null))]));
        Assert.Contains(NetworkVerifier.Verify(network), problem => problem.Kind == Problems.ProblemKinds.SemiringNotInFormat);
    }

    private static Layer Of(Oscillation semirings) =>
        new(
            ElementFormat.Binary32,
            new CsrPattern(1, 2, [0, 2], [0, 1]),
            new RoundedValues(0.5, 2),
            semirings.Select is null ? new RoundedValues(0, 0) : new RoundedValues(0.25, 1),
            BiasMode.NonzeroSums,
            semirings.Select is null ? Activation.None : Activation.ReLU,
            semirings.Select is null ? double.PositiveInfinity : 4,
            semirings
        );
}
