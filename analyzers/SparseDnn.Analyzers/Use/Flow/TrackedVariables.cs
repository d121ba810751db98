using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use;

/// <summary>Which variables of a method can be followed: those that nothing changes behind the back of the flow graph.</summary>
internal sealed class TrackedVariables
{
    private readonly HashSet<ISymbol> _untracked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);

    /// <summary>Reads the operations of a method, nested functions included.</summary>
    /// <param name="root">The method's body.</param>
    public TrackedVariables(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
            Read(operation);
    }

    /// <summary>Variables that are assigned somewhere.</summary>
    public IEnumerable<ISymbol> Assigned => _assigned;

    /// <summary>Whether a variable is assigned other than where it is declared.</summary>
    public bool IsAssignedAgain(ISymbol variable) => _assigned.Contains(variable);

    /// <summary>Whether a variable can be followed.</summary>
    public bool IsTracked(ISymbol variable) => !_untracked.Contains(variable);

    /// <summary>The variable that an operation names; null for anything else.</summary>
    public static ISymbol? VariableOf(IOperation? operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IAddressOfOperation { Reference: var reference }:
                Untrack(reference);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                Untrack(assignment.Value);
                Untrack(assignment.Target);
                break;
            case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: var referred } declarator:
                Untrack(referred);
                _untracked.Add(declarator.Symbol);
                break;
            case IReturnOperation { ReturnedValue: { } returned } when VariableOf(returned) is { } variable && IsRefReturn(operation):
                _untracked.Add(variable);
                break;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } parameter }:
                _untracked.Add(parameter);
                break;
            case IAssignmentOperation assignment:
                Assign(assignment.Target, operation);
                break;
            case IIncrementOrDecrementOperation increment:
                Assign(increment.Target, operation);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Assign(argument.Value, operation);
                break;
            case IInvocationOperation { Instance: { Type.IsValueType: true } receiver }:
                Assign(receiver, operation, isCall: true);
                break;
        }
    }

    private void Untrack(IOperation operation)
    {
        foreach (var part in operation.DescendantsAndSelf())
            if (VariableOf(part) is { } variable)
                _untracked.Add(variable);
    }

    private void Assign(IOperation target, IOperation operation, bool isCall = false)
    {
        foreach (var part in target.DescendantsAndSelf())
        {
            if (VariableOf(part) is not { } variable)
                continue;
            // A method of a structure may put another value in its place; those of spans do not.
            if (
                isCall
                && (
                    part != target
                    || part.Type is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", ContainingNamespace.Name: "System" }
                )
            )
                continue;
            _assigned.Add(variable);
            if (FunctionAround(operation) is { } function && !IsDeclaredIn(variable, function))
                _untracked.Add(variable);
        }
    }

    private static bool IsRefReturn(IOperation operation) =>
        FunctionAround(operation) switch
        {
            ILocalFunctionOperation { Symbol: var method } => method.RefKind != RefKind.None,
            IAnonymousFunctionOperation { Symbol: var method } => method.RefKind != RefKind.None,
            _ => true,
        };

    private static bool IsDeclaredIn(ISymbol variable, IOperation function) =>
        SymbolEqualityComparer.Default.Equals(
            variable.ContainingSymbol,
            function switch
            {
                ILocalFunctionOperation { Symbol: var method } => method,
                IAnonymousFunctionOperation { Symbol: var method } => method,
                _ => null,
            }
        );

    private static IOperation? FunctionAround(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
            if (around is ILocalFunctionOperation or IAnonymousFunctionOperation)
                return around;
        return null;
    }

    /// <summary>
    /// Variables that handlers of exceptions assign: what they hold after a handler depends on where the exception came from.
    /// </summary>
    /// <param name="graph">The method's graph.</param>
    public void UntrackHandlers(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks.Where(block => IsInHandler(block.EnclosingRegion)))
        foreach (var operation in block.Operations.SelectMany(operation => operation.DescendantsAndSelf()))
            if (operation is IAssignmentOperation assignment)
                Untrack(assignment.Target);
            else if (operation is IIncrementOrDecrementOperation increment)
                Untrack(increment.Target);
            else if (operation is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument)
                Untrack(argument.Value);
    }

    /// <summary>Whether a region is part of a handler.</summary>
    public static bool IsInHandler(ControlFlowRegion? region)
    {
        for (; region is not null; region = region.EnclosingRegion)
            if (
                region.Kind
                is ControlFlowRegionKind.Catch
                    or ControlFlowRegionKind.Filter
                    or ControlFlowRegionKind.FilterAndHandler
                    or ControlFlowRegionKind.Finally
            )
                return true;
        return false;
    }
}
