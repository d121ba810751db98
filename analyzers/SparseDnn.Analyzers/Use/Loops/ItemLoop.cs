using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Use.Loops;

/// <summary>
/// A loop whose turns may be the items of a batch: <c>for</c>, <c>foreach</c>, <c>Parallel.For</c>, <c>Parallel.ForEach</c>.
/// </summary>
/// <param name="Whole">The loop.</param>
/// <param name="Body">What each turn does.</param>
/// <param name="Indices">Variables that count turns.</param>
/// <param name="Items">Variables that hold what a turn is given, with the collection that it comes from.</param>
/// <param name="Count">The number of turns where they are counted from 0; null where that is not known.</param>
/// <param name="Own">Variables that belong to the loop itself.</param>
internal sealed record ItemLoop(
    IOperation Whole,
    IOperation Body,
    IReadOnlyList<ISymbol> Indices,
    IReadOnlyList<(ISymbol Variable, IOperation Collection)> Items,
    IOperation? Count,
    IReadOnlyList<ISymbol> Own
)
{
    /// <summary>The innermost loop around a call; null where that is none of these, or where not every turn makes the call.</summary>
    public static ItemLoop? Around(IOperation call)
    {
        for (var (part, around) = (call, call.Parent); around is not null; (part, around) = (around, around.Parent))
            switch (around)
            {
                case IForLoopOperation loop when loop.Body == part:
                    return Of(loop);
                case IForEachLoopOperation { IsAsynchronous: false } loop when loop.Body == part:
                    return Of(loop);
                case IAnonymousFunctionOperation function:
                    return Of(function);
                case IExpressionStatementOperation or IBlockOperation or IUsingOperation:
                    continue;
                default:
                    return null;
            }

        return null;
    }

    /// <summary>Whether a turn does nothing but make a call.</summary>
    public bool IsAlone(IInvocationOperation call) =>
        call.Parent is IExpressionStatementOperation statement
        && (
            statement == Body
            || (
                statement.Parent is IBlockOperation { Operations: var operations } block
                && block == Body
                && operations.All(operation => operation == statement || operation.IsImplicit)
            )
        );

    /// <summary>Whether some turn may be the last one, or do less than the others.</summary>
    public bool MayEndEarly =>
        Body.Descendants()
            .Any(operation =>
                operation
                    is IReturnOperation { IsImplicit: false }
                        or IThrowOperation
                        or IAwaitOperation
                        or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo or BranchKind.Continue }
            );

    private static ItemLoop? Of(IForLoopOperation loop) =>
        ForLoopCounter.Of(loop) is { } counter
            ? new(loop, loop.Body, [counter], [], ForLoopCounter.CountOf(loop, counter), [.. loop.Locals])
            : null;

    private static ItemLoop? Of(IForEachLoopOperation loop)
    {
        var items = ItemsOf(loop.LoopControlVariable, loop.Collection);
        if (items is null)
            return null;
        return RangeCount(loop.Collection, out var count) && items.Count == 1
            ? new(loop, loop.Body, [items[0].Variable], [], count, [.. loop.Locals])
            : new(loop, loop.Body, SideCounters(loop.Body), items, null, [.. loop.Locals]);
    }

    // What Parallel runs for each number or each item.
    private static ItemLoop? Of(IAnonymousFunctionOperation function)
    {
        if (
            function.Parent is not IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
            || !KnownCalls.IsParallelLoop(call.TargetMethod)
        )
            return null;
        var arguments = call
            .Arguments.Where(argument => argument.Parameter is not null)
            .OrderBy(argument => argument.Parameter!.Ordinal)
            .Select(argument => argument.Value)
            .ToArray();
        var parameters = function.Symbol.Parameters;
        // Turns with results of their own, or that look at the state of the loop, are something else.
        if (
            parameters.Length is < 1 or 2 or > 3
            || (parameters.Length == 3 && function.Body.Descendants().Any(use => IsReference(use, parameters[1])))
        )
            return null;
        var own = parameters.ToArray<ISymbol>();
        // Options would be lost.
        var isWhole = call.Parent is IExpressionStatementOperation && call.Syntax.Parent is ExpressionStatementSyntax;
        switch (call.TargetMethod.Name)
        {
            case "For" when parameters.Length == 1:
                var count =
                    isWhole && arguments.Length == 3 && IsZero(arguments[0]) && arguments[1].Type?.SpecialType == SpecialType.System_Int32
                        ? arguments[1]
                        : null;
                return new(call, function.Body, [parameters[0]], [], count, own);
            case "ForEach" when parameters.Length == 1 && RangeCount(arguments[0], out var turns):
                return new(call, function.Body, [parameters[0]], [], isWhole && arguments.Length == 2 ? turns : null, own);
            case "ForEach":
                return new(
                    call,
                    function.Body,
                    parameters.Length == 3 ? [parameters[2]] : [],
                    [(parameters[0], OperationTree.Unconverted(arguments[0]))],
                    null,
                    own
                );
            default:
                return null;
        }
    }

    // foreach (var x in rows), foreach (var (x, y) in rows.Zip(others))
    private static IReadOnlyList<(ISymbol Variable, IOperation Collection)>? ItemsOf(IOperation variable, IOperation collection)
    {
        collection = OperationTree.Unconverted(collection);
        if (variable is IVariableDeclaratorOperation declarator)
            return [(declarator.Symbol, collection)];
        if (variable is IDeclarationExpressionOperation { Expression: ITupleOperation tuple })
            variable = tuple;
        if (
            variable is not ITupleOperation { Elements: { Length: 2 } pair }
            || collection is not IInvocationOperation { TargetMethod: var zip, Arguments: { Length: 2 } zipped }
            || zip.Name != "Zip"
            || !KnownCalls.IsLinq(zip, "Enumerable")
        )
            return null;
        return Declared(pair[0]) is { } first && Declared(pair[1]) is { } second
            ? [(first, OperationTree.Unconverted(zipped[0].Value)), (second, OperationTree.Unconverted(zipped[1].Value))]
            : null;
    }

    private static ISymbol? Declared(IOperation operation) =>
        Variables.Of(operation is IDeclarationExpressionOperation declaration ? declaration.Expression : operation);

    // Enumerable.Range(…, count), with the count where it begins at 0.
    private static bool RangeCount(IOperation collection, out IOperation? count)
    {
        count = null;
        if (
            OperationTree.Unconverted(collection)
                is not IInvocationOperation { TargetMethod: { Name: "Range" } range, Arguments: { Length: 2 } arguments }
            || !KnownCalls.IsLinq(range, "Enumerable")
        )
            return false;
        if (IsZero(arguments[0].Value))
            count = arguments[1].Value;
        return true;
    }

    // Variables of the method that every turn counts up once.
    private static IReadOnlyList<ISymbol> SideCounters(IOperation body)
    {
        var changes = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var counted = new List<ISymbol>();
        foreach (var operation in body.Descendants())
        {
            var target = operation switch
            {
                IIncrementOrDecrementOperation increment => increment.Target,
                IAssignmentOperation assignment => assignment.Target,
                IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => argument.Value,
                _ => null,
            };
            if (Variables.Of(target) is not { } variable)
                continue;
            changes[variable] = changes.TryGetValue(variable, out var known) ? known + 1 : 1;
            if (operation is IIncrementOrDecrementOperation { Kind: OperationKind.Increment } && IsUnconditional(operation, body))
                counted.Add(variable);
        }

        return [.. counted.Where(variable => changes[variable] == 1)];
    }

    private static bool IsUnconditional(IOperation operation, IOperation body)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around == body)
                return true;
            if (
                around
                is ILoopOperation
                    or IConditionalOperation
                    or ISwitchOperation
                    or ISwitchExpressionOperation
                    or ITryOperation
                    or IAnonymousFunctionOperation
                    or ILocalFunctionOperation
                    or ICoalesceOperation
                    or IConditionalAccessOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }
            )
                return false;
        }

        return false;
    }

    private static bool IsReference(IOperation operation, ISymbol variable) =>
        SymbolEqualityComparer.Default.Equals(Variables.Of(operation), variable);

    private static bool IsZero(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: 0 };
}
