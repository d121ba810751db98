using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;

namespace SparseDnn.Analyzers.Use.Comparisons;

/// <summary>Recognises sums of reals that a program forms itself, and collections that hold such sums.</summary>
internal static class FormedSums
{
    /// <summary>Whether an expression is a sum, or a variable that one is added up in.</summary>
    public static bool IsSum(IOperation operation)
    {
        operation = OperationTree.Unconverted(operation);
        if (operation.ConstantValue.HasValue)
            return false;
        if (
            operation is IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
                OperatorMethod: null
            } arithmetic
        )
            return IsReal(arithmetic.Type);
        if (operation is not ILocalReferenceOperation { Local: var local })
            return false;
        return OperationTree
            .Root(operation)
            .Descendants()
            .Any(part =>
                part is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: ILocalReferenceOperation target }
                && SymbolEqualityComparer.Default.Equals(target.Local, local)
                && IsReal(target.Type)
            );
    }

    /// <summary>Whether a collection holds such sums: written out, stored in its elements, or made of a function's results.</summary>
    public static bool AreIn(IOperation collection)
    {
        collection = OutputBuffers.Whole(collection);
        if (IsMadeOfSums(collection))
            return true;
        if (collection is not ILocalReferenceOperation { Local: var local })
            return false;
        return OperationTree
            .Root(collection)
            .Descendants()
            .Any(part =>
                part switch
                {
                    IVariableDeclaratorOperation { Initializer.Value: var value } declarator => SymbolEqualityComparer.Default.Equals(
                        declarator.Symbol,
                        local
                    ) && IsMadeOfSums(OutputBuffers.Whole(value)),
                    ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: var target } => IsElementOf(target, local),
                    ISimpleAssignmentOperation { Target: var target, Value: var value } => IsElementOf(target, local) && IsSum(value),
                    _ => false,
                }
            );
    }

    // Also what Select makes, if its function adds.
    private static bool IsMadeOfSums(IOperation collection)
    {
        if (BufferElements.Of(collection) is { } elements)
            return elements.Any(IsSum);
        for (
            var query = collection;
            query
                is IInvocationOperation
                {
                    TargetMethod: { ContainingType.Name: "Enumerable" } method,
                    Arguments: { Length: > 0 } arguments
                };
            query = OperationTree.Unconverted(arguments[0].Value)
        )
            if (
                method.Name is "Select" or "Zip"
                && arguments.Last().Value.Descendants().Any(part => part is IReturnOperation { ReturnedValue: { } result } && IsSum(result))
            )
                return true;
        return false;
    }

    private static bool IsElementOf(IOperation target, ILocalSymbol local) =>
        target switch
        {
            IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array } => SymbolEqualityComparer.Default.Equals(
                array.Local,
                local
            ),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: ILocalReferenceOperation span } =>
                SymbolEqualityComparer.Default.Equals(span.Local, local),
            _ => false,
        } && IsReal(target.Type);

    private static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
