using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;
using SparseDnn.Contract;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Networks;

/// <summary>Layers over any semiring in any element format, before any of them is declared.</summary>
public sealed class SemiringLayerTests
{
    private static readonly long One = BitConverter.DoubleToInt64Bits(1),
        NegativeZero = BitConverter.DoubleToInt64Bits(-0.0);

    [Fact]
    public void EveryFormatHasARowWhoseBitsReadBack()
    {
        Assert.Equal(Enum.GetValues<ElementFormat>(), NumberTypes.All.Select(row => row.Format));
        Assert.Equal(NumberTypes.All.Count, NumberTypes.All.Select(row => row.Name).Distinct().Count());
        foreach (var element in KnownSemirings.All.SelectMany(semiring => semiring.Elements).Where(element => element.IsUsable))
        {
            var row = NumberTypes.Of(element.Format);
            Assert.Equal(element.Zero, row.FromBits(element.ZeroBits!.Value));
            Assert.Equal(element.One, row.FromBits(element.OneBits!.Value));
        }

        Assert.Equal(unchecked((long)ulong.MaxValue), KnownSemirings.OrAnd.GetElement(ElementFormat.Word64)!.OneBits);
        Assert.Equal(int.MinValue, KnownSemirings.MaxMin.GetElement(ElementFormat.Int32)!.ZeroBits);
        Assert.Equal(
            (double)0.1f,
            BitConverter.Int64BitsToDouble(NumberTypes.Of(ElementFormat.Binary32).ToBits(CarrierValue.Number(0.1))!.Value)
        );
        Assert.Null(NumberTypes.Of(ElementFormat.Int32).ToBits(CarrierValue.Number(1)));
        Assert.Null(NumberTypes.Of(ElementFormat.Binary32).ToBits(CarrierValue.Undecided));
    }

    [Fact]
    public void RowsAreFoundByTheirType()
    {
        foreach (var row in KnownSemirings.All)
        {
            var type = row.TypeName["global::".Length..];
            Assert.True(KnownSemirings.TryGetByType(type, KnownSemirings.Assembly, out var found));
            Assert.False(KnownSemirings.TryGetByType(type, "Mine", out _));
            Assert.Same(row, found);
            Assert.Equal(
                row.Name,
                string.Concat(
                    type[(KnownSemirings.Assembly.Length + 1)..]
                        .Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c))
                )
            );
        }

        Assert.False(KnownSemirings.TryGetByType("Mine.MinPlus", "Mine", out _));
    }

    [Theory]
    [InlineData("min-plus", null, ElementFormat.Binary32, "min-plus, no epilogue")]
    [InlineData("plus-times", "max-plus", ElementFormat.Binary64, "no bias, ReLU")]
    [InlineData(
        "plus-times",
        "min-plus",
        ElementFormat.Binary64,
        "plus-times then min-plus, absent sums count as 0 (dense), no bias, min with 0"
    )]
    [InlineData(
        "min-plus",
        "max-plus",
        ElementFormat.Binary32,
        "min-plus then max-plus, absent sums count as ∞ (dense), no bias, max with 0"
    )]
    [InlineData(
        "max-min",
        "max-min",
        ElementFormat.Int32,
        "max-min then max-min, absent sums count as −2147483648 (dense), no bias, max with 2147483647"
    )]
    [InlineData("or-and", null, ElementFormat.Word64, "or-and, no epilogue")]
    public void LayersSaySemiringsEpilogueAndCrossingRule(string correlate, string? select, ElementFormat format, string text)
    {
        var layer = Layer(correlate, select, format);
        Assert.False(layer.HasBias);
        Assert.Equal(text, NetworkPrinter.Epilogue(layer));
        if (select is null)
            return;
        Assert.Contains(
            "absent sums stay absent",
            NetworkPrinter.Epilogue(
                layer with
                {
                    Semirings = layer.Semirings with { Correlate = KnownSemirings.MaxMin },
                    BiasMode = BiasMode.NonzeroSums,
                }
            ),
            StringComparison.Ordinal
        );
        var biased = layer with { Biases = RoundedValues.FromBits(5, 2), Activation = Activation.None };
        Assert.True(biased.HasBias);
        Assert.False(biased.HasActivation);
        Assert.Contains("bias ", NetworkPrinter.Epilogue(biased), StringComparison.Ordinal);
    }

    [Fact]
    public void AReLULayerWithABiasSaysItsCrossingRule()
    {
        var layer = Layer("plus-times", "max-plus", ElementFormat.Binary32) with
        {
            Biases = RoundedValues.FromBits(One, 2),
            Ceiling = 0.1f,
        };
        Assert.Equal("bias 1 (dense), ReLU, ceiling 0.1", NetworkPrinter.Epilogue(layer));
        Assert.Equal("bias 1 on nonzero sums, ReLU, ceiling 0.1", NetworkPrinter.Epilogue(layer with { BiasMode = BiasMode.NonzeroSums }));
        Assert.False((layer with { Biases = RoundedValues.FromBits(NegativeZero, 2) }).HasBias);
    }

    [Fact]
    public void HeadlinesNameWhatIsNoReLUNetwork()
    {
        Network network = new("N", ElementFormat.Int64, Summation.Planned, new([Layer("max-min", null, ElementFormat.Int64)]));
        Assert.Equal("max-min", PlanText.Semirings(network));
        Assert.Equal(
            "N: 1 layer, 3 → 2 neurons, 2 edges, int64, max-min",
            PlanText.Headline("N", 3, 2, 1, 2, network.Elements, network.Summation, PlanText.Semirings(network))
        );
        Assert.Throws<InvalidOperationException>(() => network.Format);
        Assert.Equal(
            "",
            PlanText.Semirings(
                new("N", ElementFormat.Binary32, Summation.Planned, new([Layer("plus-times", "max-plus", ElementFormat.Binary32)]))
            )
        );
    }

    [Fact]
    public void AFormatWithoutTheSemiringIsNoLayer() =>
        Assert.Throws<InvalidOperationException>(() => Layer("min-plus", null, ElementFormat.Int32).Correlate);

    [Theory]
    [InlineData("max-min", ElementFormat.Int32, int.MinValue + 1L, 77L)]
    [InlineData("max-min", ElementFormat.Int64, long.MaxValue - 1, -5L)]
    [InlineData("or-and", ElementFormat.Boolean, 1L, 0L)]
    [InlineData("or-and", ElementFormat.Word64, long.MinValue, -2L)]
    [InlineData("max-plus", ElementFormat.Binary64, 0x3FF0000000000001L, unchecked((long)0xFFF0000000000000UL))]
    [InlineData("max-plus", ElementFormat.Binary32, 0x3FF0000020000000L, 0x7FF0000000000000L)]
    public void EveryFormatSurvivesEncoding(string semiring, ElementFormat format, long first, long second)
    {
        var layer = Layer(semiring, semiring, format) with
        {
            Weights = RoundedValues.FromBits([first, second]),
            Biases = RoundedValues.FromBits([second, first]),
        };
        foreach (
            var variant in new[]
            {
                layer,
                layer with
                {
                    Biases = RoundedValues.FromBits(layer.Select!.OneBits!.Value, 2),
                    BiasMode = BiasMode.NonzeroSums,
                },
                layer with
                {
                    Semirings = layer.Semirings with { Select = null },
                },
            }
        )
        {
            var plan = Planner.Plan(new("N", format, Summation.Planned, new([variant]))).Layers[0];
            foreach (var ordered in Enum.GetValues<OrderedInputs>())
            {
                var data = plan.Data with { Ordered = ordered, KeepsOrdered = ordered == OrderedInputs.NoNaN };
                var units = LayerDataCodec.Encode(data);
                Assert.Equal(units.Length, LayerDataCodec.CountUnits(data));
                var decoded = LayerDataCodec.Decode(Array.ConvertAll(units, unit => (char)unit));
                Assert.Equal(data, decoded);
                Assert.Equal((variant.HasBias, variant.HasActivation), (decoded.HasBias, decoded.HasActivation));
            }
        }
    }

    private static Layer Layer(string correlate, string? select, ElementFormat format)
    {
        Assert.True(KnownSemirings.TryGet(correlate, out var s1));
        SemiringSpecification? s2 = null;
        if (select is not null)
            Assert.True(KnownSemirings.TryGet(select, out s2));
        var biases = s2?.GetElement(format) is { OneBits: { } one } ? RoundedValues.FromBits(one, 2) : RoundedValues.FromBits(0, 0);
        var weights = NumberTypes.Of(format).Real is null ? RoundedValues.FromBits(1, 2) : new RoundedValues(1, 2);
        return new(
            format,
            new CsrPattern(2, 3, [0, 1, 2], [0, 2]),
            weights,
            biases,
            BiasMode.Dense,
            Activation.ReLU,
            double.PositiveInfinity,
            new(s1, s2)
        );
    }
}
