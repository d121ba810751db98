using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Removes an edge from the text of an attribute: one that is written a second time (SDNN0008), one of weight zero (SDNN0029) or of one
/// that becomes zero (SDNN2002).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveEdgeCodeFixProvider)), Shared]
public sealed class RemoveEdgeCodeFixProvider : CodeFixProvider
{
    private const string EquivalenceKey = "SparseDnn.RemoveEdge";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(ProblemKinds.DuplicateEntry.Id, ProblemKinds.ZeroEntry.Id, ProblemKinds.VanishingNumber.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } =
        FixAllProvider.Create(
            static async (context, document, diagnostics) =>
            {
                if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
                    return document;
                return document.WithSyntaxRoot(EdgeText.Remove(root, diagnostics.Where(IsNone).Select(diagnostic => diagnostic.Location)));
            }
        );

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!IsNone(diagnostic) || EdgeText.Find(root, diagnostic.Location) is not { } edge)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Remove the edge '{edge}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(EdgeText.Remove(root, [diagnostic.Location]))),
                    EquivalenceKey
                ),
                diagnostic
            );
        }
    }

    // A number that becomes a subnormal one still is a weight.
    private static bool IsNone(Diagnostic diagnostic) =>
        diagnostic.Id != ProblemKinds.VanishingNumber.Id || LostNumber.Read(diagnostic.Properties) is not null;
}
