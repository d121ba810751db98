using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use;

/// <summary>Reads a slice that holds one item of a batch: <c>x.Slice(i * n, n)</c>, <c>x.AsSpan(i * n, n)</c>, <c>x[(i * n)..((i + 1) * n)]</c>.</summary>
/// <param name="index">The variable that counts items.</param>
/// <param name="isSize">Whether an expression is the size of an item.</param>
internal sealed class ItemSlice(ILocalSymbol index, Func<IOperation, bool> isSize)
{
    /// <summary>The buffer that a slice of this form is cut from; null for anything else.</summary>
    public IOperation? BufferOf(IOperation operation)
    {
        operation = Unconverted(operation);
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } span, Arguments: { Length: 2 } arguments } when FlowEvaluator.IsSpan(span.Type):
                return IsStart(arguments[0].Value) && isSize(arguments[1].Value) ? span : null;
            case IInvocationOperation { TargetMethod: { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" }, Arguments: { Length: 3 } arguments }:
                return IsStart(arguments[1].Value) && isSize(arguments[2].Value) ? Unconverted(arguments[0].Value) : null;
            case IImplicitIndexerReferenceOperation { Argument: IRangeOperation { LeftOperand: { } left, RightOperand: { } right }, Instance: { } span } when FlowEvaluator.IsSpan(span.Type):
                return IsStart(Unconverted(left)) && IsEnd(Unconverted(right)) ? span : null;
            default:
                return null;
        }
    }

    /// <summary>An expression without conversions around it.</summary>
    public static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
    }

    private bool IsStart(IOperation operation) => IsProduct(operation, IsIndex);

    private bool IsEnd(IOperation operation) =>
        IsProduct(operation, factor => factor is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && IsIndex(sum.LeftOperand) && sum.RightOperand.ConstantValue is { HasValue: true, Value: 1 })
        || (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } next && IsStart(next.LeftOperand) && isSize(next.RightOperand));

    private bool IsProduct(IOperation operation, Func<IOperation, bool> isCount) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
        && ((isCount(product.LeftOperand) && isSize(product.RightOperand)) || (isSize(product.LeftOperand) && isCount(product.RightOperand)));

    private bool IsIndex(IOperation operation) => operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, index);
}
