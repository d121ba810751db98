using System.Linq;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Official.Tests;

/// <summary>Exact solutions on the official files: what must come out is known before any kernel runs.</summary>
public sealed class FixtureTests
{
    private const int Radices = 6;
    private const int Images = 12;

    /// <summary>Σ inputs · 16⁵ paths · (1/16)⁶, on the official images too.</summary>
    private static ExactSolution Paths =>
        PathCounting.Solve(
            "official",
            [2, 2, 2, 2, 2, 2],
            [16, 16, 16, 16, 16, 16, 16],
            new Dyadic(1, -4),
            inputs:
            [
                .. Enumerable
                    .Range(1, Images)
                    .Select(image =>
                        LabelledInput.Of(
                            $"image {image}",
                            OfficialData.Neurons,
                            i => (Dyadic)(int)OfficialData.Images[((image - 1) * OfficialData.Neurons) + i]
                        )
                    ),
                LabelledInput.Of("zero", OfficialData.Neurons, _ => 0),
                LabelledInput.Of("all on", OfficialData.Neurons, _ => 1),
                LabelledInput.Of("ramp", OfficialData.Neurons, i => new Dyadic(i, -4)),
            ]
        );

    [Fact]
    public void OfficialLayers_CountPaths()
    {
        var network = NetworkConversion.ToDyadic(OfficialData.PathsModel);
        var solution = Paths;
        Assert.Equal(Radices, network.Layers.Count);
        Assert.Equal(solution.Network.Layers.Select(layer => layer.Edges), network.Layers.Select(layer => layer.Edges));
        Assert.All(
            solution.Items,
            item =>
            {
                var sum = item.Inputs.Aggregate(Dyadic.Zero, (total, value) => total + value);
                Assert.All(item.Outputs, output => Assert.Equal(sum * new Dyadic(1, -4), output));
                Assert.Equal(item.Outputs, MixedEvaluator.Evaluate(network, item.Inputs));
            }
        );
    }

    [Fact]
    public void KernelsOfTheOfficialFiles_CountPathsToTheLastBit()
    {
        var fixture = FixtureSet.FromSolution<float>(Paths).AllItems;
        Assert.Equal(ExactnessGround.Certificate, fixture.Ground);
        fixture.Check(OfficialData.LoadedPaths);
        fixture.Check(OfficialData.GeneratedPaths);
    }

    [Fact]
    public void WholeNetwork_KeepsWhatItsFixturesDemand()
    {
        var fixture = FixtureSet
            .FromModel<float>(OfficialData.Model, new FixtureOptions { Inputs = new InputSetOptions { Low = 0 } })
            .AllItems;
        Assert.Equal(32, fixture.ItemCount);
        fixture.Check(OfficialData.Generated);
        fixture.Check(OfficialData.Loaded);
    }

    // What makes such fixtures quick enough for a compiler: 64 sums a layer instead of 1024, few terms each.
    [Fact]
    public void WholeNetwork_HasFewSumsThatDiffer()
    {
        var work = MixedEvaluator.WorkOf(NetworkConversion.ToDyadic(OfficialData.Model));
        Assert.InRange(work.Sums, 120 * 32, 120 * 64);
        Assert.InRange(work.Edges, work.Sums, OfficialData.Model.Edges / 20);
    }
}
