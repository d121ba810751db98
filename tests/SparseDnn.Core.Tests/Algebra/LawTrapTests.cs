using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Laws;
using SparseDnn.Algebra.Values;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;
using Op = SparseDnn.Algebra.Expressions.ExpressionOperator;

namespace SparseDnn.Core.Tests.Algebra;

/// <summary>Every trap of the mathematics page is found, and its counter-example is one.</summary>
public class LawTrapTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void MaxTimesOnAllReals_ZeroIsNoIdentity()
    {
        var report = Real(Max(A, B), A * B, 0, 1, Carrier.Reals, Math.Max, (a, b) => a * b);
        Breaks(report, LawKind.ZeroLeftIdentity, "Zero = 0 is no identity of ⊕: a=−1: Zero⊕a = 0, a = −1");
        Breaks(report, LawKind.ZeroRightIdentity, LawKind.LeftDistributive, LawKind.RightDistributive);
    }

    [Fact]
    public void SaturatingSum_IsNotAssociative_AndProductDoesNotDistribute()
    {
        var carrier = Carrier.Whole(CarrierKind.SaturatingInt32);
        var report = Integer(A + B, A * B, 0, 1, carrier, (a, b) => Saturate(a + b), (a, b) => Saturate(a * b));
        Breaks(report, LawKind.AddAssociative, "⊕ is not associative: a=1, b=2147483647, c=−1: (a⊕b)⊕c = 2147483646, a⊕(b⊕c) = 2147483647");
        Breaks(report, LawKind.LeftDistributive, LawKind.RightDistributive, LawKind.MultiplyAssociative);
    }

    [Fact]
    public void SaturatingNaturalNumbers_AreASemiring()
    {
        var carrier = Carrier.Closed(CarrierKind.SaturatingInt32, 0, int.MaxValue);
        SemiringCandidate plusTimes = new("", A + B, A * B, CarrierValue.Integer(0), CarrierValue.Integer(1), carrier);
        SemiringCandidate minPlus = new("", Min(A, B), A + B, CarrierValue.Integer(int.MaxValue), CarrierValue.Integer(0), carrier);
        Assert.True(LawChecker.Check(plusTimes).IsProved && LawChecker.Search(plusTimes).HasNoBrokenLaw);
        Assert.True(LawChecker.Check(minPlus).IsProved && LawChecker.Search(minPlus).HasNoBrokenLaw);
    }

    [Fact]
    public void MaxPlusWithPositiveInfinity_ZeroDoesNotAnnihilate()
    {
        var report = Real(Max(A, B), A + B, -Infinity, 0, Carrier.ExtendedReals, Math.Max, (a, b) => a + b);
        Breaks(report, LawKind.LeftAnnihilation, "Zero = −∞ does not annihilate: a=∞: Zero⊗a = NaN, Zero = −∞");
        Breaks(report, LawKind.RightAnnihilation, LawKind.MultiplyClosed);
    }

    [Fact]
    public void SubtractionAsPlus_IsNeitherAssociativeNorCommutative()
    {
        var report = Real(A - B, A * B, 0, 1, Carrier.Reals, (a, b) => a - b, (a, b) => a * b);
        Breaks(report, LawKind.AddCommutative, "⊕ is not commutative: a=0, b=1: a⊕b = −1, b⊕a = 1");
        Breaks(report, LawKind.AddAssociative, "⊕ is not associative: a=0, b=0, c=1: (a⊕b)⊕c = −1, a⊕(b⊕c) = 1");
        Breaks(report, LawKind.ZeroLeftIdentity);
        Assert.IsNotType<LawResult.Broken>(report[LawKind.ZeroRightIdentity]);
    }

    [Fact]
    public void AverageAsPlus_IsNotAssociative()
    {
        var report = Real((A + B) / 2, A * B, 0, 1, Carrier.Reals, (a, b) => (a + b) / 2, (a, b) => a * b);
        Breaks(report, LawKind.AddAssociative, "⊕ is not associative: a=0, b=0, c=1: (a⊕b)⊕c = 0.5, a⊕(b⊕c) = 0.25");
        Breaks(report, LawKind.ZeroLeftIdentity, LawKind.ZeroRightIdentity);
        Assert.IsType<LawResult.Proved>(report[LawKind.AddCommutative]);
    }

    [Fact]
    public void WrongZero_IsNeitherIdentityNorAnnihilator()
    {
        var report = Real(Max(A, B), A + B, 0, 0, Carrier.Reals, Math.Max, (a, b) => a + b);
        Breaks(report, LawKind.ZeroLeftIdentity, LawKind.ZeroRightIdentity, LawKind.LeftAnnihilation, LawKind.RightAnnihilation);
        Assert.Equal(4, report.Results.Count(result => result is LawResult.Broken));
    }

    [Fact]
    public void WrongOne_IsNoIdentity()
    {
        var report = Real(Max(A, B), A + B, -Infinity, 1, Carrier.RealsAndNegativeInfinity, Math.Max, (a, b) => a + b);
        Breaks(report, LawKind.OneLeftIdentity, "One = 1 is no identity of ⊗: a=0: One⊗a = 1, a = 0");
        Breaks(report, LawKind.OneRightIdentity);
        Assert.Equal(2, report.Results.Count(result => result is LawResult.Broken));
    }

    [Fact]
    public void ZeroOutsideTheCarrier_IsSaid()
    {
        var report = Real(Min(A, B), A + B, Infinity, 0, Carrier.NonNegativeReals, Math.Min, (a, b) => a + b);
        Breaks(report, LawKind.ZeroInCarrier, "Zero = ∞ lies outside the carrier [0, ∞)");
    }

    [Fact]
    public void NaNInTheCarrier_BreaksAnnihilation()
    {
        var carrier = Carrier.Closed(double.NaN, double.NaN);
        var report = Real(A + B, A * B, 0, 1, carrier, (a, b) => a + b, (a, b) => a * b);
        Breaks(report, LawKind.LeftAnnihilation, "Zero = 0 does not annihilate: a=NaN: Zero⊗a = NaN, Zero = 0");
        Breaks(report, LawKind.RightAnnihilation);
    }

    [Fact]
    public void NaNInTheCarrier_MakesTheConditionalMaximumAsymmetric()
    {
        var conditional = Conditional(Apply(Op.Greater, A, B), A, B);
        var carrier = Carrier.RealsAndNegativeInfinity with { IncludesUndefined = true };
        var report = Real(conditional, A + B, -Infinity, 0, carrier, (a, b) => a > b ? a : b, (a, b) => a + b);
        Breaks(report, LawKind.AddCommutative, "⊕ is not commutative: a=0, b=NaN: a⊕b = NaN, b⊕a = 0");
        Assert.True(
            LawChecker
                .Check(new("", conditional, A + B, CarrierValue.NegativeInfinity, CarrierValue.Number(0), Carrier.RealsAndNegativeInfinity))
                .IsProved
        );
    }

    [Fact]
    public void GreatestIntegerAsZeroOfMinPlus_WrapsAround()
    {
        var carrier = Carrier.Whole(CarrierKind.WrappingInt32);
        var report = Integer(Min(A, B), A + B, int.MaxValue, 0, carrier, Math.Min, (a, b) => unchecked((int)(a + b)));
        Breaks(report, LawKind.LeftAnnihilation, "Zero = 2147483647 does not annihilate: a=1: Zero⊗a = −2147483648, Zero = 2147483647");
        Breaks(report, LawKind.RightAnnihilation, LawKind.LeftDistributive, LawKind.RightDistributive);
    }

    [Fact]
    public void Lukasiewicz_IsASemiringOnTheUnitInterval_AndNotOnR()
    {
        var multiply = Max(0, A + B - 1);
        var unit = Real(Max(A, B), multiply, 0, 1, Carrier.Closed(0, 1), Math.Max, (a, b) => Math.Max(0, a + b - 1));
        Assert.True(unit.HasNoBrokenLaw);
        var reals = Real(Max(A, B), multiply, 0, 1, Carrier.Reals, Math.Max, (a, b) => Math.Max(0, a + b - 1));
        Breaks(
            reals,
            LawKind.ZeroLeftIdentity,
            LawKind.OneLeftIdentity,
            LawKind.OneRightIdentity,
            LawKind.MultiplyAssociative,
            LawKind.LeftAnnihilation
        );
    }

    [Fact]
    public void LogSumExpWithTheMaximumTakenOut_FailsWhereBothAreZero()
    {
        // The textbook's stable form: at a = b = −∞ it computes −∞ − −∞.
        var largest = Max(A, B);
        var stable = largest + Log(Exp(A - largest) + Exp(B - largest));
        double Add(double a, double b) => Math.Max(a, b) + Math.Log(Math.Exp(a - Math.Max(a, b)) + Math.Exp(b - Math.Max(a, b)));
        var report = Real(stable, A + B, -Infinity, 0, Carrier.RealsAndNegativeInfinity, Add, (a, b) => a + b);
        Breaks(report, LawKind.AddClosed, "⊕ leaves the carrier R ∪ {−∞}: a=−∞, b=−∞: a⊕b = NaN");
    }

    [Fact]
    public void ProductWithASquare_DistributesFromTheRightOnly()
    {
        // a·b² is additive in a and not in b.
        var report = Real(A + B, A * B * B, 0, 1, Carrier.Reals, (a, b) => a + b, (a, b) => a * b * b);
        Breaks(report, LawKind.LeftDistributive, "⊗ does not distribute over ⊕: a=1, b=1, c=1: a⊗(b⊕c) = 4, (a⊗b)⊕(a⊗c) = 2");
        Assert.IsNotType<LawResult.Broken>(report[LawKind.RightDistributive]);
    }

    private static long Saturate(long value) => Math.Clamp(value, int.MinValue, int.MaxValue);

    private static LawReport Real(
        OperatorExpression add,
        OperatorExpression multiply,
        double zero,
        double one,
        Carrier carrier,
        Func<double, double, double> plainAdd,
        Func<double, double, double> plainMultiply
    )
    {
        SemiringCandidate candidate = new("trap", add, multiply, CarrierValue.Number(zero), CarrierValue.Number(one), carrier);
        PlainSemiring<double> plain = new(
            plainAdd,
            plainMultiply,
            zero,
            one,
            value => value.Kind == CarrierValueKind.Undefined ? double.NaN : value.AsNumber.ToDouble(),
            value => double.IsNaN(value) ? carrier.IncludesUndefined : carrier.Contains(CarrierValue.Number(value))
        );
        return Confirm(candidate, plain);
    }

    private static LawReport Integer(
        OperatorExpression add,
        OperatorExpression multiply,
        long zero,
        long one,
        Carrier carrier,
        Func<long, long, long> plainAdd,
        Func<long, long, long> plainMultiply
    )
    {
        SemiringCandidate candidate = new("trap", add, multiply, CarrierValue.Integer(zero), CarrierValue.Integer(one), carrier);
        return Confirm(
            candidate,
            new PlainSemiring<long>(
                plainAdd,
                plainMultiply,
                zero,
                one,
                value => value.AsInteger,
                value => carrier.Contains(CarrierValue.Integer(value))
            )
        );
    }

    private static LawReport Confirm<T>(SemiringCandidate candidate, PlainSemiring<T> plain)
    {
        var report = LawChecker.Check(candidate);
        foreach (var broken in report.Results.OfType<LawResult.Broken>())
            plain.Confirm(broken);
        return report;
    }

    private static void Breaks(LawReport report, LawKind law, string message) =>
        Assert.Equal(message, Assert.IsType<LawResult.Broken>(report[law]).Counterexample.Message);

    private static void Breaks(LawReport report, params LawKind[] laws) =>
        Assert.All(laws, law => Assert.IsType<LawResult.Broken>(report[law]));
}
