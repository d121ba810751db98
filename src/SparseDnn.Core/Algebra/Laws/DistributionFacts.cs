namespace SparseDnn.Algebra.Laws;

/// <summary>The pairs of operations that distribute, one row each.</summary>
internal static class DistributionFacts
{
    private const string Monotone = "a function that never decreases keeps the order of b and c";

    public static DistributionFact[] All { get; } =
    [
        new(
            OperatorShape.Product,
            OperatorShape.Sum,
            static v => v.IsFiniteReal() || v.IsPositive(),
            "the distributive law of real numbers"
        ),
        new(OperatorShape.Product, OperatorShape.Sum, static v => v.IsModular(), "the distributive law modulo 2^k"),
        new(
            OperatorShape.Product,
            OperatorShape.Sum,
            static v => v.IsTruncated(),
            "a sum of non-negative terms saturates exactly when the whole sum does"
        ),
        new(OperatorShape.Sum, OperatorShape.Max, static v => v.HasDefinedSums() || v.IsSaturating(), Monotone),
        new(OperatorShape.Sum, OperatorShape.Min, static v => v.HasDefinedSums() || v.IsSaturating(), Monotone),
        new(OperatorShape.Product, OperatorShape.Max, static v => (v.HasDefinedProducts() && v.IsAtLeast(0)) || v.IsTruncated(), Monotone),
        new(OperatorShape.Product, OperatorShape.Min, static v => (v.HasDefinedProducts() && v.IsAtLeast(0)) || v.IsTruncated(), Monotone),
        new(OperatorShape.Lukasiewicz, OperatorShape.Max, static v => v.IsFiniteReal(), Monotone),
        new(OperatorShape.Lukasiewicz, OperatorShape.Min, static v => v.IsFiniteReal(), Monotone),
        new(OperatorShape.Min, OperatorShape.Max, static _ => true, "min and max of a chain are a distributive lattice"),
        new(OperatorShape.Max, OperatorShape.Min, static _ => true, "min and max of a chain are a distributive lattice"),
        new(OperatorShape.And, OperatorShape.Or, static v => v.HasBits(), "bit by bit a Boolean algebra"),
        new(OperatorShape.Or, OperatorShape.And, static v => v.HasBits(), "bit by bit a Boolean algebra"),
        new(OperatorShape.And, OperatorShape.Xor, static v => v.HasBits(), "bit by bit the field of two elements"),
        new(
            OperatorShape.Sum,
            OperatorShape.LogSumExp,
            static v => v.HasDefinedSums(),
            "exp maps it to the distributive law of non-negative numbers"
        ),
    ];
}
