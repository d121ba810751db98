using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use;

/// <summary>What is known of an expression, given what is known of variables. Everything that is not listed here is unknown.</summary>
internal sealed class FlowEvaluator(TrackedVariables variables, FlowState state, ISymbol owner)
{
    public FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null)
            return FlowValue.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
            return Number(constant);
        if (operation.Syntax is CollectionExpressionSyntax list && (operation.Type is null || IsMemory(operation.Type)))
            return Collection(list);
        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation => OfVariable(TrackedVariables.VariableOf(operation)!),
            IFlowCaptureReferenceOperation capture => state.Values.TryGetValue(capture.Id, out var captured) ? captured : FlowValue.Unknown,
            // Constructors may still assign it.
            IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: null or IInstanceReferenceOperation } => IsMemory(
                field.Type
            ) && !IsConstructor(owner)
                ? FlowValue.Buffer.Of(field, 0, null)
                : FlowValue.Unknown,
            IConversionOperation conversion => Conversion(conversion),
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } creation => Allocated(creation, Evaluate(sizes[0])),
            IBinaryOperation binary => Arithmetic(binary),
            IPropertyReferenceOperation property => Property(property),
            IInvocationOperation call => BufferMethods.Evaluate(call, this),
            IObjectCreationOperation creation => BufferMethods.Evaluate(creation, this),
            IArrayElementReferenceOperation { Indices: { Length: 1 } indices } element when indices[0] is IRangeOperation range => Copied(
                element,
                Range(Evaluate(element.ArrayReference), range)
            ),
            IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } part => IsMemory(part.Type)
                ? Range(Evaluate(part.Instance), range)
                : FlowValue.Unknown,
            IDefaultValueOperation when IsSpan(operation.Type) => FlowValue.Buffer.Of(null, null, 0),
            _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: { } values } => Allocated(
                operation,
                new FlowValue.Number(values.Expressions.Count)
            ),
            _ when operation.Syntax is ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: var values } => Allocated(
                operation,
                new FlowValue.Number(values.Expressions.Count)
            ),
            _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax && operation.ChildOperations.Count == 1 => Allocated(
                operation,
                Evaluate(operation.ChildOperations.First())
            ),
            _ => FlowValue.Unknown,
        };
    }

    /// <summary>A whole number; null where it is not known.</summary>
    public long? NumberOf(IOperation? operation) => (Evaluate(operation) as FlowValue.Number)?.Value;

    /// <summary>New memory.</summary>
    public static FlowValue Allocated(IOperation operation, FlowValue length) =>
        FlowValue.Buffer.Of(operation.Syntax, 0, length is FlowValue.Number { Value: >= 0 and var value } ? value : null);

    /// <summary>The part of a buffer that a range means.</summary>
    public FlowValue Range(FlowValue value, IRangeOperation range)
    {
        if (value is not FlowValue.Buffer buffer)
            return FlowValue.Unknown;
        var start = range.LeftOperand is null ? 0 : Index(range.LeftOperand, buffer.Length);
        var end = range.RightOperand is null ? buffer.Length : Index(range.RightOperand, buffer.Length);
        return buffer.Slice(start, start is null || end is null ? Distance(range) : end - start);
    }

    /// <summary>Whether a type is an array or a span.</summary>
    public static bool IsMemory(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 } || IsSpan(type);

    /// <summary>Whether a type is a span.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
            {
                Name: "Span" or "ReadOnlySpan",
                Arity: 1,
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            };

    /// <summary>What a variable holds.</summary>
    public FlowValue OfVariable(ISymbol variable)
    {
        if (!variables.IsTracked(variable))
            return FlowValue.Unknown;
        if (state.Values.TryGetValue(variable, out var known))
            return known;
        var isOwn = SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, owner);
        // What a parameter brings in is one memory; so is what a nested function sees of the method around it, where that is never assigned
        // again.
        // Parameters of primary constructors are fields that other methods may assign.
        var isGiven = isOwn
            ? variable is IParameterSymbol
            : !variables.IsAssignedAgain(variable) && !IsConstructor(variable.ContainingSymbol);
        return isGiven && IsMemory((variable as IParameterSymbol)?.Type ?? (variable as ILocalSymbol)?.Type)
            ? FlowValue.Buffer.Of(variable, 0, null)
            : FlowValue.Unknown;
    }

    private static bool IsConstructor(ISymbol? symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

    private FlowValue Conversion(IConversionOperation conversion)
    {
        if (IsSpan(conversion.Type) || SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type))
            return conversion.Operand.Type is null || IsMemory(conversion.Operand.Type) || conversion.OperatorMethod is null
                ? Evaluate(conversion.Operand)
                : FlowValue.Unknown;
        return conversion.IsImplicit && Evaluate(conversion.Operand) is FlowValue.Number number && IsInteger(conversion.Type)
            ? number
            : FlowValue.Unknown;
    }

    private FlowValue Property(IPropertyReferenceOperation property)
    {
        if (property.Instance is null)
        {
            if (property.Property is { Name: "Empty" } && IsSpan(property.Property.ContainingType))
                return FlowValue.Buffer.Of(null, null, 0);
            return property.Property.Name == "Network" && NetworkShape.Of(property.Property.ContainingType) is { } shape
                ? new FlowValue.NetworkObject(shape)
                : FlowValue.Unknown;
        }

        return (Evaluate(property.Instance), property.Property.Name) switch
        {
            (FlowValue.Buffer { Length: { } length }, "Length") => new FlowValue.Number(length),
            (FlowValue.NetworkObject network, "Inputs") => new FlowValue.Number(network.Shape.Inputs),
            (FlowValue.NetworkObject network, "Outputs") => new FlowValue.Number(network.Shape.Outputs),
            _ => FlowValue.Unknown,
        };
    }

    private FlowValue Arithmetic(IBinaryOperation binary)
    {
        if (!IsInteger(binary.Type) || NumberOf(binary.LeftOperand) is not { } a || NumberOf(binary.RightOperand) is not { } b)
            return FlowValue.Unknown;
        // What does not fit the type wraps around or throws.
        const long most = int.MaxValue;
        if (a is < -most or > most || b is < -most or > most)
            return FlowValue.Unknown;
        long? result = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide when b != 0 => a / b,
            BinaryOperatorKind.Remainder when b != 0 => a % b,
            _ => null,
        };
        return result is >= -most and <= most ? new FlowValue.Number(result.Value) : FlowValue.Unknown;
    }

    private long? Index(IOperation operation, long? length) =>
        operation switch
        {
            // An int in a range becomes an Index.
            IConversionOperation { Operand.Type.SpecialType: SpecialType.System_Int32 } conversion => NumberOf(conversion.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => length - NumberOf(fromEnd.Operand),
            _ => null,
        };

    // i..(i + 3) has three elements whatever i is.
    private long? Distance(IRangeOperation range) =>
        range.LeftOperand is IConversionOperation { Operand: var left }
        && range.RightOperand is IConversionOperation { Operand: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum }
        && TrackedVariables.VariableOf(left) is { } start
        && SymbolEqualityComparer.Default.Equals(start, TrackedVariables.VariableOf(sum.LeftOperand))
            ? NumberOf(sum.RightOperand)
            : null;

    private static FlowValue Copied(IOperation operation, FlowValue part) =>
        part is FlowValue.Buffer { Length: { } length }
            ? FlowValue.Buffer.Of(operation.Syntax, 0, length)
            : FlowValue.Buffer.Of(operation.Syntax, 0, null);

    private static FlowValue Number(object constant) =>
        constant switch
        {
            int value => new FlowValue.Number(value),
            long value => new FlowValue.Number(value),
            short value => new FlowValue.Number(value),
            byte value => new FlowValue.Number(value),
            _ => FlowValue.Unknown,
        };

    private static FlowValue Collection(CollectionExpressionSyntax list) =>
        list.Elements.All(element => element is ExpressionElementSyntax)
            ? FlowValue.Buffer.Of(list, 0, list.Elements.Count)
            : FlowValue.Buffer.Of(list, 0, null);

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
}
