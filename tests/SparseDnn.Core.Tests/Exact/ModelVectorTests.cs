using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Exact.Vectors.Codec;
using SparseDnn.Networks;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Vectors of compiled networks over every semiring and element format, against plain loops.</summary>
public sealed class ModelVectorTests
{
    [Fact]
    public void VectorsSayWhatRoundingChanged()
    {
        var model = Sound(Build(3, Edges("0 0 0.25; 1 0 0.3; 2 0 1.5", 1, Plain with { Bias = 0.1 })));
        Assert.Equal("", VectorSets.FromModel(model, null, new InputSetOptions(1, 4), false, out _)!.Rounding);
        var narrow = VectorSets.FromModel(
            model,
            new FormatTriple(StorageFormats.Of(NumberFormats.BFloat16), StorageFormats.Binary32, StorageFormats.Of(NumberFormats.Binary16)),
            new InputSetOptions(1, 4),
            false,
            out _
        )!;
        Assert.Equal(
            "bfloat16 rounds 1 weights, most weight 2 of layer 1, by 0.000781; binary16 rounds 1 biases and ceilings, most "
                + "bias 1 of layer 1, by 2.44E-05",
            narrow.Rounding
        );
        Assert.Equal(narrow, VectorCodec.Decode(VectorCodec.Encode(narrow)));
    }

    // Neuron 0 is never active in the first range, so that its plan leaves it out.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2)]
    [InlineData(2, 255)]
    public void InputsLieInDeclaredRanges(double low, double high)
    {
        var model = Sound(Build(3, Edges("0 0 -1; 1 0 -2; 1 1 1; 2 1 0.5", 2, Plain), Edges("0 0 1; 1 0 1", 1, Plain))) with
        {
            InputRanges = InputRanges.All(new Interval(low, high)),
        };
        var vectors = VectorSets.FromModel(model, null, new InputSetOptions(1, 24) { Low = -2, High = 300 }, false, out _)!;
        Assert.True(vectors.Inputs.Count > 8);
        Assert.All(
            vectors.Inputs.SelectMany(item => item),
            value => Assert.True(value >= Dyadic.FromDouble(low) && value <= Dyadic.FromDouble(high), value.ToString())
        );
        Assert.Single(Planner.PlanTables(model).Layers[0].Data.SumOfOutput);
        for (var item = 0; item < vectors.Inputs.Count; item++)
            Assert.Equal(
                vectors.Outputs[item].Select(value => value.ToDouble()),
                RoundedEvaluator.Evaluate(model, vectors.Inputs[item].Select(value => value.ToDouble()).ToArray())
            );
    }

    [Fact]
    public void EachInputLiesInItsOwnRange()
    {
        var ranges = new[] { new Interval(-3, -2), new Interval(0, 0), new Interval(0.25, 0.5) };
        var model = Sound(Build(3, Edges("0 0 -1; 1 0 -2; 1 1 1; 2 1 0.5", 2, Plain))) with { InputRanges = InputRanges.Each(ranges) };
        var vectors = VectorSets.FromModel(model, null, new InputSetOptions(1, 8) { Certify = true }, false, out _)!;
        Assert.All(
            vectors.Inputs,
            item =>
                Assert.All(
                    ranges.Zip(item),
                    pair =>
                        Assert.True(pair.Second >= Dyadic.FromDouble(pair.First.Low) && pair.Second <= Dyadic.FromDouble(pair.First.High))
                )
        );
        Assert.NotEmpty(vectors.Inputs);
    }

    public static TheoryData<string, ElementFormat> Linear
    {
        get
        {
            var data = new TheoryData<string, ElementFormat>();
            foreach (var semiring in KnownSemirings.All)
            foreach (var element in semiring.Elements.Where(element => element.IsUsable))
                data.Add(semiring.Name, element.Format);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Linear))]
    public void EveryLinearNetworkHasVectors(string name, ElementFormat format)
    {
        var model = Sound(
            Build(
                20,
                new Oscillation(Semiring(name), null),
                format,
                [],
                Random(30, 6, 3, Linearly, Least(name, format), Greatest(name, format)),
                Random(9, 8, 5, Linearly, Least(name, format), Greatest(name, format))
            )
        );
        var vectors = Vectors(model);
        Agrees(vectors);
        var isReal = NumberTypes.Of(format).Real is not null;
        if (name != "plus-times" || !isReal)
        {
            Assert.Equal(name == "log" ? ExactnessGround.Replay : ExactnessGround.OrderFree, vectors.Ground);
            Assert.All(vectors.Layers, layer => Assert.Single(layer.Layer.Semirings.Names));
        }

        foreach (var kind in new[] { "zero", "all on", "one-hot", "mixture" })
            Assert.Contains(vectors.Labels, label => label.StartsWith(kind, StringComparison.Ordinal));
        Assert.Equal(vectors.Inputs.Count, vectors.Inputs.Distinct().Count());
    }

    [Theory]
    [InlineData("max-plus", "min-plus", ElementFormat.Binary32, 0.375, 2.5)]
    [InlineData("min-plus", "max-min", ElementFormat.Binary64, 0.375, 2.5)]
    [InlineData("max-min", "min-max", ElementFormat.Int32, 3.0, 50.0)]
    [InlineData("max-min", "min-max", ElementFormat.Int64, 3.0, 5.0)]
    [InlineData("max-times", "max-plus", ElementFormat.Binary32, -0.25, 0.75)]
    [InlineData("plus-times", "min-plus", ElementFormat.Binary32, 0.375, 2.5)]
    [InlineData("plus-times", "max-min", ElementFormat.Int32, 3.0, 70.0)]
    [InlineData("min-plus", "log", ElementFormat.Binary64, 0.375, 2.5)]
    public void EveryPairHasVectors(string correlate, string select, ElementFormat format, double bias, double ceiling)
    {
        var (least, greatest) = (Least(correlate, format), Greatest(correlate, format));
        var model = Sound(
            Build(
                20,
                new Oscillation(Semiring(correlate), Semiring(select)),
                format,
                [],
                Random(30, 7, 3, Plain with { Bias = bias, BiasMode = BiasMode.NonzeroSums }, least, greatest),
                Random(25, 5, 4, Plain with { Bias = bias, Ceiling = ceiling }, least, greatest),
                Random(
                    12,
                    9,
                    4,
                    Plain with
                    {
                        Bias = bias,
                        Activation = Activation.None,
                        BiasMode = BiasMode.NonzeroSums,
                    },
                    least,
                    greatest
                ),
                Random(9, 10, 5, Plain, least, greatest)
            )
        );
        var vectors = Vectors(model);
        Agrees(vectors);
        var rounds = select == "log" || (correlate == "plus-times" && format == ElementFormat.Binary32);
        Assert.Equal(rounds ? ExactnessGround.Replay : ExactnessGround.OrderFree, vectors.Ground);
        Assert.All(vectors.Layers, layer => Assert.Equal(select, layer.Layer.Semirings.Select?.Key));
        // In integers One of max-min absorbs every sum but itself.
        if (correlate != "plus-times" || format != ElementFormat.Int32)
            Assert.Contains(vectors.Labels, label => label.StartsWith("kink", StringComparison.Ordinal));
        Assert.Equal(32, vectors.Inputs.Count);
    }

    // Weights of few bits and of many: real plus-times before another epilogue is free of order where its certificate says so.
    [Theory]
    [InlineData(0, ExactnessGround.OrderFree)]
    [InlineData(1e-6, ExactnessGround.Replay)]
    public void CertifiedSumsBeforeAnotherEpilogueAreFreeOfOrder(double more, ExactnessGround ground)
    {
        var edges = string.Join(
            ";",
            Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i % 12} {i / 12} {(i % 5) - 1.5 + more}"))
        );
        var vectors = Vectors(
            Sound(
                Build(
                    12,
                    new Oscillation(KnownSemirings.PlusTimes, KnownSemirings.MinPlus),
                    ElementFormat.Binary32,
                    [],
                    Edges(edges, 5, Plain with { Bias = 0.375 })
                )
            )
        );
        Agrees(vectors);
        Assert.Equal(ground, vectors.Ground);
        Assert.Equal(ground == ExactnessGround.OrderFree, vectors.Layers[0].Certificate!.HeadroomBits >= 0);
    }

    // One weight a layer and equal neurons, which the planner would rewrite before ReLU.
    [Fact]
    public void BeforeOtherEpiloguesThanReLUsTheDeclaredOrderIsKept()
    {
        var layer = new BandedLayerDeclaration(1, Plain with { Bias = 0.375 }, 3, 9, 2, 3, 0.3);
        var model = Sound(Build(9, new Oscillation(KnownSemirings.PlusTimes, KnownSemirings.MinPlus), ElementFormat.Binary32, [], layer));
        Assert.False(model.MayReorder);
        var vectors = VectorSets.FromModel(model, null, new InputSetOptions(), false, out _)!;
        Assert.Equal(ExactnessGround.Replay, vectors.Ground);
        for (var item = 0; item < vectors.Inputs.Count; item++)
            Assert.Equal(
                vectors.Outputs[item].Select(value => value.ToDouble()),
                RoundedEvaluator.Evaluate(model, vectors.Inputs[item].Select(value => value.ToDouble()).ToArray())
            );
    }

    [Fact]
    public void OnlyCertifiedItemsMayBeAskedFor()
    {
        // 20 bits of weight leave 4 for the inputs of binary32: some mixtures are certified, others not.
        var edges = string.Join(
            ";",
            Enumerable.Range(0, 24).Select(i => FormattableString.Invariant($"{i % 12} {i / 12} {1 + Math.Pow(2, -18)}"))
        );
        var options = new InputSetOptions(1, 12);
        var model = Sound(
            Build(
                12,
                new Oscillation(KnownSemirings.PlusTimes, KnownSemirings.MinPlus),
                ElementFormat.Binary32,
                [],
                Edges(edges, 2, Plain with { Bias = 0.375 })
            )
        );
        Assert.Equal(ExactnessGround.Replay, VectorSets.FromModel(model, null, options, false, out _)!.Ground);
        var certified = VectorSets.FromModel(model, null, options with { Certify = true }, false, out var fault);
        Assert.Null(fault);
        Assert.Equal((ExactnessGround.OrderFree, 12), (certified!.Ground, certified.Inputs.Count));
        Agrees(VectorSets.FromModel(model, null, options with { Certify = true }, true, out _)!);
        // Products of two weights of 24 bits.
        const string fineEdges = "0 0 1.00000011920928955078125; 1 1 1.00000011920928955078125";
        var linear = Plain with { Activation = Activation.None };
        var fine = Sound(
            Build(
                2,
                new Oscillation(KnownSemirings.PlusTimes, KnownSemirings.MinPlus),
                ElementFormat.Binary32,
                [],
                Edges(fineEdges, 2, linear),
                Edges(fineEdges, 2, linear)
            )
        );
        Assert.Null(VectorSets.FromModel(fine, null, options with { Certify = true }, false, out fault));
        Assert.Contains("only item 'zero: every input absent'", fault, StringComparison.Ordinal);
        var ordered = Sound(Build(8, new Oscillation(KnownSemirings.Log, null), ElementFormat.Binary64, [], Random(5, 4, 1, Linearly)));
        Assert.Null(VectorSets.FromModel(ordered, null, options with { Certify = true }, false, out fault));
        Assert.Contains("layer 1 is over log", fault, StringComparison.Ordinal);
    }

    // Each such item is on the side that its label says, and one input away from an item on the other side.
    [Theory]
    [InlineData(0.25)]
    [InlineData(-0.25)]
    [InlineData(-0.625)]
    public void KinkAndCeilingItemsLieOnBothSides(double limit)
    {
        var model = Sound(
            Build(
                20,
                new Oscillation(KnownSemirings.MaxPlus, KnownSemirings.MinPlus),
                ElementFormat.Binary64,
                [],
                Random(6, 7, 3, Plain with { Bias = 0.375, Ceiling = limit })
            )
        );
        var vectors = Vectors(model);
        var layer = vectors.Layers[0].Layer;
        var plain = PlainArithmetic.Of("binary64");
        var (kinks, ceilings) = (0, 0);
        for (var item = 0; item < vectors.Labels.Count; item++)
        {
            var label = vectors.Labels[item];
            var isKink = label.StartsWith("kink", StringComparison.Ordinal);
            if (!isKink && !label.StartsWith("ceiling", StringComparison.Ordinal))
                continue;
            if (isKink)
                kinks++;
            else
                ceilings++;
            var neuron = int.Parse(label.Split("neuron ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) - 1;
            var side =
                label.EndsWith("takes One", StringComparison.Ordinal) || label.StartsWith("ceiling: reached", StringComparison.Ordinal);
            Assert.Equal(side, IsChanged(item));
            Assert.Contains(
                Enumerable.Range(0, vectors.Labels.Count),
                other =>
                    vectors.Inputs[item].Zip(vectors.Inputs[other], (x, y) => x != y).Count(differs => differs) == 1
                    && IsChanged(other) != side
            );

            bool IsChanged(int of) =>
                Output(of, isKink ? layer with { Activation = Activation.None, Ceiling = null } : layer with { Ceiling = null })
                != Output(of, isKink ? layer with { Ceiling = null } : layer);
            Dyadic Output(int of, DyadicLayer only) => plain.InOrder(new DyadicNetwork("one", new([only])), vectors.Inputs[of])[0][neuron];
        }

        Assert.InRange(kinks, 1, 4);
        Assert.InRange(ceilings, limit > 0 ? 0 : 1, limit > 0 ? 0 : 4); // min with One keeps outputs at 0 or below
    }

    [Fact]
    public void PlusTimesWithReluTakesTheExactPath()
    {
        foreach (
            var epilogue in new[]
            {
                Plain with
                {
                    Bias = 0.25,
                    Ceiling = 4,
                },
                Plain with
                {
                    Epilogue = Epilogue.None,
                },
                Plain with
                {
                    Activation = Activation.None,
                    Bias = -0.5,
                },
            }
        )
        {
            var model = Sound(
                Build(
                    8,
                    Oscillation.ReLU,
                    ElementFormat.Binary32,
                    [],
                    Edges("0 0 0.5; 1 0 -1; 2 1 1.5; 7 2 1", 3, epilogue),
                    Edges("0 0 1; 1 0 1; 2 1 -2", 2, epilogue)
                )
            );
            var vectors = VectorSets.FromModel(model, null, new InputSetOptions(), false, out var fault);
            Assert.Null(fault);
            Assert.Equal(
                VectorSets.FromNetwork(
                    vectors!.Network,
                    FormatTriple.Uniform(StorageFormats.Binary32),
                    new InputSetOptions(),
                    false,
                    out _
                ),
                vectors
            );
            for (var item = 0; item < vectors.Inputs.Count; item++)
                if (vectors.Bounds is null)
                    Assert.Equal(
                        vectors.Outputs[item].Select(value => value.ToDouble()),
                        RoundedEvaluator
                            .Evaluate(model, [.. vectors.Inputs[item].Select(value => value.ToDouble())])
                            .Select(value => value + 0.0)
                    );
            Assert.Equal(
                StorageFormats.Int8(2),
                VectorSets
                    .FromModel(model, FormatTriple.Uniform(StorageFormats.Int8(2)), new InputSetOptions(), true, out _)!
                    .Formats.Weights
            );
        }
    }

    [Fact]
    public void FaultsSayWhatToDo()
    {
        var model = Sound(Build(4, new Oscillation(KnownSemirings.MinPlus, null), null, [], Edges("0 0 1; 1 1 2", 2)));
        Assert.NotNull(VectorSets.FromModel(model, FormatTriple.Uniform(StorageFormats.Binary32), new InputSetOptions(), false, out _));
        Assert.Null(
            VectorSets.FromModel(model, FormatTriple.Uniform(StorageFormats.Binary64), new InputSetOptions(), false, out var fault)
        );
        Assert.Contains("min-plus in binary32", fault, StringComparison.Ordinal);
        SemiringSpecification own = new("Own", "⊕", "⊗", 0, 1)
        {
            Elements = new([
                SemiringElement.Opaque(ElementFormat.Binary32, CarrierValue.Number(0), CarrierValue.Number(1), "Its body calls a method."),
            ]),
        };
        Assert.Null(
            VectorSets.FromModel(
                Sound(Build(2, new Oscillation(own, null), null, [], Edges("0 0 1", 1))),
                null,
                new InputSetOptions(),
                false,
                out fault
            )
        );
        Assert.Contains("Its body calls a method.", fault, StringComparison.Ordinal);
        using var cancelled = new System.Threading.CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            VectorSets.FromModel(model, null, new InputSetOptions(), false, out _, cancelled.Token)
        );
    }

    // A semiring of one's own: which of its operations round decides.
    [Fact]
    public void OperationsThatRoundMoreThanOnceKeepTheirOrder()
    {
        OperatorExpression a = OperatorExpression.A,
            b = OperatorExpression.B;
        Assert.Equal(ExactnessGround.OrderFree, Ground(OperatorExpression.Max(a, b), a * b));
        Assert.Equal(
            ExactnessGround.OrderFree,
            Ground(OperatorExpression.Conditional(OperatorExpression.Apply(ExpressionOperator.Less, a, b), b, a), a * b)
        );
        Assert.Equal(ExactnessGround.Replay, Ground(OperatorExpression.Max(a, b), (a * b) + a));
        Assert.Equal(ExactnessGround.OrderFree, Ground(-OperatorExpression.Min(-a, -b), a * b));
        Assert.Equal(ExactnessGround.Replay, Ground(OperatorExpression.Max((a + 1) - 1, b), a * b)); // ideally max(a, b)
        Assert.Equal(ExactnessGround.Replay, Ground(a, a * b));
        Assert.Equal(ExactnessGround.Replay, Ground(a + b, a * b));

        static ExactnessGround Ground(OperatorExpression add, OperatorExpression multiply)
        {
            SemiringCandidate candidate = new(
                "Own",
                add,
                multiply,
                CarrierValue.Number(0),
                CarrierValue.Number(1),
                Carrier.NonNegativeReals
            );
            SemiringSpecification own = new("Own", "⊕", "⊗", 0, 1)
            {
                Elements = new([SemiringElement.Exists(ElementFormat.Binary64, candidate)]),
            };
            return VectorSets
                .FromModel(
                    Sound(Build(6, new Oscillation(own, null), ElementFormat.Binary64, [], Random(5, 4, 1, Linearly, 0.25, 2))),
                    null,
                    new InputSetOptions(),
                    false,
                    out _
                )!
                .Ground;
        }
    }

    [Fact]
    public void EqualSeedsGiveEqualVectors()
    {
        var model = Sound(
            Build(20, new Oscillation(KnownSemirings.MaxMin, null), ElementFormat.Int32, [], Random(9, 5, 3, Linearly, -9, 9))
        );
        Assert.Equal(Vectors(model), Vectors(model));
        Assert.NotEqual(Vectors(model).Inputs, VectorSets.FromModel(model, null, new InputSetOptions(2), false, out _)!.Inputs);
        Assert.Equal(7, SemiringInputs.Choose(model, new InputSetOptions(1, 7)).Count);
        var tiny = Sound(Build(2, new Oscillation(KnownSemirings.OrAnd, null), ElementFormat.Boolean, [], Edges("0 0 1; 1 0 1", 1)));
        Assert.Equal(4, Vectors(tiny).Inputs.Count);
    }

    private static EpilogueDeclaration Linearly => Plain with { Epilogue = Epilogue.None };

    private static VectorSet Vectors(Network model)
    {
        var vectors = VectorSets.FromModel(model, null, new InputSetOptions(), true, out var fault);
        Assert.Null(fault);
        Assert.Equal(vectors, VectorCodec.Decode(VectorCodec.Encode(vectors!)));
        return vectors!;
    }

    private static void Agrees(VectorSet vectors)
    {
        if (vectors.Ground is ExactnessGround.Certificate or ExactnessGround.Bound)
            return;
        var plain = PlainArithmetic.Of(vectors.Formats.Activations.Name);
        for (var item = 0; item < vectors.Inputs.Count; item++)
        {
            var outputs = plain.InOrder(vectors.Network, vectors.Inputs[item]);
            Assert.Equal(outputs[^1], vectors.Outputs[item]);
            for (var layer = 0; layer < outputs.Length; layer++)
                Assert.Equal(outputs[layer], vectors.Layers[layer].Outputs![item]);
            if (vectors.Ground != ExactnessGround.OrderFree)
                continue;
            for (var seed = 0; seed < 4; seed++)
                Assert.Equal(vectors.Outputs[item], plain.InAnyOrder(vectors.Network, vectors.Inputs[item], seed));
        }

        Assert.All(vectors.Bounds!, item => Assert.All(item, bound => Assert.Equal(0, bound)));
        Assert.True(VectorComparison.Compare(vectors, [.. vectors.Outputs]).IsSound);
    }

    private static SemiringSpecification Semiring(string name) =>
        KnownSemirings.TryGet(name, out var semiring) ? semiring : throw new ArgumentException(name);

    private static double Least(string name, ElementFormat format)
    {
        if (NumberTypes.Of(format).Real is null)
        {
            if (NumberTypes.Of(format).HoldsBits)
                return 1;
            return -100;
        }
        if (name.EndsWith("-times", StringComparison.Ordinal) && name != "plus-times")
            return 0.25;
        return -1;
    }

    private static double Greatest(string name, ElementFormat format)
    {
        if (NumberTypes.Of(format).HoldsBits)
        {
            if (name == "union-intersection")
                return 100_000;
            return 1;
        }
        if (NumberTypes.Of(format).Real is null)
            return 100;
        if (name.EndsWith("-times", StringComparison.Ordinal) && name != "plus-times")
            return 2;
        return 1;
    }
}
