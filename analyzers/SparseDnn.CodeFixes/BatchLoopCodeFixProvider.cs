using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Replaces a loop, sequential or parallel, that only computes the items of a batch one by one with one call of InferBatch (SDNN3003).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchLoopCodeFixProvider)), Shared]
public sealed class BatchLoopCodeFixProvider() : NodeCodeFixProvider<InvocationExpressionSyntax>(ProblemKinds.BatchLoop)
{
    // Nothing where the loop does more than the call, or holds comments that would be lost.
    private protected override IEnumerable<SourceEdit> Edits(
        FixSource source,
        InvocationExpressionSyntax item,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken
    )
    {
        if (ItemsOneByOne.Read(properties) is not { } items || item.Expression is not MemberAccessExpressionSyntax access)
            yield break;
        if (LoopAround(item) is not { } loop || HasInnerComments(loop))
            yield break;
        var call = SyntaxFactory.ParseStatement($"{access.Expression}.InferBatch({items.Inputs}, {items.Outputs}, {items.Batch});");
        if (call.ContainsDiagnostics)
            yield break;
        yield return new(
            "Compute all items by one call of InferBatch",
            "SparseDnn.InferBatch",
            editor => editor.ReplaceNode(loop, (current, _) => call.WithTriviaFrom(current))
        );
    }

    // A loop, or the statement that gives Parallel a function.
    private static StatementSyntax? LoopAround(InvocationExpressionSyntax item) =>
        item.FirstAncestorOrSelf<StatementSyntax>(statement =>
            statement is ForStatementSyntax or ForEachStatementSyntax
            || (statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && call != item)
        );

    private static bool HasInnerComments(SyntaxNode loop) =>
        loop.DescendantTrivia()
            .Any(trivia =>
                !trivia.IsKind(SyntaxKind.WhitespaceTrivia)
                && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
                && trivia.SpanStart >= loop.SpanStart
                && trivia.Span.End <= loop.Span.End
            );
}
