using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Names;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>Follows values that <c>[Of&lt;…&gt;]</c> marks and reports what their semiring does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SemiringValueAnalyzer() : SparseAnalyzer(Reporters.SemiringValues, KnownNames.OfAttribute)
{
    private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute)
    {
        var marks = new SemiringMarks(context.Compilation, attribute);
        var (writers, places) = (new PlaceWriters(context.Compilation, marks), new ZeroFilledPlaces());
        context.RegisterOperationBlockAction(block => Follow(block, marks, writers, places));
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var diagnostic in places.Unfilled())
                end.ReportDiagnostic(diagnostic);
        });
        context.RegisterSymbolAction(
            symbol => MarkFindings.Report(symbol, marks),
            SymbolKind.Field,
            SymbolKind.Property,
            SymbolKind.Method
        );
    }

    private static void Follow(OperationBlockAnalysisContext context, SemiringMarks marks, PlaceWriters writers, ZeroFilledPlaces places)
    {
        var roots = new HashSet<IOperation>();
        var reporter = new ValueReporter(context.ReportDiagnostic);
        var zeroFilled = new List<ZeroFilledPlace>();
        foreach (var block in context.OperationBlocks)
        {
            if (!IsBody(block) || !roots.Add(OperationTree.Root(block)))
                continue;
            var facts = MethodFacts.Of(OperationTree.Root(block), context.OwningSymbol, marks, context.CancellationToken);
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
            SemiringEvaluator.Run(
                new ValueScope(marks, facts, reporter, zeroFilled, context.CancellationToken),
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
        || OperationTree.Root(block).Kind == OperationKind.ConstructorBody;
}
