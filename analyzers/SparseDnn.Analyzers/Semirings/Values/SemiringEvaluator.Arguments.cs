using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <remarks>What is passed to methods, and what they may write to.</remarks>
internal sealed partial class SemiringEvaluator
{
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
}
