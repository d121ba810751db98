using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Recognises saturating arithmetic of int: computed in long, then brought back between the ends of the range.</summary>
/// <remarks>
/// <c>(int)Math.Clamp((long)a + b, int.MinValue, int.MaxValue)</c>, the same with Min and Max, and <c>int.CreateSaturating((long)a +
/// b)</c>.
/// </remarks>
internal static class SaturatingForm
{
    /// <summary>The operation in long, and the operator; null where the operation is something else.</summary>
    public static (ExpressionOperator Operator, IOperation[] Operands)? Match(IOperation operation)
    {
        var wide = operation switch
        {
            IConversionOperation
            {
                OperatorMethod: null,
                Type.SpecialType: SpecialType.System_Int32,
                Operand: { Type.SpecialType: SpecialType.System_Int64 } operand
            } => Limited(operand),
            IInvocationOperation
            {
                TargetMethod: { Name: "CreateSaturating", ContainingType.SpecialType: SpecialType.System_Int32 },
                Arguments: { Length: 1 } arguments
            } => arguments[0].Value,
            _ => null,
        };
        return wide switch
        {
            IBinaryOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Int64 } binary
                when Operator(binary.OperatorKind) is { } op
                    && Widened(binary.LeftOperand) is { } left
                    && Widened(binary.RightOperand) is { } right => (op, [left, right]),
            IUnaryOperation
            {
                OperatorMethod: null,
                OperatorKind: UnaryOperatorKind.Minus,
                Type.SpecialType: SpecialType.System_Int64
            } unary when Widened(unary.Operand) is { } operand => (ExpressionOperator.Negate, [operand]),
            _ => null,
        };
    }

    // Of a division nothing saturates but int.MinValue / −1.
    private static ExpressionOperator? Operator(BinaryOperatorKind kind) =>
        CSharpOperators.Find(kind) is { Operands: OperandKinds.Numbers, Operator: not ExpressionOperator.Divide } row ? row.Operator : null;

    private static IOperation? Limited(IOperation operation)
    {
        if (operation is not IInvocationOperation call || !MathFunctions.Owns(call.TargetMethod))
            return null;
        var values = Arguments(call);
        return (call.TargetMethod.Name, values.Length) switch
        {
            ("Clamp", 3) when Is(values[1], int.MinValue) && Is(values[2], int.MaxValue) => values[0],
            ("Min", 2) => Other(values, int.MaxValue) is { } inner ? Bounded(inner, "Max", int.MinValue) : null,
            ("Max", 2) => Other(values, int.MinValue) is { } inner ? Bounded(inner, "Min", int.MaxValue) : null,
            _ => null,
        };
    }

    private static IOperation? Bounded(IOperation operation, string name, long bound) =>
        operation is IInvocationOperation call && MathFunctions.Owns(call.TargetMethod) && call.TargetMethod.Name == name
            ? Other(Arguments(call), bound)
            : null;

    private static IOperation? Other(IOperation[] values, long bound)
    {
        if (values.Length != 2)
            return null;
        if (Is(values[0], bound))
            return values[1];
        if (Is(values[1], bound))
            return values[0];
        return null;
    }

    private static IOperation[] Arguments(IInvocationOperation call)
    {
        var values = new IOperation[call.Arguments.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= values.Length)
                return [];
            values[parameter.Ordinal] = argument.Value;
        }
        return values;
    }

    private static bool Is(IOperation operation, long value) =>
        operation.ConstantValue is { HasValue: true, Value: long constant } && constant == value;

    // The int that was widened, or a constant that an int holds.
    private static IOperation? Widened(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null, Operand: { Type.SpecialType: SpecialType.System_Int32 } operand }
            ? operand
            : null;
}
