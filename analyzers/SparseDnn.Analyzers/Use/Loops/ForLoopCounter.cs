using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use.Loops;

/// <summary>The variable that a <c>for</c> loop counts up by one.</summary>
internal static class ForLoopCounter
{
    /// <summary>The counter of <c>for (int i = …; …; i++)</c> whose body leaves i alone; null for other loops.</summary>
    public static ILocalSymbol? Of(IForLoopOperation loop)
    {
        if (loop.AtLoopBottom.Length != 1 || loop.AtLoopBottom[0] is not IExpressionStatementOperation { Operation: var step })
            return null;
        var target = step switch
        {
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment => increment.Target,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: 1 } } add =>
                add.Target,
            _ => null,
        };
        return
            target is ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Int32 } counter }
            && loop.Locals.Contains(counter, SymbolEqualityComparer.Default)
            && !loop
                .Body.Descendants()
                .Any(operation =>
                    (operation is IAssignmentOperation assignment && IsLocal(assignment.Target, counter))
                    || (operation is IIncrementOrDecrementOperation increment && IsLocal(increment.Target, counter))
                )
            ? counter
            : null;
    }

    /// <summary>The number of turns where the loop counts from 0 to below it; null otherwise.</summary>
    public static IOperation? CountOf(IForLoopOperation loop, ILocalSymbol counter)
    {
        var declarators = loop
            .Before.SelectMany(operation => operation.DescendantsAndSelf())
            .OfType<IVariableDeclaratorOperation>()
            .ToArray();
        return
            loop.Before.Length == 1
            && declarators.Length == 1
            && declarators[0].Initializer?.Value.ConstantValue is { HasValue: true, Value: 0 }
            && loop.Condition
                is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.LessThan,
                    RightOperand: { Type.SpecialType: SpecialType.System_Int32 } count
                } condition
            && IsLocal(condition.LeftOperand, counter)
            ? count
            : null;
    }

    private static bool IsLocal(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
