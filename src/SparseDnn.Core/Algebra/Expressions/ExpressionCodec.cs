using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SparseDnn.Algebra.Expressions;

/// <summary>
/// Operator expressions as text: operators before their operands, one word each, such as <c>max x0 sub add a b x3FF0000000000000</c> for
/// max(0, a + b − 1).
/// </summary>
/// <remarks>Invariant and exact: what is decoded equals what was encoded.</remarks>
internal static class ExpressionCodec
{
    /// <summary>Nodes that a text may have; a longer text is not decoded.</summary>
    public const int MaxNodes = 4096;

    private static readonly Dictionary<ExpressionOperator, string> Words = new()
    {
        [ExpressionOperator.A] = "a",
        [ExpressionOperator.B] = "b",
        [ExpressionOperator.Add] = "add",
        [ExpressionOperator.Subtract] = "sub",
        [ExpressionOperator.Multiply] = "mul",
        [ExpressionOperator.Divide] = "div",
        [ExpressionOperator.Negate] = "neg",
        [ExpressionOperator.Min] = "min",
        [ExpressionOperator.Max] = "max",
        [ExpressionOperator.Abs] = "abs",
        [ExpressionOperator.Less] = "lt",
        [ExpressionOperator.LessOrEqual] = "le",
        [ExpressionOperator.Greater] = "gt",
        [ExpressionOperator.GreaterOrEqual] = "ge",
        [ExpressionOperator.Equal] = "eq",
        [ExpressionOperator.NotEqual] = "ne",
        [ExpressionOperator.Conditional] = "if",
        [ExpressionOperator.And] = "and",
        [ExpressionOperator.Or] = "or",
        [ExpressionOperator.Xor] = "xor",
        [ExpressionOperator.Not] = "not",
        [ExpressionOperator.ShiftLeft] = "shl",
        [ExpressionOperator.ShiftRight] = "shr",
        [ExpressionOperator.ShiftRightLogical] = "ushr",
        [ExpressionOperator.FusedMultiplyAdd] = "fma",
        [ExpressionOperator.Exp] = "exp",
        [ExpressionOperator.Log] = "log",
    };

    private static readonly Dictionary<string, ExpressionOperator> Operators = Words.ToDictionary(
        row => row.Value,
        row => row.Key,
        StringComparer.Ordinal
    );

    /// <summary>The text of an expression.</summary>
    /// <param name="expression">Any expression.</param>
    public static string Encode(OperatorExpression expression)
    {
        var text = new StringBuilder();
        Append(expression);
        return text.ToString();

        void Append(OperatorExpression node)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(node.Operator == ExpressionOperator.Constant ? ValueCodec.Encode(node.Value) : Words[node.Operator]);
            foreach (var operand in node.Operands)
                Append(operand);
        }
    }

    /// <summary>The expression of a text; null where it is none.</summary>
    /// <param name="text">Any text.</param>
    public static OperatorExpression? Decode(string? text)
    {
        if (text is null)
            return null;
        var words = text.Split(' ');
        if (words.Length > MaxNodes)
            return null;
        // From the last word to the first, so that operands are there before their operator.
        var operands = new Stack<OperatorExpression>();
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (Node(words[i], operands) is not { } node)
                return null;
            operands.Push(node);
        }
        return operands.Count == 1 ? operands.Pop() : null;
    }

    private static OperatorExpression? Node(string word, Stack<OperatorExpression> operands)
    {
        if (!Operators.TryGetValue(word, out var op))
            return ValueCodec.Decode(word) is { } value ? OperatorExpression.Constant(value) : null;
        if (op == ExpressionOperator.A)
            return OperatorExpression.A;
        if (op == ExpressionOperator.B)
            return OperatorExpression.B;
        var arity = OperatorRow.Of(op).Arity;
        return operands.Count < arity ? null : OperatorExpression.Apply(op, [.. Enumerable.Range(0, arity).Select(_ => operands.Pop())]);
    }
}
