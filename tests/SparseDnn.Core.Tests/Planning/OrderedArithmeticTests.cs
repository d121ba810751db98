using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Planning;

/// <summary>Where a comparing select may stand for min and max: what is told, and that it is so on numbers of every class.</summary>
public sealed class OrderedArithmeticTests
{
    private const string Weights = "0 0 0.5; 1 0 2; 2 0 1; 1 1 0.25; 3 1 3; 2 2 1e-45; 3 2 3e38";

    private static readonly float[] Values =
    [
        float.NaN,
        float.NegativeInfinity,
        float.MinValue,
        -2,
        -0.5f,
        -float.Epsilon,
        -0f,
        0f,
        float.Epsilon,
        1e-38f,
        0.25f,
        0.5f,
        1,
        2,
        3,
        3e38f,
        float.MaxValue,
        float.PositiveInfinity,
    ];

    private static readonly SemiringSpecification Lukasiewicz = Own(
        "Lukasiewicz",
        Max(A, B),
        Max(0, A + B - 1),
        0,
        1,
        Carrier.Closed(0, 1)
    );

    private static readonly SemiringSpecification Reflected = Own(
        "Reflected",
        Max(A, B),
        -Min(-A, -B),
        double.NegativeInfinity,
        double.NegativeInfinity,
        Carrier.ExtendedReals
    );

    private static readonly SemiringSpecification Dividing = Own("Dividing", Min(A, B), A / B, double.PositiveInfinity, 1, Carrier.Reals);

    private static readonly SemiringSpecification Choosing = Own(
        "Choosing",
        Conditional(Apply(ExpressionOperator.Less, A, B), A, B),
        A + B,
        double.PositiveInfinity,
        0,
        Carrier.RealsAndPositiveInfinity
    );

    public static TheoryData<string, object, bool> Told =>
        new()
        {
            { "plus-times", OrderedInputs.Always, true },
            { "min-plus", OrderedInputs.NoNaN, true },
            { "max-plus", OrderedInputs.NoNaN, true },
            { "max-min", OrderedInputs.NoNaN, true },
            { "min-max", OrderedInputs.NoNaN, true },
            { "max-times", OrderedInputs.NonNegative, true },
            { "min-times", OrderedInputs.NonNegative, true },
            { "log", OrderedInputs.Always, true },
            { "Lukasiewicz", OrderedInputs.NoNaN, true },
            { "Reflected", OrderedInputs.NoNaN, true },
            { "Dividing", OrderedInputs.NonNegative, true }, // also 0 ÷ x and x ÷ ∞, which are +0 there
            { "Choosing", OrderedInputs.Always, true },
        };

    [Theory]
    [MemberData(nameof(Told))]
    public void TheWeakestDemandIsTold(string name, object told, bool keeps)
    {
        var demand = (OrderedInputs)told;
        var layer = Sound(Build(4, new Oscillation(Find(name), null), null, [], Edges(Weights, 3))).Layers[0];
        Assert.Equal((demand, keeps), OrderedArithmetic.Of(layer));
        var plan = Planner.Plan(new("N", ElementFormat.Binary32, Summation.Planned, new([layer]))).Layers[0];
        Assert.Equal((demand, keeps), (plan.Ordered, plan.KeepsOrdered));
        Assert.Equal((demand, keeps), (plan.Data.Ordered, plan.Data.KeepsOrdered));
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void WhatIsToldHoldsOnNumbersOfEveryClass(string name, object told, bool keeps)
    {
        var demand = (OrderedInputs)told;
        var layer = Sound(Build(4, new Oscillation(Find(name), null), null, [], Edges(Weights, 3))).Layers[0];
        var allowed = Values.Where(value => (ValueClass.Of(value) & OrderedArithmetic.Inputs(demand)) != 0).ToArray();
        var random = new SplitMix64(11);
        for (var item = 0; item < 3000; item++)
        {
            var x = Enumerable.Range(0, 4).Select(_ => allowed[random.Next(allowed.Length)]).ToArray();
            var exact = Evaluate(layer, x, ordered: false);
            Assert.Equal(
                exact.Select(BitConverter.SingleToInt32Bits),
                Evaluate(layer, x, ordered: true).Select(BitConverter.SingleToInt32Bits)
            );
            if (keeps && demand != OrderedInputs.Always)
                Assert.All(exact, y => Assert.True((ValueClass.Of(y) & OrderedArithmetic.Inputs(demand)) != 0));
        }
    }

    [Theory]
    [InlineData("min-plus", float.NaN, 1f)] // the sum of the first term is NaN, and no later one wins
    [InlineData("max-times", -0f, 0.5f)]
    public void WhatIsNotToldWouldBeWrong(string name, float first, float others)
    {
        var layer = Sound(Build(4, new Oscillation(Find(name), null), null, [], Edges("0 0 1; 1 0 1", 1))).Layers[0];
        float[] x = name == "max-times" ? [0f, first, 0f, 0f] : [first, others, others, others];
        Assert.NotEqual(
            Evaluate(layer, x, ordered: false).Select(BitConverter.SingleToInt32Bits),
            Evaluate(layer, x, ordered: true).Select(BitConverter.SingleToInt32Bits)
        );
    }

    [Fact]
    public void WeightsDecide()
    {
        // The first rounds to 0, and 0·∞ is NaN.
        Assert.Equal((OrderedInputs.Never, false), Of(KnownSemirings.MaxTimes, Plain, "0 0 1e-60; 1 0 1"));
        Assert.Equal((OrderedInputs.NoNaN, true), Of(KnownSemirings.MinPlus, Plain, "0 0 0; 1 0 -1"));
        Assert.Equal((OrderedInputs.Always, true), Of(KnownSemirings.MinPlus, Plain, ""));
        Assert.Equal(
            (OrderedInputs.Never, false),
            OrderedArithmetic.Of(
                Sound(
                    Build(
                        2,
                        new Oscillation(
                            new("Own", "⊕", "⊗", 0, 1)
                            {
                                Elements = new([
                                    SemiringElement.Opaque(
                                        ElementFormat.Binary32,
                                        CarrierValue.Number(0),
                                        CarrierValue.Number(1),
                                        "unknown"
                                    ),
                                ]),
                            },
                            null
                        ),
                        null,
                        [],
                        Edges("0 0 1", 1)
                    )
                ).Layers[0]
            )
        );
        Assert.Equal(
            (OrderedInputs.Always, true),
            OrderedArithmetic.Of(
                Sound(Build(2, new Oscillation(KnownSemirings.MaxMin, null), ElementFormat.Int32, [], Edges("0 0 1", 1))).Layers[0]
            )
        );
    }

    [Fact]
    public void ActivationAndCeilingDecideWhatIsKept()
    {
        Oscillation timesThenPlus = new(KnownSemirings.MaxTimes, KnownSemirings.MaxPlus);
        Assert.Equal((OrderedInputs.NonNegative, true), Of(timesThenPlus, Plain with { Bias = -3 }));
        Assert.Equal((OrderedInputs.NonNegative, false), Of(timesThenPlus, Plain with { Bias = -3, Activation = Activation.None }));
        Assert.Equal((OrderedInputs.NonNegative, false), Of(timesThenPlus, Plain with { Ceiling = -1 }));
        Assert.Equal((OrderedInputs.NonNegative, true), Of(timesThenPlus, Plain with { Ceiling = 1 }));
        Assert.Equal(
            (OrderedInputs.NonNegative, true),
            Of(new Oscillation(KnownSemirings.MaxTimes, KnownSemirings.MaxTimes), Plain with { Bias = 2, BiasMode = BiasMode.NonzeroSums })
        );
        Oscillation plusThenTimes = new(KnownSemirings.MaxPlus, KnownSemirings.MaxTimes);
        Assert.Equal((OrderedInputs.NoNaN, true), Of(plusThenTimes, Plain with { Bias = 2 })); // max(z·2, 1)
        // −1e-45·0.1 is −0.
        Assert.Equal((OrderedInputs.NoNaN, false), Of(plusThenTimes, Plain with { Bias = 0.1, Activation = Activation.None }));
    }

    private static (OrderedInputs, bool) Of(SemiringSpecification semiring, EpilogueDeclaration epilogue, string edges) =>
        OrderedArithmetic.Of(Sound(Build(2, new Oscillation(semiring, null), null, [], Edges(edges, 2, epilogue))).Layers[0]);

    private static (OrderedInputs, bool) Of(Oscillation semirings, EpilogueDeclaration epilogue) =>
        OrderedArithmetic.Of(Sound(Build(2, semirings, null, [], Edges("0 0 0.5; 1 0 1", 1, epilogue))).Layers[0]);

    private static SemiringSpecification Find(string name) =>
        new[] { Lukasiewicz, Reflected, Dividing, Choosing }.Concat(KnownSemirings.All).First(row => row.Name == name);

    private static SemiringSpecification Own(
        string name,
        OperatorExpression add,
        OperatorExpression multiply,
        double zero,
        double one,
        Carrier carrier
    ) =>
        new(name, "⊕", "⊗", zero, one)
        {
            Elements = new([
                SemiringElement.Exists(
                    ElementFormat.Binary32,
                    new(name, add, multiply, CarrierValue.Number(zero), CarrierValue.Number(one), Carrier.Whole(CarrierKind.Real))
                ),
            ]),
            Carrier = carrier.ToString(),
        };

    // A small interpreter of its own, with min and max in either form.
    private static float[] Evaluate(Layer layer, float[] x, bool ordered)
    {
        var candidate = layer.Correlate.Candidate!;
        var y = new float[layer.Outputs];
        for (var neuron = 0; neuron < y.Length; neuron++)
        {
            var sum = (float)layer.Semirings.Correlate.Zero;
            for (var edge = layer.Edges.RowStarts[neuron]; edge < layer.Edges.RowStarts[neuron + 1]; edge++)
                sum = Value(
                    candidate.Add,
                    sum,
                    Value(candidate.Multiply, (float)layer.Weights[edge], x[layer.Edges.Columns[edge]], ordered),
                    ordered
                );
            y[neuron] = float.IsNaN(sum) ? float.NaN : sum;
        }

        return y;
    }

    private static float Value(OperatorExpression node, float a, float b, bool ordered)
    {
        var x = node.Operands.Count > 0 && node.Operator != ExpressionOperator.Conditional ? Value(node.Operands[0], a, b, ordered) : 0;
        var y = node.Operands.Count == 2 ? Value(node.Operands[1], a, b, ordered) : 0;
        return node.Operator switch
        {
            ExpressionOperator.A => a,
            ExpressionOperator.B => b,
            ExpressionOperator.Constant => (float)node.Value.AsNumber.ToDouble(),
            ExpressionOperator.Add => x + y,
            ExpressionOperator.Subtract => x - y,
            ExpressionOperator.Multiply => x * y,
            ExpressionOperator.Divide => x / y,
            ExpressionOperator.Negate => -x,
            ExpressionOperator.Exp => MathF.Exp(x),
            ExpressionOperator.Log => MathF.Log(x),
            ExpressionOperator.Min when ordered => x < y ? x : y,
            ExpressionOperator.Max when ordered => x > y ? x : y,
            ExpressionOperator.Min => MathF.Min(x, y),
            ExpressionOperator.Max => MathF.Max(x, y),
            ExpressionOperator.Conditional => a < b ? a : b,
            _ => throw new NotSupportedException(),
        };
    }
}
