using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>What one mention of a collection does with its elements.</summary>
internal static class BufferUse
{
    /// <summary>
    /// Whether it writes no element and hands the collection to nothing that may: everything but reading an element, the length, a
    /// comparison or an iteration may.
    /// </summary>
    public static bool OnlyReads(IOperation collection) =>
        collection.Parent switch
        {
            IArrayElementReferenceOperation element when element.ArrayReference == collection => IsRead(element),
            IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == collection => IsRead(element),
            IPropertyReferenceOperation { Instance: { } instance } => instance == collection,
            ISimpleAssignmentOperation assignment => assignment.Target == collection && !assignment.IsRef,
            IBinaryOperation or IIsPatternOperation or IIsNullOperation => true,
            IForEachLoopOperation => true,
            IConversionOperation { IsImplicit: true, Parent: IForEachLoopOperation } => true,
            IMemberInitializerOperation or IFieldInitializerOperation or IPropertyInitializerOperation => true,
            _ => false,
        };

    /// <summary>Whether it selects an element, or goes over all.</summary>
    public static bool ReadsElement(IOperation collection) =>
        ElementOf(collection) is not null
        || collection.Parent is IForEachLoopOperation or IConversionOperation { IsImplicit: true, Parent: IForEachLoopOperation };

    /// <summary>
    /// Whether an element is written that the same statement reads first: <c>d[i] += x</c>, <c>d[i] = Math.Min(d[i], x)</c>, <c>if (x &lt;
    /// d[i]) d[i] = x</c>.
    /// </summary>
    public static bool Accumulates(IOperation collection) =>
        ElementOf(collection) is { } element
        && element.Parent switch
        {
            ICompoundAssignmentOperation compound => compound.Target == element,
            IIncrementOrDecrementOperation => true,
            ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Target == element
                && (IsJoinedWith(assignment.Value, element) || IsComparedWith(assignment, element)),
            _ => false,
        };

    /// <summary>Whether a single element is stored, outside of loops and other functions.</summary>
    public static bool IsElementStore(IOperation collection)
    {
        if (
            ElementOf(collection) is not { Parent: ISimpleAssignmentOperation { IsRef: false } assignment } element
            || assignment.Target != element
        )
            return false;
        for (var around = assignment.Parent; around is not null; around = around.Parent)
            if (around is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ILabeledOperation)
                return false;
        return true;
    }

    /// <summary>Whether a field or property is given the collection.</summary>
    public static bool IsHandedToPlace(IOperation collection) =>
        collection.Parent
            is ISimpleAssignmentOperation
            {
                IsRef: false,
                Target: IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false }
            } assignment
        && assignment.Value == collection;

    /// <summary>Whether an argument is the array that Array.Resize makes anew.</summary>
    public static bool IsResized(IArgumentOperation argument) =>
        argument is { Parameter.Ordinal: 0, Parent: IInvocationOperation call } && KnownCalls.IsResize(call.TargetMethod);

    /// <summary>Whether Array.Resize makes it longer or shorter.</summary>
    public static bool IsGrowth(IOperation collection) => collection.Parent is IArgumentOperation argument && IsResized(argument);

    private static IOperation? ElementOf(IOperation collection) =>
        collection.Parent switch
        {
            IArrayElementReferenceOperation element when element.ArrayReference == collection => element,
            IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == collection => element,
            _ => null,
        };

    private static bool IsJoinedWith(IOperation value, IOperation element) =>
        Unconverted(value) switch
        {
            IBinaryOperation binary => IsSame(binary.LeftOperand, element) || IsSame(binary.RightOperand, element),
            IInvocationOperation call => call.Arguments.Any(argument =>
                argument.Parameter is { RefKind: RefKind.None } && IsSame(argument.Value, element)
            ),
            _ => false,
        };

    private static bool IsComparedWith(IOperation assignment, IOperation element)
    {
        if (assignment.Parent is not IExpressionStatementOperation statement)
            return false;
        var branch = statement.Parent is IBlockOperation { Operations.Length: 1 } block ? block : (IOperation)statement;
        return branch.Parent is IConditionalOperation choice
            && choice.WhenTrue == branch
            && choice.Condition
                is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.LessThan
                        or BinaryOperatorKind.LessThanOrEqual
                        or BinaryOperatorKind.GreaterThan
                        or BinaryOperatorKind.GreaterThanOrEqual,
                } comparison
            && (IsSame(comparison.LeftOperand, element) || IsSame(comparison.RightOperand, element));
    }

    private static bool IsSame(IOperation operation, IOperation element) =>
        Unconverted(operation) is IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }
        && Unconverted(operation).Syntax.ToString() == element.Syntax.ToString();

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation.ChildOperations.First();
        return operation;
    }

    private static bool IsRead(IOperation element) =>
        element.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target != element && assignment is not ISimpleAssignmentOperation { IsRef: true },
            IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => false,
            IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.None or RefKind.In },
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.RefKind == RefKind.None,
            IArrayElementReferenceOperation or IPropertyReferenceOperation or IInvocationOperation => false,
            _ => element.Type is not { IsReferenceType: true },
        };
}
