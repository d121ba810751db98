using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>
/// A fix that edits nodes of one document; fix-all applies the edits of all its diagnostics together, nested ones included.
/// </summary>
public abstract class EditingCodeFixProvider : CodeFixProvider
{
    /// <param name="kinds">What it mends.</param>
    private protected EditingCodeFixProvider(params ProblemKind[] kinds) =>
        FixableDiagnosticIds = ImmutableArray.CreateRange(kinds.Select(kind => kind.Id));

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(
            async (context, document, diagnostics) =>
            {
                if (await SourceAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } source)
                    return document;
                var editor = new SyntaxEditor(source.Root, document.Project.Solution.Services);
                // dotnet format takes the key from any diagnostic of the same analyzers, and so has none where that one has no fix here:
                // then the likeliest edit is meant.
                // Two diagnostics of one place are mended by one edit.
                foreach (
                    var diagnostic in diagnostics
                        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                        .GroupBy(diagnostic => diagnostic.Location.SourceSpan)
                        .Select(same => same.First())
                )
                    Edits(source, diagnostic, context.CancellationToken)
                        .FirstOrDefault(edit => context.CodeActionEquivalenceKey is not { } key || edit.Key == key)
                        ?.Apply(editor);
                return document.WithSyntaxRoot(editor.GetChangedRoot());
            }
        );

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SourceAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } source)
            return;
        foreach (var diagnostic in context.Diagnostics)
        foreach (var edit in Edits(source, diagnostic, context.CancellationToken))
            context.RegisterCodeFix(
                CodeAction.Create(edit.Title, _ => Task.FromResult(Apply(context.Document, source.Root, edit)), edit.Key),
                diagnostic
            );
    }

    /// <summary>The edits that mend a diagnostic, the likeliest first; none where the source has changed since.</summary>
    private protected abstract IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken);

    private static Document Apply(Document document, SyntaxNode root, SourceEdit edit)
    {
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        edit.Apply(editor);
        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }

    private static async Task<FixSource?> SourceAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new FixSource(root, model)
            : null;
}

/// <summary>One way to mend a diagnostic.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Key">Edits of one key are applied together.</param>
/// <param name="Apply">Edits; given nodes of the original tree.</param>
internal sealed record SourceEdit(string Title, string Key, Action<SyntaxEditor> Apply);

/// <summary>The document that is mended.</summary>
/// <param name="Root">Its tree.</param>
/// <param name="Model">What its names mean.</param>
internal sealed record FixSource(SyntaxNode Root, SemanticModel Model)
{
    /// <summary>Whether a diagnostic is within the tree as it is now.</summary>
    public bool Holds(Diagnostic diagnostic) => diagnostic.Location.IsInSource && Root.FullSpan.Contains(diagnostic.Location.SourceSpan);

    /// <summary>What a diagnostic marks, the innermost node of its place; null where the tree does not reach so far.</summary>
    public SyntaxNode? NodeAt(Diagnostic diagnostic) =>
        Holds(diagnostic) ? Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) : null;

    /// <summary>The shortest name of a type at a place; null where there is no such type.</summary>
    public string? TypeName(string? metadataName, int position) =>
        metadataName is not null && Model.Compilation.GetTypeByMetadataName(metadataName) is { } type
            ? type.ToMinimalDisplayString(Model, position)
            : null;
}
