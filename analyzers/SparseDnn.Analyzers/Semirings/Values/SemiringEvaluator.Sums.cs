using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <remarks>Sums of all elements: those of vectors, of LINQ, and folds by functions.</remarks>
internal sealed partial class SemiringEvaluator
{
    private SemiringValue VisitReorderedSum(IInvocationOperation call)
    {
        var values = call.Arguments.Select(argument => Visit(argument.Value)).ToArray();
        foreach (var value in values)
            Escape(value);
        if (values.FirstOrDefault(value => value.Semiring is not null).Semiring is not { } semiring)
            return SemiringValue.Unknown;
        return Sum(
            call,
            semiring,
            ElementTypes.Of(call.Type),
            $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
            "depends on the width of the machine's vectors"
        );
    }

    // A sum of all elements, in the order written where no other is named.
    private SemiringValue Sum(IOperation call, MarkedSemiring semiring, ITypeSymbol? element, string what, string? order)
    {
        if (semiring.Arithmetic(element) is not { } arithmetic)
            return SemiringValue.Unknown;
        switch (arithmetic[ExpressionOperator.Add])
        {
            case OrdinaryMeaning.Add:
                if (order is not null && !arithmetic.IsAssociativeAsRounded && _reports)
                    _scope.Reporter.Reordered(call, what, semiring, order, element);
                return SemiringValue.Of(semiring);
            case OrdinaryMeaning.Multiply:
                if (_reports)
                    _scope.Reporter.SumIsProduct(call, semiring, element);
                return SemiringValue.Of(semiring);
            default:
                if (_reports)
                    _scope.Reporter.Foreign(call, ExpressionOperator.Add, semiring, element, isEpilogue: false, foldsAll: true);
                return SemiringValue.Unknown;
        }
    }

    private SemiringValue VisitLinq(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Length == 0)
            return VisitOther(call);
        var source = Visit(call.Arguments[0].Value);
        var element = ElementTypes.Of(Unconverted(call.Arguments[0].Value).Type);
        var isParallel = KnownCalls.IsLinq(method, "ParallelEnumerable");
        var result = SemiringValue.Unknown;
        foreach (var argument in call.Arguments.Skip(1))
            result = VisitFunctionArgument(
                argument,
                Use(call, argument, source, result, isParallel),
                source,
                element,
                KnownCalls.IsParallelLoop(method)
            );
        if (Summed(call, source, result, element, isParallel) is var (semiring, summed))
            return Sum(
                call,
                semiring,
                summed,
                SourceName(call) + "()",
                isParallel ? "depends on how the threads share the elements" : null
            );
        if (method.Name == "Select" && call.Arguments.Length == 2)
            return result.Plain;
        if (!KnownCalls.IsTransparent(method))
        {
            // What is read only stays what it is; nothing else is known of it.
            return SemiringValue.Unknown;
        }

        return ElementTypes.IsCollection(call.Type) ? source.Plain : source.Element.Plain;
    }

    // What is added up: the elements, or what a function makes of them. Means, and sums of what a function makes, matter where the order
    // does.
    private static (MarkedSemiring Semiring, ITypeSymbol? Element)? Summed(
        IInvocationOperation call,
        SemiringValue source,
        SemiringValue selected,
        ITypeSymbol? element,
        bool isParallel
    )
    {
        var summed = (call.TargetMethod.Name, call.Arguments.Length) switch
        {
            ("Sum", 1) => (source.Semiring, Element: element),
            ("Average", 1) when isParallel => (source.Semiring, Element: element),
            ("Sum", 2) when isParallel => (selected.Semiring, Element: ElementTypes.Of(call.Type)),
            _ => default,
        };
        if (summed.Semiring is not { } semiring)
            return null;
        return
            call is { TargetMethod.Name: "Sum", Arguments.Length: 1 }
            || semiring.Arithmetic(summed.Element)?[ExpressionOperator.Add] == OrdinaryMeaning.Add
            ? (semiring, summed.Element)
            : null;
    }

    // Functions take an element and perhaps its index; those that fold take the result so far, which is an element where there is no seed.
    private FunctionUse Use(
        IInvocationOperation call,
        IArgumentOperation argument,
        SemiringValue source,
        SemiringValue before,
        bool isParallel
    )
    {
        var elements = source.Semiring is null ? SemiringValue.Unknown : source.Plain;
        if (call.TargetMethod.Name != "Aggregate")
            return new FunctionUse(elements, 0, 0, _use.Runs, false);
        var hasSeed = call.Arguments.Length > 2;
        return argument.Parameter?.Name switch
        {
            // The parts are added up each in its order, and then with each other.
            "combineAccumulatorsFunc" => new FunctionUse(before, 0, 1, _use.Runs, isParallel),
            "resultSelector" => new FunctionUse(before, 0, 0, _use.Runs, false),
            "updateAccumulatorFunc" => new FunctionUse(elements, 1, 1, _use.Runs, false),
            // One thread adds up with a seed, in the order in which others hand over.
            _ => new FunctionUse(
                elements,
                hasSeed ? 1 : 0,
                1,
                _use.Runs,
                isParallel && (!hasSeed || KnownCalls.IsReordered(call.Arguments[0].Value))
            ),
        };
    }

    private SemiringValue VisitFunctionArgument(
        IArgumentOperation argument,
        FunctionUse use,
        SemiringValue source,
        ITypeSymbol? element,
        bool isParallelLoop
    )
    {
        switch (argument.Value)
        {
            case IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda }:
                return RunInside(lambda, isParallelLoop ? use with { Runs = lambda.Symbol } : use);
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference } when source.Semiring is { } semiring:
                VisitFold(reference, use, source, semiring, element);
                return SemiringValue.Unknown;
            default:
                Escape(Visit(argument.Value));
                return SemiringValue.Unknown;
        }
    }

    // A method that joins two elements, given by name.
    private void VisitFold(
        IMethodReferenceOperation reference,
        FunctionUse use,
        SemiringValue source,
        MarkedSemiring semiring,
        ITypeSymbol? element
    )
    {
        if (!_reports || semiring.Arithmetic(element) is not { } arithmetic)
            return;
        if (KnownCalls.Pair(reference.Method) is { } op)
        {
            if (arithmetic[op] == OrdinaryMeaning.Foreign && !arithmetic.IsPlain)
                _scope.Reporter.Foreign(reference, op, semiring, element, isEpilogue: false);
            return;
        }

        if (
            reference.Method is not { IsStatic: true, Name: "Add" or "Multiply" }
            || _scope.Marks.Semiring(reference.Method.ContainingType) is not { } own
        )
            return;
        if (!ReferenceEquals(own, semiring))
            _scope.Reporter.Mixed(reference, own, "joins values of", semiring);
        else if (use.IsReorderedFold && reference.Method.Name == "Add")
            _scope.Reporter.Reordered(reference, "Aggregate", semiring, "depends on how the threads share the elements", element);
    }
}
