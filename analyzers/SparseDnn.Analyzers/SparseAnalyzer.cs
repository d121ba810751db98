using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;

namespace SparseDnn.Analyzers;

/// <summary>
/// An analyzer that claims the kinds which name it in the table, and starts only in compilations that know an attribute of ours.
/// </summary>
public abstract class SparseAnalyzer : DiagnosticAnalyzer
{
    private readonly string _attribute;
    private readonly GeneratedCodeAnalysisFlags _generated;

    /// <param name="reporter">Which analyzer of the table it is.</param>
    /// <param name="attribute">Metadata name of the attribute without which there is nothing to look at.</param>
    /// <param name="generated">What it does with code of generators.</param>
    private protected SparseAnalyzer(
        Reporters reporter,
        string attribute,
        GeneratedCodeAnalysisFlags generated = GeneratedCodeAnalysisFlags.None
    )
    {
        Reporter = reporter;
        _attribute = attribute;
        _generated = generated;
        SupportedDiagnostics = Descriptors.ClaimedBy(reporter);
    }

    /// <summary>Which analyzer of the table it is.</summary>
    internal Reporters Reporter { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(_generated);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(_attribute) is { } attribute)
                Start(start, attribute);
        });
    }

    /// <summary>Registers what is done in a compilation.</summary>
    /// <param name="context">The compilation.</param>
    /// <param name="attribute">The attribute.</param>
    private protected abstract void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute);
}
