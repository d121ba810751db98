using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SparseDnn.Testing;

/// <summary>Hands a fix-all what our analyzers find in the document or project that it asks about.</summary>
/// <param name="ids">The ids that are to be fixed.</param>
public sealed class FixAllDiagnostics(ImmutableArray<string> ids) : FixAllContext.DiagnosticProvider
{
    /// <inheritdoc/>
    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        (await FixSolution.DiagnosticsAsync(project, cancellationToken)).Where(diagnostic => ids.Contains(diagnostic.Id));

    /// <inheritdoc/>
    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        var all = await GetAllDiagnosticsAsync(document.Project, cancellationToken);
        var tree = await document.GetSyntaxTreeAsync(cancellationToken);
        return all.Where(diagnostic => diagnostic.Location.SourceTree == tree);
    }

    /// <inheritdoc/>
    public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        (await GetAllDiagnosticsAsync(project, cancellationToken)).Where(diagnostic => !diagnostic.Location.IsInSource);
}
