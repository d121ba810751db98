using System;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Tests.Fixtures;

/// <summary>Whole reports, as a person reads them.</summary>
public sealed class FixtureReportTests
{
    [Fact]
    public void ACeilingThatIsNotApplied()
    {
        var fixture = FixtureSet<float>.FromVectors(Ring("binary32", "binary32", "binary32")).Whole;
        Equal(
            """
            X
            """,
            fixture.Compare((input, output) => Kernel(fixture, input, output, hasCeiling: false)));
    }

    [Fact]
    public void SumsThatBreakTheirBound()
    {
        var fixture = FixtureSet<ushort>.FromVectors(Ring("bfloat16", "bfloat16", "binary32")).Whole;
        Equal(
            """
            X
            """,
            fixture.Compare((input, output) => Kernel(fixture, input, output, accumulate: StorageFormats.Of(NumberFormats.BFloat16).Round)));
    }

    [Fact]
    public void ATailThatIsNotWritten()
    {
        var fixture = FixtureSet<sbyte>.FromVectors(Ring("int8:4", "int8:4", "int32:8")).Whole;
        Equal(
            """
            X
            """,
            fixture.Compare((inputs, outputs, batch) =>
            {
                for (var i = 0; i < (batch == 1 ? 1 : batch / 4 * 4); i++) Kernel(fixture, inputs.Slice(i * 8, 8), outputs.Slice(i * 8, 8));
            }));
    }

    private static void Equal(string expected, FixtureReport report) => Assert.Equal(expected.ReplaceLineEndings("\n"), report.Text);

    /// <summary>Two layers of 8 neurons, each with 3 neighbours; the numbers do not fit bfloat16 sums.</summary>
    private static VectorSet Ring(string weights, string activations, string accumulator)
    {
        var formats = new FormatTriple(FixtureSamples.Format(weights), FixtureSamples.Format(activations), FixtureSamples.Format(accumulator));
        var layer = LayerFactory.FromMatrix(8, 8, (i, j) => (i - j + 8) % 8 < 3 ? new Dyadic((5 * i + 3 * j) % 11 - 3, -4) : null, j => new Dyadic(j - 2, -4)) with { Ceiling = new Dyadic(3, -2) };
        var network = new DyadicNetwork("ring", new([layer, layer with { Ceiling = null }]));
        var items = Enumerable.Range(0, 12).Select(item => LabelledInput.Of(item == 0 ? "zero" : $"mixture: {item}", 8, i => new Dyadic(item * (7 * item + 5 * i) % 29, -4))).ToArray();
        var rounded = NetworkRounding.Round(network, formats, out var fault) ?? throw new InvalidOperationException(fault);
        return VectorSets.FromNetwork(rounded, items, 1, false, out fault) ?? throw new InvalidOperationException(fault);
    }

    private static void Kernel<T>(ExactFixture<T> fixture, ReadOnlySpan<T> input, Span<T> output, bool hasCeiling = true, Func<Dyadic, Dyadic>? accumulate = null)
        where T : unmanaged
    {
        var format = fixture.Formats.Activations;
        accumulate ??= fixture.Formats.Accumulator.Round;
        var values = input.ToArray().Select(value => FixtureSamples.Value(format, value)).ToArray();
        foreach (var layer in fixture.Layers)
        {
            var sums = new Dyadic[layer.Outputs];
            for (var neuron = 0; neuron < sums.Length; neuron++)
            {
                for (var edge = layer.RowStarts[neuron]; edge < layer.RowStarts[neuron + 1]; edge++)
                    sums[neuron] = accumulate(sums[neuron] + accumulate(Dyadic.FromDouble(layer.Weights[edge]) * values[layer.Columns[edge]]));
                sums[neuron] = Dyadic.Max(accumulate(sums[neuron] + Dyadic.FromDouble(layer.Biases[neuron])), Dyadic.Zero);
                if (hasCeiling) sums[neuron] = Dyadic.Min(sums[neuron], Dyadic.FromDouble(layer.Ceiling));
            }

            values = Array.ConvertAll(sums, format.Round);
        }

        for (var i = 0; i < output.Length; i++) output[i] = FixtureElements.FromBits<T>(format.ToBits(values[i]));
    }
}
