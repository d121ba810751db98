using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Plain;

/// <summary>A semiring in binary64: what edges do to a sum.</summary>
internal sealed record PlainSemiring(Func<double, double, double> Add, Func<double, double, double> Multiply, double Zero)
{
    private static readonly Dictionary<ExpressionOperator, Func<double, double, double>> Operators = new()
    {
        [ExpressionOperator.Add] = static (a, b) => a + b,
        [ExpressionOperator.Multiply] = static (a, b) => a * b,
        [ExpressionOperator.Min] = Math.Min,
        [ExpressionOperator.Max] = Math.Max,
        [ExpressionOperator.And] = static (a, b) => (ulong)a & (ulong)b,
        [ExpressionOperator.Or] = static (a, b) => (ulong)a | (ulong)b,
        [ExpressionOperator.Xor] = static (a, b) => (ulong)a ^ (ulong)b,
    };

    /// <summary>A built-in semiring whose operations are one operator each; null for others.</summary>
    public static PlainSemiring? Of(SemiringSpecification semiring, StorageFormat accumulator)
    {
        if (
            semiring.Elements.Select(element => element.Candidate).FirstOrDefault(found => found is not null) is not { } candidate
            || SemiringTraits.Single(candidate.Add) is not { } add
            || SemiringTraits.Single(candidate.Multiply) is not { } multiply
            || !Operators.TryGetValue(add, out var sum)
            || !Operators.TryGetValue(multiply, out var product)
        )
            return null;
        var zero = semiring.Zero;
        // Integers have no infinities; their ends are the identities.
        if (double.IsInfinity(zero) && accumulator is not FloatingStorage)
            zero = (zero > 0 ? accumulator.MaxFinite : accumulator.MinFinite).ToDouble();
        return new(sum, product, zero);
    }
}
