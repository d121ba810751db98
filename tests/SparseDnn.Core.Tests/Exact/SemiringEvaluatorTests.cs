using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using SparseDnn.Analysis;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>The interpreters of networks over any semiring against plain C# written here once more.</summary>
public sealed class SemiringEvaluatorTests
{
    private static readonly double[] Odd =
    [
        0.0,
        -0.0,
        1,
        -1.5,
        0.1f,
        3e38f,
        -3e38f,
        1e-45f,
        -1e-45f,
        double.PositiveInfinity,
        double.NegativeInfinity,
        double.NaN,
    ];

    private static readonly Dictionary<string, (Func<float, float, float> Add, Func<float, float, float> Multiply)> Singles = new()
    {
        ["max-plus"] = (MathF.Max, (a, b) => a + b),
        ["min-plus"] = (MathF.Min, (a, b) => a + b),
        ["max-times"] = (MathF.Max, (a, b) => a * b),
        ["min-times"] = (MathF.Min, (a, b) => a * b),
        ["max-min"] = (MathF.Max, MathF.Min),
        ["min-max"] = (MathF.Min, MathF.Max),
        ["log"] = (static (a, b) => MathF.Log(MathF.Exp(a) + MathF.Exp(b)), (a, b) => a + b),
    };

    public static TheoryData<string> Names => [.. Singles.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SinglesAreComputedAsPlainCode(string name)
    {
        Assert.True(KnownSemirings.TryGet(name, out var semiring));
        var network = Sound(
            Build(12, new Oscillation(semiring, null), null, [], Random(9, 5, 3, min: 0.5, max: 2), Random(4, 9, 4, min: 0.25, max: 3))
        );
        var random = new SplitMix64(5);
        var (add, multiply) = Singles[name];
        for (var item = 0; item < 200; item++)
        {
            var x = Enumerable
                .Range(0, 12)
                .Select(_ => random.Next(3) == 0 ? (float)Odd[random.Next(Odd.Length)] : (float)((random.NextUnit() * 8) - 4))
                .ToArray();
            var y = x;
            foreach (var layer in network.Layers)
                y = Computed(layer, y, (float)semiring.Zero, (values, i) => (float)values[i], add, multiply);
            Assert.Equal(
                y.Select(Bits),
                RoundedEvaluator.Evaluate(network, Array.ConvertAll(x, v => (double)v)).Select(v => Bits((float)v))
            );
        }
    }

    [Fact]
    public void IntegersWrapAndWordsAreBits()
    {
        var random = new SplitMix64(9);
        var sums = Sound(
            Build(
                12,
                Oscillation.ReLU,
                ElementFormat.Int32,
                [],
                Random(9, 5, 3, Plain with { Epilogue = Epilogue.None }, min: -2e9, max: 2e9),
                Random(4, 9, 4, Plain with { Epilogue = Epilogue.None }, min: -2e9, max: 2e9)
            )
        );
        var labels = Sound(
            Build(
                12,
                new Oscillation(KnownSemirings.UnionIntersection, null),
                null,
                [],
                Edges(string.Join(";", Enumerable.Range(0, 12).Select(i => $"{i} {i % 4} {1L << (3 * i)}")), 4)
            )
        );
        var parity = Sound(Build(12, new Oscillation(KnownSemirings.XorAnd, null), ElementFormat.Boolean, [], Random(9, 5, 3)));
        for (var item = 0; item < 50; item++)
        {
            var words = Enumerable.Range(0, 12).Select(_ => unchecked((long)random.NextUInt64())).ToArray();
            var integers = Array.ConvertAll(words, word => (long)unchecked((int)word));
            var y = Array.ConvertAll(integers, value => (int)value);
            foreach (var layer in sums.Layers)
                y = Computed(layer, y, 0, (values, i) => (int)values.Bits(i), (a, b) => unchecked(a + b), (a, b) => unchecked(a * b));
            Assert.Equal(y.Select(value => (long)value), RoundedEvaluator.EvaluateBits(sums, integers));
            Assert.Equal(
                Computed(labels.Layers[0], words, 0L, (values, i) => values.Bits(i), (a, b) => a | b, (a, b) => a & b),
                RoundedEvaluator.EvaluateBits(labels, words)
            );
            var booleans = Array.ConvertAll(words, word => word & 1);
            Assert.Equal(
                Computed(parity.Layers[0], booleans, 0L, (values, i) => values.Bits(i), (a, b) => a ^ b, (a, b) => a & b),
                RoundedEvaluator.EvaluateBits(parity, booleans)
            );
        }
    }

    [Fact]
    public void EveryOperatorOfSinglesIsThatOfCSharp()
    {
        OperatorExpression a = OperatorExpression.A,
            b = OperatorExpression.B;
        var cases = new (OperatorExpression, Func<float, float, float>)[]
        {
            (a + b, (x, y) => x + y),
            (a - b, (x, y) => x - y),
            (a * b, (x, y) => x * y),
            (a / b, (x, y) => x / y),
            (-a, (x, _) => -x),
            (OperatorExpression.Apply(ExpressionOperator.Abs, a), (x, _) => MathF.Abs(x)),
            (OperatorExpression.Min(a, b), MathF.Min),
            (OperatorExpression.Max(a, b), MathF.Max),
            (OperatorExpression.Apply(ExpressionOperator.FusedMultiplyAdd, a, b, a), (x, y) => MathF.FusedMultiplyAdd(x, y, x)),
            (
                OperatorExpression.Apply(ExpressionOperator.FusedMultiplyAdd, a, b, -(a * b)),
                (x, y) => MathF.FusedMultiplyAdd(x, y, -(x * y))
            ),
            (OperatorExpression.Conditional(OperatorExpression.Apply(ExpressionOperator.Less, a, b), a, b), (x, y) => x < y ? x : y),
            (
                OperatorExpression.Conditional(
                    OperatorExpression.Apply(ExpressionOperator.Not, OperatorExpression.Apply(ExpressionOperator.GreaterOrEqual, a, b)),
                    a,
                    2 * b
                ),
                (x, y) => !(x >= y) ? x : 2 * y
            ),
            (
                OperatorExpression.Conditional(
                    OperatorExpression.Apply(ExpressionOperator.Equal, a, b) | OperatorExpression.Apply(ExpressionOperator.NotEqual, a, a),
                    0.1,
                    b
                ),
                (x, y) => x == y | float.IsNaN(x) ? 0.1f : y
            ),
            (OperatorExpression.Exp(a), (x, _) => MathF.Exp(x)),
            (OperatorExpression.Log(a), (x, _) => MathF.Log(x)),
        };
        var random = new SplitMix64(1);
        var values = Odd.Select(x => (float)x)
            .Concat(Enumerable.Range(0, 40).Select(_ => BitConverter.UInt32BitsToSingle((uint)random.NextUInt64())))
            .ToArray();
        foreach (var (expression, plain) in cases)
        {
            var operation = ScalarOperation.Compile(expression, ElementFormat.Binary32);
            foreach (var x in values)
            foreach (var y in values)
                Assert.True(
                    Bits(plain(x, y)) == Bits((float)BitConverter.Int64BitsToDouble(operation.Apply(Wide(x), Wide(y)))),
                    $"{expression} of {x:R}, {y:R}"
                );
        }
    }

    [Theory]
    [InlineData(BiasMode.Dense, Activation.ReLU, new[] { double.PositiveInfinity, 0, 5, 5 })]
    [InlineData(BiasMode.NonzeroSums, Activation.ReLU, new[] { 0.0, 0, 5, 5 })]
    [InlineData(BiasMode.Dense, Activation.None, new[] { double.PositiveInfinity, -2, 5, 5 })]
    [InlineData(BiasMode.NonzeroSums, Activation.None, new[] { double.PositiveInfinity, -2, 5, 5 })]
    public void TheCrossingRuleSaysWhatAnAbsentSumBecomes(BiasMode mode, Activation activation, double[] expected)
    {
        // Sums: absent, −3, 4, 9; bias 1.
        var epilogue = Plain with
        {
            Bias = 1,
            BiasMode = mode,
            Activation = activation,
        };
        var network = Sound(
            Build(1, new Oscillation(KnownSemirings.MinPlus, KnownSemirings.MaxPlus), null, [], Edges("0 1 -4; 0 2 3; 0 3 8", 4, epilogue))
        );
        var limited = network with { Layers = new([network.Layers[0] with { Ceiling = 5 }]) };
        Assert.Equal(expected.Select((value, i) => i == 0 ? Math.Min(value, 5) : value), RoundedEvaluator.Evaluate(limited, [1]));
        Assert.Equal(expected.Take(3), RoundedEvaluator.Evaluate(network, [1]).Take(3));
        Assert.Equal(
            RoundedEvaluator.Evaluate(limited, [1]).Select(CarrierValue.Number),
            CarrierOracle.Evaluate(limited, [CarrierValue.Number(1)])
        );
    }

    [Fact]
    public void WhereNothingRounds_IdealAndRoundedAgree()
    {
        foreach (var semiring in KnownSemirings.All.Where(row => row.Name is not ("log" or "plus-times")))
        foreach (var element in semiring.Elements.Where(element => element.IsUsable))
        {
            var row = NumberTypes.Of(element.Format);
            var network = Sound(
                Build(
                    8,
                    new Oscillation(semiring, null),
                    element.Format,
                    [],
                    Edges(string.Join(";", Enumerable.Range(0, 24).Select(i => $"{i % 8} {i / 5} 1")), 5)
                )
            );
            var random = new SplitMix64(3);
            var input = Enumerable
                .Range(0, 8)
                .Select(_ =>
                {
                    if (row.Real is null)
                    {
                        if (row.HoldsBits)
                            return random.Next(2);
                        return random.Next(9) - 4;
                    }
                    return BitConverter.DoubleToInt64Bits(random.Next(9) + 1);
                })
                .ToArray();
            var ideal = CarrierOracle.Evaluate(network, [.. input.Select(row.FromBits)]);
            Assert.Equal(ideal, RoundedEvaluator.EvaluateBits(network, input).Select(row.FromBits));
        }
    }

    [Fact]
    public void OraclesSayWhichNetworksTheyJudge()
    {
        var network = Sound(Build(2, new Oscillation(KnownSemirings.MinPlus, null), null, [], Edges("0 0 1", 1)));
        Assert.Throws<NotSupportedException>(() => ExactOracle.Evaluate(network, [1, 2]));
        Assert.Throws<ArgumentException>(() => CarrierOracle.Evaluate(network, [CarrierValue.Number(1)]));
        var linear = Sound(Build(2, Oscillation.ReLU, null, [], Edges("0 0 -1; 1 0 0.5", 1, Plain with { Epilogue = Epilogue.None })));
        Assert.Equal(-2.5, ExactOracle.Evaluate(linear, [3, 1])[0].ToDouble());
        Assert.Equal([-2.5], RoundedEvaluator.Evaluate(linear, [3, 1]));
        Assert.True(ExactVerifier.Check(linear, [3, 1], [-2.5]).IsWithinBounds);
        SemiringSpecification own = new("Own", "⊕", "⊗", 0, 1)
        {
            Elements = new([SemiringElement.Opaque(ElementFormat.Binary32, CarrierValue.Number(0), CarrierValue.Number(1), "unknown")]),
        };
        Assert.Throws<NotSupportedException>(() =>
            RoundedEvaluator.Evaluate(Sound(Build(2, new Oscillation(own, null), null, [], Edges("0 0 1", 1))), [1, 2])
        );
    }

    [Theory]
    [InlineData("min-plus", null, null, BiasMode.Dense, true)]
    [InlineData("max-times", null, null, BiasMode.Dense, true)]
    [InlineData("log", null, null, BiasMode.Dense, true)]
    [InlineData("or-and", null, null, BiasMode.Dense, true)]
    [InlineData("min-plus", "max-plus", null, BiasMode.Dense, true)] // max(∞, 0) is ∞
    [InlineData("min-plus", "min-plus", null, BiasMode.Dense, false)] // min(∞, 0) is 0
    [InlineData("min-plus", "max-plus", 3.0, BiasMode.NonzeroSums, false)] // absent ends as 0
    [InlineData("max-times", "max-plus", 3.0, BiasMode.NonzeroSums, true)]
    [InlineData("max-times", "max-plus", 3.0, BiasMode.Dense, false)]
    [InlineData("max-times", "max-plus", -3.0, BiasMode.Dense, true)]
    public void ZeroItemsStayZeroWhereTheWholeLayerSaysSo(string correlate, string? select, double? bias, BiasMode mode, bool expected)
    {
        Assert.True(KnownSemirings.TryGet(correlate, out var s1));
        SemiringSpecification? s2 = null;
        if (select is not null)
            Assert.True(KnownSemirings.TryGet(select, out s2));
        var network = Sound(
            Build(2, new Oscillation(s1, s2), null, [], Edges("0 0 1; 1 0 1", 2, Plain with { Bias = bias, BiasMode = mode }))
        );
        Assert.Equal(expected, ZeroPreservation.KeepsZero(network.Layers[0]));
        var zero = network.Layers[0].Correlate.ZeroBits!.Value;
        Assert.Equal(expected, RoundedEvaluator.EvaluateBits(network, [zero, zero]).All(bits => bits == zero));
    }

    [Fact]
    public void AnOperationThatDoesNotAnnihilateKeepsNoZero()
    {
        SemiringCandidate sum = new(
            "sum",
            OperatorExpression.A + OperatorExpression.B,
            OperatorExpression.A + OperatorExpression.B,
            CarrierValue.Number(0),
            CarrierValue.Number(0),
            Carrier.Reals
        );
        SemiringSpecification own = new("Own", "+", "+", 0, 0) { Elements = new([SemiringElement.Exists(ElementFormat.Binary64, sum)]) };
        Assert.False(ZeroPreservation.KeepsZero(Sound(Build(2, new Oscillation(own, null), null, [], Edges("0 0 1", 1))).Layers[0]));
        SemiringSpecification opaque = own with
        {
            Elements = new([SemiringElement.Opaque(ElementFormat.Binary64, CarrierValue.Number(0), CarrierValue.Number(1), "unknown")]),
        };
        Assert.False(ZeroPreservation.KeepsZero(Sound(Build(2, new Oscillation(opaque, null), null, [], Edges("0 0 1", 1))).Layers[0]));
    }

    private static T[] Computed<T>(
        Layer layer,
        T[] x,
        T zero,
        Func<RoundedValues, int, T> weight,
        Func<T, T, T> add,
        Func<T, T, T> multiply
    )
    {
        var y = new T[layer.Outputs];
        for (var neuron = 0; neuron < y.Length; neuron++)
        {
            var sum = zero;
            for (var edge = layer.Edges.RowStarts[neuron]; edge < layer.Edges.RowStarts[neuron + 1]; edge++)
                sum = add(sum, multiply(weight(layer.Weights, edge), x[layer.Edges.Columns[edge]]));
            y[neuron] = sum;
        }

        return y;
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);

    private static long Wide(float value) => BitConverter.DoubleToInt64Bits(float.IsNaN(value) ? double.NaN : value);
}
