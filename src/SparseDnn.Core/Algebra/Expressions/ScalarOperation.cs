using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Expressions;

/// <summary>
/// An operator in the arithmetic of an element format, value by value as C# computes it: what every kernel must return to the last bit.
/// </summary>
/// <remarks>
/// Values are bits as <see cref="NumberType"/> defines them. Real operations are rounded to the format; NaN and −0 behave as
/// in C#, except that every NaN comes out as the same one; integers wrap around; e^x and log x are those of the platform.
/// </remarks>
internal sealed class ScalarOperation
{
    private readonly Func<long, long, long> _apply;

    private ScalarOperation(Func<long, long, long> apply) => _apply = apply;

    /// <summary>Compiles an operator.</summary>
    /// <param name="expression">The operator.</param>
    /// <param name="format">The element format.</param>
    /// <exception cref="NotSupportedException">The format has no such operation.</exception>
    public static ScalarOperation Compile(OperatorExpression expression, ElementFormat format) =>
        new(Compile(expression, NumberTypes.Of(format)));

    /// <summary>The value for two operands.</summary>
    /// <param name="a">Left operand.</param>
    /// <param name="b">Right operand.</param>
    public long Apply(long a, long b) => _apply(a, b);

    private static Func<long, long, long> Compile(OperatorExpression expression, NumberType format)
    {
        switch (expression.Operator)
        {
            case ExpressionOperator.A:
                return static (a, _) => a;
            case ExpressionOperator.B:
                return static (_, b) => b;
            case ExpressionOperator.Constant:
                var constant = Constant(expression.Value, format);
                return (_, _) => constant;
        }

        var operands = expression.Operands.Select(operand => Compile(operand, format)).ToArray();
        if (expression.Operator == ExpressionOperator.Conditional)
            return (a, b) => operands[0](a, b) != 0 ? operands[1](a, b) : operands[2](a, b);
        var operation = Operation(expression, format);
        return operands.Length switch
        {
            1 => (a, b) => operation(operands[0](a, b), 0, 0),
            2 => (a, b) => operation(operands[0](a, b), operands[1](a, b), 0),
            _ => (a, b) => operation(operands[0](a, b), operands[1](a, b), operands[2](a, b)),
        };
    }

    private static Func<long, long, long, long> Operation(OperatorExpression expression, NumberType format)
    {
        var isLogic = IsBoolean(expression.Operands[0], format);
        var table = isLogic
            ? ScalarTables.Logic
            : format.Carrier switch
            {
                CarrierKind.Real => format.Format == ElementFormat.Binary32 ? ScalarTables.Singles : ScalarTables.Doubles,
                CarrierKind.Word64 => ScalarTables.Words,
                _ => format.Format == ElementFormat.Int32 ? ScalarTables.Int32 : ScalarTables.Int64,
            };
        return table.TryGetValue(expression.Operator, out var operation)
            ? operation
            : throw new NotSupportedException($"{format.Name} has no {expression.Operator}.");
    }

    private static long Constant(CarrierValue value, NumberType format)
    {
        if (value.Kind == CarrierValueKind.Boolean)
            return value.AsBoolean ? 1 : 0;
        return format.ToBits(CarrierArithmetics.Of(format.Carrier).Convert(value))
            ?? throw new NotSupportedException($"{value} is no {format.Name} value.");
    }

    private static bool IsBoolean(OperatorExpression expression, NumberType format) =>
        expression.Operator switch
        {
            ExpressionOperator.Less
            or ExpressionOperator.LessOrEqual
            or ExpressionOperator.Greater
            or ExpressionOperator.GreaterOrEqual
            or ExpressionOperator.Equal
            or ExpressionOperator.NotEqual => true,
            ExpressionOperator.A or ExpressionOperator.B => format.Carrier == CarrierKind.Boolean,
            ExpressionOperator.Constant => expression.Value.Kind == CarrierValueKind.Boolean,
            ExpressionOperator.Conditional => IsBoolean(expression.Operands[1], format),
            _ => IsBoolean(expression.Operands[0], format),
        };
}
