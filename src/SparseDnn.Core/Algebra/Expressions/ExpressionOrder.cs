using System.Collections.Generic;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Expressions;

/// <summary>A total order of expressions: a, b, operators in their order, constants last.</summary>
internal sealed class ExpressionOrder : IComparer<OperatorExpression>
{
    public static ExpressionOrder Instance { get; } = new();

    public int Compare(OperatorExpression? x, OperatorExpression? y)
    {
        var order = x!.Operator.CompareTo(y!.Operator);
        if (order == 0 && x.Operator == ExpressionOperator.Constant)
            return CompareValues(x.Value, y.Value);
        for (var i = 0; order == 0 && i < x.Operands.Count; i++)
            order = Compare(x.Operands[i], y.Operands[i]);
        return order;
    }

    private static int CompareValues(CarrierValue x, CarrierValue y)
    {
        var order = x.Kind.CompareTo(y.Kind);
        return order != 0 || !x.IsKnown ? order : x.Compare(y);
    }
}
