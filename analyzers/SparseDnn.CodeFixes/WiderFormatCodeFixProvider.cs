using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Lets a network compute in the narrowest format in which no sum overflows, no number or product is too small, no bias is absorbed and no
/// terms cancel.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WiderFormatCodeFixProvider)), Shared]
public sealed class WiderFormatCodeFixProvider : CodeFixProvider
{
    private const string NetworkAttribute = "SparseNetworkAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(
            ProblemKinds.CertainOverflow.Id,
            ProblemKinds.ReachableOverflow.Id,
            ProblemKinds.VanishingNumber.Id,
            ProblemKinds.AbsorbedBias.Id,
            ProblemKinds.TinyProducts.Id,
            ProblemKinds.Cancellation.Id
        );

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } =
        FixAllProvider.Create(
            static async (context, document, diagnostics) =>
            {
                var editor = await DocumentEditor.CreateAsync(document, context.CancellationToken).ConfigureAwait(false);
                var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
                if (model is null)
                    return document;
                foreach (
                    var group in diagnostics.GroupBy(diagnostic => Find(editor.OriginalRoot, model, diagnostic, context.CancellationToken))
                )
                    if (group.Key is { } attribute)
                        Change(editor, attribute, NetworkFormat.Read(group.First().Properties)!.Name);
                return editor.GetChangedDocument();
            }
        );

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(root, model, diagnostic, context.CancellationToken) is not { } attribute)
                continue;
            var format = NetworkFormat.Read(diagnostic.Properties)!.Name;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Compute in {format.ToLowerInvariant()}",
                    token => ApplyAsync(context.Document, attribute, format, token),
                    "SparseDnn.WiderFormat"
                ),
                diagnostic
            );
        }
    }

    private static async Task<Document> ApplyAsync(
        Document document,
        AttributeSyntax attribute,
        string format,
        CancellationToken cancellationToken
    )
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        Change(editor, attribute, format);
        return editor.GetChangedDocument();
    }

    // [SparseNetwork] may stand in another part of the type than the layer that is marked, even in another file: then nothing is offered.
    private static AttributeSyntax? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            NetworkFormat.Read(diagnostic.Properties) is null
            || !diagnostic.Location.IsInSource
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
        )
            return null;
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            return null;
        var attribute = model
            .GetDeclaredSymbol(declaration, cancellationToken)
            ?.GetAttributes()
            .FirstOrDefault(data =>
                data.AttributeClass
                    is { Name: NetworkAttribute, ContainingNamespace: { Name: "SparseDnn", ContainingNamespace.IsGlobalNamespace: true } }
            );
        return attribute?.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == root.SyntaxTree
            ? reference.GetSyntax(cancellationToken) as AttributeSyntax
            : null;
    }

    private static void Change(DocumentEditor editor, AttributeSyntax attribute, string format)
    {
        var value = SyntaxFactory
            .ParseExpression("global::SparseDnn.ElementFormat." + format)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        editor.ReplaceNode(
            attribute,
            (node, _) =>
                node is AttributeSyntax current
                    ? current.WithArgumentList(AttributeArguments.With(current.ArgumentList, "Format", value))
                    : node
        );
    }
}
