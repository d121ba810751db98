using System.Collections.Generic;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>
/// What the binary operators of C# compute: the one table by which bodies of semirings are read and values of them are followed.
/// </summary>
internal static class CSharpOperators
{
    private static readonly Dictionary<BinaryOperatorKind, CSharpOperator> Rows = new()
    {
        [BinaryOperatorKind.Add] = new(ExpressionOperator.Add, OperandKinds.Numbers),
        [BinaryOperatorKind.Subtract] = new(ExpressionOperator.Subtract, OperandKinds.Numbers),
        [BinaryOperatorKind.Multiply] = new(ExpressionOperator.Multiply, OperandKinds.Numbers),
        [BinaryOperatorKind.Divide] = new(ExpressionOperator.Divide, OperandKinds.Numbers),
        [BinaryOperatorKind.And] = new(ExpressionOperator.And, OperandKinds.Bits),
        [BinaryOperatorKind.Or] = new(ExpressionOperator.Or, OperandKinds.Bits),
        [BinaryOperatorKind.ExclusiveOr] = new(ExpressionOperator.Xor, OperandKinds.Bits),
        [BinaryOperatorKind.ConditionalAnd] = new(ExpressionOperator.And, OperandKinds.Bits),
        [BinaryOperatorKind.ConditionalOr] = new(ExpressionOperator.Or, OperandKinds.Bits),
        [BinaryOperatorKind.Equals] = new(ExpressionOperator.Equal, OperandKinds.Equatable),
        [BinaryOperatorKind.NotEquals] = new(ExpressionOperator.NotEqual, OperandKinds.Equatable),
        [BinaryOperatorKind.LessThan] = new(ExpressionOperator.Less, OperandKinds.Ordered),
        [BinaryOperatorKind.LessThanOrEqual] = new(ExpressionOperator.LessOrEqual, OperandKinds.Ordered),
        [BinaryOperatorKind.GreaterThan] = new(ExpressionOperator.Greater, OperandKinds.Ordered),
        [BinaryOperatorKind.GreaterThanOrEqual] = new(ExpressionOperator.GreaterOrEqual, OperandKinds.Ordered),
        [BinaryOperatorKind.LeftShift] = new(ExpressionOperator.ShiftLeft, OperandKinds.Count),
        [BinaryOperatorKind.RightShift] = new(ExpressionOperator.ShiftRight, OperandKinds.Count),
        [BinaryOperatorKind.UnsignedRightShift] = new(ExpressionOperator.ShiftRightLogical, OperandKinds.Count),
    };

    /// <summary>What an operator computes; null where semirings have no such operation.</summary>
    /// <param name="kind">The operator.</param>
    public static CSharpOperator? Find(BinaryOperatorKind kind) => Rows.TryGetValue(kind, out var row) ? row : null;

    /// <summary>The operation of an operator that gives a value from two; null for others.</summary>
    /// <param name="kind">The operator.</param>
    public static ExpressionOperator? Joining(BinaryOperatorKind kind) => Find(kind) is { JoinsValues: true } row ? row.Operator : null;
}
