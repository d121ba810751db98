using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Flow;

/// <summary>Follows marked values through one function: first until its fixpoint is known, then once more to report.</summary>
internal sealed partial class FlowEvaluator
{
    private const int MaxDepth = 300; // expressions nested deeper than this are not followed

    private readonly FlowScope _scope;
    private readonly ControlFlowGraph _graph;
    private readonly IMethodSymbol? _function;
    private readonly FlowEvaluator? _outer;
    private readonly FunctionUse _use;
    private readonly Dictionary<ISymbol, FlowValue> _stable = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, IOperation> _captured = [];
    private readonly HashSet<int> _loops;
    private FlowState _state = new();
    private BasicBlock? _block;
    private FlowValue? _result;
    private bool _reports;
    private int _depth;

    private FlowEvaluator(FlowScope scope, ControlFlowGraph graph, IMethodSymbol? function, FlowEvaluator? outer, FunctionUse use)
    {
        _scope = scope;
        _graph = graph;
        _function = function;
        _outer = outer;
        _use = use;
        _loops = Loops(graph);
    }

    /// <summary>Follows a method, with the functions inside it, and reports.</summary>
    /// <param name="scope">What they have in common.</param>
    /// <param name="graph">The method.</param>
    /// <param name="function">Its symbol; null for initializers.</param>
    public static void Run(FlowScope scope, ControlFlowGraph graph, IMethodSymbol? function) =>
        new FlowEvaluator(scope, graph, function, null, FunctionUse.Ordinary).Run();

    private void Run()
    {
        if (FlowFixpoint.Solve(_graph, Start(), Transfer, _scope.CancellationToken) is not { } entries)
            return;
        _reports = true;
        foreach (var block in _graph.Blocks)
        {
            _scope.CancellationToken.ThrowIfCancellationRequested();
            if (entries[block.Ordinal] is { } entry)
                Transfer(block, entry.Clone(), null);
        }

        foreach (var local in _graph.LocalFunctions)
            new FlowEvaluator(
                _scope,
                _graph.GetLocalFunctionControlFlowGraph(local, _scope.CancellationToken),
                local,
                this,
                FunctionUse.Ordinary with
                {
                    Runs = _use.Runs,
                }
            ).Run();
    }

    private FlowState Start()
    {
        var state = new FlowState();
        if (_function is null)
            return state;
        foreach (var parameter in _function.Parameters)
            state[parameter] =
                parameter.Ordinal >= _use.First
                && parameter.Ordinal <= _use.Last
                && SymbolEqualityComparer.Default.Equals(parameter.Type, ElementTypes.Of(parameter.Type))
                    ? _use.Elements
                    : FlowValue.Unknown;
        return state;
    }

    private void Transfer(BasicBlock block, FlowState state, System.Action<FlowState>? after)
    {
        (_block, _state, _depth) = (block, state, 0);
        foreach (var operation in block.Operations)
        {
            Visit(operation);
            after?.Invoke(state);
        }

        if (block.BranchValue is not { } value)
            return;
        if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return })
            Return(value);
        else
            Visit(value);
        after?.Invoke(state);
    }

    private void Return(IOperation value)
    {
        var result = Visit(value);
        if (_function is not null && _scope.Marks.OfReturn(_function) is { } mark)
            Check(mark, ElementTypes.Of(_function.ReturnType), result, value, "is returned as one of");
        Escape(result);
        _result = _result is { } known ? FlowValue.Join(known, result.Plain) : result.Plain;
    }

    private FlowValue Visit(IOperation? operation)
    {
        if (operation is null || _depth >= MaxDepth)
            return FlowValue.Unknown;
        _depth++;
        var value = VisitOne(operation);
        _depth--;
        return value;
    }

    private FlowValue VisitOne(IOperation operation)
    {
        switch (operation)
        {
            case var constant when IsDefault(constant):
                return new FlowValue(null, false, operation, ZeroRole.Default);
            case { ConstantValue.HasValue: true }:
                return FlowValue.Constant;
            case IFlowCaptureOperation capture:
                _captured[capture.Id] = capture.Value;
                _state[capture.Id] = Visit(capture.Value);
                return FlowValue.Constant;
            case IFlowCaptureReferenceOperation reference:
                return _state[reference.Id];
            case IExpressionStatementOperation statement:
                return Visit(statement.Operation);
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand);
            case ILocalReferenceOperation local:
                return Read(local.Local);
            case IParameterReferenceOperation parameter:
                return _scope.Marks.Of(parameter.Parameter) is { } mark ? FlowValue.Of(mark) : Read(parameter.Parameter);
            case IFieldReferenceOperation field:
                Escape(Visit(field.Instance));
                return _scope.Marks.Of(field.Field) is { } fieldMark ? FlowValue.Of(fieldMark) : FlowValue.Unknown;
            case IPropertyReferenceOperation property:
                return VisitProperty(property);
            case IArrayElementReferenceOperation element:
                foreach (var index in element.Indices)
                    Escape(Visit(index));
                var rows = Visit(element.ArrayReference);
                return ElementTypes.IsCollection(element.Type) ? rows : rows.Element;
            case IImplicitIndexerReferenceOperation indexer:
                Escape(Visit(indexer.Argument));
                var whole = Visit(indexer.Instance);
                return ElementTypes.IsCollection(indexer.Type) ? whole : whole.Element;
            case IConversionOperation conversion:
                return VisitConversion(conversion);
            case IAwaitOperation awaited:
                return Visit(awaited.Operation);
            case IUnaryOperation unary:
                return VisitUnary(unary);
            case IBinaryOperation binary:
                return VisitBinary(binary);
            case IIncrementOrDecrementOperation increment:
                return VisitIncrement(increment);
            case ICompoundAssignmentOperation compound:
                return VisitCompound(compound);
            case ISimpleAssignmentOperation assignment:
                return VisitAssignment(assignment);
            case IDeconstructionAssignmentOperation deconstruction:
                return VisitDeconstruction(deconstruction);
            case IArrayCreationOperation creation:
                return VisitArrayCreation(creation);
            case IObjectCreationOperation creation:
                return VisitObjectCreation(creation);
            case IInvocationOperation call:
                return VisitCall(call);
            case IFlowAnonymousFunctionOperation lambda:
                RunInside(lambda, FunctionUse.Ordinary with { Runs = _use.Runs });
                return FlowValue.Unknown;
            case IDelegateCreationOperation creation:
                Visit(creation.Target);
                return FlowValue.Unknown;
            case IIsPatternOperation pattern:
                return VisitPattern(pattern);
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                Return(yielded);
                return FlowValue.Unknown;
            case IAddressOfOperation address:
                _state.Write(Collection(address.Reference));
                return Visit(address.Reference).Plain;
            case { Kind: OperationKind.None } when IsStackAllocation(operation):
                foreach (var child in operation.ChildOperations)
                    Escape(Visit(child));
                return HasInitializer(operation) ? FlowValue.Unknown : Zeros(operation);
            default:
                foreach (var child in operation.ChildOperations)
                    Escape(Visit(child));
                return FlowValue.Unknown;
        }
    }

    // With the type that it gets where it stands.
    private static bool IsDefault(IOperation operation) =>
        operation is IDefaultValueOperation
        || (operation is IConversionOperation { IsImplicit: true } conversion && IsDefault(conversion.Operand));

    private FlowValue Read(ISymbol variable)
    {
        if (_scope.Facts.IsShared(variable))
            return FlowValue.Unknown;
        if (_state[variable] is { } known)
            return known;
        for (var around = _outer; around is not null; around = around._outer)
            if (around._stable.TryGetValue(variable, out var stable))
                return stable;
        return FlowValue.Unknown;
    }

    private FlowValue VisitProperty(IPropertyReferenceOperation property)
    {
        var instance = Visit(property.Instance);
        foreach (var argument in property.Arguments)
            Escape(Visit(argument.Value));
        if (_scope.Marks.Of(property.Property) is { } mark)
        {
            Escape(instance);
            return FlowValue.Of(mark);
        }

        if (
            property.Property is { IsStatic: true, Name: "Zero" or "One" }
            && _scope.Marks.Semiring(property.Property.ContainingType) is { } semiring
        )
            return FlowValue.Of(semiring);
        if (property.Instance is null || !KnownCalls.IsFramework(property.Instance.Type))
            return FlowValue.Unknown;
        if (property.Property.IsIndexer)
            return instance.Element;
        return property.Property.Name switch
        {
            "Current" or "Value" => instance.Element,
            "Span" => instance,
            _ => FlowValue.Unknown,
        };
    }

    private FlowValue VisitConversion(IConversionOperation conversion)
    {
        var value = Visit(conversion.Operand);
        if (conversion.OperatorMethod is { } method && !KnownCalls.IsFramework(method.ContainingType))
            return FlowValue.Unknown;
        // Text, conditions and other things are no elements any more.
        return conversion.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char ? FlowValue.Unknown : value;
    }

    private FlowValue VisitPattern(IIsPatternOperation pattern)
    {
        var value = Visit(pattern.Value);
        if (pattern.Pattern is IConstantPatternOperation constant)
            CompareWithZero(pattern, pattern.Value, value, constant.Value);
        foreach (var operation in Inside(pattern.Pattern))
        {
            var declared = operation switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            if (declared is not null)
                _state[declared] = operation == pattern.Pattern ? value.Plain : FlowValue.Unknown;
        }

        Escape(value);
        return FlowValue.Unknown;
    }

    private static IEnumerable<IOperation> Inside(IOperation operation)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(operation);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            yield return next;
            foreach (var child in next.ChildOperations)
                waiting.Push(child);
        }
    }

    // What it returns is known once all is known around it.
    private FlowValue RunInside(IFlowAnonymousFunctionOperation lambda, FunctionUse use)
    {
        if (!_reports)
            return FlowValue.Unknown;
        var inside = new FlowEvaluator(
            _scope,
            _graph.GetAnonymousFunctionControlFlowGraph(lambda, _scope.CancellationToken),
            lambda.Symbol,
            this,
            use
        );
        inside.Run();
        return inside._result ?? FlowValue.Unknown;
    }

    // Blocks from which a way leads back to themselves.
    private static HashSet<int> Loops(ControlFlowGraph graph)
    {
        var loops = new HashSet<int>();
        foreach (var block in graph.Blocks)
        {
            // A way back exists only where a block branches to itself or to an earlier one.
            if (!Successors(block).Any(next => next.Ordinal <= block.Ordinal))
                continue;
            foreach (var header in Successors(block).Where(next => next.Ordinal <= block.Ordinal))
                for (var inside = header.Ordinal; inside <= block.Ordinal; inside++)
                    loops.Add(inside);
        }

        return loops;
    }

    private static IEnumerable<BasicBlock> Successors(BasicBlock block)
    {
        if (block.ConditionalSuccessor?.Destination is { } conditional)
            yield return conditional;
        if (block.FallThroughSuccessor?.Destination is { } next)
            yield return next;
    }
}
