using System.Linq;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Expressions;

/// <summary>Whether an expression has a value for all operands of a carrier; where it has none, a conditional and min differ.</summary>
internal static class OperatorDefinedness
{
    /// <summary>True only where no ∞ − ∞, 0·∞, division or the like can occur in the expression.</summary>
    public static bool IsAlwaysDefined(OperatorExpression expression, Carrier carrier) =>
        expression.Operator switch
        {
            ExpressionOperator.A or ExpressionOperator.B => !carrier.IncludesUndefined,
            ExpressionOperator.Constant => expression.Value.IsKnown,
            ExpressionOperator.Add or ExpressionOperator.Subtract or ExpressionOperator.Multiply or ExpressionOperator.FusedMultiplyAdd => (
                carrier.Kind != CarrierKind.Real || IsFinite(expression, carrier)
            ) && AreDefined(expression, carrier),
            ExpressionOperator.Negate or ExpressionOperator.Min or ExpressionOperator.Max => AreDefined(expression, carrier),
            ExpressionOperator.Abs => carrier.Kind is not (CarrierKind.WrappingInt32 or CarrierKind.WrappingInt64)
                && AreDefined(expression, carrier),
            _ => false,
        };

    private static bool AreDefined(OperatorExpression expression, Carrier carrier) =>
        expression.Operands.All(operand => IsAlwaysDefined(operand, carrier));

    private static bool IsFinite(OperatorExpression expression, Carrier carrier) =>
        expression.Operator switch
        {
            ExpressionOperator.A or ExpressionOperator.B => !carrier.HasNegativeInfinity && !carrier.HasPositiveInfinity,
            ExpressionOperator.Constant => expression.Value is { Kind: CarrierValueKind.Number, AsNumber.IsFinite: true },
            _ => expression.Operands.All(operand => IsFinite(operand, carrier)),
        };
}
