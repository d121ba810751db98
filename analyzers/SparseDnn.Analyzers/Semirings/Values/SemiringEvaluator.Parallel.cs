using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Semirings.Values;

internal sealed partial class SemiringEvaluator
{
    // Parallel.For and ForEach: items come from a marked collection, and what each thread has added up is handed to the last function.
    private SemiringValue VisitParallel(IInvocationOperation call)
    {
        var (items, partial) = (SemiringValue.Unknown, SemiringValue.Unknown);
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is not IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda })
            {
                var value = Visit(argument.Value);
                if (argument.Parameter is { Ordinal: 0 } && call.TargetMethod.Name == "ForEach")
                    items = value.Plain;
                Escape(value);
                continue;
            }

            var isLast = argument.Parameter?.Name == "localFinally";
            var given = isLast ? partial : items;
            var result = RunInside(
                lambda,
                given.Semiring is null
                    ? FunctionUse.Ordinary with
                    {
                        Runs = lambda.Symbol,
                    }
                    : new FunctionUse(given, 0, 0, lambda.Symbol, false)
            );
            if (result.Semiring is not null)
                partial = result.Plain;
        }

        return SemiringValue.Unknown;
    }
}
