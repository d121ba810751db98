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

/// <summary>
/// Replaces a number, cast or comparison with what the diagnostic says to write: an unrounded input (SDNN2020), the output's own format
/// (SDNN2021), a comparison within the derived bound (SDNN2022), that bound (SDNN2023, SDNN2024).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceNumberCodeFixProvider)), Shared]
public sealed class ReplaceNumberCodeFixProvider()
    : EditingCodeFixProvider(
        ProblemKinds.RoundedInput,
        ProblemKinds.UnequalConstant,
        ProblemKinds.UncertainEquality,
        ProblemKinds.NarrowTolerance,
        ProblemKinds.WideTolerance
    )
{
    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Replacement.Read(diagnostic.Properties) is not { Text: var text })
            yield break;
        if (source.NodeAt(diagnostic) is not ExpressionSyntax old || old.Span != diagnostic.Location.SourceSpan)
            yield break;
        var replacement = SyntaxFactory.ParseExpression(text);
        if (replacement.ContainsDiagnostics)
            yield break;
        yield return new(
            $"Write {replacement}",
            "SparseDnn.ReplaceNumber",
            editor => editor.ReplaceNode(old, (current, _) => replacement.WithTriviaFrom(current))
        );
    }
}
