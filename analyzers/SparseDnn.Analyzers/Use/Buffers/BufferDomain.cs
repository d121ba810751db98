using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Dataflow;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>What the operations of a function do to what is known of numbers and buffers.</summary>
/// <param name="facts">Which variables can be followed.</param>
/// <param name="owner">The function.</param>
/// <param name="captured">What functions inside it see; filled as variables are assigned.</param>
/// <param name="outer">What it sees of the functions around it; null for a method.</param>
internal sealed class BufferDomain(
    VariableFacts facts,
    ISymbol owner,
    CapturedValues<BufferValue> captured,
    CapturedValues<BufferValue>? outer
) : IDomain<BufferState>
{
    private readonly Dictionary<CaptureId, ISymbol> _captures = [];
    private readonly List<IFlowAnonymousFunctionOperation> _functions = [];
    private BufferState _state = new();
    private Action<BufferState>? _observe;

    /// <summary>Called for each call of a method; null while states have not settled.</summary>
    public Action<IInvocationOperation, BufferEvaluator>? Visit { get; set; }

    /// <summary>Functions inside, of the blocks that were gone through since <see cref="Visit"/> was set.</summary>
    public IReadOnlyList<IFlowAnonymousFunctionOperation> Functions => _functions;

    /// <summary>What holds where the function begins: what its parameters bring in.</summary>
    public BufferState Start()
    {
        _state = new BufferState();
        if (owner is IMethodSymbol method)
            foreach (var parameter in method.Parameters)
                Set(parameter, BufferEvaluator.Given(parameter));
        return _state;
    }

    /// <inheritdoc/>
    public BufferState Copy(BufferState state) => state.Copy();

    /// <inheritdoc/>
    public bool Join(BufferState into, BufferState from) => into.Join(from);

    /// <inheritdoc/>
    public void Transfer(BasicBlock block, BufferState state, Action<BufferState>? observe)
    {
        (_state, _observe) = (state, observe);
        foreach (var operation in block.Operations)
            Statement(operation);
        if (block.BranchValue is { } value)
            Statement(value);
    }

    private BufferEvaluator Evaluator => new(facts, _state, owner, outer);

    private void Statement(IOperation operation)
    {
        foreach (var part in operation.DescendantsAndSelf())
            if (
                part is IArrayCreationOperation or IInvocationOperation or IArrayElementReferenceOperation
                || part.Syntax is CollectionExpressionSyntax
                || part.Kind == OperationKind.None
            )
                _state.Forget(part.Syntax);
        // Arguments are evaluated before later ones assign; such calls are not looked at.
        var assigns = operation.Descendants().Any(part => part is IAssignmentOperation or IIncrementOrDecrementOperation);
        InOrder(operation, isLookedAt: !assigns);
    }

    private void InOrder(IOperation operation, bool isLookedAt)
    {
        if (operation is IFlowAnonymousFunctionOperation function)
        {
            if (Visit is not null)
                _functions.Add(function);
            return;
        }

        foreach (var child in operation.ChildOperations)
            InOrder(child, isLookedAt);
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                if (Variables.Of(capture.Value) is { } variable)
                    _captures[capture.Id] = variable;
                _state.Set(capture.Id, Evaluator.Evaluate(capture.Value));
                break;
            case ISimpleAssignmentOperation assignment when Target(assignment.Target) is { } target:
                Set(target, Evaluator.Evaluate(assignment.Value));
                break;
            case IAssignmentOperation assignment:
                Lose(assignment.Target);
                break;
            case IIncrementOrDecrementOperation increment:
                Lose(increment.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Lose(argument.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                Set(declared, BufferValue.Unknown);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared }:
                Set(declared, BufferValue.Unknown);
                break;
            case IListPatternOperation { DeclaredSymbol: { } declared }:
                Set(declared, BufferValue.Unknown);
                break;
            case IInvocationOperation call when isLookedAt:
                Visit?.Invoke(call, Evaluator);
                break;
        }
    }

    private void Set(ISymbol variable, BufferValue value)
    {
        _state.Set(variable, value);
        captured.Record(variable, value);
        _observe?.Invoke(_state);
    }

    private ISymbol? Target(IOperation target)
    {
        if (target is not IFlowCaptureReferenceOperation capture)
            return Variables.Of(target);
        return _captures.TryGetValue(capture.Id, out var variable) ? variable : null;
    }

    // Tuples of variables, elements of arrays (whose array stays the same), anything else that is written to.
    private void Lose(IOperation target)
    {
        if (
            target
            is IArrayElementReferenceOperation
                or IPropertyReferenceOperation
                or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation }
        )
            return;
        foreach (var variable in target.DescendantsAndSelf().Select(Target).OfType<ISymbol>())
            Set(variable, BufferValue.Unknown);
    }
}
