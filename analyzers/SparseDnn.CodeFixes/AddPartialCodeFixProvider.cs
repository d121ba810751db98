using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Adds <c>partial</c> to a network or semiring (SDNN0001, SDNN1005) or to a type around one (SDNN0002, SDNN1006); the diagnostics mark the
/// name of the type to change.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialCodeFixProvider)), Shared]
public sealed class AddPartialCodeFixProvider : CodeFixProvider
{
    // One key for all ids, so that a document with networks inside ordinary types is mended in one go.
    private const string EquivalenceKey = "SparseDnn.AddPartial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(
            ProblemKinds.NotPartial.Id,
            ProblemKinds.ContainingTypeNotPartial.Id,
            ProblemKinds.SemiringNotPartial.Id,
            ProblemKinds.SemiringContainerNotPartial.Id
        );

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    // The generic batch provider would insert the modifier twice where two networks share a containing type.
    private static FixAllProvider FixAll { get; } =
        FixAllProvider.Create(
            static async (context, document, diagnostics) =>
            {
                if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
                    return document;
                return document.WithSyntaxRoot(PartialModifier.AddTo(root, PartialModifier.FindAll(root, diagnostics)));
            }
        );

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PartialModifier.Find(root, diagnostic) is not { } declaration)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Make '{declaration.Identifier.ValueText}' partial",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(PartialModifier.AddTo(root, [declaration]))),
                    EquivalenceKey
                ),
                diagnostic
            );
        }
    }
}
