using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>What stands around a call: whether it is meant to throw, and which loops it is in.</summary>
internal static class CallContext
{
    private static readonly string[] Words = ["Throw", "Exception", "Catch", "Fail"];

    /// <summary>
    /// Whether whoever wrote a call counts with its failure: a test of the exception, a handler, a delegate that waits for an assertion.
    /// </summary>
    /// <param name="operation">The call.</param>
    /// <param name="owner">The method it is in.</param>
    /// <param name="mayWait">Whether a delegate in a variable may wait for an assertion.</param>
    public static bool IsMeantToThrow(IOperation operation, ISymbol owner, bool mayWait = true)
    {
        if (owner.GetAttributes().Any(attribute => attribute.AttributeClass is { } known && IsFailure(known.Name)))
            return true;
        for (var (part, around) = (operation, operation.Parent); around is not null; (part, around) = (around, around.Parent))
        {
            if (around is ITryOperation guard && guard.Body == part && guard.Catches.Any(clause => CatchesArgument(clause)))
                return true;
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation && IsHandedOn(around, mayWait))
                return true;
        }

        return false;
    }

    /// <summary>The innermost loop around an operation in the same function; null where there is none.</summary>
    public static ILoopOperation? LoopAround(IOperation operation)
    {
        for (
            var around = operation.Parent;
            around is not null and not (ILocalFunctionOperation or IAnonymousFunctionOperation);
            around = around.Parent
        )
            if (around is ILoopOperation loop)
                return loop;
        return null;
    }

    // A function that is an argument of Throws, Record.Exception and the like, or that waits in a variable for such a call.
    private static bool IsHandedOn(IOperation function, bool mayWait)
    {
        if (function is ILocalFunctionOperation local)
            return mayWait
                && OperationTree
                    .Root(function)
                    .DescendantsAndSelf()
                    .Any(operation =>
                        operation is IMethodReferenceOperation reference
                        && SymbolEqualityComparer.Default.Equals(reference.Method, local.Symbol)
                    );
        for (var around = function.Parent; around is not null; around = around.Parent)
            switch (around)
            {
                case IInvocationOperation call:
                    return IsFailure(call.TargetMethod.Name) || IsFailure(call.TargetMethod.ContainingType.Name);
                case IVariableInitializerOperation
                or IAssignmentOperation
                or IReturnOperation
                or IArrayInitializerOperation
                or IObjectCreationOperation:
                    return mayWait;
                case IBlockOperation:
                    return false;
            }

        return false;
    }

    private static bool IsFailure(string name) => Words.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    private static bool CatchesArgument(ICatchClauseOperation clause) =>
        clause.ExceptionType
            is null
                or { SpecialType: SpecialType.System_Object }
                or { Name: "Exception" or "SystemException" or "ArgumentException" };
}
