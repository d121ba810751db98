using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Where bodies are read from; notes every file that is looked at.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="files">The files whose text was looked at.</param>
/// <param name="cancellationToken">Stops the reading.</param>
internal sealed class BodySource(Compilation compilation, ISet<SyntaxTree> files, CancellationToken cancellationToken)
{
    /// <summary>Stops the reading.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The declaration of a symbol; null where it has none in this compilation.</summary>
    /// <remarks>A project reference in an editor has trees, but they belong to another compilation.</remarks>
    public SyntaxNode? Find(ISymbol symbol) =>
        symbol
            .DeclaringSyntaxReferences.Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
            .Select(reference => Noted(reference.GetSyntax(cancellationToken)))
            .FirstOrDefault();

    /// <summary>The first declaration of a symbol that has one.</summary>
    public SyntaxNode Declaration(ISymbol symbol) => Noted(symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken));

    /// <summary>What a declaration does; null where that is nothing.</summary>
    public IOperation? Operation(SyntaxNode declaration) =>
        compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(Noted(declaration), cancellationToken);

    private SyntaxNode Noted(SyntaxNode node)
    {
        files.Add(node.SyntaxTree);
        return node;
    }
}
