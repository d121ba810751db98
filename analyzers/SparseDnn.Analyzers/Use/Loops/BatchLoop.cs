using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems.Findings;

namespace SparseDnn.Analyzers.Use.Loops;

/// <summary>A loop that computes the items of a batch one by one (SDNN3003).</summary>
/// <param name="IsContiguous">Whether inputs and outputs lie one behind the other, as InferBatch takes them.</param>
/// <param name="Finding">What a fix needs; null where the loop does something else too.</param>
internal sealed record BatchLoop(bool IsContiguous, ItemsOneByOne? Finding)
{
    /// <summary>Looks at a call.</summary>
    /// <param name="call">A call of Infer.</param>
    /// <returns>The loop; null where there is none of this kind.</returns>
    public static BatchLoop? Find(NetworkCall call)
    {
        if (call.Kind != NetworkCallKind.Infer || ItemLoop.Around(call.Operation) is not { } loop)
            return null;
        var input = new ItemSlice(loop, operation => IsSize(operation, call, "Inputs")).BufferOf(call.Input, out var areInputsContiguous);
        var output = new ItemSlice(loop, operation => IsSize(operation, call, "Outputs")).BufferOf(
            call.Output,
            out var areOutputsContiguous
        );
        if (
            input is null
            || output is null
            || VariableOf(input) is not { } from
            || VariableOf(output) is not { } to
            || SymbolEqualityComparer.Default.Equals(from, to)
        )
            return null;
        var invariance = new LoopInvariance(loop.Whole, loop.Own);
        if (!IsSteady(input, invariance) || !IsSteady(output, invariance) || !IsSteady(call.Receiver, invariance) || loop.MayEndEarly)
            return null;
        // An item may depend on earlier outputs through memory that both share, or where the loop writes inputs.
        var items = loop.Items.Where(item =>
            item.Collection.DescendantsAndSelf().Any(operation => SymbolEqualityComparer.Default.Equals(VariableOf(operation), from))
        );
        if (References(loop.Body, from) + items.Sum(item => References(loop.Body, item.Variable)) > 1 || ShareMemory(from, to, loop.Whole))
            return null;
        var isContiguous = areInputsContiguous && areOutputsContiguous;
        var finding =
            isContiguous && loop.IsAlone(call.Operation) && loop.Count is { } count && invariance.IsInvariant(count)
                ? new ItemsOneByOne(input.Syntax.ToString(), output.Syntax.ToString(), count.Syntax.ToString())
                : null;
        return new(isContiguous, finding);
    }

    private static bool IsSize(IOperation operation, NetworkCall call, string property)
    {
        if (call.Declared is { } shape)
            return operation.ConstantValue is { HasValue: true, Value: int size }
                && size == (property == "Inputs" ? shape.Inputs : shape.Outputs);
        return operation is IPropertyReferenceOperation { Instance: { } network } reference
            && reference.Property.Name == property
            && VariableOf(network) is { } variable
            && SymbolEqualityComparer.Default.Equals(variable, VariableOf(call.Receiver));
    }

    // The variable or field that holds a buffer or a network; for the object of a declared type its property.
    private static ISymbol? VariableOf(IOperation? operation) =>
        operation is null
            ? null
            : OperationTree.Unconverted(operation) switch
            {
                IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
                IPropertyReferenceOperation { Instance: null, Property: { Name: "Network" } property } => property,
                IPropertyReferenceOperation { Property.Name: "Span", Instance: { } memory } => VariableOf(memory),
                var other => Variables.Of(other),
            };

    private static bool IsSteady(IOperation? operation, LoopInvariance invariance) =>
        operation is null || invariance.IsInvariant(OperationTree.Unconverted(operation));

    private static int References(IOperation body, ISymbol variable) =>
        body.Descendants()
            .Count(operation =>
                operation is not (IConversionOperation or IPropertyReferenceOperation { Property.Name: "Span" })
                && SymbolEqualityComparer.Default.Equals(VariableOf(operation), variable)
            );

    // Spans that were cut from one buffer may lie so that their items do not overlap while they themselves do.
    private static bool ShareMemory(ISymbol a, ISymbol b, IOperation loop)
    {
        var root = OperationTree.Root(loop);
        return Sources(a, root).Intersect(Sources(b, root), SymbolEqualityComparer.Default).Any();
    }

    private static IEnumerable<ISymbol> Sources(ISymbol variable, IOperation root) =>
        root.DescendantsAndSelf()
            .SelectMany(operation =>
                operation switch
                {
                    IVariableDeclaratorOperation { Initializer.Value: var value } declarator
                        when SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable) => Memory(value),
                    ISimpleAssignmentOperation assignment
                        when SymbolEqualityComparer.Default.Equals(VariableOf(assignment.Target), variable) => Memory(assignment.Value),
                    _ => [],
                }
            )
            .Append(variable);

    private static IEnumerable<ISymbol> Memory(IOperation value) =>
        value
            .DescendantsAndSelf()
            .Where(operation => MemoryTypes.IsMemory(operation.Type) || operation.Type is INamedTypeSymbol { TypeArguments.Length: 1 })
            .Select(operation => operation is IConversionOperation ? null : VariableOf(operation))
            .OfType<ISymbol>();
}
