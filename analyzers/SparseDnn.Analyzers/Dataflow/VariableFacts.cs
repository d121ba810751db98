using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>What one look over all operations of a method tells of its variables: which cannot be followed, and which are seen from
/// functions inside.</summary>
internal sealed class VariableFacts
{
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _unseen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);

    /// <summary>Looks over a method, functions inside included.</summary>
    /// <param name="root">Its body.</param>
    /// <param name="owner">Its symbol.</param>
    public static VariableFacts Of(IOperation root, ISymbol owner)
    {
        var facts = new VariableFacts();
        foreach (var (operation, function) in FunctionOperations.In(root, owner))
            facts.Look(operation, function);
        return facts;
    }

    /// <summary>Whether a variable is used by a function inside the one that declares it.</summary>
    public bool IsCaptured(ISymbol variable) => _captured.Contains(variable);

    /// <summary>Whether a variable is assigned other than where it is declared.</summary>
    public bool IsAssignedAgain(ISymbol variable) => _assigned.Contains(variable);

    /// <summary>
    /// Whether a variable may change where that cannot be seen: by reference, or in functions inside, which run at any time.
    /// </summary>
    public bool MayChangeUnseen(ISymbol variable) =>
        _unseen.Contains(variable) || variable is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out };

    /// <summary>Looks at one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="function">The function that it is in.</param>
    public void Look(IOperation operation, ISymbol function)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                var variable = Variables.Of(operation)!;
                if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
                    _captured.Add(variable);
                break;
            case IAddressOfOperation { Reference: var reference }:
                Refer(reference);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                Refer(assignment.Value);
                break;
            case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: var referred }:
                Refer(referred);
                break;
            case IReturnOperation { ReturnedValue: { } returned } when Variables.Of(returned) is not null && ReturnsReference(function):
                Refer(returned);
                break;
            case IAssignmentOperation assignment:
                Assign(assignment.Target, function);
                break;
            case IIncrementOrDecrementOperation increment:
                Assign(increment.Target, function);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Assign(argument.Value, function);
                if (MayKeep(argument))
                    Refer(argument.Value);
                break;
        }
    }

    // A reference to an element changes neither the variable that holds the array nor the index.
    private void Refer(IOperation reference)
    {
        switch (reference)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                _unseen.Add(Variables.Of(reference)!);
                break;
            case IConversionOperation conversion:
                Refer(conversion.Operand);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                Refer(conditional.WhenTrue);
                Refer(whenFalse);
                break;
        }
    }

    // What stands in a variable whose element or member is assigned stays the same object.
    private void Assign(IOperation target, ISymbol function)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                var variable = Variables.Of(target)!;
                _assigned.Add(variable);
                if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
                    _unseen.Add(variable);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, function);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, function);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Assign(element, function);
                break;
            case IConditionalOperation:
                Refer(target);
                break;
        }
    }

    private static bool ReturnsReference(ISymbol function) => function is IMethodSymbol { RefKind: not RefKind.None };

    // Where a reference is given back, or goes into something that can hold one.
    private static bool MayKeep(IArgumentOperation argument) =>
        argument.Parent switch
        {
            IInvocationOperation { TargetMethod: var method } call => method.ReturnsByRef
                || method.ReturnsByRefReadonly
                || CanHold(method.ReturnType)
                || CanHold(call.Instance?.Type)
                || call.Arguments.Any(other => other != argument && CanHold(other.Parameter?.Type)),
            IObjectCreationOperation creation => CanHold(creation.Type),
            _ => true,
        };

    private static bool CanHold(ITypeSymbol? type) => type is { IsRefLikeType: true } or IPointerTypeSymbol;
}
