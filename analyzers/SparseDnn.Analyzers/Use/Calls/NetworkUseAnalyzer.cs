using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Names;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>An analyzer of methods that call networks.</summary>
public abstract class NetworkUseAnalyzer : SparseAnalyzer
{
    /// <param name="reporter">Which analyzer of the table it is.</param>
    private protected NetworkUseAnalyzer(Reporters reporter)
        : base(reporter, KnownNames.SparseNetworkAttribute) { }

    private protected sealed override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute) =>
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var calls in NetworkCalls.In(block.OperationBlocks))
            {
                block.CancellationToken.ThrowIfCancellationRequested();
                Analyze(block, calls);
            }
        });

    /// <summary>Looks at one body.</summary>
    /// <param name="context">The method, property or field.</param>
    /// <param name="calls">The calls in the body, at least one.</param>
    private protected abstract void Analyze(OperationBlockAnalysisContext context, NetworkCalls calls);
}
