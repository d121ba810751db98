using System;
using SparseDnn.Algebra.Values;
using SparseDnn.Primitives;

namespace SparseDnn.Algebra.Expressions;

/// <summary>What ⊕ or ⊗ computes from its operands a and b: an immutable tree.</summary>
/// <remarks>
/// Equality contract: equal trees as written; max(a, b) and max(b, a) differ. Constants are exact; an integer constant is
/// read in the arithmetic it is evaluated in.
/// </remarks>
internal sealed partial record OperatorExpression
{
    private OperatorExpression(ExpressionOperator op, CarrierValue constant, params OperatorExpression[] operands)
    {
        Operator = op;
        Value = constant;
        Operands = operands.Length == 0 ? EquatableArray<OperatorExpression>.Empty : new(operands);
    }

    /// <summary>The left operand.</summary>
    public static OperatorExpression A { get; } = new(ExpressionOperator.A, default);

    /// <summary>The right operand.</summary>
    public static OperatorExpression B { get; } = new(ExpressionOperator.B, default);

    /// <summary>What the node is.</summary>
    public ExpressionOperator Operator { get; }

    /// <summary>The value of a constant; Undefined for other nodes.</summary>
    public CarrierValue Value { get; }

    /// <summary>The operands in written order; none for a, b and constants.</summary>
    public EquatableArray<OperatorExpression> Operands { get; }

    /// <summary>A constant.</summary>
    /// <param name="value">The exact value.</param>
    public static OperatorExpression Constant(CarrierValue value) => new(ExpressionOperator.Constant, value);

    /// <summary>A number as a constant; NaN becomes Undefined.</summary>
    /// <param name="value">The number.</param>
    public static OperatorExpression Constant(double value) => Constant(CarrierValue.Number(value));

    /// <summary>A node of any operator.</summary>
    /// <param name="op">An operator that takes operands.</param>
    /// <param name="operands">As many as the operator takes.</param>
    /// <exception cref="ArgumentException">The operator takes another number of operands.</exception>
    public static OperatorExpression Apply(ExpressionOperator op, params OperatorExpression[] operands)
    {
        var arity = OperatorRow.Of(op).Arity;
        if (arity == 0 || arity != operands.Length)
            throw new ArgumentException($"{op} does not take {operands.Length} operands.", nameof(operands));
        return new(op, default, (OperatorExpression[])operands.Clone());
    }

    /// <summary>The value for two operands, in ideal arithmetic.</summary>
    /// <param name="kind">The arithmetic.</param>
    /// <param name="a">Left operand, of the arithmetic's kind.</param>
    /// <param name="b">Right operand.</param>
    /// <returns>A known value, Undefined (also where the arithmetic has no such operation), or Undecided.</returns>
    public CarrierValue Evaluate(CarrierKind kind, CarrierValue a, CarrierValue b) => OperatorCompiler.Compile(this, kind)(a, b);

    /// <summary>Infix text: <c>max(0, a + b − 1)</c>, <c>a &lt; b ? a : b</c>.</summary>
    public override string ToString() => OperatorPrinter.Print(this);
}
