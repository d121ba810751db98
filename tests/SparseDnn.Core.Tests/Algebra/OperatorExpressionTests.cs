using System;
using System.Collections.Generic;
using System.Numerics;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;
using Op = SparseDnn.Algebra.Expressions.ExpressionOperator;

namespace SparseDnn.Core.Tests.Algebra;

public class OperatorExpressionTests
{
    private static readonly long[] Longs =
    [
        0,
        1,
        -1,
        2,
        -2,
        3,
        31,
        64,
        int.MaxValue,
        int.MinValue,
        long.MaxValue,
        long.MinValue,
        long.MaxValue - 1,
        1L << 32,
        -(1L << 40),
    ];

    public static TheoryData<object, string> Texts =>
        new()
        {
            { Max(0, A + B - 1), "max(0, a + b − 1)" },
            { A - (B - 1), "a − (b − 1)" },
            { (A + B) * -A, "(a + b) × −a" },
            { -(A + B) / 2, "−(a + b) ÷ 2" },
            { Conditional(Apply(Op.Less, A, B), A, B), "a < b ? a : b" },
            { (A & B) | (A ^ ~B), "a & b | a ^ ~b" },
            { A & (A | B), "a & (a | b)" },
            { Log(Exp(A) + Exp(B)), "log(exp(a) + exp(b))" },
            { Apply(Op.FusedMultiplyAdd, A, B, -1.5), "fma(a, b, −1.5)" },
            { Apply(Op.ShiftLeft, A, B + 1), "a << b + 1" },
            { Constant(double.NegativeInfinity), "−∞" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_IsInfixWithTheFewestParentheses(object expression, string expected) => Assert.Equal(expected, expression.ToString());

    [Fact]
    public void EqualTrees_AreEqual_AndOthersAreNot()
    {
        Assert.Equal(Max(0, A + B - 1), Max(0, A + B - 1));
        Assert.Equal(Max(0, A + B - 1).GetHashCode(), Max(0, A + B - 1).GetHashCode());
        Assert.NotEqual(Max(A, B), Max(B, A));
        Assert.NotEqual(A + 1, A + 2);
        Assert.NotEqual(Min(A, B), Max(A, B));
    }

    [Fact]
    public void WrongNumberOfOperands_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Apply(Op.Add, A));
        Assert.Throws<ArgumentException>(() => Apply(Op.A));
        Assert.Throws<ArgumentException>(() => Apply(Op.Constant));
    }

    [Fact]
    public void WrappingIntegers_AgreeWithCSharp()
    {
        var rows = new Dictionary<OperatorExpression, (Func<int, int, int> Int, Func<long, long, long> Long)>
        {
            [A + B] = ((a, b) => unchecked(a + b), (a, b) => unchecked(a + b)),
            [A - B] = ((a, b) => unchecked(a - b), (a, b) => unchecked(a - b)),
            [A * B] = ((a, b) => unchecked(a * b), (a, b) => unchecked(a * b)),
            [-A] = ((a, b) => unchecked(-a), (a, b) => unchecked(-a)),
            [A & B] = ((a, b) => a & b, (a, b) => a & b),
            [A | B] = ((a, b) => a | b, (a, b) => a | b),
            [A ^ ~B] = ((a, b) => a ^ ~b, (a, b) => a ^ ~b),
            [Min(A, B)] = (Math.Min, Math.Min),
            [Max(A, B)] = (Math.Max, Math.Max),
            [Apply(Op.ShiftLeft, A, B)] = ((a, b) => a << b, (a, b) => a << (int)(b & 63)),
            [Apply(Op.ShiftRight, A, B)] = ((a, b) => a >> b, (a, b) => a >> (int)(b & 63)),
            [Apply(Op.ShiftRightLogical, A, B)] = ((a, b) => a >>> b, (a, b) => a >>> (int)(b & 63)),
            [Apply(Op.FusedMultiplyAdd, A, B, 3)] = ((a, b) => unchecked((a * b) + 3), (a, b) => unchecked((a * b) + 3)),
            [Conditional(Apply(Op.GreaterOrEqual, A, B), A, 7)] = ((a, b) => a >= b ? a : 7, (a, b) => a >= b ? a : 7),
        };
        foreach (var (expression, (onInt, onLong)) in rows)
        {
            foreach (var a in Longs)
            {
                foreach (var b in Longs)
                {
                    Assert.Equal(onLong(a, b), Integer(expression, CarrierKind.WrappingInt64, a, b));
                    Assert.Equal(onInt((int)a, (int)b), Integer(expression, CarrierKind.WrappingInt32, (int)a, (int)b));
                }
            }
        }
    }

    [Fact]
    public void SaturatingIntegers_StopAtTheEnds()
    {
        foreach (var a in Longs)
        {
            foreach (var b in Longs)
            {
                Assert.Equal(
                    (long)BigInteger.Clamp((BigInteger)a + b, long.MinValue, long.MaxValue),
                    Integer(A + B, CarrierKind.SaturatingInt64, a, b)
                );
                Assert.Equal(
                    (long)BigInteger.Clamp((BigInteger)a - b, long.MinValue, long.MaxValue),
                    Integer(A - B, CarrierKind.SaturatingInt64, a, b)
                );
                Assert.Equal(
                    (long)BigInteger.Clamp((BigInteger)a * b, long.MinValue, long.MaxValue),
                    Integer(A * B, CarrierKind.SaturatingInt64, a, b)
                );
                Assert.Equal(
                    Math.Clamp((long)(int)a * (int)b, int.MinValue, int.MaxValue),
                    Integer(A * B, CarrierKind.SaturatingInt32, (int)a, (int)b)
                );
                Assert.Equal(
                    Math.Clamp((long)(int)a - (int)b, int.MinValue, int.MaxValue),
                    Integer(A - B, CarrierKind.SaturatingInt32, (int)a, (int)b)
                );
            }
        }
        Assert.Equal(int.MaxValue, Integer(Apply(Op.Abs, A), CarrierKind.SaturatingInt32, int.MinValue, 0));
    }

    [Fact]
    public void WhereDotNetThrows_IntegersAreUndefined()
    {
        CarrierValue least = CarrierValue.Integer(int.MinValue),
            minusOne = CarrierValue.Integer(-1),
            zero = CarrierValue.Integer(0);
        Assert.Equal(CarrierValue.Undefined, (A / B).Evaluate(CarrierKind.WrappingInt32, minusOne, zero));
        Assert.Equal(CarrierValue.Undefined, (A / B).Evaluate(CarrierKind.WrappingInt32, least, minusOne));
        Assert.Equal(CarrierValue.Undefined, Apply(Op.Abs, A).Evaluate(CarrierKind.WrappingInt32, least, zero));
        Assert.Equal(int.MaxValue, Integer(A / B, CarrierKind.SaturatingInt32, int.MinValue, -1));
        Assert.Equal(-3, Integer(A / B, CarrierKind.WrappingInt32, -7, 2));
    }

    [Fact]
    public void Words_AreUnsigned()
    {
        var word = (OperatorExpression expression, ulong a, ulong b) =>
            expression.Evaluate(CarrierKind.Word64, CarrierValue.Word(a), CarrierValue.Word(b)).AsWord;
        Assert.Equal(ulong.MaxValue, word(A - B, 0, 1));
        Assert.Equal(ulong.MaxValue, word(Max(A, B), ulong.MaxValue, 1));
        Assert.Equal(1UL, word(Apply(Op.ShiftRight, A, B), ulong.MaxValue, 63));
        Assert.Equal(ulong.MaxValue - 4, word(A ^ -1, 4, 0));
    }

    [Fact]
    public void WhatHasNoValue_IsUndefined()
    {
        double inf = double.PositiveInfinity;
        foreach (
            var (expression, a, b) in new[]
            {
                (A - B, inf, inf),
                (A + B, inf, -inf),
                (A * B, 0, inf),
                (A / B, 1, 0),
                (A / B, 0, 0),
                (A / B, inf, inf),
                (Log(A), -1, 0),
                (Max(A, B), double.NaN, 1),
                (Apply(Op.FusedMultiplyAdd, A, B, 1), 0, inf),
                (A & B, 1, 1),
                (A + Apply(Op.Less, A, B), 1, 2),
            }
        )
        {
            Assert.Equal(CarrierValue.Undefined, Real(expression, a, b));
        }
        Assert.Equal(CarrierValue.Boolean(false), Real(Apply(Op.Less, A, B), double.NaN, 1));
        Assert.Equal(CarrierValue.Boolean(true), Real(Apply(Op.NotEqual, A, B), double.NaN, 1));
        Assert.Equal(CarrierValue.Number(0), Real(A / B, 1, inf));
    }

    [Fact]
    public void Conditionals_EvaluateTheChosenBranchAlone_AndConditionsCombine()
    {
        var safe = Conditional(Apply(Op.Equal, B, 0), 0, A / B);
        Assert.Equal(CarrierValue.Number(0), Real(safe, 1, 0));
        Assert.Equal(CarrierValue.Number(0.25), Real(safe, 1, 4));
        var within = Conditional(Apply(Op.LessOrEqual, 0, A) & ~Apply(Op.Greater, A, 1), 1, 0);
        Assert.Equal(CarrierValue.Number(1), Real(within, 0.5, 0));
        Assert.Equal(CarrierValue.Number(0), Real(within, 2, 0));
    }

    [Fact]
    public void Transcendentals_AreExactAtTheirExactPoints_AndUndecidedElsewhere()
    {
        double inf = double.PositiveInfinity;
        Assert.Equal(CarrierValue.Number(1), Real(Exp(A), 0, 0));
        Assert.Equal(CarrierValue.Number(0), Real(Exp(A), -inf, 0));
        Assert.Equal(CarrierValue.PositiveInfinity, Real(Exp(A), inf, 0));
        Assert.Equal(CarrierValue.NegativeInfinity, Real(Log(A), 0, 0));
        Assert.Equal(CarrierValue.Number(0), Real(Log(A), 1, 0));
        Assert.Equal(CarrierValue.Undecided, Real(Exp(A) - Exp(A), 1, 0));
        Assert.Equal(CarrierValue.Undecided, Real(Apply(Op.Less, Exp(A), B), 1, 0));
    }

    [Fact]
    public void Arithmetic_IsExact()
    {
        Assert.Equal(CarrierValue.Number(1), Real(A / 3 + A / 3 + A / 3, 1, 0));
        Assert.Equal(CarrierValue.Number(Math.ScaleB(1, -80)), Real(A + B - A, 1, Math.ScaleB(1, -80)));
    }

    [Fact]
    public void NumbersThatGrowWithoutEnd_BecomeUndecided()
    {
        var value = CarrierValue.Number(3);
        for (var i = 0; i < 40; i++)
            value = (A * A).Evaluate(CarrierKind.Real, value, value);
        Assert.Equal(CarrierValue.Undecided, value);
    }

    private static CarrierValue Real(OperatorExpression expression, double a, double b) =>
        expression.Evaluate(CarrierKind.Real, CarrierValue.Number(a), CarrierValue.Number(b));

    private static long Integer(OperatorExpression expression, CarrierKind kind, long a, long b) =>
        expression.Evaluate(kind, CarrierValue.Integer(a), CarrierValue.Integer(b)).AsInteger;
}
