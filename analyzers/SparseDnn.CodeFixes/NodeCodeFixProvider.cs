using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>A fix of the innermost node of a kind that holds what a diagnostic marks.</summary>
/// <typeparam name="TNode">The kind of node.</typeparam>
public abstract class NodeCodeFixProvider<TNode> : EditingCodeFixProvider
    where TNode : SyntaxNode
{
    /// <param name="kinds">What it mends.</param>
    private protected NodeCodeFixProvider(params ProblemKind[] kinds)
        : base(kinds) { }

    private protected sealed override IEnumerable<SourceEdit> Edits(
        FixSource source,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    ) =>
        source.NodeAt(diagnostic)?.FirstAncestorOrSelf<TNode>() is { } node
            ? Edits(source, node, diagnostic.Properties, cancellationToken)
            : [];

    /// <summary>The edits that mend a node, the likeliest first.</summary>
    private protected abstract IEnumerable<SourceEdit> Edits(
        FixSource source,
        TNode node,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken
    );
}
