using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;

namespace SparseDnn.Analyzers.Use.Comparisons;

/// <summary>Variables of a method that hold the outputs of one network and nothing else.</summary>
internal sealed class OutputBuffers
{
    private readonly Dictionary<ISymbol, List<NetworkCall>> _calls = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _spoilt = new(SymbolEqualityComparer.Default);
    private readonly IOperation _root;

    /// <summary>Reads a method.</summary>
    /// <param name="calls">The calls of networks in it.</param>
    public OutputBuffers(NetworkCalls calls)
    {
        _root = calls.Root;
        foreach (var call in calls.All.Where(call => call.Kind != NetworkCallKind.Categorize))
        {
            if (BufferOf(call.Output) is not { } variable)
                continue;
            if (!_calls.TryGetValue(variable, out var known))
                _calls.Add(variable, known = []);
            known.Add(call);
        }

        foreach (var operation in _root.DescendantsAndSelf())
            if (VariableOf(operation) is { } variable && _calls.ContainsKey(variable) && !IsHarmless(operation))
                _spoilt.Add(variable);
    }

    /// <summary>
    /// The call whose output an element is, or whose outputs a whole buffer is; the last one before it where the same network is called
    /// several times.
    /// </summary>
    /// <param name="operation">An expression.</param>
    /// <param name="element">The element or buffer, without conversions.</param>
    /// <returns>The call; null where the expression is none of a buffer that one declared network alone writes.</returns>
    public NetworkCall? CallOf(IOperation operation, out IOperation element)
    {
        element = Whole(operation);
        var buffer = element switch
        {
            IArrayElementReferenceOperation { Indices: { Length: 1 } indices } array when indices[0] is not IRangeOperation =>
                array.ArrayReference,
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } when MemoryTypes.IsSpan(span.Type) => span,
            _ when IsWhole(element) => element,
            _ => null,
        };
        if (VariableOf(buffer) is not { } variable || _spoilt.Contains(variable) || !_calls.TryGetValue(variable, out var calls))
            return null;
        if (calls.Any(call => call.Declared is null || !SymbolEqualityComparer.Default.Equals(call.Declared.Type, calls[0].Declared!.Type)))
            return null;
        var start = element.Syntax.SpanStart;
        var last = calls
            .Where(call =>
                call.Operation.Syntax.SpanStart < start
                && OperationTree.FunctionAround(call.Operation) == OperationTree.FunctionAround(operation)
            )
            .OrderBy(call => call.Operation.Syntax.SpanStart)
            .LastOrDefault();
        return last is not null && variable is IFieldSymbol field && MayChange(field, last.Operation.Syntax.Span.End, start) ? null : last;
    }

    /// <summary>An expression without conversions and without a span of all of it.</summary>
    public static IOperation Whole(IOperation operation)
    {
        operation = OperationTree.Unconverted(operation);
        return
            operation
                is IInvocationOperation
                {
                    TargetMethod: { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" },
                    Arguments: { Length: 1 } arguments
                }
            ? OperationTree.Unconverted(arguments[0].Value)
            : operation;
    }

    /// <summary>Whether an expression is a variable or field that holds a buffer.</summary>
    public static bool IsWhole(IOperation operation) => VariableOf(operation) is not null && MemoryTypes.IsMemory(operation.Type);

    // A private field of the object itself, or a variable.
    private static ISymbol? VariableOf(IOperation? operation) =>
        operation
            is IFieldReferenceOperation
            {
                Field: { DeclaredAccessibility: Accessibility.Private } field,
                Instance: null or IInstanceReferenceOperation
            }
            ? field
            : Variables.Of(operation);

    // Other members of the type may fill a field too, and anything may call them.
    private bool MayChange(IFieldSymbol field, int from, int to) =>
        _root
            .DescendantsAndSelf()
            .Any(operation =>
                operation.Syntax.SpanStart >= from
                && operation.Syntax.Span.End <= to
                && operation switch
                {
                    IAwaitOperation or IDynamicInvocationOperation => true,
                    IInvocationOperation { TargetMethod: var method } => method.MethodKind
                        is MethodKind.DelegateInvoke
                            or MethodKind.LocalFunction
                        || SymbolEqualityComparer.Default.Equals(
                            method.ContainingType.OriginalDefinition,
                            field.ContainingType.OriginalDefinition
                        )
                        || method.IsAbstract
                        || method.IsVirtual
                        || method.IsOverride,
                    IPropertyReferenceOperation { Property: var property } => SymbolEqualityComparer.Default.Equals(
                        property.ContainingType.OriginalDefinition,
                        field.ContainingType.OriginalDefinition
                    ),
                    _ => false,
                }
            );

    /// <summary>The item that a call computes, where the method writes it out in constants.</summary>
    public IReadOnlyList<double>? ItemOf(NetworkCall call)
    {
        if (call.Kind != NetworkCallKind.Infer)
            return null;
        // Another call may have left other outputs.
        if (BufferOf(call.Output) is not { } output || _calls[output].Count > 1)
            return null;
        var value = OperationTree.Unconverted(call.Input);
        if (Variables.Of(value) is { } variable)
        {
            var uses = _root
                .DescendantsAndSelf()
                .Where(operation => SymbolEqualityComparer.Default.Equals(Variables.Of(operation), variable));
            if (variable is not ILocalSymbol || !uses.All(IsHarmlessInput))
                return null;
            var declarator = _root
                .DescendantsAndSelf()
                .OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Symbol, variable));
            if (declarator?.Initializer is not { Value: { } initializer })
                return null;
            value = OperationTree.Unconverted(initializer);
        }

        var elements = BufferElements.Of(value);
        return
            elements is not null
            && elements.Count == call.Declared?.Inputs
            && elements.All(element => BufferElements.ValueOf(element) is { } number && !double.IsNaN(number) && !double.IsInfinity(number))
            ? elements.Select(element => BufferElements.ValueOf(element)!.Value).ToArray()
            : null;
    }

    private static ISymbol? BufferOf(IOperation operation)
    {
        return VariableOf(Whole(operation));
    }

    // Reading elements, the length, a call that fills it, passing on what can only be read, the declaration.
    private static bool IsHarmless(IOperation use)
    {
        var (value, parent) = (use, use.Parent);
        while (parent is IConversionOperation conversion)
            (value, parent) = (conversion, conversion.Parent);
        return parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } when IsComparison(call) => true,
            IArgumentOperation { Parent: IInvocationOperation call } when Whole(call) != call => IsHarmless(call),
            IArgumentOperation { Parent: IInvocationOperation call } argument => NetworkCall.Read(call) is { } network
                && network.Declared is not null
                && network.Output == argument.Value
                && network.Kind != NetworkCallKind.Categorize
                || IsReadOnly(argument),
            _ => IsRead(value, parent),
        };
    }

    // Assertions read what they are given.
    private static bool IsComparison(IInvocationOperation call) =>
        ComparedOutput.IsSequenceEqual(call.TargetMethod)
        || call.TargetMethod
            is {
                ContainingType.Name: "Assert" or "ClassicAssert" or "CollectionAssert" or "Is",
                Name: "Equal" or "AreEqual" or "That" or "EqualTo" or "NotEqual" or "AreNotEqual"
            };

    private static bool IsHarmlessInput(IOperation use)
    {
        var (value, parent) = (use, use.Parent);
        while (parent is IConversionOperation conversion)
            (value, parent) = (conversion, conversion.Parent);
        return parent is IArgumentOperation argument ? IsReadOnly(argument) : IsRead(value, parent);
    }

    private static bool IsReadOnly(IArgumentOperation argument) =>
        argument.Parameter is { RefKind: RefKind.None, Type: INamedTypeSymbol { Name: "ReadOnlySpan" } type } && MemoryTypes.IsSpan(type);

    private static bool IsRead(IOperation value, IOperation? parent) =>
        parent switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference == value && !IsWritten(element),
            IPropertyReferenceOperation { Property: { IsIndexer: true } or { Name: "Length" } } property => property.Instance == value
                && !IsWritten(property),
            _ => false,
        };

    private static bool IsWritten(IOperation element) =>
        element.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == element,
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            ITupleOperation => true,
            IReturnOperation => true,
            _ => false,
        };
}
