using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Problems;
using SparseDnn.Roslyn;

namespace SparseDnn.Analyzers.Use;

/// <summary>
/// Reports inputs that a narrower format than the network's rounds on their way, without that the text of the program shows it (SDNN2020).
/// </summary>
/// <remarks>A cast to the network's own format is no finding: that is where the value must go, and it is written out.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputRoundingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.Of(ProblemKinds.RoundedInput));

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
                block.RegisterOperationAction(
                    operation =>
                    {
                        if (NetworkCall.Read((IInvocationOperation)operation.Operation) is { } call)
                            calls.Add(call);
                    },
                    OperationKind.Invocation
                );
                block.RegisterOperationBlockEndAction(end =>
                {
                    if (!calls.IsEmpty)
                        Analyze(end, calls);
                });
            });
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, IEnumerable<NetworkCall> calls)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var call in calls)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var root = context.OperationBlocks.FirstOrDefault(block => block.Syntax.Span.Contains(call.Operation.Syntax.Span));
            if (root is null)
                continue;
            var name = call.Declared?.Name ?? UserText.Of(call.Operation.Instance!);
            foreach (var element in Elements(call, root))
                if (InputRounding.Of(element) is { } found && seen.Add(found.Place.Syntax))
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            Descriptors.Of(ProblemKinds.RoundedInput),
                            found.Place.Syntax.GetLocation(),
                            found.Properties,
                            UserText.Of(found.Place),
                            name,
                            found.Arrives,
                            found.Reason,
                            found.Remedy
                        )
                    );
        }
    }

    // What is written into the buffer where it is made, or into one of its elements.
    private static IEnumerable<IOperation> Elements(NetworkCall call, IOperation root)
    {
        var input = ItemSlice.Unconverted(call.Input);
        if (TrackedVariables.VariableOf(input) is not { } variable)
            return BufferElements.Of(input) ?? [];
        return root.DescendantsAndSelf()
            .SelectMany(operation =>
                operation switch
                {
                    IVariableDeclaratorOperation { Initializer.Value: var value } declarator
                        when SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable) => BufferElements.Of(
                        ItemSlice.Unconverted(value)
                    ) ?? [],
                    ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: var array } } assignment
                        when IsVariable(array, variable) => [assignment.Value],
                    ISimpleAssignmentOperation
                    {
                        Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span }
                    } assignment when IsVariable(span, variable) => [assignment.Value],
                    _ => (IEnumerable<IOperation>)[],
                }
            );
    }

    private static bool IsVariable(IOperation operation, ISymbol variable) =>
        SymbolEqualityComparer.Default.Equals(TrackedVariables.VariableOf(operation), variable);
}
