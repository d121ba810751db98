using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Expressions;

/// <summary>⊕ or ⊗ of one arithmetic, ready to be evaluated.</summary>
/// <param name="a">Left operand.</param>
/// <param name="b">Right operand.</param>
internal delegate CarrierValue BinaryOperation(in CarrierValue a, in CarrierValue b);
