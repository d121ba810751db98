using System.Linq;
using SparseDnn.Core.Tests.Exact;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;
using static SparseDnn.Tests.Fixtures.Diagnosis.DiagnosisSamples;

namespace SparseDnn.Tests.Fixtures.Diagnosis;

/// <summary>
/// Whoever waits for a report on a large network does not wait long; what is counted is work, as times depend on the machine.
/// </summary>
public sealed class DiagnosisWorkTests
{
    private const int Neurons = 256;
    private const int Items = 3;

    // As the official network: RadiX-Nets of radix 2, permuted between nets, in which 16 neurons share their edges.
    [Fact]
    public void NeuronsWithEqualRowsAreFollowedOnce()
    {
        var layers = RadixNet
            .Layers([2, 2, 2, 2], [16, 16, 16, 16, 16], 3, 11)
            .Select(edges => LayerFactory.Constant(edges, new Dyadic(1, -4), new Dyadic(-1, -2), 1));
        var vectors = Vectors(layers.ToArray());
        var edges = vectors.Layers.Sum(layer => (long)layer.Layer.Edges.EntryCount);
        var uncut = vectors.Network with { Layers = new([.. vectors.Layers.Select(layer => layer.Layer with { Ceiling = null })]) };
        var outputs = vectors
            .Inputs.Select(item => MixedEvaluator.Evaluate(uncut, item).Select(vectors.Formats.Activations.Round).ToArray())
            .ToArray();
        var causes = VectorDiagnosis.Explain(vectors, Observe(vectors, outputs), VectorDiagnosis.UsualWork, out var work);
        Assert.Equal("the ceiling of every layer is not applied", causes[0].Sentence);
        // More than 60 hypotheses, each of them followed through at least one item.
        Assert.InRange(work, edges / 16 * 60, edges * 20);
    }

    [Fact]
    public void NoHypothesisIsBegunThatCannotBeAfforded()
    {
        var random = new SplitMix64(5);
        var layers = Enumerable
            .Range(0, 4)
            .Select(_ => LayerFactory.Constant(Drawn(ref random), new Dyadic(1, -6), new Dyadic(-1, -5), 1))
            .ToArray();
        var vectors = Vectors(layers);
        var observed = Observe(
            vectors,
            vectors.Outputs.Select(item => item.Select((value, i) => value + new Dyadic(i % 7, -3)).ToArray()).ToArray()
        );
        VectorDiagnosis.Explain(vectors, observed, VectorDiagnosis.UsualWork, out var all);
        VectorDiagnosis.Explain(vectors, observed, all / 3, out var third);
        Assert.InRange(third, all / 4, all / 3);
    }

    private static CsrPattern Drawn(ref SplitMix64 random)
    {
        var builder = new CsrBuilder(Neurons, Neurons);
        for (var neuron = 0; neuron < Neurons; neuron++)
            builder.AddRow(random.NextPermutation(Neurons).Take(64).Order().ToArray());
        return builder.Build();
    }

    private static VectorSet Vectors(DyadicLayer[] layers)
    {
        var rounded = DyadicSamples.Rounded(new DyadicNetwork("large", new(layers)), FormatTriple.Uniform(StorageFormats.Binary32));
        var items = Enumerable
            .Range(1, Items)
            .Select(item => LabelledInput.Of($"mixture: {item}", layers[0].Inputs, i => new Dyadic((i * item % 17) + 8, -3)))
            .ToArray();
        var vectors = VectorSets.FromNetwork(rounded, items, 1, true, out var fault);
        Assert.Null(fault);
        return vectors!;
    }
}
