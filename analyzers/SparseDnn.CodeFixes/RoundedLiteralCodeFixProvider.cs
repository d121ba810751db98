using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Writes the numbers that a network computes with where its format rounds the declared ones (SDNN2001), all of an argument at once.
/// Weights files stay as they are.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RoundedLiteralCodeFixProvider)), Shared]
public sealed class RoundedLiteralCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ProblemKinds.RoundedNumber.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } =
        FixAllProvider.Create(
            static async (context, document, diagnostics) =>
            {
                if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
                    return document;
                var changes = diagnostics
                    .Select(diagnostic => (Old: AttributeArguments.Find(root, diagnostic), New: Rounded(root, diagnostic)))
                    .Where(change => change.New is not null)
                    .GroupBy(change => change.Old!)
                    .ToDictionary(group => group.Key, group => group.First().New!);
                return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (argument, _) => changes[argument]));
            }
        );

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Rounded(root, diagnostic) is not { } rounded)
                continue;
            var argument = AttributeArguments.Find(root, diagnostic)!;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write {NetworkFormat.Read(diagnostic.Properties)!.Name} values",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(argument, rounded))),
                    "SparseDnn.RoundedLiterals"
                ),
                diagnostic
            );
        }
    }

    private static AttributeArgumentSyntax? Rounded(SyntaxNode root, Diagnostic diagnostic) =>
        NetworkFormat.Read(diagnostic.Properties) is { Name: var name }
        && NumberFormats.TryGet(name, out var format)
        && AttributeArguments.Find(root, diagnostic) is { } argument
            ? RoundedLiterals.Round(argument, format)
            : null;
}
