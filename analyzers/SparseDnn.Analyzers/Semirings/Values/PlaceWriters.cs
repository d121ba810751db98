using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>
/// Whether anything in a type may fill a private field or property of it, or a method the buffer that it is given, for the rare case that
/// one holds a buffer of zeros.
/// </summary>
/// <remarks>
/// Actions at the end of types would tell the same, but make editors read all parts of each type that has a member in the
/// edited file: with a compiled-in network beside it a keystroke cost 40 ms more.
/// </remarks>
/// <param name="compilation">The compilation.</param>
/// <param name="marks">Its marks.</param>
internal sealed class PlaceWriters(Compilation compilation, SemiringMarks marks)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<ISymbol>> _written = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _neverFilled = new(SymbolEqualityComparer.Default);

    /// <summary>Whether elements of a private member may be written somewhere.</summary>
    /// <param name="place">The member's original definition.</param>
    /// <param name="cancellationToken">Checked for every member of the type.</param>
    public bool Write(ISymbol place, CancellationToken cancellationToken)
    {
        // The outermost type reaches private members of those inside it, and these reach its own.
        var type = place.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;
        if (!_written.TryGetValue(type, out var written))
            _written[type] = written = WrittenIn(type, cancellationToken);
        return written.Contains(place);
    }

    /// <summary>
    /// Whether a method reads elements of a parameter and never writes one that it has not read: then it takes the zeros that it is given
    /// for values.
    /// </summary>
    /// <param name="parameter">A marked parameter.</param>
    /// <param name="cancellationToken">Checked while the method is looked over.</param>
    public bool NeverFills(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (!_neverFilled.TryGetValue(parameter, out var isNever))
            _neverFilled[parameter] = isNever = IsNeverFilled(parameter, cancellationToken);
        return isNever;
    }

    private bool IsNeverFilled(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        // Methods of which nothing is seen, or several parts, may do anything.
        if (
            parameter.ContainingSymbol.DeclaringSyntaxReferences is not { Length: 1 } references
            || Body(references[0].GetSyntax(cancellationToken)) is not { } body
        )
            return false;
        if (Model(body.SyntaxTree).GetOperation(body, cancellationToken) is not { } operation)
            return false;
        var facts = MethodFacts.Of(operation, parameter.ContainingSymbol, marks, cancellationToken);
        return !facts.IsBroken && facts.ReadParameters.Contains(parameter) && !facts.FilledParameters.Contains(parameter);
    }

    private static SyntaxNode? Body(SyntaxNode method) =>
        method switch
        {
            BaseMethodDeclarationSyntax declaration => declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody,
            LocalFunctionStatementSyntax function => function.Body ?? (SyntaxNode?)function.ExpressionBody,
            _ => null,
        };

#pragma warning disable RS1030 // Only asked where a buffer of zeros was found; the alternative costs every keystroke in every project.
    private SemanticModel Model(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030

    private HashSet<ISymbol> WrittenIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var written = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            // What we generate knows nothing of the user's members.
            if (reference.SyntaxTree.FilePath.EndsWith(TargetReader.GeneratedFileSuffix, StringComparison.Ordinal))
                continue;
            var model = Model(reference.SyntaxTree);
            foreach (var body in Bodies(reference.GetSyntax(cancellationToken)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (
                    model.GetOperation(body, cancellationToken) is { } operation
                    && model.GetEnclosingSymbol(Start(body), cancellationToken) is { } owner
                )
                    written.UnionWith(MethodFacts.Of(operation, owner, marks, cancellationToken).WrittenPlaces);
            }
        }

        return written;
    }

    // Top-level statements are the body of a file.
    private static int Start(SyntaxNode body) =>
        body is CompilationUnitSyntax file
            ? file.Members.FirstOrDefault(member => member is GlobalStatementSyntax)?.SpanStart ?? body.SpanStart
            : body.SpanStart;

    // Everything that the compiler makes an operation of by itself: bodies, initializers and what is handed to base constructors.
    private static IEnumerable<SyntaxNode> Bodies(SyntaxNode type) =>
        type is CompilationUnitSyntax
            ? [type]
            : type.DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax or AttributeListSyntax))
                .Where(node =>
                    node
                        is BlockSyntax
                            or ArrowExpressionClauseSyntax
                            or EqualsValueClauseSyntax
                            or ConstructorInitializerSyntax
                            or PrimaryConstructorBaseTypeSyntax
                );
}
