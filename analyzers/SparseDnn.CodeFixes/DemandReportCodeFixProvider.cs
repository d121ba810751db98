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

/// <summary>Calls Demand on a report that is ignored, so that wrong values throw (SDNN3005).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DemandReportCodeFixProvider)), Shared]
public sealed class DemandReportCodeFixProvider : CodeFixProvider
{
    private const string EquivalenceKey = "SparseDnn.Demand";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ProblemKinds.IgnoredResult.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } = FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return document;
        return document.WithSyntaxRoot(root.ReplaceNodes(diagnostics.Select(diagnostic => Find(root, diagnostic)).OfType<InvocationExpressionSyntax>(), static (_, call) => Demand(call)));
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(root, diagnostic) is not { } call) continue;
            context.RegisterCodeFix(
                CodeAction.Create("Demand that the report is sound", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(call, Demand(call)))), EquivalenceKey),
                diagnostic);
        }
    }

    // Results that are no reports have no such method. After '?.' the report may be missing.
    private static InvocationExpressionSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey("Remedy") && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call ? call : null;

    private static InvocationExpressionSyntax Demand(ExpressionSyntax call) =>
        SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("Demand")))
            .WithTrailingTrivia(call.GetTrailingTrivia());
}
