using System;
using System.Collections.Generic;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Expressions;

/// <summary>Turns an operator expression into delegates: constants are converted once, nothing is looked up per evaluation.</summary>
internal static class OperatorCompiler
{
    private static readonly Dictionary<ExpressionOperator, Func<CarrierArithmetic, CarrierValue, CarrierValue, CarrierValue>> Binary = new()
    {
        [ExpressionOperator.Add] = static (carrier, x, y) => carrier.Add(x, y),
        [ExpressionOperator.Subtract] = static (carrier, x, y) => carrier.Subtract(x, y),
        [ExpressionOperator.Multiply] = static (carrier, x, y) => carrier.Multiply(x, y),
        [ExpressionOperator.Divide] = static (carrier, x, y) => carrier.Divide(x, y),
        [ExpressionOperator.Min] = static (_, x, y) => x.Compare(y) <= 0 ? x : y,
        [ExpressionOperator.Max] = static (_, x, y) => x.Compare(y) >= 0 ? x : y,
        [ExpressionOperator.And] = static (carrier, x, y) => carrier.And(x, y),
        [ExpressionOperator.Or] = static (carrier, x, y) => carrier.Or(x, y),
        [ExpressionOperator.Xor] = static (carrier, x, y) => carrier.Xor(x, y),
        [ExpressionOperator.ShiftLeft] = static (carrier, x, y) => carrier.ShiftLeft(x, y),
        [ExpressionOperator.ShiftRight] = static (carrier, x, y) => carrier.ShiftRight(x, y),
        [ExpressionOperator.ShiftRightLogical] = static (carrier, x, y) => carrier.ShiftRightLogical(x, y),
    };

    private static readonly Dictionary<ExpressionOperator, Func<CarrierArithmetic, CarrierValue, CarrierValue>> Unary = new()
    {
        [ExpressionOperator.Negate] = static (carrier, x) => carrier.Negate(x),
        [ExpressionOperator.Abs] = static (carrier, x) => carrier.Abs(x),
        [ExpressionOperator.Not] = static (carrier, x) => carrier.Not(x),
        [ExpressionOperator.Exp] = static (carrier, x) => carrier.Exp(x),
        [ExpressionOperator.Log] = static (carrier, x) => carrier.Log(x),
    };

    private static readonly Dictionary<ExpressionOperator, Func<int, bool>> Comparisons = new()
    {
        [ExpressionOperator.Less] = static order => order < 0,
        [ExpressionOperator.LessOrEqual] = static order => order <= 0,
        [ExpressionOperator.Greater] = static order => order > 0,
        [ExpressionOperator.GreaterOrEqual] = static order => order >= 0,
        [ExpressionOperator.Equal] = static order => order == 0,
        [ExpressionOperator.NotEqual] = static order => order != 0,
    };

    /// <summary>The operation in one arithmetic.</summary>
    public static BinaryOperation Compile(OperatorExpression expression, CarrierKind kind) =>
        Compile(expression, CarrierArithmetics.Of(kind));

    private static BinaryOperation Compile(OperatorExpression expression, CarrierArithmetic carrier)
    {
        var op = expression.Operator;
        if (op == ExpressionOperator.A)
            return static (in a, in b) => a;
        if (op == ExpressionOperator.B)
            return static (in a, in b) => b;
        if (op == ExpressionOperator.Constant)
        {
            var constant = carrier.Convert(expression.Value);
            return (in a, in b) => constant;
        }
        var first = Compile(expression.Operands[0], carrier);
        if (Unary.TryGetValue(op, out var unary))
        {
            return (in a, in b) =>
            {
                var x = first(a, b);
                return x.Kind == carrier.ValueKind ? unary(carrier, x) : Mismatch(unary, x);
            };
        }
        var second = Compile(expression.Operands[1], carrier);
        if (Binary.TryGetValue(op, out var binary))
            return Combine(binary, first, second, carrier);
        if (Comparisons.TryGetValue(op, out var comparison))
            return Compare(comparison, op == ExpressionOperator.NotEqual, first, second);
        var third = Compile(expression.Operands[2], carrier);
        return op == ExpressionOperator.FusedMultiplyAdd
            ? Combine(Binary[ExpressionOperator.Add], Combine(Binary[ExpressionOperator.Multiply], first, second, carrier), third, carrier)
            : Choose(first, second, third);
    }

    private static BinaryOperation Combine(
        Func<CarrierArithmetic, CarrierValue, CarrierValue, CarrierValue> operation,
        BinaryOperation first,
        BinaryOperation second,
        CarrierArithmetic carrier
    ) =>
        (in a, in b) =>
        {
            var x = first(a, b);
            var y = second(a, b);
            if (x.Kind == carrier.ValueKind && y.Kind == carrier.ValueKind)
                return operation(carrier, x, y);
            if (x.Kind == CarrierValueKind.Boolean && y.Kind == CarrierValueKind.Boolean)
                return operation(CarrierArithmetics.Boolean, x, y);
            return x.Kind != CarrierValueKind.Undefined && y.Kind != CarrierValueKind.Undefined && (!x.IsKnown || !y.IsKnown)
                ? CarrierValue.Undecided
                : CarrierValue.Undefined;
        };

    private static BinaryOperation Compare(Func<int, bool> comparison, bool ofUndefined, BinaryOperation first, BinaryOperation second) =>
        (in a, in b) =>
        {
            var x = first(a, b);
            var y = second(a, b);
            if (x.Kind == CarrierValueKind.Undecided || y.Kind == CarrierValueKind.Undecided)
                return CarrierValue.Undecided;
            return CarrierValue.Boolean(x.IsKnown && x.Kind == y.Kind ? comparison(x.Compare(y)) : ofUndefined);
        };

    private static BinaryOperation Choose(BinaryOperation condition, BinaryOperation first, BinaryOperation second) =>
        (in a, in b) =>
        {
            var x = condition(a, b);
            if (x.Kind != CarrierValueKind.Boolean)
                return x.Kind == CarrierValueKind.Undecided ? x : CarrierValue.Undefined;
            return x.AsBoolean ? first(a, b) : second(a, b);
        };

    private static CarrierValue Mismatch(Func<CarrierArithmetic, CarrierValue, CarrierValue> operation, CarrierValue x) =>
        x.Kind switch
        {
            CarrierValueKind.Boolean => operation(CarrierArithmetics.Boolean, x),
            CarrierValueKind.Undecided => x,
            _ => CarrierValue.Undefined,
        };
}
