using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Gives a list of biases as many values as its layer has neurons (SDNN0017): the first of them, or more that change nothing; or one value
/// for all where the given ones are equal.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BiasCountCodeFixProvider)), Shared]
public sealed class BiasCountCodeFixProvider : EditingCodeFixProvider
{
    /// <summary>More values than anyone wants to read.</summary>
    private const int MostAdded = 64;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ProblemKinds.WrongCount.Id);

    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            !diagnostic.Properties.TryGetValue(ProblemDataKeys.Count, out var text)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
            yield break;
        if (
            source.NodeAt(diagnostic)?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument
            || ValueList.Of(argument.Expression) is not { } list
        )
            yield break;
        var given = list.Values.Count;
        diagnostic.Properties.TryGetValue(ProblemDataKeys.Neutral, out var neutral);
        if (given > count)
            yield return new(
                $"Keep the first {count} of {given} biases",
                "SparseDnn.BiasCount",
                editor => editor.ReplaceNode(list.Node, list.Shortened(count))
            );
        else if (given < count && count - given <= MostAdded && neutral is not null)
            yield return new(
                $"Add {count - given} {(count - given == 1 ? "bias" : "biases")} of {neutral}",
                "SparseDnn.BiasCount",
                editor => editor.ReplaceNode(list.Node, list.Lengthened(count, neutral))
            );
        if (given > 0 && argument.NameEquals is { } name && list.Values.All(value => SyntaxFactory.AreEquivalent(value, list.Values[0])))
            yield return new(
                $"Write Bias = {list.Values[0].WithoutTrivia()}",
                "SparseDnn.SingleBias",
                editor =>
                    editor.ReplaceNode(
                        argument,
                        argument
                            .WithNameEquals(name.WithName(SyntaxFactory.IdentifierName("Bias").WithTriviaFrom(name.Name)))
                            .WithExpression(list.Values[0].WithTriviaFrom(argument.Expression))
                    )
            );
    }
}
