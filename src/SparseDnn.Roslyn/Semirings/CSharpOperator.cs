using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>A binary operator of C#.</summary>
/// <param name="Operator">What it computes.</param>
/// <param name="Operands">What it takes.</param>
internal sealed record CSharpOperator(ExpressionOperator Operator, OperandKinds Operands)
{
    /// <summary>Whether it gives a condition from two numbers.</summary>
    public bool IsComparison => Operands is OperandKinds.Ordered or OperandKinds.Equatable;

    /// <summary>Whether it gives a condition from two conditions.</summary>
    public bool JoinsConditions => Operands is OperandKinds.Bits or OperandKinds.Equatable;

    /// <summary>Whether it gives a value from two of the same kind, as ⊕ and ⊗ do.</summary>
    public bool JoinsValues => Operands is OperandKinds.Numbers or OperandKinds.Bits;
}
