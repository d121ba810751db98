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

/// <summary>Replaces a number, cast or comparison with what the diagnostic says to write: an unrounded input (SDNN2020), the output's own format (SDNN2021), a comparison within the derived bound (SDNN2022), that bound (SDNN2023, SDNN2024).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceNumberCodeFixProvider)), Shared]
public sealed class ReplaceNumberCodeFixProvider : CodeFixProvider
{
    private const string EquivalenceKey = "SparseDnn.ReplaceNumber";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        ProblemKinds.RoundedInput.Id, ProblemKinds.UnequalConstant.Id, ProblemKinds.UncertainEquality.Id, ProblemKinds.NarrowTolerance.Id, ProblemKinds.WideTolerance.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } = FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return document;
        var found = diagnostics.Select(diagnostic => Find(root, diagnostic)).Where(pair => pair is not null).GroupBy(pair => pair!.Value.Old).ToDictionary(group => group.Key, group => group.First()!.Value.New);
        return document.WithSyntaxRoot(root.ReplaceNodes(found.Keys, (old, _) => found[old]));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(root, diagnostic) is not var (old, replacement)) continue;
            context.RegisterCodeFix(
                CodeAction.Create($"Write {replacement.WithoutTrivia()}", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement))), EquivalenceKey),
                diagnostic);
        }
    }

    private static (ExpressionSyntax Old, ExpressionSyntax New)? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Replacement", out var text) || text is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)) return null;
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax old || old.Span != diagnostic.Location.SourceSpan) return null;
        var replacement = SyntaxFactory.ParseExpression(text);
        return replacement.ContainsDiagnostics ? null : (old, replacement.WithTriviaFrom(old));
    }
}
