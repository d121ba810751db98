using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

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

    // Values by the order of the arguments; what is passed to marked parameters is checked.
    private SemiringValue[] Arguments(IReadOnlyList<IArgumentOperation> arguments, bool isParallelLoop)
    {
        var values = new SemiringValue[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (argument, parameter) = (arguments[i], arguments[i].Parameter);
            if (argument.Value is IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda })
            {
                RunInside(lambda, FunctionUse.Ordinary with { Runs = isParallelLoop ? lambda.Symbol : _use.Runs });
                values[i] = SemiringValue.Unknown;
                continue;
            }

            var isOut = parameter is { RefKind: RefKind.Out };
            values[i] = isOut ? SemiringValue.Unknown : Visit(argument.Value);
            var mark = parameter is null ? null : _scope.Marks.Of(parameter);
            if (mark is not null && !isOut)
                CheckArgument(mark, parameter!, argument.Value, values[i]);
            if (parameter is { RefKind: RefKind.Ref or RefKind.Out })
                Returned(argument.Value, SemiringValue.Of(mark) is { Semiring: not null } marked ? marked : SemiringValue.Unknown);
            if (!IsView(argument) || mark is not null || ElementTypes.IsJagged(argument.Value.Type))
                Escape(values[i]);
        }

        return values;
    }

    private void CheckArgument(MarkedSemiring mark, IParameterSymbol parameter, IOperation argument, SemiringValue value)
    {
        var element = ElementTypes.Of(parameter.Type);
        if (IsInput(parameter, argument, value))
            Check(mark, element, value, argument, "is passed as one of");
        // Whether the callee fills it is known once its body was seen.
        else if (
            _reports
            && parameter.ContainingSymbol is IMethodSymbol { IsVirtual: false, IsAbstract: false, IsOverride: false }
            && Fills(mark, element, value)
            && ValueReporter.ZeroFilledDiagnostic(value.Zeros!, mark, element) is { } diagnostic
        )
            _scope.ZeroFilled.Add(new(parameter.OriginalDefinition, diagnostic));
    }

    // A buffer with a name may be there to be written; one that only the callee sees is read, unless it is given back.
    private static bool IsInput(IParameterSymbol parameter, IOperation argument, SemiringValue value) =>
        value.Role != ZeroRole.Buffer
        || ElementTypes.IsReadOnly(parameter.Type)
        || (
            Unconverted(argument) is IArrayCreationOperation
            && parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method
            && !ElementTypes.IsCollection(method.ReturnType)
        );

    private static bool IsView(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: var method } call
        && KnownCalls.IsFramework(method.ContainingType)
        && (
            method.Name is "AsSpan" or "AsMemory" or "Slice"
            || (method.Name == "CopyTo" && call.Instance is null && argument.Parameter is { Ordinal: 0 })
        );

    private void Returned(IOperation argument, SemiringValue value)
    {
        if (argument is IArrayElementReferenceOperation or IPropertyReferenceOperation)
            _state.Write(Collection(argument));
        Assign(Declared(argument), value, argument);
    }

    // A variable of the threads together takes up values in the order in which they come.
    private void CheckParallel(IOperation operation, IOperation target, IOperation? source, SemiringValue value)
    {
        if (!_reports || _use.Runs is not { } runs || value.Semiring is not { } semiring || !IsOutside(target, runs))
            return;
        if (source is not null && !ReadsTarget(source, target))
            return;
        var element = ElementTypes.Of(target.Type);
        if (semiring.Arithmetic(element) is not { } arithmetic)
            return;
        var isAdd = operation switch
        {
            ICompoundAssignmentOperation compound => Binary.TryGetValue(compound.OperatorKind, out var op)
                && arithmetic[op] == OrdinaryMeaning.Add,
            _ => Joins(source!, arithmetic),
        };
        if (isAdd)
            Reordered(operation, semiring, arithmetic, element, "a parallel loop");
    }

    private static bool Joins(IOperation source, OrdinaryArithmetic arithmetic) =>
        Unconverted(source) switch
        {
            IBinaryOperation binary => Binary.TryGetValue(binary.OperatorKind, out var op) && arithmetic[op] == OrdinaryMeaning.Add,
            IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Add" } } => true,
            _ => false,
        };

    private static bool ReadsTarget(IOperation source, IOperation target) =>
        Inside(source)
            .Any(operation =>
                (operation, target) switch
                {
                    (ILocalReferenceOperation read, ILocalReferenceOperation written) => SymbolEqualityComparer.Default.Equals(
                        read.Local,
                        written.Local
                    ),
                    (IFieldReferenceOperation read, IFieldReferenceOperation written) => SymbolEqualityComparer.Default.Equals(
                        read.Field,
                        written.Field
                    ),
                    (IPropertyReferenceOperation read, IPropertyReferenceOperation written) => SymbolEqualityComparer.Default.Equals(
                        read.Property,
                        written.Property
                    ),
                    (IParameterReferenceOperation read, IParameterReferenceOperation written) => SymbolEqualityComparer.Default.Equals(
                        read.Parameter,
                        written.Parameter
                    ),
                    _ => false,
                }
            );

    private static bool IsOutside(IOperation target, IMethodSymbol runs) =>
        target switch
        {
            ILocalReferenceOperation { Local: var local } => !IsInside(local, runs),
            IParameterReferenceOperation { Parameter: var parameter } => !IsInside(parameter, runs),
            IFieldReferenceOperation field => field.Instance is null or IInstanceReferenceOperation,
            IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Instance is null or IInstanceReferenceOperation,
            _ => false,
        };

    private static bool IsInside(ISymbol variable, IMethodSymbol function)
    {
        for (var around = variable.ContainingSymbol; around is not null; around = around.ContainingSymbol)
            if (SymbolEqualityComparer.Default.Equals(around, function))
                return true;
        return false;
    }

    private void Reordered(
        IOperation operation,
        MarkedSemiring semiring,
        OrdinaryArithmetic arithmetic,
        ITypeSymbol? element,
        string what = "Aggregate"
    )
    {
        if (_reports && !arithmetic.IsAssociativeAsRounded)
            _scope.Reporter.Reordered(operation, what, semiring, "depends on how the threads share the work", element);
    }
}
