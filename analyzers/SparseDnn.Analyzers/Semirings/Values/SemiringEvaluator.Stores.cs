using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

internal sealed partial class SemiringEvaluator
{
    private SemiringValue VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        var value = Visit(assignment.Value);
        if (assignment.IsRef)
        {
            _state.Write(Collection(assignment.Value));
            if (assignment.Target is ILocalReferenceOperation reference)
                Set(reference.Local, value.Plain);
            return value.Plain;
        }

        CheckParallel(assignment, assignment.Target, assignment.Value, value);
        Assign(assignment.Target, value, assignment.Value);
        return value;
    }

    private SemiringValue VisitDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        if (
            Tuple(deconstruction.Target) is { } targets
            && Tuple(deconstruction.Value) is { } values
            && targets.Elements.Length == values.Elements.Length
        )
        {
            // All values are computed before the first is assigned.
            var results = values.Elements.Select(Visit).ToArray();
            for (var i = 0; i < results.Length; i++)
                Assign(Declared(targets.Elements[i]), results[i], values.Elements[i]);
            return SemiringValue.Unknown;
        }

        Escape(Visit(deconstruction.Value));
        Forget(deconstruction.Target);
        return SemiringValue.Unknown;
    }

    private void Forget(IOperation target)
    {
        if (Tuple(target) is { } tuple)
            foreach (var element in tuple.Elements)
                Forget(element);
        else
            Assign(Declared(target), SemiringValue.Unknown, target);
    }

    private static ITupleOperation? Tuple(IOperation operation) =>
        operation switch
        {
            ITupleOperation tuple => tuple,
            IDeclarationExpressionOperation declaration => Tuple(declaration.Expression),
            IConversionOperation { OperatorMethod: null } conversion => Tuple(conversion.Operand),
            _ => null,
        };

    private static IOperation Declared(IOperation target) =>
        target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;

    /// <summary>Stores a value.</summary>
    /// <param name="target">Where.</param>
    /// <param name="value">What.</param>
    /// <param name="source">The operation that made it, for places in source.</param>
    private void Assign(IOperation target, SemiringValue value, IOperation source)
    {
        switch (target)
        {
            case IFlowCaptureReferenceOperation reference
                when _captured.TryGetValue(reference.Id, out var place) && place is not IFlowCaptureReferenceOperation:
                Assign(place, value, source);
                break;
            case ILocalReferenceOperation { Local: var local }:
                AssignVariable(local, local.RefKind, value);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                if (_scope.Marks.Of(parameter) is not { } mark)
                    AssignVariable(parameter, RefKind.None, value);
                else if (value.Role == ZeroRole.Buffer)
                    Escape(value); // it has a name, by which it may be filled
                else
                    Check(mark, ElementTypes.Of(parameter.Type), value, source, "is assigned to one of");
                break;
            case IFieldReferenceOperation field:
                Escape(Visit(field.Instance));
                AssignPlace(field.Field, field.Field.Type, value, source);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                Escape(Visit(property.Instance));
                AssignPlace(property.Property, property.Property.Type, value, source);
                break;
            case IPropertyReferenceOperation { Instance: { } instance } indexer:
                foreach (var argument in indexer.Arguments)
                    Escape(Visit(argument.Value));
                AssignElement(instance, indexer.Property.Type, value, source);
                break;
            case IArrayElementReferenceOperation element:
                foreach (var index in element.Indices)
                    Escape(Visit(index));
                AssignElement(element.ArrayReference, element.Type, value, source);
                break;
            case IImplicitIndexerReferenceOperation indexer:
                Escape(Visit(indexer.Argument));
                AssignElement(indexer.Instance, indexer.Type, value, source);
                break;
            default:
                Escape(Visit(target));
                Escape(value);
                break;
        }
    }

    private void AssignVariable(ISymbol variable, RefKind refKind, SemiringValue value)
    {
        var mayChangeUnseen = refKind != RefKind.None || _scope.Facts.Variables.MayChangeUnseen(variable);
        var isCaptured = _scope.Facts.Variables.IsCaptured(variable);
        if (mayChangeUnseen || isCaptured)
            Escape(value);
        if (!mayChangeUnseen)
            Set(variable, isCaptured ? value.Plain : value);
    }

    private void AssignPlace(ISymbol place, ITypeSymbol type, SemiringValue value, IOperation source)
    {
        if (_scope.Marks.Of(place) is { } mark)
        {
            var element = ElementTypes.Of(type);
            if (value.Role != ZeroRole.Buffer)
                Check(mark, element, value, source, "is assigned to one of");
            else if (
                _reports
                && IsKept(source, value)
                && Fills(mark, element, value)
                && ValueReporter.ZeroFilledDiagnostic(value.Zeros!, mark, element) is { } diagnostic
            )
                _scope.ZeroFilled.Add(new(place.OriginalDefinition, diagnostic));
        }

        Escape(value);
    }

    // Made for the place, or held by a variable that nothing is written through.
    private bool IsKept(IOperation source, SemiringValue value) =>
        Unconverted(source) switch
        {
            IArrayCreationOperation => true,
            ILocalReferenceOperation { Local: var local } => !_scope.Facts.IsFilled(local)
                && !_scope.Facts.Variables.IsCaptured(local)
                && !_scope.Facts.Variables.MayChangeUnseen(local)
                && !(Length(value.Zeros!) <= _scope.Facts.ElementWrites),
            _ => false,
        };

    private void AssignElement(IOperation collection, ITypeSymbol? type, SemiringValue value, IOperation source)
    {
        var buffer = Visit(collection);
        if (ElementTypes.IsCollection(type) && value.Role == ZeroRole.Buffer)
        {
            AssignRow(collection, value);
            return;
        }

        if (DeclaredMark(collection) is { } mark)
            Check(mark, ElementTypes.Of(type), value, source, "is stored among values of");
        else if (
            Origin(collection) is ILocalReferenceOperation { Local: var local }
            && _state.TryGet(local, out var known)
            && !_scope.Facts.Variables.MayChangeUnseen(local)
        )
            Set(local, known.Plain.Join(value.Plain) with { Zeros = known.Zeros, Role = known.Role });
        if (ElementTypes.IsCollection(type) || FillsBuffer(buffer, value))
            _state.Write(buffer);
        Escape(value);
    }

    // A row of zeros that an array of rows is given; elsewhere it has a name by which it may be filled.
    private void AssignRow(IOperation collection, SemiringValue row)
    {
        if (
            collection is not ILocalReferenceOperation { Local: var local }
            || _scope.Facts.Variables.MayChangeUnseen(local)
            || _scope.Facts.Variables.IsCaptured(local)
            || !_state.TryGet(local, out var known)
            || (known.Role != ZeroRole.Rows && !ReferenceEquals(known.Zeros, row.Zeros))
        )
        {
            Escape(Visit(collection));
            Escape(row);
            return;
        }

        Set(local, known.Plain.Join(row.Plain) with { Zeros = row.Zeros, Role = ZeroRole.Buffer });
    }

    // Sums that are gathered in a buffer of zeros do not replace them; nor do single elements, where there are more.
    private bool FillsBuffer(SemiringValue buffer, SemiringValue value)
    {
        if (buffer is not { Role: ZeroRole.Buffer, Zeros: { } zeros })
            return false;
        if (value.Role == ZeroRole.Element && ReferenceEquals(value.Zeros, zeros))
            return false;
        return KnownZeros(zeros) is null
            || _loops.Contains(_block!.Ordinal)
            || (Length(zeros) is { } length && length <= _scope.Facts.ElementWrites);
    }

    // Where an array grew, its old elements are not 0, and the new ones may be filled as they are needed.
    private static IOperation? KnownZeros(IOperation zeros) =>
        zeros is IInvocationOperation call && KnownCalls.IsResize(call.TargetMethod) ? null : zeros;

    // Null where it is not a constant, and then there may be few elements as well as many.
    private static long? Length(IOperation zeros)
    {
        if (zeros is not IArrayCreationOperation { DimensionSizes: var sizes })
            return zeros.ChildOperations.Count == 1 ? Constant(zeros.ChildOperations.First()) : null;
        long product = 1;
        foreach (var size in sizes)
        {
            if (Constant(size) is not { } length)
                return null;
            product *= System.Math.Min(length, int.MaxValue);
        }

        return product;
    }

    private static long? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: int value } ? value : null;

    private SemiringValue VisitArrayCreation(IArrayCreationOperation creation)
    {
        foreach (var size in creation.DimensionSizes)
            Escape(Visit(size));
        if (creation.Initializer is not { } initializer)
            return ElementTypes.IsJagged(creation.Type) ? new SemiringValue(null, false, null, ZeroRole.Rows) : Zeros(creation);
        return VisitInitializer(initializer);
    }

    private SemiringValue VisitInitializer(IArrayInitializerOperation initializer)
    {
        var value = SemiringValue.Constant;
        foreach (var element in initializer.ElementValues)
        {
            var one = element is IArrayInitializerOperation inner ? VisitInitializer(inner) : Visit(element);
            Escape(one);
            value = value.Join(one.Plain);
        }

        return value;
    }

    private SemiringValue Zeros(IOperation operation)
    {
        if (Length(operation) == 0)
            return SemiringValue.Constant;
        _state.Make(operation);
        return new SemiringValue(null, false, operation, ZeroRole.Buffer);
    }

    // Not an operation of its own in this version of the compiler's interface.
    private static bool IsStackAllocation(IOperation operation) => operation.Syntax is StackAllocArrayCreationExpressionSyntax;

    private static bool HasInitializer(IOperation operation) =>
        operation.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: not null };

    /// <summary>A buffer goes where it may be written.</summary>
    private void Escape(SemiringValue value) => _state.Write(value);

    /// <summary>A value reaches a marked place.</summary>
    private void Check(MarkedSemiring mark, ITypeSymbol? element, SemiringValue value, IOperation source, string verb)
    {
        if (!_reports)
            return;
        if (value.Semiring is { } other && !ReferenceEquals(other, mark))
            _scope.Reporter.Mixed(source, other, verb, mark);
        else if (value.Role is ZeroRole.Default or ZeroRole.Buffer && Fills(mark, element, value))
            _scope.Reporter.ZeroFilled(value.Zeros!, mark, element);
    }

    // Whether 0 is not Zero, and nothing was written over it yet.
    private bool Fills(MarkedSemiring mark, ITypeSymbol? element, SemiringValue value) =>
        mark.Arithmetic(element) is { ZeroIsNumberZero: false }
        && (value.Role == ZeroRole.Default ? SymbolEqualityComparer.Default.Equals(value.Zeros!.Type, element) : _state.IsFresh(value));

    /// <summary>The collection that an element belongs to.</summary>
    private SemiringValue Collection(IOperation reference) =>
        reference switch
        {
            IArrayElementReferenceOperation element => Visit(element.ArrayReference),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => Visit(instance),
            IImplicitIndexerReferenceOperation indexer => Visit(indexer.Instance),
            _ => Visit(reference),
        };

    /// <summary>
    /// The mark that a collection was declared with, seen through conversions, views and element accesses; null without one.
    /// </summary>
    private MarkedSemiring? DeclaredMark(IOperation collection) =>
        Origin(collection) switch
        {
            IParameterReferenceOperation parameter => _scope.Marks.Of(parameter.Parameter),
            IFieldReferenceOperation field => _scope.Marks.Of(field.Field),
            IPropertyReferenceOperation property => _scope.Marks.Of(property.Property),
            _ => null,
        };

    private IOperation Origin(IOperation operation)
    {
        for (var step = 0; step < MaxDepth; step++)
        {
            var inner = operation switch
            {
                IConversionOperation conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } property
                    when _scope.Marks.Of(property.Property) is null => instance,
                IFlowCaptureReferenceOperation reference when _captured.TryGetValue(reference.Id, out var captured) => captured,
                IInvocationOperation call
                    when KnownCalls.IsTransparent(call.TargetMethod) && call.TargetMethod.Name is "AsSpan" or "Slice" or "AsMemory" =>
                    call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
                _ => null,
            };
            if (inner is null)
                return operation;
            operation = inner;
        }

        return operation;
    }
}
