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
/// Gives a list of biases as many values as its layer has neurons (SDNN0017): the first of them, or more that change nothing; or one value
/// for all where the given ones are equal.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BiasCountCodeFixProvider)), Shared]
public sealed class BiasCountCodeFixProvider() : NodeCodeFixProvider<AttributeArgumentSyntax>(ProblemKinds.WrongCount)
{
    /// <summary>More values than anyone wants to read.</summary>
    private const int MostAdded = 64;

    private protected override IEnumerable<SourceEdit> Edits(
        FixSource source,
        AttributeArgumentSyntax argument,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken
    )
    {
        if (
            ListLength.Read(properties) is not { Count: var count, Neutral: var neutral }
            || ValueList.Of(argument.Expression) is not { } list
        )
            yield break;
        var given = list.Values.Count;
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
