using System.Linq;

namespace SparseDnn.Algebra.Expressions;

/// <summary>Writes operator expressions in infix, with the fewest parentheses that C#'s precedences need.</summary>
internal static class OperatorPrinter
{
    public static string Print(OperatorExpression expression)
    {
        var row = OperatorRow.Of(expression.Operator);
        if (expression.Operator == ExpressionOperator.Constant)
            return expression.Value.ToString();
        var operands = expression.Operands;
        if (expression.Operator == ExpressionOperator.Conditional)
            return $"{Operand(operands[0], 1)} ? {Operand(operands[1], 0)} : {Operand(operands[2], 0)}";
        if (row.Arity == 0)
            return row.Symbol;
        if (row.Precedence == OperatorRow.FunctionPrecedence)
            return $"{row.Symbol}({string.Join(", ", operands.Select(Print))})";
        return row.Arity == 1
            ? row.Symbol + Operand(operands[0], row.Precedence + 1)
            : $"{Operand(operands[0], row.Precedence)} {row.Symbol} {Operand(operands[1], row.Precedence + 1)}";
    }

    private static string Operand(OperatorExpression expression, int leastPrecedence)
    {
        var text = Print(expression);
        return OperatorRow.Of(expression.Operator).Precedence < leastPrecedence ? $"({text})" : text;
    }
}
