using System.Collections.Generic;

namespace SparseDnn.Algebra.Expressions;

/// <summary>How one operator is written.</summary>
/// <param name="Symbol">Infix or prefix symbol, or a function's name.</param>
/// <param name="Arity">Number of operands.</param>
/// <param name="Precedence">As in C#; higher binds tighter. <see cref="FunctionPrecedence"/>: written as a function.</param>
/// <param name="IsCommutative">Whether the operands may be exchanged.</param>
internal sealed record OperatorRow(string Symbol, int Arity, int Precedence, bool IsCommutative = false)
{
    public const int FunctionPrecedence = 10;

    private static Dictionary<ExpressionOperator, OperatorRow> Rows { get; } =
        new()
        {
            [ExpressionOperator.A] = new("a", 0, FunctionPrecedence),
            [ExpressionOperator.B] = new("b", 0, FunctionPrecedence),
            [ExpressionOperator.Constant] = new("", 0, FunctionPrecedence),
            [ExpressionOperator.Add] = new("+", 2, 7, IsCommutative: true),
            [ExpressionOperator.Subtract] = new("−", 2, 7),
            [ExpressionOperator.Multiply] = new("×", 2, 8, IsCommutative: true),
            [ExpressionOperator.Divide] = new("÷", 2, 8),
            [ExpressionOperator.Negate] = new("−", 1, 9),
            [ExpressionOperator.Min] = new("min", 2, FunctionPrecedence, IsCommutative: true),
            [ExpressionOperator.Max] = new("max", 2, FunctionPrecedence, IsCommutative: true),
            [ExpressionOperator.Abs] = new("abs", 1, FunctionPrecedence),
            [ExpressionOperator.Less] = new("<", 2, 5),
            [ExpressionOperator.LessOrEqual] = new("≤", 2, 5),
            [ExpressionOperator.Greater] = new(">", 2, 5),
            [ExpressionOperator.GreaterOrEqual] = new("≥", 2, 5),
            [ExpressionOperator.Equal] = new("=", 2, 4, IsCommutative: true),
            [ExpressionOperator.NotEqual] = new("≠", 2, 4, IsCommutative: true),
            [ExpressionOperator.Conditional] = new("?:", 3, 0),
            [ExpressionOperator.And] = new("&", 2, 3, IsCommutative: true),
            [ExpressionOperator.Or] = new("|", 2, 1, IsCommutative: true),
            [ExpressionOperator.Xor] = new("^", 2, 2, IsCommutative: true),
            [ExpressionOperator.Not] = new("~", 1, 9),
            [ExpressionOperator.ShiftLeft] = new("<<", 2, 6),
            [ExpressionOperator.ShiftRight] = new(">>", 2, 6),
            [ExpressionOperator.ShiftRightLogical] = new(">>>", 2, 6),
            [ExpressionOperator.FusedMultiplyAdd] = new("fma", 3, FunctionPrecedence),
            [ExpressionOperator.Exp] = new("exp", 1, FunctionPrecedence),
            [ExpressionOperator.Log] = new("log", 1, FunctionPrecedence),
        };

    public static OperatorRow Of(ExpressionOperator op) => Rows[op];
}
