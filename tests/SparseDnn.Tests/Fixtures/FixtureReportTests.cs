using System;
using System.Globalization;
using System.Linq;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Tests.Fixtures;

/// <summary>Whole reports, as a person reads them.</summary>
public sealed class FixtureReportTests
{
    [Fact]
    public void ReportsAreTheSameInEveryCulture()
    {
        var own = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("sv-SE").Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (
            "\u2212",
            ",",
            "\u00A0"
        );
        try
        {
            CultureInfo.CurrentCulture = culture;
            ACeilingThatIsNotApplied();
            SumsThatBreakTheirBound();
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    [Fact]
    public void ACeilingThatIsNotApplied()
    {
        var fixture = FixtureSet<float>.FromVectors(Ring("binary32", "binary32", "binary32")).AllItems;
        Equal(
            """
            ring: all items: 45 of 96 values are wrong, in 9 of 12 items.

              item            neuron      expected       actual  expected bits  actual bits  ulps apart
              [1] mixture: 1     [0]   0.193359375   0.23266602     0x3E460000   0x3E6E4000   2,637,824
              [1] mixture: 1     [1]    0.12475586  0.119140625     0x3DFF8000   0x3DF40000     753,664
              [1] mixture: 1     [2]     0.3046875   0.33544922     0x3E9C0000   0x3EABC000   1,032,192
              [2] mixture: 2     [4]    0.66381836    0.7385254     0x3F29F000   0x3F3D1000   1,253,376
              [2] mixture: 2     [5]  0.3896484375   0.41674805     0x3EC78000   0x3ED56000     909,312
              [2] mixture: 2     [6]  0.6123046875   0.72875977     0x3F1CC000   0x3F3A9000   1,953,792
              [3] mixture: 3     [4]     0.7104492    0.7661133     0x3F35E000   0x3F442000     933,888
              [3] mixture: 3     [5]    0.34350586   0.32495117     0x3EAFE000   0x3EA66000     622,592
              … and 37 more

            Equal bits are demanded: the terms of each sum are multiples of some 2^g and their magnitudes add up to at most 2^(p + g), so binary32 holds every partial sum in any order, fused or not, with 12.3 bits to spare in layer 2.
            Likely cause: the ceiling of layer 1 is not applied (this explains every wrong value).
            """,
            fixture.Compare((input, output) => Kernel(fixture, input, output, hasCeiling: false))
        );
    }

    [Fact]
    public void SumsThatBreakTheirBound()
    {
        var fixture = FixtureSet<ushort>.FromVectors(Ring("bfloat16", "bfloat16", "bfloat16")).AllItems;
        Equal(
            """
            ring: all items: 54 of 96 values are wrong, in 12 of 12 items.

              item            neuron    expected    actual  expected bits  actual bits  ulps apart       bound
              [0] zero           [3]  0.06640625    0.0625         0x3D88       0x3D80           8           0
              [0] zero           [4]  0.28515625   0.28125         0x3E92       0x3E90           2           0
              [0] zero           [5]  0.26171875      0.25         0x3E86       0x3E80           6           0
              [1] mixture: 1     [2]   0.3046875    0.3125         0x3E9C       0x3EA0           4           0
              [1] mixture: 1     [4]    0.734375      0.75         0x3F3C       0x3F40           4  0.01171875
              [1] mixture: 1     [5]    0.265625      0.25         0x3E88       0x3E80           8   0.0078125
              [2] mixture: 2     [2]  0.08203125  0.078125         0x3DA8       0x3DA0           8           0
              [2] mixture: 2     [4]   0.6640625     0.625         0x3F2A       0x3F20          10  0.01171875
              … and 46 more

            |actual − expected| ≤ bound is demanded: each rounding in bfloat16 moves a sum by a known share at most, in any order, fused or not, and the bound adds these up through all layers (equal bits would take 3.7 more bits in layer 2).
            Likely cause: sums are accumulated in e4m3 instead of bfloat16 (this explains every wrong value).
            """,
            fixture.Compare((input, output) => Kernel(fixture, input, output, accumulate: StorageFormats.Of(NumberFormats.E4M3).Round))
        );
    }

    [Fact]
    public void ATailThatIsNotWritten()
    {
        var fixture = FixtureSet<sbyte>.FromVectors(Ring("int8:4", "int8:4", "int32:8")).AllItems;
        Equal(
            """
            ring: all items: 32 of 96 values are wrong, in 4 of 12 items.
            Items were given in batches of 3; batches of 1 are right.

              item            neuron  expected   actual  expected bits  actual bits  ulps apart   bound
              [3] mixture: 3     [0]    0.1875   -5.625           0x03         0xA6          93  0.0625
              [3] mixture: 3     [1]     0.125  -5.5625           0x02         0xA7          91  0.0625
              [3] mixture: 3     [2]     0.125  -5.5625           0x02         0xA7          91       0
              [6] mixture: 6     [0]    0.1875   -5.625           0x03         0xA6          93       0
              [6] mixture: 6     [1]     0.125  -5.5625           0x02         0xA7          91       0
              [6] mixture: 6     [2]    0.1875   -5.625           0x03         0xA6          93  0.0625
              [9] mixture: 9     [0]         0  -5.6875           0x00         0xA5          91       0
              [9] mixture: 9     [1]         0  -5.6875           0x00         0xA5          91       0
              … and 24 more

            |actual − expected| ≤ bound is demanded: each rounding in int32:8 moves a sum by a known share at most, in any order, fused or not, and the bound adds these up through all layers (equal bits would take 4 more bits in layer 2).
            Likely cause: the last items of a batch are never written (this explains every wrong value).
            """,
            fixture.Compare(
                (inputs, outputs, batch) =>
                {
                    for (var i = 0; i < (batch == 1 ? 1 : batch / 2 * 2); i++)
                        Kernel(fixture, inputs.Slice(i * 8, 8), outputs.Slice(i * 8, 8));
                }
            )
        );
    }

    private static void Equal(string expected, FixtureReport report) => Assert.Equal(expected.ReplaceLineEndings("\n"), report.Text);

    /// <summary>Two layers of 8 neurons, each with 3 neighbours; whose sums need more bits than bfloat16 has.</summary>
    private static VectorSet Ring(string weights, string activations, string accumulator)
    {
        var formats = new FormatTriple(
            FixtureSamples.Format(weights),
            FixtureSamples.Format(activations),
            FixtureSamples.Format(accumulator)
        );
        var layer = LayerFactory.FromMatrix(
            8,
            8,
            (i, j) => (i - j + 8) % 8 < 3 ? new Dyadic((5 * i + 3 * j) % 11 - 3, -4) : null,
            j => new Dyadic(j - 2, -4)
        ) with
        {
            Ceiling = new Dyadic(3, -2),
        };
        var network = new DyadicNetwork("ring", new([layer, layer with { Ceiling = null }]));
        var items = Enumerable
            .Range(0, 12)
            .Select(item =>
                LabelledInput.Of(item == 0 ? "zero" : $"mixture: {item}", 8, i => new Dyadic(item * (7 * item + 5 * i) % 29, -4))
            )
            .ToArray();
        var rounded = NetworkRounding.Round(network, formats, out var fault) ?? throw new InvalidOperationException(fault);
        return VectorSets.FromNetwork(rounded, items, 1, false, out fault) ?? throw new InvalidOperationException(fault);
    }

    private static void Kernel<T>(
        ExactFixture<T> fixture,
        ReadOnlySpan<T> input,
        Span<T> output,
        bool hasCeiling = true,
        Func<Dyadic, Dyadic>? accumulate = null
    )
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
                    sums[neuron] = accumulate(
                        sums[neuron] + accumulate(Dyadic.FromDouble(layer.Weights[edge]) * values[layer.Columns[edge]])
                    );
                sums[neuron] = Dyadic.Max(accumulate(sums[neuron] + Dyadic.FromDouble(layer.Biases[neuron])), Dyadic.Zero);
                if (hasCeiling)
                    sums[neuron] = Dyadic.Min(sums[neuron], Dyadic.FromDouble(layer.Ceiling));
            }

            values = Array.ConvertAll(sums, format.Round);
        }

        for (var i = 0; i < output.Length; i++)
            output[i] = FixtureElements.FromBits<T>(format.ToBits(values[i]));
    }
}
