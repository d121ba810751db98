using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Dataflow;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>
/// What one look over all operations of a method tells: whether there is anything to follow, and which variables cannot be followed.
/// </summary>
internal sealed class MethodFacts
{
    private readonly SemiringMarks _marks;
    private readonly HashSet<ISymbol> _filled = new(SymbolEqualityComparer.Default);

    private MethodFacts(SemiringMarks marks) => _marks = marks;

    /// <summary>Which variables cannot be followed, and which are seen from functions inside.</summary>
    public VariableFacts Variables { get; } = new();

    /// <summary>Whether a marked value or an operation of a semiring occurs.</summary>
    public bool HasMarks { get; private set; }

    /// <summary>Whether there is code that does not compile.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Number of places where elements are written, for buffers that are filled one element at a time.</summary>
    public int ElementWrites { get; private set; }

    /// <summary>Marked fields and properties whose elements may be written here.</summary>
    public HashSet<ISymbol> WrittenPlaces { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Marked parameters whose elements are read here.</summary>
    public HashSet<ISymbol> ReadParameters { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Marked parameters whose elements may be written here before they are read.</summary>
    public HashSet<ISymbol> FilledParameters { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Looks over a method.</summary>
    public static MethodFacts Of(IOperation root, ISymbol owner, SemiringMarks marks, CancellationToken cancellationToken)
    {
        var facts = new MethodFacts(marks);
        if (owner is IMethodSymbol method)
        {
            facts.HasMarks = marks.OfReturn(method) is not null;
            foreach (var parameter in method.Parameters)
                facts.HasMarks |= marks.Of(parameter) is not null;
        }

        var count = 0;
        foreach (var (operation, function) in FunctionOperations.In(root, owner))
        {
            if (count++ % 256 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            facts.Variables.Look(operation, function);
            facts.Look(operation);
        }

        return facts;
    }

    /// <summary>Whether a buffer may be written through a variable, other than single elements of it.</summary>
    public bool IsFilled(ILocalSymbol variable) => _filled.Contains(variable);

    private void Look(IOperation operation)
    {
        switch (operation)
        {
            case IInvalidOperation:
                IsBroken = true;
                break;
            case IAssignmentOperation assignment:
                Write(assignment.Target);
                break;
            case IIncrementOrDecrementOperation increment:
                Write(increment.Target);
                break;
            case IArgumentOperation { Parameter: { } parameter } argument:
                HasMarks |= _marks.Of(parameter) is not null;
                if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                    Write(argument.Value);
                break;
            case ILocalReferenceOperation { Local: var local }:
                if (
                    ElementTypes.IsCollection(local.Type)
                    && !BufferUse.OnlyReads(operation)
                    && !BufferUse.IsElementStore(operation)
                    && !BufferUse.IsHandedToPlace(operation)
                )
                    _filled.Add(local);
                break;
            case IParameterReferenceOperation { Parameter: var read }:
                Parameter(operation, read);
                break;
            case IFieldReferenceOperation field:
                Place(field, field.Field);
                break;
            case IPropertyReferenceOperation property:
                Place(property, property.Property);
                HasMarks |=
                    property.Property is { IsStatic: true, Name: "Zero" or "One" } identity
                    && _marks.Semiring(identity.ContainingType) is not null;
                break;
            case IInvocationOperation call:
                HasMarks |=
                    _marks.OfReturn(call.TargetMethod) is not null
                    || (
                        call.TargetMethod is { IsStatic: true, Name: "Add" or "Multiply", ContainingType: { } type }
                        && _marks.Semiring(type) is not null
                    );
                break;
        }
    }

    private void Place(IOperation operation, ISymbol symbol)
    {
        if (_marks.Of(symbol) is null)
            return;
        HasMarks = true;
        if (ElementTypes.IsCollection(operation.Type) && !BufferUse.OnlyReads(operation) && !BufferUse.IsGrowth(operation))
            WrittenPlaces.Add(symbol.OriginalDefinition);
    }

    private void Parameter(IOperation operation, IParameterSymbol parameter)
    {
        if (_marks.Of(parameter) is null)
            return;
        HasMarks = true;
        if (!ElementTypes.IsCollection(operation.Type))
            return;
        var accumulates = BufferUse.Accumulates(operation);
        if (accumulates || BufferUse.ReadsElement(operation))
            ReadParameters.Add(parameter);
        if (!accumulates && !BufferUse.OnlyReads(operation))
            FilledParameters.Add(parameter);
    }

    private void Write(IOperation target)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Write(element);
                break;
            case IArrayElementReferenceOperation or IPropertyReferenceOperation:
                ElementWrites++;
                break;
        }
    }
}
