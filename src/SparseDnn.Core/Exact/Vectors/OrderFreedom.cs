using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Laws;
using SparseDnn.Algebra.Values;
using SparseDnn.Networks;

namespace SparseDnn.Exact.Vectors;

/// <summary>What a layer's outputs depend on beside its numbers.</summary>
internal enum OrderFreedom
{
    /// <summary>Nothing: every order of ⊕ gives the same bits.</summary>
    Free,

    /// <summary>Real sums: nothing where their certificate holds.</summary>
    IfCertified,

    /// <summary>The order of ⊕, or how its operations are put together.</summary>
    Ordered,
}

/// <summary>Finds out how far the order of a layer's operations matters in its element format.</summary>
/// <remarks>
/// Integers, booleans and words compute their ideal operations, so the laws proved for the whole type decide. Real numbers round:
/// there only min and max, which choose, are associative in the format (the sign of a zero aside), and ⊗ and the epilogue must
/// be one operation each, because compound ones may be fused.
/// </remarks>
internal static class OrderFreedoms
{
    public static OrderFreedom Of(Layer layer)
    {
        var correlate = layer.Correlate.Candidate!;
        if (NumberTypes.Of(layer.Elements).Real is null)
        {
            var report = LawChecker.Check(correlate with { Carrier = Carrier.Whole(NumberTypes.Of(layer.Elements).Carrier) });
            return report[LawKind.AddAssociative] is LawResult.Proved && report[LawKind.AddCommutative] is LawResult.Proved
                ? OrderFreedom.Free
                : OrderFreedom.Ordered;
        }

        var select = layer.Select?.Candidate;
        if (
            !IsSingle(correlate.Multiply)
            || (layer.HasBias && !IsSingle(select!.Multiply))
            || (layer.HasActivation && !IsSingle(select!.Add))
        )
            return OrderFreedom.Ordered;
        if (layer.Semirings.IsPlusTimes)
            return OrderFreedom.IfCertified;
        if (Chooses(correlate))
            return OrderFreedom.Free;
        return OrderFreedom.Ordered;
    }

    // a + b, b × a, max(a, b) and so on as written: whatever is rounded is rounded once.
    private static bool IsSingle(OperatorExpression operation) =>
        operation.Operator is ExpressionOperator.Add or ExpressionOperator.Multiply or ExpressionOperator.Min or ExpressionOperator.Max
        && operation.Operands.All(operand => operand.Operator is ExpressionOperator.A or ExpressionOperator.B);

    private static bool Chooses(SemiringCandidate candidate) =>
        OperatorShapes.Recognise(candidate.Add, candidate.Carrier) is OperatorShape.Max or OperatorShape.Min
        && RoundsNothing(candidate.Add);

    private static bool RoundsNothing(OperatorExpression operation) =>
        operation.Operator
            is ExpressionOperator.A
                or ExpressionOperator.B
                or ExpressionOperator.Min
                or ExpressionOperator.Max
                or ExpressionOperator.Negate
                or ExpressionOperator.Conditional
                or ExpressionOperator.Less
                or ExpressionOperator.LessOrEqual
                or ExpressionOperator.Greater
                or ExpressionOperator.GreaterOrEqual
        && operation.Operands.All(RoundsNothing);
}
