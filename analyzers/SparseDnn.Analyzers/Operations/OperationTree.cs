using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Operations;

/// <summary>What stands around and inside an operation.</summary>
internal static class OperationTree
{
    /// <summary>The outermost operation around one: a body, an initializer.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>An expression without conversions around it.</summary>
    public static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The function that an operation is in: a lambda, a local function, or null for the method itself.</summary>
    public static IOperation? FunctionAround(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
            if (around is ILocalFunctionOperation or IAnonymousFunctionOperation)
                return around;
        return null;
    }
}
