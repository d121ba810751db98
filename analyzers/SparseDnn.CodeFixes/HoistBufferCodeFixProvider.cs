using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>Moves the declaration of an output buffer in front of the loop that makes it in every turn (SDNN3004).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoistBufferCodeFixProvider)), Shared]
public sealed class HoistBufferCodeFixProvider : CodeFixProvider
{
    private const string EquivalenceKey = "SparseDnn.HoistBuffer";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ProblemKinds.AllocationInLoop.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } = FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return document;
        return document.WithSyntaxRoot(Hoist(root, diagnostics.Select(diagnostic => Find(root, diagnostic)).OfType<LocalDeclarationStatementSyntax>()));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(root, diagnostic) is not { } declaration) continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Make '{declaration.Declaration.Variables[0].Identifier.ValueText}' once before the loop",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(Hoist(root, [declaration]))),
                    EquivalenceKey),
                diagnostic);
        }
    }

    // The declaration; null where it cannot move because its name is taken outside, or because the loop stands where no declaration can.
    private static LocalDeclarationStatementSyntax? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!root.FullSpan.Contains(diagnostic.Location.SourceSpan)) return null;
        var declaration = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();
        if (declaration is not { Declaration.Variables.Count: 1, Parent: BlockSyntax } || LoopOf(declaration) is not { Parent: BlockSyntax or GlobalStatementSyntax } loop) return null;
        if (declaration.GetLeadingTrivia().Any(trivia => trivia.IsDirective)) return null;
        var scope = loop.AncestorsAndSelf().LastOrDefault(node => node is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax and not GlobalStatementSyntax) ?? root;
        var name = declaration.Declaration.Variables[0].Identifier;
        return Names(scope).Any(other => other != name && other.ValueText == name.ValueText) ? null : declaration;
    }

    private static StatementSyntax? LoopOf(SyntaxNode node) => node.Ancestors()
        .TakeWhile(around => around is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .OfType<StatementSyntax>().FirstOrDefault(statement => statement is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    private static IEnumerable<SyntaxToken> Names(SyntaxNode scope) => scope.DescendantNodes().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        _ => default,
    });

    private static SyntaxNode Hoist(SyntaxNode root, IEnumerable<LocalDeclarationStatementSyntax> declarations)
    {
        var all = declarations.Distinct().ToArray();
        root = root.TrackNodes(all.Cast<SyntaxNode>().Concat(all.Select(declaration => (SyntaxNode)LoopOf(declaration)!)).Distinct());
        foreach (var original in all)
        {
            if (root.GetCurrentNode(original) is not { } declaration) continue;
            root = root.RemoveNode(declaration, SyntaxRemoveOptions.KeepNoTrivia)!;
            var loop = root.GetCurrentNode(LoopOf(original)!)!;
            var trivia = loop.GetLeadingTrivia();
            var blank = trivia.Take(BlankLines(trivia)).ToArray();
            var moved = declaration.WithLeadingTrivia(blank.Concat(Reindented(declaration.GetLeadingTrivia(), Indentation(trivia))));
            var trimmed = loop.WithLeadingTrivia(trivia.Skip(blank.Length));
            root = loop.Parent is GlobalStatementSyntax global
                ? root.ReplaceNode(global, [global.WithStatement(moved), global.WithStatement(trimmed)])
                : root.ReplaceNode(loop, [moved, trimmed]);
        }

        return root;
    }

    private static int BlankLines(SyntaxTriviaList trivia)
    {
        var blank = 0;
        for (var i = 0; i < trivia.Count && (trivia[i].IsKind(SyntaxKind.WhitespaceTrivia) || trivia[i].IsKind(SyntaxKind.EndOfLineTrivia)); i++)
            if (trivia[i].IsKind(SyntaxKind.EndOfLineTrivia)) blank = i + 1;
        return blank;
    }

    private static SyntaxTriviaList Indentation(SyntaxTriviaList trivia) =>
        trivia.Count > 0 && trivia.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(trivia.Last()) : default;

    // Comments in front of a declaration go with it, each on a line of its own.
    private static IEnumerable<SyntaxTrivia> Reindented(SyntaxTriviaList trivia, SyntaxTriviaList indentation) => trivia
        .Skip(BlankLines(trivia)).Where(part => !part.IsKind(SyntaxKind.WhitespaceTrivia)).SelectMany(part => part.IsKind(SyntaxKind.EndOfLineTrivia) ? [part] : indentation.Add(part)).Concat(indentation);
}
