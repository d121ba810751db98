using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Checks all items of the network's fixtures in place of an assertion on one output (SDNN2022, SDNN2023, SDNN2024), where the project
/// declares such fixtures.
/// </summary>
/// <remarks>
/// Checked is what the assertion was about: the network itself where its output is compared with a number or a sum, the other
/// implementation where it is compared with that one's.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckFixtureCodeFixProvider)), Shared]
public sealed class CheckFixtureCodeFixProvider()
    : EditingCodeFixProvider(ProblemKinds.UncertainEquality, ProblemKinds.NarrowTolerance, ProblemKinds.WideTolerance)
{
    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (source.NodeAt(diagnostic) is not { } marked || OutputAssertion.Around(marked) is not { Parent: BlockSyntax block } assertion)
            yield break;
        if (
            NetworkReference.Read(diagnostic.Properties) is not { TypeName: var key }
            || source.TypeName(key, assertion.SpanStart) is not { } network
        )
            yield break;
        if (diagnostic.AdditionalLocations.Count == 0 || !source.Root.FullSpan.Contains(diagnostic.AdditionalLocations[0].SourceSpan))
            yield break;
        var other = source.Root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        if (ComparedImplementation.Of(source.Model, other, network + ".Infer", cancellationToken) is not { } implementation)
            yield break;
        foreach (
            var fixtures in DeclaredFixtures.Of(
                source.Model.Compilation,
                source.Model.Compilation.GetTypeByMetadataName(key)!,
                cancellationToken
            )
        )
        {
            var name = fixtures.ToMinimalDisplayString(source.Model, assertion.SpanStart);
            var check = $"{name}.Fixtures.AllItems.Check({implementation})";
            // Binding says whether the elements, the signature and the accessibility fit.
            if (
                source
                    .Model.GetSpeculativeSymbolInfo(
                        assertion.SpanStart,
                        SyntaxFactory.ParseExpression(check),
                        SpeculativeBindingOption.BindAsExpression
                    )
                    .Symbol
                is not IMethodSymbol
            )
                continue;
            yield return new(
                $"Check {implementation} on all items of {name}",
                "SparseDnn.CheckFixture",
                editor => Replace(editor, block, assertion, check + ";")
            );
            yield break;
        }
    }

    // Several outputs of one item are checked by one call.
    private static void Replace(SyntaxEditor editor, BlockSyntax block, ExpressionStatementSyntax assertion, string check)
    {
        editor.TrackNode(assertion);
        editor.ReplaceNode(
            block,
            (around, _) =>
            {
                var current = around.GetCurrentNode(assertion)!;
                var isThere = ((BlockSyntax)around).Statements.Any(statement => statement.ToString() == check);
                return
                    isThere
                    && !current
                        .GetLeadingTrivia()
                        .Concat(current.GetTrailingTrivia())
                        .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                    ? around.RemoveNode(current, SyntaxRemoveOptions.KeepNoTrivia)!
                    : around.ReplaceNode(current, SyntaxFactory.ParseStatement(check).WithTriviaFrom(current));
            }
        );
    }
}
