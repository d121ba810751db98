using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using static SparseDnn.Algebra.Expressions.OperatorExpression;

namespace SparseDnn.Algebra.Laws;

/// <summary>Recognises operations by their normal form, one row each.</summary>
internal static class OperatorShapes
{
    private static (OperatorShape Shape, OperatorExpression Expression)[] Rows { get; } =
    [
        (OperatorShape.Sum, A + B),
        (OperatorShape.Product, A * B),
        (OperatorShape.Max, Max(A, B)),
        (OperatorShape.Min, Min(A, B)),
        (OperatorShape.And, A & B),
        (OperatorShape.Or, A | B),
        (OperatorShape.Xor, A ^ B),
        (OperatorShape.LogSumExp, Log(Exp(A) + Exp(B))),
        (OperatorShape.Lukasiewicz, Max(0, A + B - 1)),
    ];

    /// <summary>The shape of an operation; Other where it is none of the table's or NaN belongs to the carrier.</summary>
    public static OperatorShape Recognise(OperatorExpression expression, Carrier carrier)
    {
        var normal = OperatorNormalizer.Normalize(expression, carrier);
        foreach (var (shape, row) in Rows)
        {
            if (normal.Equals(OperatorNormalizer.Normalize(row, carrier)))
                return shape;
        }
        return OperatorShape.Other;
    }
}
