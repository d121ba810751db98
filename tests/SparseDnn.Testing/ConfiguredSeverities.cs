using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Testing;

/// <summary>Severities as configuration files at the root of a project state them, read by the compiler's own reader.</summary>
public sealed class ConfiguredSeverities : SyntaxTreeOptionsProvider
{
    private readonly AnalyzerConfigSet _files;

    private ConfiguredSeverities(string text, string path) =>
        _files = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, path)));

    /// <summary>An .editorconfig with a section for C# files.</summary>
    /// <param name="lines">Lines of the section.</param>
    public static ConfiguredSeverities EditorConfig(string lines) => new($"root = true\n[*.cs]\n{lines}\n", "/.editorconfig");

    /// <summary>A .globalconfig, which holds for other files than C# too.</summary>
    /// <param name="lines">Its lines.</param>
    public static ConfiguredSeverities GlobalConfig(string lines) => new($"is_global = true\n{lines}\n", "/.globalconfig");

    /// <inheritdoc/>
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    /// <inheritdoc/>
    public override bool TryGetDiagnosticValue(
        SyntaxTree tree,
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity
    ) => _files.GetOptionsForSourcePath("/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    /// <inheritdoc/>
    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity
    ) => _files.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}
