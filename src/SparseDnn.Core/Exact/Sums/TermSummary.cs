using System;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Sums;

/// <summary>What a certificate needs to know of the terms of one sum.</summary>
/// <param name="Granularity">g: every term is a multiple of 2^g; 0 where all are 0.</param>
/// <param name="SumOfMagnitudes">Σ|t|, exact.</param>
internal readonly record struct TermSummary(int Granularity, Dyadic SumOfMagnitudes)
{
    /// <summary>One more term.</summary>
    /// <param name="granularity">The term is a multiple of 2^granularity.</param>
    /// <param name="magnitude">Its largest magnitude.</param>
    public TermSummary Add(int granularity, Dyadic magnitude) =>
        magnitude.IsZero
            ? this
            : new(SumOfMagnitudes.IsZero ? granularity : Math.Min(Granularity, granularity), SumOfMagnitudes + magnitude);

    /// <summary>One more term whose value is known.</summary>
    /// <param name="term">The term.</param>
    public TermSummary Add(Dyadic term) => Add(term.Exponent, term.Abs());
}
