using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>Moves the declaration of an output buffer in front of the loop that makes it in every turn (SDNN3004).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoistBufferCodeFixProvider)), Shared]
public sealed class HoistBufferCodeFixProvider() : NodeCodeFixProvider<LocalDeclarationStatementSyntax>(ProblemKinds.AllocationInLoop)
{
    private protected override IEnumerable<SourceEdit> Edits(
        FixSource source,
        LocalDeclarationStatementSyntax declaration,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken
    )
    {
        if (!CanMove(source, declaration) || LoopOf(declaration) is not { } loop)
            yield break;
        yield return new(
            $"Make '{declaration.Declaration.Variables[0].Identifier.ValueText}' once before the loop",
            "SparseDnn.HoistBuffer",
            editor =>
            {
                editor.TrackNode(declaration);
                editor.TrackNode(loop);
                editor.ReplaceNode(Around(loop), (around, _) => Hoist(around, declaration, loop));
            }
        );
    }

    // Not where its name is taken outside, or where the loop stands where no declaration can.
    private static bool CanMove(FixSource source, LocalDeclarationStatementSyntax declaration)
    {
        if (
            declaration is not { Declaration.Variables.Count: 1, Parent: BlockSyntax }
            || LoopOf(declaration) is not { Parent: BlockSyntax or GlobalStatementSyntax } loop
        )
            return false;
        if (declaration.GetLeadingTrivia().Any(trivia => trivia.IsDirective))
            return false;
        var scope =
            loop.AncestorsAndSelf()
                .LastOrDefault(node =>
                    node
                        is MemberDeclarationSyntax
                            and not BaseTypeDeclarationSyntax
                            and not BaseNamespaceDeclarationSyntax
                            and not GlobalStatementSyntax
                )
            ?? source.Root;
        var name = declaration.Declaration.Variables[0].Identifier;
        return !Names(scope).Any(other => other != name && other.ValueText == name.ValueText);
    }

    private static StatementSyntax? LoopOf(SyntaxNode node) =>
        node.Ancestors()
            .TakeWhile(around =>
                around is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
            )
            .OfType<StatementSyntax>()
            .FirstOrDefault(statement =>
                statement is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            );

    private static IEnumerable<SyntaxToken> Names(SyntaxNode scope) =>
        scope
            .DescendantNodes()
            .Select(node =>
                node switch
                {
                    VariableDeclaratorSyntax variable => variable.Identifier,
                    SingleVariableDesignationSyntax variable => variable.Identifier,
                    ForEachStatementSyntax loop => loop.Identifier,
                    ParameterSyntax parameter => parameter.Identifier,
                    CatchDeclarationSyntax caught => caught.Identifier,
                    LocalFunctionStatementSyntax function => function.Identifier,
                    _ => default,
                }
            );

    // What holds the loop and, after the edit, the declaration.
    private static SyntaxNode Around(StatementSyntax loop) => loop.Parent is GlobalStatementSyntax global ? global.Parent! : loop.Parent!;

    private static SyntaxNode Hoist(SyntaxNode around, LocalDeclarationStatementSyntax declaration, StatementSyntax original)
    {
        var removed = around.RemoveNode(around.GetCurrentNode(declaration)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        var loop = removed.GetCurrentNode(original)!;
        var trivia = loop.GetLeadingTrivia();
        var blank = trivia.Take(BlankLines(trivia)).ToArray();
        var moved = declaration.WithLeadingTrivia(blank.Concat(Reindented(declaration.GetLeadingTrivia(), Indentation(trivia))));
        var trimmed = loop.WithLeadingTrivia(trivia.Skip(blank.Length));
        return loop.Parent is GlobalStatementSyntax global
            ? removed.ReplaceNode(global, [global.WithStatement(moved), global.WithStatement(trimmed)])
            : removed.ReplaceNode(loop, [moved, trimmed]);
    }

    private static int BlankLines(SyntaxTriviaList trivia)
    {
        var blank = 0;
        for (
            var i = 0;
            i < trivia.Count && (trivia[i].IsKind(SyntaxKind.WhitespaceTrivia) || trivia[i].IsKind(SyntaxKind.EndOfLineTrivia));
            i++
        )
            if (trivia[i].IsKind(SyntaxKind.EndOfLineTrivia))
                blank = i + 1;
        return blank;
    }

    private static SyntaxTriviaList Indentation(SyntaxTriviaList trivia) =>
        trivia.Count > 0 && trivia.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(trivia.Last()) : default;

    // Comments in front of a declaration go with it, each on a line of its own.
    private static IEnumerable<SyntaxTrivia> Reindented(SyntaxTriviaList trivia, SyntaxTriviaList indentation) =>
        trivia
            .Skip(BlankLines(trivia))
            .Where(part => !part.IsKind(SyntaxKind.WhitespaceTrivia))
            .SelectMany(part => part.IsKind(SyntaxKind.EndOfLineTrivia) ? [part] : indentation.Add(part))
            .Concat(indentation);
}
