using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <remarks>What calls give, by what is called.</remarks>
internal sealed partial class SemiringEvaluator
{
    private SemiringValue VisitCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (
            method is { IsStatic: true, Name: "Add" or "Multiply", Parameters.Length: 2 }
            && call.Arguments.Length == 2
            && _scope.Marks.Semiring(method.ContainingType) is { } own
        )
            return VisitOwnOperation(call, own);
        if (KnownCalls.Pair(method) is { } op && call.Arguments.Length == 2)
            return Apply(
                call,
                op,
                Visit(call.Arguments[0].Value),
                Visit(call.Arguments[1].Value),
                (call.Arguments[0].Value, call.Arguments[1].Value)
            );
        if (KnownCalls.IsMath(method.ContainingType) && method.Name is "Clamp" or "FusedMultiplyAdd" && call.Arguments.Length == 3)
            return VisitTriple(call);
        if (method.Name is "Clear" && IsClear(call))
            return VisitClear(call);
        if (KnownCalls.IsResize(method))
            return VisitResize(call);
        if (KnownCalls.IsZeroedAllocation(method))
            return VisitAllocation(call);
        if (KnownCalls.IsParallelLoop(method) && method.Name is "For" or "ForEach")
            return VisitParallel(call);
        if (KnownCalls.IsReorderedSum(method))
            return VisitReorderedSum(call);
        if (method.Name == "Fill" && call.Arguments.Length >= 1 && KnownCalls.IsFramework(method.ContainingType))
            return VisitFill(call);
        return KnownCalls.IsLinq(method, "Enumerable") || KnownCalls.IsLinq(method, "ParallelEnumerable")
            ? VisitLinq(call)
            : VisitOther(call);
    }

    // The operations of a semiring by name: calling one on the values of another is a crossing that is written out, between plus-times and
    // any other.
    private SemiringValue VisitOwnOperation(IInvocationOperation call, MarkedSemiring own)
    {
        var (left, right) = (Visit(call.Arguments[0].Value), Visit(call.Arguments[1].Value));
        var element = call.Type;
        var arithmetic = own.Arithmetic(element);
        foreach (var (argument, value) in new[] { (call.Arguments[0], left), (call.Arguments[1], right) })
        {
            Escape(value);
            if (!_reports || value.Semiring is not { } other || ReferenceEquals(other, own))
                continue;
            if (arithmetic is { IsPlain: true } || other.Arithmetic(element) is { IsPlain: true })
                continue;
            _scope.Reporter.Mixed(argument.Value, other, $"is an operand of {call.TargetMethod.Name} of", own);
        }

        if (call.TargetMethod.Name == "Add")
        {
            CheckGathered(own, element, left, right);
            if (_use.IsReorderedFold && arithmetic is not null)
                Reordered(call, own, arithmetic, element);
        }

        return call.TargetMethod.Name == "Add" ? Gathered(SemiringValue.Of(own), left, right) : SemiringValue.Of(own);
    }

    private SemiringValue VisitTriple(IInvocationOperation call)
    {
        var values = call.Arguments.Select(argument => Visit(argument.Value)).ToArray();
        if (values.FirstOrDefault(value => value.Semiring is not null).Semiring is not { } semiring)
            return SemiringValue.Unknown;
        if (semiring.Arithmetic(call.Type) is not { } arithmetic)
            return SemiringValue.Unknown;
        if (arithmetic.IsPlain)
            return SemiringValue.Of(semiring);
        var isClamp = call.TargetMethod.Name == "Clamp";
        var isOwn = isClamp
            ? arithmetic.IsReLU
                || (
                    arithmetic[ExpressionOperator.Min] != OrdinaryMeaning.Foreign
                    && arithmetic[ExpressionOperator.Max] != OrdinaryMeaning.Foreign
                )
            : arithmetic[ExpressionOperator.Add] != OrdinaryMeaning.Foreign
                && arithmetic[ExpressionOperator.Multiply] != OrdinaryMeaning.Foreign;
        if (!isOwn && _reports)
            _scope.Reporter.Foreign(call, isClamp ? ExpressionOperator.Min : ExpressionOperator.Multiply, semiring, call.Type, isClamp);
        return SemiringValue.Of(semiring);
    }

    private SemiringValue VisitObjectCreation(IObjectCreationOperation creation)
    {
        var values = Arguments(creation.Arguments, isParallelLoop: false);
        if (creation.Initializer is { } initializer)
            Escape(Visit(initializer));
        return KnownCalls.IsFramework(creation.Type) && ElementTypes.IsCollection(creation.Type)
            ? HandedOn(creation.Arguments, values, creation.Type)
            : SemiringValue.Unknown;
    }

    private SemiringValue VisitOther(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var instance = Visit(call.Instance);
        var values = Arguments(call.Arguments, KnownCalls.IsParallelLoop(method));
        if (_scope.Marks.OfReturn(method) is { } mark)
        {
            Escape(instance);
            return SemiringValue.Of(mark);
        }

        if (!KnownCalls.IsTransparent(method))
        {
            if (method.Name != "CopyTo")
                Escape(instance);
            else
                CheckCopied(call, call.Instance is null && values.Length > 0 ? values[0] : instance);
            return SemiringValue.Unknown;
        }

        // Rows can be filled one after another.
        if (call.Instance is not null && ElementTypes.IsJagged(Unconverted(call.Instance).Type))
            Escape(instance);
        if (call.Instance is not null)
            return method.Name == "GetValueOrDefault" || !ElementTypes.IsCollection(call.Type) ? instance.Element : instance;
        var isView = method.Name is "AsSpan" or "AsMemory" or "Slice" && values.Length > 0;
        return isView ? values[0] : HandedOn(call.Arguments, values, call.Type);
    }

    private static SemiringValue HandedOn(IEnumerable<IArgumentOperation> arguments, SemiringValue[] values, ITypeSymbol? type)
    {
        var element = ElementTypes.Of(type);
        SemiringValue? result = null;
        foreach (var (argument, value) in arguments.Zip(values, (argument, value) => (argument, value)))
            if (SymbolEqualityComparer.Default.Equals(ElementTypes.Of(Unconverted(argument.Value).Type), element))
                result = result is { } known ? known.Join(value.Plain) : value.Plain;
        return result ?? SemiringValue.Unknown;
    }
}
