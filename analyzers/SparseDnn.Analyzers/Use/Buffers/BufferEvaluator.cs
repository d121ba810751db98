using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Dataflow;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>What is known of an expression, given what is known of variables. Everything that is not listed here is unknown.</summary>
/// <param name="facts">Which variables can be followed.</param>
/// <param name="state">What is known of variables.</param>
/// <param name="owner">The function.</param>
/// <param name="outer">What it sees of the functions around it; null for a method.</param>
internal sealed class BufferEvaluator(VariableFacts facts, BufferState state, ISymbol owner, CapturedValues<BufferValue>? outer)
{
    public BufferValue Evaluate(IOperation? operation)
    {
        if (operation is null)
            return BufferValue.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
            return Number(constant);
        if (operation.Syntax is CollectionExpressionSyntax list && (operation.Type is null || MemoryTypes.IsMemory(operation.Type)))
            return Collection(list);
        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation => OfVariable(Variables.Of(operation)!),
            IFlowCaptureReferenceOperation capture => state.TryGet(capture.Id, out var captured) ? captured : BufferValue.Unknown,
            // Constructors may still assign it.
            IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: null or IInstanceReferenceOperation } =>
                MemoryTypes.IsMemory(field.Type) && !IsConstructor(owner) ? BufferValue.Buffer.Of(field, 0, null) : BufferValue.Unknown,
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
            IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } part => MemoryTypes.IsMemory(part.Type)
                ? Range(Evaluate(part.Instance), range)
                : BufferValue.Unknown,
            IDefaultValueOperation when MemoryTypes.IsSpan(operation.Type) => BufferValue.Buffer.Of(null, null, 0),
            _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: { } values } => Allocated(
                operation,
                new BufferValue.Number(values.Expressions.Count)
            ),
            _ when operation.Syntax is ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: var values } => Allocated(
                operation,
                new BufferValue.Number(values.Expressions.Count)
            ),
            _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax && operation.ChildOperations.Count == 1 => Allocated(
                operation,
                Evaluate(operation.ChildOperations.First())
            ),
            _ => BufferValue.Unknown,
        };
    }

    /// <summary>A whole number; null where it is not known.</summary>
    public long? NumberOf(IOperation? operation) => (Evaluate(operation) as BufferValue.Number)?.Value;

    /// <summary>New memory.</summary>
    public static BufferValue Allocated(IOperation operation, BufferValue length) =>
        BufferValue.Buffer.Of(operation.Syntax, 0, length is BufferValue.Number { Value: >= 0 and var value } ? value : null);

    /// <summary>The part of a buffer that a range means.</summary>
    public BufferValue Range(BufferValue value, IRangeOperation range)
    {
        if (value is not BufferValue.Buffer buffer)
            return BufferValue.Unknown;
        var start = range.LeftOperand is null ? 0 : Index(range.LeftOperand, buffer.Length);
        var end = range.RightOperand is null ? buffer.Length : Index(range.RightOperand, buffer.Length);
        return buffer.Slice(start, start is null || end is null ? Distance(range) : end - start);
    }

    /// <summary>What a variable holds.</summary>
    public BufferValue OfVariable(ISymbol variable)
    {
        // What a reference stands for changes with that.
        if (facts.MayChangeUnseen(variable) || variable is ILocalSymbol { RefKind: not RefKind.None })
            return BufferValue.Unknown;
        if (SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, owner))
            return state.TryGet(variable, out var known) ? known : BufferValue.Unknown;
        // Parameters of primary constructors are fields that other methods may assign.
        if (IsConstructor(variable.ContainingSymbol) && variable is IParameterSymbol)
            return BufferValue.Unknown;
        var seen = outer is not null && outer.TryGet(variable, out var value) ? value : BufferValue.Unknown;
        // Of several memories that a variable was given one may be another variable's at any time.
        if (facts.IsAssignedAgain(variable))
            return seen is BufferValue.Buffer several ? BufferValue.Buffer.Of(null, null, several.Length) : seen;
        return seen is BufferValue.Buffer { Origin: null, Length: var length } ? Memory(variable, length)
            : seen == BufferValue.Unknown ? Memory(variable, null)
            : seen;
    }

    /// <summary>What a parameter brings in: one memory.</summary>
    public static BufferValue Given(IParameterSymbol parameter) => Memory(parameter, null);

    private static BufferValue Memory(ISymbol variable, long? length) =>
        MemoryTypes.IsMemory((variable as IParameterSymbol)?.Type ?? (variable as ILocalSymbol)?.Type)
            ? BufferValue.Buffer.Of(variable, 0, length)
            : BufferValue.Unknown;

    // Functions inside a constructor may run before it has ended.
    private static bool IsConstructor(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
            if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
                return true;
        return false;
    }

    private BufferValue Conversion(IConversionOperation conversion)
    {
        if (MemoryTypes.IsSpan(conversion.Type) || SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type))
            return conversion.Operand.Type is null || MemoryTypes.IsMemory(conversion.Operand.Type) || conversion.OperatorMethod is null
                ? Evaluate(conversion.Operand)
                : BufferValue.Unknown;
        return conversion.IsImplicit && Evaluate(conversion.Operand) is BufferValue.Number number && IsInteger(conversion.Type)
            ? number
            : BufferValue.Unknown;
    }

    private BufferValue Property(IPropertyReferenceOperation property)
    {
        if (property.Instance is null)
        {
            if (property.Property is { Name: "Empty" } && MemoryTypes.IsSpan(property.Property.ContainingType))
                return BufferValue.Buffer.Of(null, null, 0);
            return property.Property.Name == "Network" && NetworkShape.Of(property.Property.ContainingType) is { } shape
                ? new BufferValue.NetworkObject(shape)
                : BufferValue.Unknown;
        }

        return (Evaluate(property.Instance), property.Property.Name) switch
        {
            (BufferValue.Buffer { Length: { } length }, "Length") => new BufferValue.Number(length),
            (BufferValue.NetworkObject network, "Inputs") => new BufferValue.Number(network.Shape.Inputs),
            (BufferValue.NetworkObject network, "Outputs") => new BufferValue.Number(network.Shape.Outputs),
            _ => BufferValue.Unknown,
        };
    }

    private BufferValue Arithmetic(IBinaryOperation binary)
    {
        if (!IsInteger(binary.Type) || NumberOf(binary.LeftOperand) is not { } a || NumberOf(binary.RightOperand) is not { } b)
            return BufferValue.Unknown;
        // What does not fit the type wraps around or throws.
        const long most = int.MaxValue;
        if (a is < -most or > most || b is < -most or > most)
            return BufferValue.Unknown;
        long? result = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide when b != 0 => a / b,
            BinaryOperatorKind.Remainder when b != 0 => a % b,
            _ => null,
        };
        return result is >= -most and <= most ? new BufferValue.Number(result.Value) : BufferValue.Unknown;
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
        && Variables.Of(left) is { } start
        && SymbolEqualityComparer.Default.Equals(start, Variables.Of(sum.LeftOperand))
            ? NumberOf(sum.RightOperand)
            : null;

    private static BufferValue Copied(IOperation operation, BufferValue part) =>
        part is BufferValue.Buffer { Length: { } length }
            ? BufferValue.Buffer.Of(operation.Syntax, 0, length)
            : BufferValue.Buffer.Of(operation.Syntax, 0, null);

    private static BufferValue Number(object constant) =>
        constant switch
        {
            int value => new BufferValue.Number(value),
            long value => new BufferValue.Number(value),
            short value => new BufferValue.Number(value),
            byte value => new BufferValue.Number(value),
            _ => BufferValue.Unknown,
        };

    private static BufferValue Collection(CollectionExpressionSyntax list) =>
        list.Elements.All(element => element is ExpressionElementSyntax)
            ? BufferValue.Buffer.Of(list, 0, list.Elements.Count)
            : BufferValue.Buffer.Of(list, 0, null);

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
}
