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

/// <summary>Calls Demand on a report that is ignored, so that wrong values throw (SDNN3005).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DemandReportCodeFixProvider)), Shared]
public sealed class DemandReportCodeFixProvider() : NodeCodeFixProvider<InvocationExpressionSyntax>(ProblemKinds.IgnoredResult)
{
    // Results that are no reports have no such method. After '?.' the report may be missing.
    private protected override IEnumerable<SourceEdit> Edits(
        FixSource source,
        InvocationExpressionSyntax call,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken
    )
    {
        if (IgnoredReport.Read(properties) is null)
            yield break;
        yield return new(
            "Demand that the report is sound",
            "SparseDnn.Demand",
            editor => editor.ReplaceNode(call, (current, _) => Demand((ExpressionSyntax)current))
        );
    }

    private static InvocationExpressionSyntax Demand(ExpressionSyntax call) =>
        SyntaxFactory
            .InvocationExpression(
                SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression,
                    call.WithoutTrailingTrivia(),
                    SyntaxFactory.IdentifierName("Demand")
                )
            )
            .WithTrailingTrivia(call.GetTrailingTrivia());
}
