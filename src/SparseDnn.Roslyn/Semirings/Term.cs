using System.Linq;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>A part of a body that has been read.</summary>
/// <param name="Expression">What it computes.</param>
/// <param name="Size">Nodes of the tree.</param>
/// <param name="IsBoolean">Whether it is a condition or a boolean element, as opposed to a number or word.</param>
internal sealed record Term(OperatorExpression Expression, int Size, bool IsBoolean)
{
    /// <summary>The boolean that the term is known to be; null where it depends on a and b or is none.</summary>
    public bool? Known =>
        IsBoolean && Expression is { Operator: ExpressionOperator.Constant, Value.Kind: CarrierValueKind.Boolean }
            ? Expression.Value.AsBoolean
            : null;

    public static Term Constant(CarrierValue value) => new(OperatorExpression.Constant(value), 1, value.Kind == CarrierValueKind.Boolean);

    public static Term Boolean(bool value) => Constant(CarrierValue.Boolean(value));

    public static Term Apply(ExpressionOperator op, bool isBoolean, params Term[] operands) =>
        new(
            OperatorExpression.Apply(op, [.. operands.Select(operand => operand.Expression)]),
            1 + operands.Sum(operand => operand.Size),
            isBoolean
        );

    public static Term Not(Term x) => x.Known is { } known ? Boolean(!known) : Apply(ExpressionOperator.Not, true, x);
}
