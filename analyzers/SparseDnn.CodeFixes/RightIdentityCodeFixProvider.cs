using System.Collections.Generic;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>Writes the identity for which the laws hold, where it is known (SDNN1001 at Zero or One).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RightIdentityCodeFixProvider)), Shared]
public sealed class RightIdentityCodeFixProvider() : EditingCodeFixProvider(ProblemKinds.BrokenLaw)
{
    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Replacement.Read(diagnostic.Properties) is not { Text: var text })
            yield break;
        if (source.NodeAt(diagnostic) is not ExpressionSyntax identity)
            yield break;
        yield return new(
            $"Write '{text}'",
            "SparseDnn.RightIdentity",
            editor => editor.ReplaceNode(identity, (current, _) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(current))
        );
    }
}
