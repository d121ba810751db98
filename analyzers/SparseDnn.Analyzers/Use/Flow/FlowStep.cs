using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use;

/// <summary>What a basic block does to what is known.</summary>
internal sealed class FlowStep(TrackedVariables variables, ISymbol owner)
{
    private readonly Dictionary<CaptureId, ISymbol> _captured = [];

    /// <summary>Anonymous functions of a block that are not inside each other.</summary>
    public static IEnumerable<IFlowAnonymousFunctionOperation> FunctionsIn(BasicBlock block) =>
        (block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            .SelectMany(operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>();

    /// <summary>The state behind a block.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="block">The block.</param>
    /// <param name="visit">Called for each call of a method in it; null for none.</param>
    public FlowState Apply(FlowState state, BasicBlock block, Action<IInvocationOperation, FlowEvaluator>? visit)
    {
        foreach (var operation in block.Operations)
            state = Statement(state, operation, visit);
        return block.BranchValue is { } value ? Statement(state, value, visit) : state;
    }

    private FlowState Statement(FlowState state, IOperation operation, Action<IInvocationOperation, FlowEvaluator>? visit)
    {
        foreach (var part in operation.DescendantsAndSelf())
            if (
                part is IArrayCreationOperation or IInvocationOperation or IArrayElementReferenceOperation
                || part.Syntax is CollectionExpressionSyntax
                || part.Kind == OperationKind.None
            )
                state = state.Forget(part.Syntax);
        // Arguments are evaluated before later ones assign; such calls are not looked at.
        var assigns = operation.Descendants().Any(part => part is IAssignmentOperation or IIncrementOrDecrementOperation);
        return InOrder(state, operation, assigns ? null : visit);
    }

    private FlowState InOrder(FlowState state, IOperation operation, Action<IInvocationOperation, FlowEvaluator>? visit)
    {
        if (operation is IFlowAnonymousFunctionOperation)
            return state;
        foreach (var child in operation.ChildOperations)
            state = InOrder(state, child, visit);
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                if (TrackedVariables.VariableOf(capture.Value) is { } variable)
                    _captured[capture.Id] = variable;
                return state.With(capture.Id, Evaluate(state, capture.Value));
            case ISimpleAssignmentOperation assignment:
                return Target(assignment.Target) is { } target
                    ? state.With(target, Evaluate(state, assignment.Value))
                    : Lost(state, assignment.Target);
            case IAssignmentOperation assignment:
                return Lost(state, assignment.Target);
            case IIncrementOrDecrementOperation increment:
                return Lost(state, increment.Target);
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                return Lost(state, argument.Value);
            case IInvocationOperation call:
                visit?.Invoke(call, new FlowEvaluator(variables, state, owner));
                return call.Instance is { Type.IsValueType: true } receiver && !FlowEvaluator.IsSpan(receiver.Type)
                    ? Lost(state, receiver)
                    : state;
            default:
                return state;
        }
    }

    private FlowValue Evaluate(FlowState state, IOperation value) => new FlowEvaluator(variables, state, owner).Evaluate(value);

    private ISymbol? Target(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture
            ? _captured.TryGetValue(capture.Id, out var variable)
                ? variable
                : null
            : TrackedVariables.VariableOf(target);

    // Tuples of variables, elements of arrays (whose array stays the same), anything else that is written to.
    private FlowState Lost(FlowState state, IOperation target)
    {
        if (
            target
            is IArrayElementReferenceOperation
                or IPropertyReferenceOperation
                or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation }
        )
            return state;
        return target
            .DescendantsAndSelf()
            .Select(Target)
            .OfType<ISymbol>()
            .Aggregate(state, (known, variable) => known.With(variable, FlowValue.Unknown));
    }
}
