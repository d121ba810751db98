using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Exact;
using SparseDnn.Problems;
using SparseDnn.Roslyn;

namespace SparseDnn.Analyzers.Use;

/// <summary>Reports comparisons of outputs that demand what rounding may break, or let pass what it cannot explain.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComparisonAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(
            new[]
            {
                ProblemKinds.UnequalConstant,
                ProblemKinds.UncertainEquality,
                ProblemKinds.NarrowTolerance,
                ProblemKinds.WideTolerance,
            }.Select(Descriptors.Of)
        );

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.SparseNetworkAttribute) is null)
                return;
            start.RegisterOperationBlockStartAction(static block =>
            {
                var calls = new ConcurrentBag<NetworkCall>();
                var compared = new ConcurrentBag<ComparedOutput>();
                block.RegisterOperationAction(
                    operation =>
                    {
                        if (operation.Operation is IInvocationOperation invocation && NetworkCall.Read(invocation) is { } call)
                            calls.Add(call);
                        if (ComparedOutput.Read(operation.Operation) is { } comparison)
                            compared.Add(comparison);
                    },
                    ComparedOutput.Kinds
                );
                block.RegisterOperationBlockEndAction(end =>
                {
                    if (!calls.IsEmpty && !compared.IsEmpty)
                        Analyze(end, calls, compared);
                });
            });
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, IEnumerable<NetworkCall> calls, IEnumerable<ComparedOutput> compared)
    {
        foreach (var block in context.OperationBlocks)
        {
            var findings = new ComparisonFindings(
                TestFrameworks.IsTest(context.OwningSymbol),
                new OutputBuffers(block, calls.Where(call => block.Syntax.Span.Contains(call.Operation.Syntax.Span))),
                (shape, item) => Tolerance(context, shape, item),
                (kind, place, other, properties, arguments) =>
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            Descriptors.Of(kind),
                            place.Syntax.GetLocation(),
                            [other.Syntax.GetLocation()],
                            properties,
                            arguments
                        )
                    )
            );
            foreach (var comparison in compared)
                if (block.Syntax.Span.Contains(comparison.Whole.Syntax.Span))
                    findings.Report(comparison);
        }
    }

    private static OutputTolerance? Tolerance(OperationBlockAnalysisContext context, NetworkShape shape, IReadOnlyList<double>? item) =>
        DeclaredTolerances.Of(shape.Type, item, context.Compilation, context.Options.AdditionalFiles, context.CancellationToken);
}
