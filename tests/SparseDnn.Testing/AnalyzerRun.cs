using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Analyzers;

namespace SparseDnn.Testing;

/// <summary>Runs our analyzers as a compiler does: after the generator, with its files in the compilation.</summary>
public static class AnalyzerRun
{
    /// <summary>The diagnostics of all our analyzers, AD0001 included where one threw.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Passed to the analyzers.</param>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(TestProject project, CancellationToken cancellationToken = default) =>
        DiagnosticsAsync(GeneratorRun.Start(project, cancellationToken).Output, project.Weights, cancellationToken);

    /// <summary>The diagnostics for a compilation that holds the generated files already.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the analyzers.</param>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken = default
    ) => DiagnosticsAsync(compilation, new AnalyzerOptions(files), cancellationToken);

    /// <summary>The diagnostics for a compilation that holds the generated files already.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="options">Additional files and .editorconfig.</param>
    /// <param name="cancellationToken">Passed to the analyzers.</param>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        Compilation compilation,
        AnalyzerOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var run = compilation.WithAnalyzers(Analyzers(), options);
        return await run.GetAnalyzerDiagnosticsAsync(cancellationToken);
    }

    /// <summary>The diagnostics of one file, as an editor asks for them with every keystroke: nothing else is looked at.</summary>
    /// <param name="compilation">The compilation with the generated files.</param>
    /// <param name="tree">The file.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="analyzers">The analyzers, which an editor keeps from one keystroke to the next; default for new ones.</param>
    /// <param name="cancellationToken">Passed to the analyzers.</param>
    public static async Task<ImmutableArray<Diagnostic>> DocumentAsync(
        Compilation compilation,
        SyntaxTree tree,
        ImmutableArray<AdditionalText> files,
        ImmutableArray<DiagnosticAnalyzer> analyzers = default,
        CancellationToken cancellationToken = default
    )
    {
        var run = compilation.WithAnalyzers(analyzers.IsDefault ? Analyzers() : analyzers, new AnalyzerOptions(files));
        return await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellationToken);
    }

    /// <summary>All our analyzers, new ones with every call.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
        [
            .. typeof(SparseAnalyzer)
                .Assembly.GetTypes()
                .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
                .Select(type => (DiagnosticAnalyzer)System.Activator.CreateInstance(type)!),
        ];
}
