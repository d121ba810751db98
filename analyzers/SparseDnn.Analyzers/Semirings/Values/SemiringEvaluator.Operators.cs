using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings.Values;

internal sealed partial class SemiringEvaluator
{
    private SemiringValue VisitBinary(IBinaryOperation binary)
    {
        var (left, right) = (Visit(binary.LeftOperand), Visit(binary.RightOperand));
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            CompareWithZero(binary, binary.LeftOperand, left, binary.RightOperand);
            CompareWithZero(binary, binary.RightOperand, right, binary.LeftOperand);
        }

        return IsOrdinary(binary.OperatorMethod) && CSharpOperators.Joining(binary.OperatorKind) is { } op
            ? Apply(binary, op, left, right, (binary.LeftOperand, binary.RightOperand))
            : SemiringValue.Unknown;
    }

    private SemiringValue VisitUnary(IUnaryOperation unary)
    {
        var value = Visit(unary.Operand);
        // The sign of a value leads into another semiring: min-plus becomes max-plus.
        return unary.OperatorKind == UnaryOperatorKind.Plus && IsOrdinary(unary.OperatorMethod) ? value.Plain : SemiringValue.Unknown;
    }

    private SemiringValue VisitIncrement(IIncrementOrDecrementOperation increment)
    {
        var value = Visit(increment.Target);
        if (increment.OperatorMethod is not null)
            return SemiringValue.Unknown;
        var op = increment.Kind == OperationKind.Increment ? ExpressionOperator.Add : ExpressionOperator.Subtract;
        var result = Apply(increment, op, value, SemiringValue.Constant, null);
        Assign(increment.Target, result, increment);
        return result;
    }

    private SemiringValue VisitCompound(ICompoundAssignmentOperation compound)
    {
        var (target, value) = (Visit(compound.Target), Visit(compound.Value));
        var result =
            IsOrdinary(compound.OperatorMethod) && CSharpOperators.Joining(compound.OperatorKind) is { } op
                ? Apply(compound, op, target, value, (compound.Target, compound.Value))
                : SemiringValue.Unknown;
        CheckParallel(compound, compound.Target, null, result);
        Assign(compound.Target, result, compound);
        return result;
    }

    private static bool IsOrdinary(IMethodSymbol? method) => method is null || KnownCalls.IsFramework(method.ContainingType);

    /// <summary>Joins two values by an operation of ordinary arithmetic.</summary>
    /// <param name="operation">The operation, for its place.</param>
    /// <param name="op">What it computes.</param>
    /// <param name="left">Left value.</param>
    /// <param name="right">Right value.</param>
    /// <param name="operands">The operands; null where the right one is 1.</param>
    private SemiringValue Apply(
        IOperation operation,
        ExpressionOperator op,
        SemiringValue left,
        SemiringValue right,
        (IOperation Left, IOperation Right)? operands
    )
    {
        Escape(left);
        Escape(right);
        if ((left.Semiring ?? right.Semiring) is not { } semiring)
            return left.IsUnknown || right.IsUnknown ? SemiringValue.Unknown : SemiringValue.Constant;
        var element = ElementTypes.Of(operation.Type);
        if (semiring.Arithmetic(element) is not { } arithmetic)
            return SemiringValue.Unknown;
        if (left.Semiring is { } first && right.Semiring is { } second && !ReferenceEquals(first, second))
        {
            if (_reports && operands is { } two)
                _scope.Reporter.Mixed(two.Right, second, $"is joined by \"{SourceName(operation)}\" with one of", first);
            return SemiringValue.Unknown;
        }

        var result = SemiringValue.Of(semiring);
        switch (arithmetic[op])
        {
            case OrdinaryMeaning.Add:
                CheckGathered(semiring, element, left, right);
                if (_use.IsReorderedFold)
                    Reordered(operation, semiring, arithmetic, element);
                return Gathered(result, left, right);
            case OrdinaryMeaning.Multiply or OrdinaryMeaning.Inverse:
                return result;
            default:
                if (op == ExpressionOperator.Min && arithmetic.IsReLU && operands is { } ceiling && IsEpilogue(op, ceiling))
                    return result;
                if (arithmetic.IsPlain)
                    return op is ExpressionOperator.Min or ExpressionOperator.Max ? result : SemiringValue.Unknown;
                // The size of a difference is a distance between results, not one of them.
                if (op == ExpressionOperator.Subtract && IsInsideAbs(operation))
                    return SemiringValue.Unknown;
                if (_reports)
                    _scope.Reporter.Foreign(operation, op, semiring, element, operands is { } pair && IsEpilogue(op, pair));
                return result;
        }
    }

    // What is joined with an element of a buffer of zeros is joined with 0 first.
    private void CheckGathered(MarkedSemiring semiring, ITypeSymbol? element, SemiringValue left, SemiringValue right)
    {
        if (!_reports)
            return;
        foreach (var (gathered, other) in new[] { (left, right), (right, left) })
            if (gathered.Role == ZeroRole.Element && other.Semiring is not null && Fills(semiring, element, gathered))
                _scope.Reporter.ZeroFilled(gathered.Zeros!, semiring, element);
    }

    private static SemiringValue Gathered(SemiringValue result, SemiringValue left, SemiringValue right)
    {
        var origin = (left.Role, right.Role) switch
        {
            (ZeroRole.Element, _) => left,
            (_, ZeroRole.Element) => right,
            _ => default,
        };
        return result with { Zeros = origin.Zeros, Role = origin.Role };
    }

    private static bool IsEpilogue(ExpressionOperator op, (IOperation Left, IOperation Right) operands) =>
        op switch
        {
            ExpressionOperator.Max => IsNumberZero(operands.Left) || IsNumberZero(operands.Right),
            ExpressionOperator.Min => operands.Left.ConstantValue.HasValue || operands.Right.ConstantValue.HasValue,
            _ => false,
        };

    private void CompareWithZero(IOperation comparison, IOperation valueOperation, SemiringValue value, IOperation constant)
    {
        if (!_reports || value.Semiring is not { } semiring || !IsNumberZero(constant))
            return;
        var element = ElementTypes.Of(valueOperation.Type);
        if (semiring.Arithmetic(element) is { ZeroIsNumberZero: false } arithmetic)
            _scope.Reporter.ComparedWithZero(comparison, Unconverted(constant), semiring, element, arithmetic.OneIsNumberZero);
    }

    private static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : operation;

    // Written as a literal or default: a named constant or property says what it means.
    private static bool IsNumberZero(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => IsNumberZero(conversion.Operand),
            ILiteralOperation literal => literal.ConstantValue is { HasValue: true, Value: 0 or 0L or 0f or 0d },
            IDefaultValueOperation value => value.Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double,
            _ => false,
        };

    // In the tree as written, because the graph has no parents across blocks.
    private static bool IsInsideAbs(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IArgumentOperation)
            parent = parent.Parent;
        return parent is IInvocationOperation { TargetMethod.Name: "Abs" or "Sign" };
    }

    private static string SourceName(IOperation operation) =>
        operation switch
        {
            IBinaryOperation or ICompoundAssignmentOperation => operation.Syntax switch
            {
                Microsoft.CodeAnalysis.CSharp.Syntax.BinaryExpressionSyntax binary => binary.OperatorToken.Text,
                Microsoft.CodeAnalysis.CSharp.Syntax.AssignmentExpressionSyntax assignment => assignment.OperatorToken.Text,
                _ => "an operator",
            },
            IInvocationOperation call => call.TargetMethod.Name,
            _ => "an operation",
        };
}
