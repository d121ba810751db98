using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;

namespace SparseDnn.Analyzers.Use.Loops;

/// <summary>What a loop does not change.</summary>
internal sealed class LoopInvariance
{
    private readonly HashSet<ISymbol> _changed = new(SymbolEqualityComparer.Default);

    /// <summary>Reads a loop.</summary>
    public LoopInvariance(ILoopOperation loop)
        : this(loop, loop.Locals) { }

    /// <summary>Reads a loop, or a call that runs a function again and again.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="own">Variables that belong to it.</param>
    public LoopInvariance(IOperation loop, IEnumerable<ISymbol> own)
    {
        foreach (var operation in loop.Descendants())
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    _changed.Add(declarator.Symbol);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                    _changed.Add(declared);
                    break;
                case IAssignmentOperation assignment:
                    Change(assignment.Target);
                    break;
                case IIncrementOrDecrementOperation increment:
                    Change(increment.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    Change(argument.Value);
                    break;
                case IAddressOfOperation address:
                    Change(address.Reference);
                    break;
            }

        foreach (var variable in own)
            _changed.Add(variable);
    }

    /// <summary>
    /// Whether an expression has one value through all turns: a constant, a variable that the loop leaves alone, a size of a network or
    /// buffer in one, sums and products of these.
    /// </summary>
    public bool IsInvariant(IOperation operation) =>
        operation switch
        {
            { ConstantValue.HasValue: true } => true,
            ILocalReferenceOperation or IParameterReferenceOperation => IsUnchanged(operation),
            IConversionOperation { OperatorMethod: null } conversion => IsInvariant(conversion.Operand),
            IBinaryOperation { OperatorMethod: null } binary => IsInvariant(binary.LeftOperand) && IsInvariant(binary.RightOperand),
            IPropertyReferenceOperation { Property.Name: "Inputs" or "Outputs", Instance: { } network } => NetworkCall.IsNetworkObject(
                network.Type
            ) && IsInvariant(network),
            IPropertyReferenceOperation { Property.Name: "Length", Instance: { } buffer } => MemoryTypes.IsMemory(buffer.Type)
                && IsInvariant(buffer),
            IPropertyReferenceOperation { Property.Name: "Span", Instance: { Type: { Name: "Memory" or "ReadOnlyMemory" } } memory } =>
                IsInvariant(memory),
            IPropertyReferenceOperation { Property.Name: "Network", Instance: null } network => NetworkShape.IsDeclared(
                network.Property.ContainingType
            ),
            IFieldReferenceOperation { Field.IsReadOnly: true, Instance: null or IInstanceReferenceOperation } => true,
            _ => false,
        };

    private bool IsUnchanged(IOperation operation) => Variables.Of(operation) is { } variable && !_changed.Contains(variable);

    private void Change(IOperation target)
    {
        foreach (var variable in target.DescendantsAndSelf().Select(Variables.Of).OfType<ISymbol>())
            _changed.Add(variable);
    }
}
