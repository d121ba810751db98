using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <remarks>Loops on several threads, and sums whose order they decide.</remarks>
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
            ICompoundAssignmentOperation compound => CSharpOperators.Joining(compound.OperatorKind) is { } op
                && arithmetic[op] == OrdinaryMeaning.Add,
            _ => Joins(source!, arithmetic),
        };
        if (isAdd)
            Reordered(operation, semiring, arithmetic, element, "a parallel loop");
    }

    private static bool Joins(IOperation source, OrdinaryArithmetic arithmetic) =>
        Unconverted(source) switch
        {
            IBinaryOperation binary => CSharpOperators.Joining(binary.OperatorKind) is { } op && arithmetic[op] == OrdinaryMeaning.Add,
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
