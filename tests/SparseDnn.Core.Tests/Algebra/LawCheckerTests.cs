using System;
using System.Globalization;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Laws;
using SparseDnn.Algebra.Values;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;
using Op = SparseDnn.Algebra.Expressions.ExpressionOperator;

namespace SparseDnn.Core.Tests.Algebra;

public class LawCheckerTests
{
    private static readonly OperatorExpression Lukasiewicz = Max(0, A + B - 1);

    public static TheoryData<object> Minima =>
        [
            Min(B, A),
            Conditional(Apply(Op.Less, A, B), A, B),
            Conditional(Apply(Op.LessOrEqual, B, A), B, A),
            Conditional(Apply(Op.Greater, A, B), B, A),
            Conditional(Apply(Op.GreaterOrEqual, B, A), A, B),
            -Max(-A, -B),
            Min(Min(A, B), A),
        ];

    public static TheoryData<object> Conjunctions =>
        [
            Lukasiewicz,
            Max(B - 1 + A, 0),
            Max(A - (1 - B), 0),
            Conditional(Apply(Op.Less, A + B - 1, 0), 0, B + A - 1),
            -Min(0, 1 - A - B),
            Max(0, Apply(Op.FusedMultiplyAdd, A, 1, B) - 1),
        ];

    [Theory]
    [MemberData(nameof(Minima))]
    public void SpellingsOfMin_AreRecognised(object min) => Assert.True(LawChecker.Check(MinPlus((OperatorExpression)min)).IsProved);

    [Theory]
    [MemberData(nameof(Conjunctions))]
    public void SpellingsOfLukasiewicz_AreRecognised(object multiply) =>
        Assert.True(LawChecker.Check(Unit(Max(A, B), (OperatorExpression)multiply)).IsProved);

    [Fact]
    public void ConditionalOverWhatMayBeUndefined_IsNoMinimum()
    {
        // At a = b = ∞ the condition is false, though neither side is smaller.
        var add = Conditional(Apply(Op.Less, A - B, B - A), A - B, B - A);
        var candidate = MinPlus(add) with { Carrier = Carrier.ExtendedReals };
        Assert.IsNotType<LawResult.Proved>(LawChecker.Check(candidate)[LawKind.AddAssociative]);
    }

    [Fact]
    public void UnrecognisedOperations_AreTested()
    {
        var nilpotent = Conditional(Apply(Op.Greater, A + B, 1), Min(A, B), 0);
        var report = LawChecker.Check(Unit(Max(A, B), nilpotent));
        Assert.True(report.HasNoBrokenLaw);
        Assert.True(Assert.IsType<LawResult.Tested>(report[LawKind.LeftDistributive]).Count > 1000);
        Assert.IsType<LawResult.Proved>(report[LawKind.AddAssociative]);
    }

    [Fact]
    public void SmallCarriers_AreProvedByTryingAll()
    {
        // Arithmetic modulo 5, spelled with a division.
        OperatorExpression Reduced(OperatorExpression x) => x - (5 * (x / 5));
        SemiringCandidate field = new(
            "Z mod 5",
            Reduced(A + B),
            Reduced(A * B),
            CarrierValue.Integer(0),
            CarrierValue.Integer(1),
            Carrier.Closed(CarrierKind.WrappingInt32, 0, 4)
        );
        Assert.True(LawChecker.Check(field).IsProved);
        var broken = LawChecker.Check(field with { Carrier = Carrier.Closed(CarrierKind.WrappingInt32, 0, 5) });
        Assert.IsType<LawResult.Broken>(broken[LawKind.ZeroLeftIdentity]);
    }

    [Fact]
    public void BitwiseOperations_AreProvedByTwoWords()
    {
        // Three-valued by two bits would be no bitwise operation; xnor with its own identities is one.
        SemiringCandidate xnor = new(
            "xnor-or",
            ~(A ^ B),
            A | B,
            CarrierValue.Word(ulong.MaxValue),
            CarrierValue.Word(0),
            Carrier.Whole(CarrierKind.Word64)
        );
        Assert.True(LawChecker.Check(xnor).IsProved);
        Assert.False(LawChecker.Check(xnor with { Zero = CarrierValue.Word(ulong.MaxValue - 8) }).HasNoBrokenLaw);
        var shifted = LawChecker.Check(xnor with { Multiply = A | Apply(Op.ShiftLeft, B, 1) });
        Assert.IsType<LawResult.Broken>(shifted[LawKind.MultiplyAssociative]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(LawChecker.DefaultBudget)]
    public void Budget_IsRespected(int budget)
    {
        var report = LawChecker.Search(Unit(Max(A, B), Lukasiewicz), budget);
        Assert.InRange(report.Evaluations, 0, budget);
        Assert.True(report.HasNoBrokenLaw);
        Assert.Equal(LawTable.All.Count, report.Results.Count);
        if (budget >= 1_000)
            Assert.True(report.Evaluations > budget / 2);
    }

    [Fact]
    public void ACancelledCheck_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LawChecker.Check(Unit(Max(A, B), Lukasiewicz), cancellationToken: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            LawChecker.Search(Unit(Max(A, B), Lukasiewicz), cancellationToken: source.Token)
        );
    }

    [Fact]
    public void EqualCandidates_HaveEqualReports()
    {
        SemiringCandidate first = Unit(A + B - (A * B), A * B),
            second = Unit(A + B - (A * B), A * B);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, first with { One = CarrierValue.Number(0.5) });
        Assert.NotEqual(first, first with { Carrier = Carrier.Closed(0, 2) });
        Assert.NotEqual(first, first with { Add = A + B });
        Assert.Equal(LawChecker.Check(first), LawChecker.Check(second));
        Assert.Equal(LawChecker.Check(first).GetHashCode(), LawChecker.Check(second).GetHashCode());
    }

    [Fact]
    public void TheSmallestCounterexample_IsShown()
    {
        var report = LawChecker.Check(Unit(A + B - (A * B), A * B));
        var broken = Assert.IsType<LawResult.Broken>(report[LawKind.LeftDistributive]);
        Assert.Equal("⊗ does not distribute over ⊕: a=0.5, b=1, c=1: a⊗(b⊕c) = 0.5, (a⊗b)⊕(a⊗c) = 0.75", broken.Counterexample.Message);
    }

    [Fact]
    public void RareCounterexamples_AreFoundAndMadeSmaller()
    {
        // max, except that values above 37 are forgotten: no corner but the large one, and no grid, shows it.
        var forgetful = Conditional(Apply(Op.Greater, Max(A, B), 37), 0, Max(A, B));
        SemiringCandidate candidate = new("", forgetful, A * B, CarrierValue.Number(0), CarrierValue.Number(1), Carrier.NonNegativeReals);
        var broken = Assert.IsType<LawResult.Broken>(LawChecker.Check(candidate)[LawKind.ZeroRightIdentity]);
        Assert.Equal("Zero = 0 is no identity of ⊕: a=38: a⊕Zero = 0, a = 38", broken.Counterexample.Message);
    }

    [Fact]
    public void Messages_AreInvariant()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
            var report = LawChecker.Check(Unit((A + B) / 2, A * B) with { Carrier = Carrier.Closed(-1, 1) });
            var broken = Assert.IsType<LawResult.Broken>(report[LawKind.ZeroLeftIdentity]);
            Assert.Equal("Zero = 0 is no identity of ⊕: a=1: Zero⊕a = 0.5, a = 1", broken.Counterexample.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void EmptyOrForeignCarriers_AreAResult_NotAnException()
    {
        foreach (var carrier in new[] { Carrier.Closed(1, 0), Carrier.Closed(CarrierKind.WrappingInt32, 0, long.MaxValue) })
        {
            var report = LawChecker.Check(Unit(Max(A, B), A * B) with { Carrier = carrier });
            Assert.IsType<LawResult.Broken>(report[LawKind.ZeroInCarrier]);
            Assert.Equal(0, Assert.IsType<LawResult.Tested>(report[LawKind.LeftDistributive]).Count);
        }
    }

    [Fact]
    public void WhatCannotBeComputedExactly_IsTestedNeverBroken()
    {
        // log(e^a + e^b) spelled with a product of exponentials: true, and beyond exact arithmetic.
        var add = Log(Exp(A) * (1 + Exp(B - A)));
        var report = LawChecker.Check(new("", add, A + B, CarrierValue.NegativeInfinity, CarrierValue.Number(0), Carrier.Reals));
        Assert.IsType<LawResult.Tested>(report[LawKind.AddAssociative]);
        Assert.IsType<LawResult.Tested>(report[LawKind.LeftDistributive]);
    }

    private static SemiringCandidate MinPlus(OperatorExpression min) =>
        new("min-plus", min, A + B, CarrierValue.PositiveInfinity, CarrierValue.Number(0), Carrier.RealsAndPositiveInfinity);

    private static SemiringCandidate Unit(OperatorExpression add, OperatorExpression multiply) =>
        new("unit", add, multiply, CarrierValue.Number(0), CarrierValue.Number(1), Carrier.Closed(0, 1));
}
