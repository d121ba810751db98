using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Use.Loops;

/// <summary>
/// Reads an expression that is one item of many: a slice <c>x.Slice(i * n, n)</c>, <c>x.AsSpan(i * n, n)</c>, <c>x[(i * n)..((i + 1) *
/// n)]</c>, a row <c>rows[i]</c>, or what <c>foreach</c> hands over.
/// </summary>
/// <param name="loop">The loop whose turns are the items.</param>
/// <param name="isSize">Whether an expression is the size of an item.</param>
internal sealed class ItemSlice(ItemLoop loop, Func<IOperation, bool> isSize)
{
    /// <summary>What holds all items; null where the expression is none of them.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="isContiguous">Whether they lie one behind the other in one buffer.</param>
    public IOperation? BufferOf(IOperation operation, out bool isContiguous)
    {
        operation = OperationTree.Unconverted(operation);
        var slice = SlicedFrom(operation);
        isContiguous = slice is not null;
        return slice ?? RowOf(operation);
    }

    private IOperation? SlicedFrom(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } span, Arguments: { Length: 2 } arguments }
                when MemoryTypes.IsSpan(span.Type):
                return IsStart(arguments[0].Value) && isSize(arguments[1].Value) ? span : null;
            case IInvocationOperation
            {
                TargetMethod: { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" },
                Arguments: { Length: 3 } arguments
            }:
                return IsStart(arguments[1].Value) && isSize(arguments[2].Value) ? OperationTree.Unconverted(arguments[0].Value) : null;
            case IImplicitIndexerReferenceOperation
            {
                Argument: IRangeOperation { LeftOperand: { } left, RightOperand: { } right },
                Instance: { } span
            } when MemoryTypes.IsSpan(span.Type):
                return IsStart(OperationTree.Unconverted(left)) && IsEnd(OperationTree.Unconverted(right)) ? span : null;
            default:
                return null;
        }
    }

    private IOperation? RowOf(IOperation operation)
    {
        if (
            operation is IInvocationOperation
            {
                TargetMethod: { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" },
                Arguments: { Length: 1 } whole
            }
        )
            operation = OperationTree.Unconverted(whole[0].Value);
        switch (operation)
        {
            case IArrayElementReferenceOperation { Indices: { Length: 1 } indices, ArrayReference: var rows }
                when MemoryTypes.IsMemory(operation.Type):
                return IsIndex(indices[0]) ? OperationTree.Unconverted(rows) : null;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments, Instance: { } rows }
                when MemoryTypes.IsMemory(operation.Type):
                return IsIndex(arguments[0].Value) ? OperationTree.Unconverted(rows) : null;
            default:
                return
                    Variables.Of(operation) is { } variable
                    && loop.Items.FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(item.Variable, variable)).Collection
                        is { } collection
                    ? Unchunked(collection)
                    : null;
        }
    }

    // x.Chunk(n) of the size of an item; any other collection is one of rows.
    private IOperation? Unchunked(IOperation collection) =>
        collection is not IInvocationOperation { TargetMethod.Name: "Chunk", Arguments: { Length: 2 } arguments } ? collection
        : isSize(arguments[1].Value) ? OperationTree.Unconverted(arguments[0].Value)
        : null;

    private bool IsStart(IOperation operation) => IsProduct(operation, IsIndex);

    private bool IsEnd(IOperation operation) =>
        IsProduct(
            operation,
            factor =>
                factor is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
                && IsIndex(sum.LeftOperand)
                && sum.RightOperand.ConstantValue is { HasValue: true, Value: 1 }
        )
        || (
            operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } next
            && IsStart(next.LeftOperand)
            && isSize(next.RightOperand)
        );

    private bool IsProduct(IOperation operation, Func<IOperation, bool> isCount) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
        && (
            (isCount(product.LeftOperand) && isSize(product.RightOperand)) || (isSize(product.LeftOperand) && isCount(product.RightOperand))
        );

    // Also where it is counted up as it is used.
    private bool IsIndex(IOperation operation)
    {
        operation = OperationTree.Unconverted(operation);
        if (operation is IIncrementOrDecrementOperation { Kind: OperationKind.Increment, IsPostfix: true } increment)
            operation = increment.Target;
        return Variables.Of(operation) is { } variable && loop.Indices.Contains(variable, SymbolEqualityComparer.Default);
    }
}
