using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Compiler.Precision;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Declared;
using SparseDnn.Roslyn.Files;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Analyzers.Precision;

/// <summary>Reports what number formats do to declared networks: SDNN2001 to SDNN2011, except what concerns fixtures.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PrecisionAnalyzer() : SparseAnalyzer(Reporters.Precision, KnownNames.SparseNetworkAttribute)
{
    /// <summary>
    /// Key in .editorconfig; <c>true</c> reports rounded numbers (SDNN2001) of networks without a range of their inputs, too.
    /// </summary>
    public const string RoundedWithoutRange = "sparsednn.SDNN2001.without_range";

    private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        // What is wrong with type or declaration is reported elsewhere, and comes first.
        if (TargetReader.Read(type, context.CancellationToken) is not { Problems.Count: 0 } target)
            return;
        var files = context.Options.AdditionalFiles;
        if (DeclaredNetworks.Build(target, context.Compilation, files, context.CancellationToken).Network is not { } network)
            return;
        ProblemReports.Report(
            context,
            type,
            PrecisionStages.Problems(
                target.Declaration,
                network,
                new CompilerFiles(files, context.CancellationToken),
                Options(type, context.Options),
                context.CancellationToken
            )
        );
    }

    // Of the file in which [SparseNetwork] is written.
    private static PrecisionOptions Options(INamedTypeSymbol type, AnalyzerOptions options) =>
        TargetReader.Attributes(type)[0].ApplicationSyntaxReference is { } reference
        && options.AnalyzerConfigOptionsProvider.GetOptions(reference.SyntaxTree).TryGetValue(RoundedWithoutRange, out var text)
            ? new(string.Equals(text.Trim(), "true", System.StringComparison.OrdinalIgnoreCase))
            : PrecisionOptions.Default;
}
