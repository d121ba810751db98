using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Expressions;

/// <summary>
/// Gives expressions of the same function the same form, where that is easy: what is equal after it is equal for all values.
/// </summary>
/// <remarks>
/// Commutative operands are sorted and chains flattened; differences become sums, fused multiply-adds become products and sums,
/// constants are folded, conditionals that choose the smaller or larger operand become min and max. For carriers without
/// NaN only; nothing that saturates is regrouped.
/// </remarks>
internal sealed class OperatorNormalizer
{
    private readonly Carrier _carrier;
    private readonly CarrierArithmetic _arithmetic;
    private readonly bool _regroups;

    private OperatorNormalizer(Carrier carrier)
    {
        _carrier = carrier;
        _arithmetic = CarrierArithmetics.Of(carrier.Kind);
        _regroups = carrier.Kind is not (CarrierKind.SaturatingInt32 or CarrierKind.SaturatingInt64);
    }

    public static OperatorExpression Normalize(OperatorExpression expression, Carrier carrier) =>
        new OperatorNormalizer(carrier).Normalize(expression);

    private OperatorExpression Normalize(OperatorExpression expression)
    {
        if (expression.Operator == ExpressionOperator.Constant)
            return OperatorExpression.Constant(_arithmetic.Convert(expression.Value));
        if (expression.Operands.Count == 0)
            return expression;
        var x = expression.Operands.Select(Normalize).ToArray();
        return expression.Operator switch
        {
            ExpressionOperator.Subtract when _regroups => Flatten(ExpressionOperator.Add, [x[0], Negate(x[1])]),
            ExpressionOperator.Negate when _regroups => Negate(x[0]),
            ExpressionOperator.FusedMultiplyAdd when _regroups => Flatten(
                ExpressionOperator.Add,
                [Flatten(ExpressionOperator.Multiply, [x[0], x[1]]), x[2]]
            ),
            ExpressionOperator.Add or ExpressionOperator.Multiply when _regroups => Flatten(expression.Operator, x),
            ExpressionOperator.Min or ExpressionOperator.Max or ExpressionOperator.And or ExpressionOperator.Or or ExpressionOperator.Xor =>
                Flatten(expression.Operator, x),
            ExpressionOperator.Greater => OperatorExpression.Apply(ExpressionOperator.Less, x[1], x[0]),
            ExpressionOperator.GreaterOrEqual => OperatorExpression.Apply(ExpressionOperator.LessOrEqual, x[1], x[0]),
            ExpressionOperator.Conditional => Choose(x[0], x[1], x[2]),
            ExpressionOperator.NotEqual when _carrier.Kind == CarrierKind.Boolean => Flatten(ExpressionOperator.Xor, x),
            var op when OperatorRow.Of(op).IsCommutative => Rebuild(op, x),
            var op => OperatorExpression.Apply(op, x),
        };
    }

    private OperatorExpression Negate(OperatorExpression x) =>
        x.Operator switch
        {
            ExpressionOperator.Constant when x.Value.Kind == _arithmetic.ValueKind => OperatorExpression.Constant(
                _arithmetic.Negate(x.Value)
            ),
            ExpressionOperator.Negate => x.Operands[0],
            ExpressionOperator.Add => Flatten(ExpressionOperator.Add, x.Operands.Select(Negate)),
            ExpressionOperator.Max when _carrier.Kind == CarrierKind.Real => Flatten(ExpressionOperator.Min, x.Operands.Select(Negate)),
            ExpressionOperator.Min when _carrier.Kind == CarrierKind.Real => Flatten(ExpressionOperator.Max, x.Operands.Select(Negate)),
            _ => -x,
        };

    private OperatorExpression Choose(OperatorExpression condition, OperatorExpression first, OperatorExpression second)
    {
        if (
            condition.Operator is ExpressionOperator.Less or ExpressionOperator.LessOrEqual
            && OperatorDefinedness.IsAlwaysDefined(first, _carrier)
            && OperatorDefinedness.IsAlwaysDefined(second, _carrier)
        )
        {
            var (less, greater) = (condition.Operands[0], condition.Operands[1]);
            if (first.Equals(less) && second.Equals(greater))
                return Flatten(ExpressionOperator.Min, [less, greater]);
            if (first.Equals(greater) && second.Equals(less))
                return Flatten(ExpressionOperator.Max, [less, greater]);
        }
        if (_carrier.Kind == CarrierKind.Boolean)
        {
            if (IsConstant(second, false))
                return Flatten(ExpressionOperator.And, [condition, first]);
            if (IsConstant(first, true))
                return Flatten(ExpressionOperator.Or, [condition, second]);
            if (first.Operator == ExpressionOperator.Not && first.Operands[0].Equals(second))
                return Flatten(ExpressionOperator.Xor, [condition, second]);
        }
        return OperatorExpression.Conditional(condition, first, second);
    }

    private static bool IsConstant(OperatorExpression x, bool value) =>
        x.Operator == ExpressionOperator.Constant && x.Value.Equals(CarrierValue.Boolean(value));

    private OperatorExpression Flatten(ExpressionOperator op, IEnumerable<OperatorExpression> operands)
    {
        var parts = operands.SelectMany(operand => Parts(op, operand)).ToList();
        if (op is ExpressionOperator.Min or ExpressionOperator.Max)
            parts = [.. parts.Distinct()];
        if (op is ExpressionOperator.Add or ExpressionOperator.Multiply)
            Fold(op, parts);
        return parts.Count == 1 ? parts[0] : Rebuild(op, parts);
    }

    private static IEnumerable<OperatorExpression> Parts(ExpressionOperator op, OperatorExpression operand) =>
        operand.Operator == op ? operand.Operands.SelectMany(part => Parts(op, part)) : [operand];

    // All constants become one; none where it is the identity.
    private void Fold(ExpressionOperator op, List<OperatorExpression> parts)
    {
        var isSum = op == ExpressionOperator.Add;
        var identity = _arithmetic.Convert(isSum ? 0 : 1);
        var constants = parts
            .Where(part => part.Operator == ExpressionOperator.Constant && part.Value.Kind == _arithmetic.ValueKind)
            .ToList();
        var folded = identity;
        foreach (var constant in constants)
        {
            if (folded.IsKnown)
                folded = isSum ? _arithmetic.Add(folded, constant.Value) : _arithmetic.Multiply(folded, constant.Value);
        }
        if (!folded.IsKnown)
            return;
        parts.RemoveAll(constants.Contains);
        if (!folded.Equals(identity) || parts.Count == 0)
            parts.Add(OperatorExpression.Constant(folded));
    }

    private static OperatorExpression Rebuild(ExpressionOperator op, IEnumerable<OperatorExpression> parts) =>
        parts.OrderBy(static part => part, ExpressionOrder.Instance).Aggregate((x, y) => OperatorExpression.Apply(op, x, y));
}
