using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn;

namespace SparseDnn.Analyzers.Flow;

/// <summary>Follows values that <c>[Of&lt;…&gt;]</c> marks and reports what their semiring does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SemiringFlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(
            new[]
            {
                ProblemKinds.OrdinaryArithmetic,
                ProblemKinds.SumIsProduct,
                ProblemKinds.ComparedWithZero,
                ProblemKinds.MixedSemirings,
                ProblemKinds.ZeroFilled,
                ProblemKinds.NoInverse,
                ProblemKinds.SelectOnValues,
                ProblemKinds.ReorderedReduction,
                ProblemKinds.MarkDoesNotFit,
            }.Select(Descriptors.Of)
        );

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.OfAttribute) is not { } attribute)
                return;
            var marks = new SemiringMarks(start.Compilation, attribute);
            var (writers, places) = (new PlaceWriters(start.Compilation, marks), new ZeroFilledPlaces());
            start.RegisterOperationBlockAction(block => Follow(block, marks, writers, places));
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var diagnostic in places.Unfilled())
                    end.ReportDiagnostic(diagnostic);
            });
            start.RegisterSymbolAction(
                symbol => MarkFindings.Report(symbol, marks),
                SymbolKind.Field,
                SymbolKind.Property,
                SymbolKind.Method
            );
        });
    }

    private static void Follow(OperationBlockAnalysisContext context, SemiringMarks marks, PlaceWriters writers, ZeroFilledPlaces places)
    {
        var roots = new HashSet<IOperation>();
        var reporter = new FlowReporter(context.ReportDiagnostic);
        var zeroFilled = new List<ZeroFilledPlace>();
        foreach (var block in context.OperationBlocks)
        {
            if (!IsBody(block) || !roots.Add(Root(block)))
                continue;
            var facts = MethodFacts.Of(Root(block), context.OwningSymbol, marks, context.CancellationToken);
            foreach (var place in facts.WrittenPlaces)
                places.Write(place);
            // An initializer names its field only in the graph.
            if (
                facts.IsBroken
                || !(
                    facts.HasMarks
                    || (context.OwningSymbol.Kind is SymbolKind.Field or SymbolKind.Property && marks.Of(context.OwningSymbol) is not null)
                )
            )
                continue;
            FlowEvaluator.Run(
                new FlowScope(marks, facts, reporter, zeroFilled, context.CancellationToken),
                context.GetControlFlowGraph(block),
                context.OwningSymbol as IMethodSymbol
            );
        }

        var reported = new HashSet<Location>();
        foreach (var found in zeroFilled)
        {
            if (found.Place is IParameterSymbol parameter)
            {
                if (writers.NeverFills(parameter, context.CancellationToken) && reported.Add(found.Diagnostic.Location))
                    context.ReportDiagnostic(found.Diagnostic);
            }
            else if (found.Place.DeclaredAccessibility != Accessibility.Private)
                places.Add(found);
            else if (!writers.Write(found.Place, context.CancellationToken))
                context.ReportDiagnostic(found.Diagnostic);
        }
    }

    // Top-level statements are a body as a whole; of a primary constructor there is nothing but the call of another one.
    private static bool IsBody(IOperation block) =>
        block.Kind is OperationKind.Block or OperationKind.MethodBody or OperationKind.FieldInitializer or OperationKind.PropertyInitializer
        || Root(block).Kind == OperationKind.ConstructorBody;

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
