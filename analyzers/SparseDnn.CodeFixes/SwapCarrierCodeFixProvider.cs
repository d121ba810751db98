using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>Writes the lesser end of a carrier first (SDNN1009).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapCarrierCodeFixProvider)), Shared]
public sealed class SwapCarrierCodeFixProvider() : EditingCodeFixProvider(ProblemKinds.EmptyCarrier)
{
    // Names stay where they are, because they are those of the carrier's type.
    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            source.NodeAt(diagnostic)?.DescendantNodesAndSelf().OfType<TupleExpressionSyntax>().FirstOrDefault()
            is not { Arguments.Count: 2 } ends
        )
            yield break;
        yield return new(
            "Write the lesser end first",
            "SparseDnn.SwapCarrier",
            editor =>
            {
                var (first, second) = (ends.Arguments[0].Expression, ends.Arguments[1].Expression);
                editor.ReplaceNode(first, second.WithTriviaFrom(first));
                editor.ReplaceNode(second, first.WithTriviaFrom(second));
            }
        );
    }
}
