using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use;

/// <summary>Recognises a loop that computes the items of a batch one by one (SDNN3003).</summary>
internal static class BatchLoop
{
    /// <summary>Key of the buffer of all inputs, as source text.</summary>
    public const string InputsKey = "Inputs";

    /// <summary>Key of the buffer of all outputs, as source text.</summary>
    public const string OutputsKey = "Outputs";

    /// <summary>Key of the number of items, as source text.</summary>
    public const string BatchKey = "Batch";

    /// <summary>Looks at a call.</summary>
    /// <param name="call">A call of Infer.</param>
    /// <returns>What a fix needs, empty where the loop does something else too; null where the loop is none of this kind.</returns>
    public static ImmutableDictionary<string, string?>? Find(NetworkCall call)
    {
        if (call.Kind != NetworkCallKind.Infer || CallContext.LoopAround(call.Operation) is not IForLoopOperation loop || CounterOf(loop) is not { } counter) return null;
        var input = new ItemSlice(counter, operation => IsSize(operation, call, "Inputs")).BufferOf(call.Input);
        var output = new ItemSlice(counter, operation => IsSize(operation, call, "Outputs")).BufferOf(call.Output);
        if (input is null || output is null || VariableOf(input) is not { } from || VariableOf(output) is not { } to || SymbolEqualityComparer.Default.Equals(from, to)) return null;
        var invariance = new LoopInvariance(loop);
        if (!IsSteady(input, invariance) || !IsSteady(output, invariance) || !IsSteady(call.Receiver, invariance) || MayEndEarly(loop)) return null;
        // An item may depend on earlier outputs through memory that both share, or where the loop writes inputs.
        if (References(loop.Body, from) > 1 || ShareMemory(from, to, loop)) return null;
        return IsAlone(call.Operation, loop) && CountOf(loop, counter, invariance) is { } count
            ? ImmutableDictionary<string, string?>.Empty.Add(InputsKey, input.Syntax.ToString()).Add(OutputsKey, output.Syntax.ToString()).Add(BatchKey, count.Syntax.ToString())
            : ImmutableDictionary<string, string?>.Empty;
    }

    // for (int i = …; …; i++) whose body leaves i alone.
    private static ILocalSymbol? CounterOf(IForLoopOperation loop)
    {
        if (loop.AtLoopBottom.Length != 1 || loop.AtLoopBottom[0] is not IExpressionStatementOperation { Operation: var step }) return null;
        var target = step switch
        {
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment => increment.Target,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: 1 } } add => add.Target,
            _ => null,
        };
        return target is ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Int32 } counter } && loop.Locals.Contains(counter, SymbolEqualityComparer.Default)
            && !loop.Body.Descendants().Any(operation => (operation is IAssignmentOperation assignment && IsLocal(assignment.Target, counter)) || (operation is IIncrementOrDecrementOperation increment && IsLocal(increment.Target, counter)))
            ? counter
            : null;
    }

    // The number of items where the loop counts from 0 to below it.
    private static IOperation? CountOf(IForLoopOperation loop, ILocalSymbol counter, LoopInvariance invariance)
    {
        var declarators = loop.Before.SelectMany(operation => operation.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>().ToArray();
        return loop.Before.Length == 1 && declarators.Length == 1 && declarators[0].Initializer?.Value.ConstantValue is { HasValue: true, Value: 0 } && loop.Condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, RightOperand: { Type.SpecialType: SpecialType.System_Int32 } count } condition
            && IsLocal(condition.LeftOperand, counter) && invariance.IsInvariant(count) ? count : null;
    }

    private static bool IsSize(IOperation operation, NetworkCall call, string property)
    {
        if (call.Declared is { } shape) return operation.ConstantValue is { HasValue: true, Value: int size } && size == (property == "Inputs" ? shape.Inputs : shape.Outputs);
        return operation is IPropertyReferenceOperation { Instance: { } network } reference && reference.Property.Name == property
            && VariableOf(network) is { } variable && SymbolEqualityComparer.Default.Equals(variable, VariableOf(call.Receiver));
    }

    // The variable or field that holds a buffer or a network; for the object of a declared type its property.
    private static ISymbol? VariableOf(IOperation? operation) => operation is null ? null : ItemSlice.Unconverted(operation) switch
    {
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null, Property: { Name: "Network" } property } => property,
        var other => TrackedVariables.VariableOf(other),
    };

    private static bool IsSteady(IOperation? operation, LoopInvariance invariance) => operation is null || invariance.IsInvariant(ItemSlice.Unconverted(operation));

    private static bool MayEndEarly(ILoopOperation loop) => loop.Body.Descendants().Any(operation =>
        operation is IReturnOperation or IThrowOperation or IAwaitOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo });

    private static bool IsAlone(IInvocationOperation call, IForLoopOperation loop) =>
        call.Parent is IExpressionStatementOperation statement && (statement.Parent == loop || (statement.Parent is IBlockOperation { Operations.Length: 1 } block && block.Parent == loop));

    private static int References(IOperation body, ISymbol variable) => body.Descendants().Count(operation => SymbolEqualityComparer.Default.Equals(VariableOf(operation), variable) && operation is not IConversionOperation);

    // Spans that were cut from one buffer may lie so that their items do not overlap while they themselves do.
    private static bool ShareMemory(ISymbol a, ISymbol b, IOperation loop)
    {
        var root = loop;
        while (root.Parent is { } parent) root = parent;
        return Sources(a, root).Intersect(Sources(b, root), SymbolEqualityComparer.Default).Any();
    }

    private static IEnumerable<ISymbol> Sources(ISymbol variable, IOperation root) => root.DescendantsAndSelf().SelectMany(operation => operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: var value } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable) => Memory(value),
        ISimpleAssignmentOperation assignment when SymbolEqualityComparer.Default.Equals(VariableOf(assignment.Target), variable) => Memory(assignment.Value),
        _ => [],
    }).Append(variable);

    private static IEnumerable<ISymbol> Memory(IOperation value) => value.DescendantsAndSelf()
        .Where(operation => FlowEvaluator.IsMemory(operation.Type)).Select(operation => operation is IConversionOperation ? null : VariableOf(operation)).OfType<ISymbol>();

    private static bool IsLocal(IOperation operation, ILocalSymbol local) => operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
