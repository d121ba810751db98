using SparseDnn.Algebra.Values;
using static SparseDnn.Algebra.Laws.OperationProperty;

namespace SparseDnn.Algebra.Laws;

/// <summary>The facts of single operations, one row each.</summary>
/// <remarks>
/// All operations of the table are commutative, so that each fact is of both sides. Conditions are in <see cref="CarrierConditions"/>.
/// </remarks>
internal static class OperationFacts
{
    public static OperationFact[] All { get; } =
    [
        new(Associative, OperatorShape.Max, static (_, _) => true, "the largest of three values does not depend on their grouping"),
        new(Associative, OperatorShape.Min, static (_, _) => true, "the smallest of three values does not depend on their grouping"),
        new(Associative, OperatorShape.Sum, static (v, _) => v.HasDefinedSums(), "sums of reals do not depend on their grouping"),
        new(Associative, OperatorShape.Sum, static (v, _) => v.IsModular(), "sums modulo 2^k do not depend on their grouping"),
        new(
            Associative,
            OperatorShape.Sum,
            static (v, _) => v.IsTruncated(),
            "a sum of non-negative terms saturates exactly when the whole sum does"
        ),
        new(
            Associative,
            OperatorShape.Product,
            static (v, _) => v.HasDefinedProducts(),
            "products of reals do not depend on their grouping"
        ),
        new(Associative, OperatorShape.Product, static (v, _) => v.IsModular(), "products modulo 2^k do not depend on their grouping"),
        new(
            Associative,
            OperatorShape.Product,
            static (v, _) => v.IsTruncated(),
            "a product of non-negative factors saturates exactly when the whole product does"
        ),
        new(Associative, OperatorShape.And, static (v, _) => v.HasBits(), "conjunction of bits"),
        new(Associative, OperatorShape.Or, static (v, _) => v.HasBits(), "disjunction of bits"),
        new(Associative, OperatorShape.Xor, static (v, _) => v.HasBits(), "sums modulo 2 of bits"),
        new(
            Associative,
            OperatorShape.LogSumExp,
            static (v, _) => v.Kind == CarrierKind.Real,
            "exp maps it to the sum of non-negative numbers, one to one"
        ),
        new(
            Associative,
            OperatorShape.Lukasiewicz,
            static (v, _) => v.IsFiniteReal() && v.IsAtMost(1),
            "both sides are max(0, a + b + c − 2) for values up to 1"
        ),
        new(Identity, OperatorShape.Max, static (v, e) => v.IsLowerBound(e), "the identity of max is below all values"),
        new(Identity, OperatorShape.Min, static (v, e) => v.IsUpperBound(e), "the identity of min is above all values"),
        new(Identity, OperatorShape.Sum, static (v, e) => v.IsNumber(e, 0), "0 is the identity of +"),
        new(Identity, OperatorShape.Product, static (v, e) => v.IsNumber(e, 1), "1 is the identity of ×"),
        new(Identity, OperatorShape.And, static (v, e) => v.HasBits() && v.IsAllOnes(e), "all ones is the identity of &"),
        new(Identity, OperatorShape.Or, static (v, e) => v.HasBits() && v.IsAllZeros(e), "all zeros is the identity of |"),
        new(Identity, OperatorShape.Xor, static (v, e) => v.HasBits() && v.IsAllZeros(e), "all zeros is the identity of ^"),
        new(Identity, OperatorShape.LogSumExp, static (_, e) => e.Equals(CarrierValue.NegativeInfinity), "exp(−∞) = 0"),
        new(
            Identity,
            OperatorShape.Lukasiewicz,
            static (v, e) => v.IsFiniteReal() && v.IsAtLeast(0) && v.IsNumber(e, 1),
            "max(0, a + 1 − 1) = a for a ≥ 0"
        ),
        new(Annihilator, OperatorShape.Max, static (v, e) => v.IsUpperBound(e), "max with an upper bound is that bound"),
        new(Annihilator, OperatorShape.Min, static (v, e) => v.IsLowerBound(e), "min with a lower bound is that bound"),
        new(
            Annihilator,
            OperatorShape.Sum,
            static (v, e) => v.Kind == CarrierKind.Real && !v.HasPositiveInfinity && e.Equals(CarrierValue.NegativeInfinity),
            "−∞ absorbs sums where +∞ is no value"
        ),
        new(
            Annihilator,
            OperatorShape.Sum,
            static (v, e) => v.Kind == CarrierKind.Real && !v.HasNegativeInfinity && e.Equals(CarrierValue.PositiveInfinity),
            "+∞ absorbs sums where −∞ is no value"
        ),
        new(
            Annihilator,
            OperatorShape.Sum,
            static (v, e) => v.IsTruncated() && e.Equals(CarrierArithmetics.Of(v.Kind).Greatest),
            "a saturated sum of non-negative terms stays saturated"
        ),
        new(
            Annihilator,
            OperatorShape.Product,
            static (v, e) => (v.IsFiniteReal() || v.IsInteger()) && v.IsNumber(e, 0),
            "0·a = 0 for finite a"
        ),
        new(
            Annihilator,
            OperatorShape.Product,
            static (v, e) => v.IsPositive() && e.Equals(CarrierValue.PositiveInfinity),
            "+∞ absorbs products of positive numbers"
        ),
        new(Annihilator, OperatorShape.And, static (v, e) => v.HasBits() && v.IsAllZeros(e), "all zeros absorbs &"),
        new(Annihilator, OperatorShape.Or, static (v, e) => v.HasBits() && v.IsAllOnes(e), "all ones absorbs |"),
        new(
            Annihilator,
            OperatorShape.Lukasiewicz,
            static (v, e) => v.IsFiniteReal() && v.IsAtMost(1) && v.IsNumber(e, 0),
            "max(0, a − 1) = 0 for a ≤ 1"
        ),
        new(Closed, OperatorShape.Max, static (_, _) => true, "the larger of two values is one of them"),
        new(Closed, OperatorShape.Min, static (_, _) => true, "the smaller of two values is one of them"),
        new(
            Closed,
            OperatorShape.Sum,
            static (v, _) => v.HasDefinedSums() && (v.HasNoLeast() || v.IsAtLeast(0)) && (v.HasNoGreatest() || v.IsAtMost(0)),
            "sums stay between ends that are infinite or on the far side of 0"
        ),
        new(Closed, OperatorShape.Sum, static (v, _) => v.IsModular() && v.IsWhole(), "wrap-around stays in the type"),
        new(
            Closed,
            OperatorShape.Sum,
            static (v, _) => v.IsSaturating() && v.ReachesGreatest() && (v.IsWhole() || v.IsTruncated()),
            "saturation stays in the type"
        ),
        new(
            Closed,
            OperatorShape.Product,
            static (v, _) => v.IsFiniteReal() && v.HasNoLeast() && v.HasNoGreatest(),
            "products of reals are reals"
        ),
        new(
            Closed,
            OperatorShape.Product,
            static (v, _) => v.HasDefinedProducts() && v.HasNoGreatest() && (v.IsAtLeast(1) || v.StartsAtZero()),
            "products of values from 0 or 1 up do not fall below it"
        ),
        new(
            Closed,
            OperatorShape.Product,
            static (v, _) => v.StartsAtZero() && v.IsAtMost(1),
            "products of values up to 1 do not exceed either"
        ),
        new(Closed, OperatorShape.Product, static (v, _) => v.IsModular() && v.IsWhole(), "wrap-around stays in the type"),
        new(
            Closed,
            OperatorShape.Product,
            static (v, _) => v.IsSaturating() && v.ReachesGreatest() && (v.IsWhole() || v.StartsAtZero()),
            "saturation stays in the type"
        ),
        new(Closed, OperatorShape.And, static (v, _) => v.HasBits() && v.IsWhole(), "bits of the same width"),
        new(Closed, OperatorShape.Or, static (v, _) => v.HasBits() && v.IsWhole(), "bits of the same width"),
        new(Closed, OperatorShape.Xor, static (v, _) => v.HasBits() && v.IsWhole(), "bits of the same width"),
        new(
            Closed,
            OperatorShape.LogSumExp,
            static (v, _) => v.Kind == CarrierKind.Real && v.HasNoGreatest(),
            "log(e^a + e^b) is at least the larger operand"
        ),
        new(
            Closed,
            OperatorShape.Lukasiewicz,
            static (v, _) => v.IsFiniteReal() && v.IsAtMost(1) && v.Contains(CarrierValue.Number(0)),
            "the result lies between 0 and an operand"
        ),
    ];
}
