using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra;

/// <summary>
/// What planning, vectors and kernels ask of a semiring beside its laws, read from its formulas: no list of names says it.
/// </summary>
internal static class SemiringTraits
{
    /// <summary>The operator where an operation is one operator of a and b, in either order; null for other expressions.</summary>
    /// <param name="operation">⊕ or ⊗.</param>
    public static ExpressionOperator? Single(OperatorExpression operation) =>
        operation.Operands.Count == 2
        && (
            (operation.Operands[0].Equals(OperatorExpression.A) && operation.Operands[1].Equals(OperatorExpression.B))
            || (operation.Operands[0].Equals(OperatorExpression.B) && operation.Operands[1].Equals(OperatorExpression.A))
        )
            ? operation.Operator
            : null;

    /// <summary>
    /// Whether a term that was added already may be left out to the last bit: ⊕ chooses among its operands in an order without ties, which
    /// min and max are with −0 below +0, or joins bits.
    /// </summary>
    /// <param name="candidate">The semiring in one element format.</param>
    public static bool IsIdempotent(SemiringCandidate candidate) => Chooses(candidate.Add);

    /// <summary>Whether every result is one of the operands or made of their bits, so that nothing is ever rounded.</summary>
    /// <param name="candidate">The semiring in one element format.</param>
    public static bool ChoosesOnly(SemiringCandidate candidate) => Chooses(candidate.Add) && Chooses(candidate.Multiply);

    /// <summary>Whether z ⊗ b is z + b and z ⊕ One is max(z, 0), for a One that is +0: an epilogue is then bias and ReLU.</summary>
    /// <param name="candidate">The semiring in one element format.</param>
    public static bool Rectifies(SemiringCandidate candidate) =>
        Single(candidate.Add) == ExpressionOperator.Max
        && Single(candidate.Multiply) == ExpressionOperator.Add
        && candidate.Carrier.Kind == CarrierKind.Real
        && candidate.One.Equals(CarrierValue.Number(0));

    /// <summary>Whether an operation takes e^x or log x, which may differ from one platform to another.</summary>
    /// <param name="operation">⊕ or ⊗.</param>
    public static bool IsTranscendental(OperatorExpression operation)
    {
        if (operation.Operator is ExpressionOperator.Exp or ExpressionOperator.Log)
            return true;
        foreach (var operand in operation.Operands)
            if (IsTranscendental(operand))
                return true;
        return false;
    }

    private static bool Chooses(OperatorExpression operation) =>
        Single(operation) is ExpressionOperator.Min or ExpressionOperator.Max or ExpressionOperator.And or ExpressionOperator.Or;
}
