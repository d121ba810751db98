using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

internal sealed partial class SemiringEvaluator
{
    private static bool IsClear(IInvocationOperation call) =>
        (call.TargetMethod is { IsStatic: true, ContainingType.SpecialType: SpecialType.System_Array } && call.Arguments.Length >= 1)
        || (call.Instance is not null && KnownCalls.IsSpan(call.TargetMethod.ContainingType));

    private SemiringValue VisitClear(IInvocationOperation call)
    {
        var collection = call.Instance ?? call.Arguments[0].Value;
        var value = Visit(collection);
        foreach (var argument in call.Arguments.Skip(call.Instance is null ? 1 : 0))
            Escape(Visit(argument.Value));
        var element = ElementTypes.Of(Unconverted(collection).Type);
        if (value.Semiring is { } semiring)
        {
            if (semiring.Arithmetic(element) is { ZeroIsNumberZero: false } && _reports)
                _scope.Reporter.ZeroFilled(call, semiring, element);
        }
        else if (call.Arguments.Length == (call.Instance is null ? 1 : 0))
        {
            MakeZeros(collection, call, SemiringValue.Constant);
        }

        return SemiringValue.Unknown;
    }

    // A variable of the method holds zeros again, beside what is left in it.
    private void MakeZeros(IOperation collection, IOperation zeros, SemiringValue left)
    {
        if (Whole(collection) is not { } variable || ElementTypes.IsJagged(variable.Type))
            return;
        ISymbol? symbol = variable switch
        {
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } when _scope.Marks.Of(parameter) is null =>
                parameter,
            _ => null,
        };
        if (symbol is null || _scope.Facts.Variables.MayChangeUnseen(symbol) || _scope.Facts.Variables.IsCaptured(symbol))
            return;
        _state.Make(zeros);
        Set(symbol, left with { Zeros = zeros, Role = ZeroRole.Buffer });
    }

    // Not a part of it.
    private static IOperation? Whole(IOperation collection)
    {
        while (true)
        {
            switch (collection)
            {
                case IConversionOperation conversion:
                    collection = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments: { Length: 1 } arguments } call
                    when KnownCalls.IsTransparent(call.TargetMethod):
                    collection = arguments[0].Value;
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation:
                    return collection;
                default:
                    return null;
            }
        }
    }

    private SemiringValue VisitFill(IInvocationOperation call)
    {
        var collection = call.Instance ?? call.Arguments[0].Value;
        var filled = call.Arguments.FirstOrDefault(argument => argument.Value != collection)?.Value;
        var buffer = Visit(collection);
        foreach (var argument in call.Arguments)
        {
            if (argument.Value == collection)
                continue;
            var value = Visit(argument.Value);
            if (argument.Value != filled)
                continue;
            if (DeclaredMark(collection) is { } mark)
                Check(mark, ElementTypes.Of(collection.Type), value, argument.Value, "is stored among values of");
            else if (
                Origin(collection) is ILocalReferenceOperation { Local: var local }
                && !_scope.Facts.Variables.MayChangeUnseen(local)
                && _state.TryGet(local, out var known)
            )
                Set(local, known.Plain.Join(value.Plain) with { Zeros = known.Zeros, Role = known.Role });
        }

        Escape(buffer);
        return SemiringValue.Unknown;
    }

    // What is new behind the old elements is 0.
    private SemiringValue VisitResize(IInvocationOperation call)
    {
        var (array, size) = (call.Arguments[0].Value, call.Arguments[1].Value);
        var old = Visit(array);
        Escape(old);
        Escape(Visit(size));
        if (!Grows(array, size))
            Assign(array, SemiringValue.Unknown, array);
        else if (array is IFieldReferenceOperation or IPropertyReferenceOperation)
            AssignGrown(array, call);
        else
            MakeZeros(array, call, old.Plain);
        return SemiringValue.Unknown;
    }

    private void AssignGrown(IOperation array, IOperation call)
    {
        var place = (array as IFieldReferenceOperation)?.Field ?? (ISymbol)((IPropertyReferenceOperation)array).Property;
        var element = ElementTypes.Of(array.Type);
        if (
            _reports
            && _scope.Marks.Of(place) is { } mark
            && mark.Arithmetic(element) is { ZeroIsNumberZero: false }
            && ValueReporter.ZeroFilledDiagnostic(call, mark, element) is { } diagnostic
        )
            _scope.ZeroFilled.Add(new(place.OriginalDefinition, diagnostic));
    }

    // To its own length and something.
    private static bool Grows(IOperation array, IOperation size)
    {
        if (size is not IBinaryOperation { OperatorKind: var op, OperatorMethod: null } binary)
            return false;
        var (length, more) = IsLength(binary.LeftOperand, array)
            ? (binary.LeftOperand, binary.RightOperand)
            : (binary.RightOperand, binary.LeftOperand);
        return IsLength(length, array)
            && more.ConstantValue is { HasValue: true, Value: int count }
            && ((op == BinaryOperatorKind.Add && count > 0) || (op == BinaryOperatorKind.Multiply && count > 1));
    }

    private static bool IsLength(IOperation operation, IOperation array) =>
        operation is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } instance }
        && instance.Syntax.ToString() == array.Syntax.ToString();

    private SemiringValue VisitAllocation(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            Escape(Visit(argument.Value));
        return ElementTypes.IsCollection(ElementTypes.Of(call.Type)) || ElementTypes.IsJagged(call.Type)
            ? SemiringValue.Unknown
            : Zeros(call);
    }

    // Zeros are written into a marked place.
    private void CheckCopied(IInvocationOperation call, SemiringValue copied)
    {
        var target = call.Arguments.Select(argument => argument.Value).Skip(call.Instance is null ? 1 : 0).FirstOrDefault();
        if (target is not null && copied.Role == ZeroRole.Buffer && DeclaredMark(target) is { } mark)
            Check(mark, ElementTypes.Of(Unconverted(target).Type), copied, call, "is stored among values of");
    }
}
