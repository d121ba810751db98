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

/// <summary>Replaces a loop that only computes the items of a batch one by one with one call of InferBatch (SDNN3003).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchLoopCodeFixProvider)), Shared]
public sealed class BatchLoopCodeFixProvider : CodeFixProvider
{
    private const string EquivalenceKey = "SparseDnn.InferBatch";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ProblemKinds.BatchLoop.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } = FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return document;
        var loops = diagnostics.Select(diagnostic => Find(root, diagnostic)).Where(found => found is not null).ToDictionary(found => found!.Value.Loop, found => found!.Value.Call);
        return document.WithSyntaxRoot(root.ReplaceNodes(loops.Keys, (loop, _) => loops[loop]));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(root, diagnostic) is not var (loop, call)) continue;
            context.RegisterCodeFix(
                CodeAction.Create("Compute all items by one call of InferBatch", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(loop, call))), EquivalenceKey),
                diagnostic);
        }
    }

    // The loop and what takes its place; null where the loop does more than the call, or holds comments that would be lost.
    private static (StatementSyntax Loop, StatementSyntax Call)? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Inputs", out var inputs) || !diagnostic.Properties.TryGetValue("Outputs", out var outputs) || !diagnostic.Properties.TryGetValue("Batch", out var batch)) return null;
        if (!root.FullSpan.Contains(diagnostic.Location.SourceSpan)) return null;
        var name = root.FindNode(diagnostic.Location.SourceSpan);
        if (name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access } || name.FirstAncestorOrSelf<ForStatementSyntax>() is not { } loop) return null;
        if (HasInnerComments(loop)) return null;
        var call = SyntaxFactory.ParseStatement($"{access.Expression}.InferBatch({inputs}, {outputs}, {batch});");
        return call.ContainsDiagnostics ? null : (loop, call.WithTriviaFrom(loop));
    }

    private static bool HasInnerComments(SyntaxNode loop) => loop.DescendantTrivia()
        .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
            && trivia.SpanStart >= loop.SpanStart && trivia.Span.End <= loop.Span.End);
}
