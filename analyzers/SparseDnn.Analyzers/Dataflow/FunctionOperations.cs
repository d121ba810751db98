using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>All operations of a method, each with the function that it is in.</summary>
internal static class FunctionOperations
{
    /// <summary>The operations, functions inside included.</summary>
    /// <param name="root">The method's body.</param>
    /// <param name="owner">The method's symbol.</param>
    public static IEnumerable<(IOperation Operation, ISymbol Function)> In(IOperation root, ISymbol owner)
    {
        var waiting = new Stack<(IOperation Operation, ISymbol Function)>();
        waiting.Push((root, owner));
        while (waiting.Count > 0)
        {
            var (operation, function) = waiting.Pop();
            yield return (operation, function);
            var inside = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => function,
            };
            foreach (var child in operation.ChildOperations)
                waiting.Push((child, inside));
        }
    }
}
