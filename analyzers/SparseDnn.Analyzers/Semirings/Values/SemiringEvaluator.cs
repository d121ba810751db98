using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Dataflow;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>Follows marked values through one function: first until its fixpoint is known, then once more to report.</summary>
internal sealed partial class SemiringEvaluator : IDomain<SemiringState>
{
    private const int MaxDepth = 300; // expressions nested deeper than this are not followed

    private readonly ValueScope _scope;
    private readonly ControlFlowGraph _graph;
    private readonly IMethodSymbol? _function;
    private readonly SemiringEvaluator? _outer;
    private readonly FunctionUse _use;
    private readonly CapturedValues<SemiringValue> _seenInside;
    private readonly Dictionary<CaptureId, IOperation> _captured = [];
    private readonly HashSet<int> _loops;
    private SemiringState _state = new();
    private BasicBlock? _block;
    private SemiringValue? _result;
    private bool _reports;
    private int _depth;

    private SemiringEvaluator(ValueScope scope, ControlFlowGraph graph, IMethodSymbol? function, SemiringEvaluator? outer, FunctionUse use)
    {
        _scope = scope;
        _graph = graph;
        _function = function;
        _outer = outer;
        _use = use;
        _seenInside = new(scope.Facts.Variables, outer?._seenInside);
        _loops = FlowEdges.Loops(graph);
    }

    /// <summary>Follows a method, with the functions inside it, and reports.</summary>
    /// <param name="scope">What they have in common.</param>
    /// <param name="graph">The method.</param>
    /// <param name="function">Its symbol; null for initializers.</param>
    public static void Run(ValueScope scope, ControlFlowGraph graph, IMethodSymbol? function) =>
        new SemiringEvaluator(scope, graph, function, null, FunctionUse.Ordinary).Run();

    private void Run()
    {
        if (!DataFlow<SemiringState>.Follow(_graph, Start(), this, () => _reports = true, _scope.CancellationToken))
            return;
        foreach (var local in _graph.LocalFunctions)
            new SemiringEvaluator(
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

    private SemiringState Start()
    {
        _state = new SemiringState();
        if (_function is not null)
            foreach (var parameter in _function.Parameters)
                Set(parameter, IsElement(parameter) ? _use.Elements : SemiringValue.Unknown);
        return _state;
    }

    private bool IsElement(IParameterSymbol parameter) =>
        parameter.Ordinal >= _use.First
        && parameter.Ordinal <= _use.Last
        && SymbolEqualityComparer.Default.Equals(parameter.Type, ElementTypes.Of(parameter.Type));

    // Functions inside see it without its origin, by which they might write.
    private void Set(ISymbol variable, SemiringValue value)
    {
        _state.Set(variable, value);
        _seenInside.Record(variable, value.Plain);
    }

    SemiringState IDomain<SemiringState>.Copy(SemiringState state) => state.Copy();

    bool IDomain<SemiringState>.Join(SemiringState into, SemiringState from) => into.Join(from);

    void IDomain<SemiringState>.Transfer(BasicBlock block, SemiringState state, System.Action<SemiringState>? observe)
    {
        (_block, _state, _depth) = (block, state, 0);
        foreach (var operation in block.Operations)
        {
            Visit(operation);
            observe?.Invoke(state);
        }

        if (block.BranchValue is not { } value)
            return;
        if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return })
            Return(value);
        else
            Visit(value);
        observe?.Invoke(state);
    }

    private void Return(IOperation value)
    {
        var result = Visit(value);
        if (_function is not null && _scope.Marks.OfReturn(_function) is { } mark)
            Check(mark, ElementTypes.Of(_function.ReturnType), result, value, "is returned as one of");
        Escape(result);
        _result = _result is { } known ? known.Join(result.Plain) : result.Plain;
    }

    private SemiringValue Visit(IOperation? operation)
    {
        if (operation is null || _depth >= MaxDepth)
            return SemiringValue.Unknown;
        _depth++;
        var value = VisitOne(operation);
        _depth--;
        return value;
    }

    private SemiringValue VisitOne(IOperation operation)
    {
        switch (operation)
        {
            case var constant when IsDefault(constant):
                return new SemiringValue(null, false, operation, ZeroRole.Default);
            case { ConstantValue.HasValue: true }:
                return SemiringValue.Constant;
            case IFlowCaptureOperation capture:
                _captured[capture.Id] = capture.Value;
                _state.Set(capture.Id, Visit(capture.Value));
                return SemiringValue.Constant;
            case IFlowCaptureReferenceOperation reference:
                return _state.TryGet(reference.Id, out var kept) ? kept : SemiringValue.Unknown;
            case IExpressionStatementOperation statement:
                return Visit(statement.Operation);
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand);
            case ILocalReferenceOperation local:
                return Read(local.Local);
            case IParameterReferenceOperation parameter:
                return _scope.Marks.Of(parameter.Parameter) is { } mark ? SemiringValue.Of(mark) : Read(parameter.Parameter);
            case IFieldReferenceOperation field:
                Escape(Visit(field.Instance));
                return _scope.Marks.Of(field.Field) is { } fieldMark ? SemiringValue.Of(fieldMark) : SemiringValue.Unknown;
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
                return SemiringValue.Unknown;
            case IDelegateCreationOperation creation:
                Visit(creation.Target);
                return SemiringValue.Unknown;
            case IIsPatternOperation pattern:
                return VisitPattern(pattern);
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                Return(yielded);
                return SemiringValue.Unknown;
            case IAddressOfOperation address:
                _state.Write(Collection(address.Reference));
                return Visit(address.Reference).Plain;
            case { Kind: OperationKind.None } when IsStackAllocation(operation):
                foreach (var child in operation.ChildOperations)
                    Escape(Visit(child));
                return HasInitializer(operation) ? SemiringValue.Unknown : Zeros(operation);
            default:
                foreach (var child in operation.ChildOperations)
                    Escape(Visit(child));
                return SemiringValue.Unknown;
        }
    }

    // With the type that it gets where it stands.
    private static bool IsDefault(IOperation operation) =>
        operation is IDefaultValueOperation
        || (operation is IConversionOperation { IsImplicit: true } conversion && IsDefault(conversion.Operand));

    private SemiringValue Read(ISymbol variable)
    {
        if (_scope.Facts.Variables.MayChangeUnseen(variable))
            return SemiringValue.Unknown;
        if (_state.TryGet(variable, out var known))
            return known;
        return _outer is not null && _outer._seenInside.TryGet(variable, out var seen) ? seen : SemiringValue.Unknown;
    }

    private SemiringValue VisitProperty(IPropertyReferenceOperation property)
    {
        var instance = Visit(property.Instance);
        foreach (var argument in property.Arguments)
            Escape(Visit(argument.Value));
        if (_scope.Marks.Of(property.Property) is { } mark)
        {
            Escape(instance);
            return SemiringValue.Of(mark);
        }

        if (
            property.Property is { IsStatic: true, Name: "Zero" or "One" }
            && _scope.Marks.Semiring(property.Property.ContainingType) is { } semiring
        )
            return SemiringValue.Of(semiring);
        if (property.Instance is null || !KnownCalls.IsFramework(property.Instance.Type))
            return SemiringValue.Unknown;
        if (property.Property.IsIndexer)
            return instance.Element;
        return property.Property.Name switch
        {
            "Current" or "Value" => instance.Element,
            "Span" => instance,
            _ => SemiringValue.Unknown,
        };
    }

    private SemiringValue VisitConversion(IConversionOperation conversion)
    {
        var value = Visit(conversion.Operand);
        if (conversion.OperatorMethod is { } method && !KnownCalls.IsFramework(method.ContainingType))
            return SemiringValue.Unknown;
        // Text, conditions and other things are no elements any more.
        return conversion.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char ? SemiringValue.Unknown : value;
    }

    private SemiringValue VisitPattern(IIsPatternOperation pattern)
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
                Set(declared, operation == pattern.Pattern ? value.Plain : SemiringValue.Unknown);
        }

        Escape(value);
        return SemiringValue.Unknown;
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
    private SemiringValue RunInside(IFlowAnonymousFunctionOperation lambda, FunctionUse use)
    {
        if (!_reports)
            return SemiringValue.Unknown;
        var inside = new SemiringEvaluator(
            _scope,
            _graph.GetAnonymousFunctionControlFlowGraph(lambda, _scope.CancellationToken),
            lambda.Symbol,
            this,
            use
        );
        inside.Run();
        return inside._result ?? SemiringValue.Unknown;
    }
}
