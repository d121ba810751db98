using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Gives an argument of an attribute the value that mends a declaration, or removes it: sizes that chain, radices that fit, a longer path,
/// a wider accumulator. Offers every remedy that the diagnostic carries.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetArgumentCodeFixProvider)), Shared]
public sealed class SetArgumentCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(
            ProblemKinds.LayersDoNotChain.Id,
            ProblemKinds.MalformedEdges.Id,
            ProblemKinds.TopologyDoesNotFit.Id,
            ProblemKinds.InvalidSize.Id,
            ProblemKinds.ConflictingArguments.Id,
            ProblemKinds.AmbiguousWeightFile.Id,
            ProblemKinds.InvalidNumber.Id,
            ProblemKinds.OutsideFormat.Id,
            ProblemKinds.UnknownFormat.Id,
            ProblemKinds.NotCertified.Id,
            ProblemKinds.WeightsNotSummed.Id,
            ProblemKinds.SemiringNotInFormat.Id,
            ProblemKinds.NotInFormat.Id,
            ProblemKinds.NoEpilogue.Id,
            ProblemKinds.SemiringsContradict.Id,
            ProblemKinds.FormatNotGiven.Id,
            ProblemKinds.SelectNotReLU.Id,
            ProblemKinds.AbsorbedBias.Id,
            ProblemKinds.SaturatingAccumulator.Id
        );

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private static FixAllProvider FixAll { get; } =
        FixAllProvider.Create(
            static async (context, document, diagnostics) =>
            {
                if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
                    return document;
                // Without a key, as dotnet format may ask, the first remedy of each is meant.
                var remedies = context.CodeActionEquivalenceKey is { } key
                    ? diagnostics.SelectMany(ArgumentRemedy.Of).Where(remedy => remedy.EquivalenceKey == key)
                    : diagnostics.SelectMany(diagnostic => ArgumentRemedy.Of(diagnostic).Take(1));
                return document.WithSyntaxRoot(ArgumentRemedy.Apply(root, remedies));
            }
        );

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var remedy in ArgumentRemedy.Of(diagnostic))
            {
                if (remedy.Title(root) is not { } title)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(ArgumentRemedy.Apply(root, [remedy]))),
                        remedy.EquivalenceKey
                    ),
                    diagnostic
                );
            }
        }
    }
}
