using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Primitives;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>A declared semiring as a value: what networks need to know of it, and what its code is made from.</summary>
/// <param name="Specification">The semiring as data.</param>
/// <param name="Elements">One for every element type whose code is in this project, in the order of
/// <see cref="NumberTypes.Elements"/>.</param>
/// <remarks>Equality contract: all members by value; holds no symbol, syntax or location.</remarks>
internal sealed record SemiringReading(SemiringSpecification Specification, EquatableArray<SemiringElementReading> Elements);

/// <summary>A declared semiring over one element type.</summary>
/// <param name="Element">The semiring as data.</param>
/// <param name="Add">⊕.</param>
/// <param name="Multiply">⊗.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record SemiringElementReading(SemiringElement Element, OperatorReading Add, OperatorReading Multiply)
{
    /// <summary>
    /// Whether an epilogue over it is bias and ReLU to the last bit: also One is +0, which the ideal value does not tell.
    /// </summary>
    public bool Rectifies { get; init; }
}

/// <summary>⊕ or ⊗ as it was read.</summary>
/// <param name="Expression">What it computes; null where the body cannot be read.</param>
/// <param name="ScalarReason">Why it runs item by item; null where it has a vector form.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record OperatorReading(OperatorExpression? Expression, string? ScalarReason);
