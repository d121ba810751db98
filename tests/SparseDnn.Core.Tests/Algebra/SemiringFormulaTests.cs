using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;

namespace SparseDnn.Core.Tests.Algebra;

/// <summary>The text form of expressions and semirings: exact there and back, and no text makes it throw.</summary>
public sealed class SemiringFormulaTests
{
    private static readonly CarrierValue[] Values =
    [
        CarrierValue.Undefined,
        CarrierValue.Undecided,
        CarrierValue.Boolean(true),
        CarrierValue.Boolean(false),
        CarrierValue.Integer(0),
        CarrierValue.Integer(long.MinValue),
        CarrierValue.Integer(long.MaxValue),
        CarrierValue.Word(ulong.MaxValue),
        CarrierValue.Word(10),
        CarrierValue.Number(0.1),
        CarrierValue.Number(double.Epsilon),
        CarrierValue.Number(double.MaxValue),
        CarrierValue.PositiveInfinity,
        CarrierValue.NegativeInfinity,
        CarrierValue.Number(long.MaxValue),
        CarrierValue.Number((Rational)(-1) / 3),
        CarrierValue.Number(CarrierValue.Number(double.Epsilon).AsNumber / 3),
    ];

    [Fact]
    public void EveryKnownSemiring_SurvivesTheText()
    {
        var candidates = KnownSemirings
            .All.SelectMany(row => row.Elements)
            .Select(element => element.Candidate)
            .OfType<SemiringCandidate>()
            .ToArray();
        Assert.True(candidates.Length > 20);
        Assert.All(candidates, candidate => Assert.Equal(candidate, SemiringFormula.Decode(SemiringFormula.Encode(candidate))));
    }

    [Fact]
    public void TextIsShortAndInvariant()
    {
        SemiringCandidate candidate = new(
            "My;own",
            Max(A, B),
            Max(0, A + B - 1),
            CarrierValue.Number(0),
            CarrierValue.Number(1),
            Carrier.Closed(0, 1)
        );
        var text = SemiringFormula.Encode(candidate);
        Assert.Equal("real x0 x3FF0000000000000 [];x0;x3FF0000000000000;max a b;max x0 sub add a b x3FF0000000000000;My;own", text);
        Assert.Equal(candidate, SemiringFormula.Decode(text));
        var open = candidate with { Carrier = Carrier.Closed(double.NaN, 1) };
        Assert.Equal(open, SemiringFormula.Decode(SemiringFormula.Encode(open)));
    }

    [Fact]
    public void RandomExpressions_SurviveTheText()
    {
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var expression = Tree(random, 6);
            Assert.Equal(expression, ExpressionCodec.Decode(ExpressionCodec.Encode(expression)));
        }
    }

    [Fact]
    public void EveryOperator_HasAWord()
    {
        foreach (
            var op in Enum.GetValues<ExpressionOperator>().Except([ExpressionOperator.A, ExpressionOperator.B, ExpressionOperator.Constant])
        )
        {
            var expression = Apply(op, [.. Enumerable.Repeat(A, Arity(op))]);
            Assert.Equal(expression, ExpressionCodec.Decode(ExpressionCodec.Encode(expression)));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("add a")]
    [InlineData("a b")]
    [InlineData("plus a b")]
    [InlineData("add a  b")]
    [InlineData("i1,5")]
    [InlineData("q1/0")]
    [InlineData("q1/-3")]
    [InlineData("xG")]
    public void Garbage_IsNoExpression(string? text)
    {
        Assert.Null(ExpressionCodec.Decode(text));
        Assert.Null(SemiringFormula.Decode(text));
    }

    [Fact]
    public void DeepGarbage_IsNoExpression() =>
        Assert.Null(ExpressionCodec.Decode(string.Concat(Enumerable.Repeat("neg ", 1_000_000)) + "a"));

    [Fact]
    public void DamagedTexts_AreDecodedToSomethingOrNothing()
    {
        var random = new Random(2);
        var texts = KnownSemirings
            .All.SelectMany(row => row.Elements)
            .Select(element => element.Candidate)
            .OfType<SemiringCandidate>()
            .Select(SemiringFormula.Encode)
            .ToArray();
        const string Letters = " ;abx0169F[](n?/-iqw\0é";
        var decoded = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = texts[i % texts.Length].ToCharArray();
            for (var count = random.Next(1, 4); count > 0; count--)
                text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
            if (SemiringFormula.Decode(new string(text)) is not { } candidate)
                continue;
            decoded++;
            Assert.Equal(candidate, SemiringFormula.Decode(SemiringFormula.Encode(candidate)));
        }

        Assert.InRange(decoded, 100, 19_000);
    }

    private static OperatorExpression Tree(Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
            return random.Next(4) switch
            {
                0 => A,
                1 => B,
                _ => Constant(Values[random.Next(Values.Length)]),
            };
        var op = (ExpressionOperator)random.Next((int)ExpressionOperator.Add, (int)ExpressionOperator.Constant);
        return Apply(op, [.. Enumerable.Range(0, Arity(op)).Select(_ => Tree(random, depth - 1))]);
    }

    private static int Arity(ExpressionOperator op)
    {
        for (var arity = 1; ; arity++)
        {
            try
            {
                return Apply(op, [.. Enumerable.Repeat(A, arity)]).Operands.Count;
            }
            catch (ArgumentException) when (arity < 3) { }
        }
    }
}
