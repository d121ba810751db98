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
/// Lets the sums of ⊗ stop at the greatest integer, which stands for an infinity, and declares the carrier from 0 on, where that makes a
/// semiring (SDNN1028).
/// </summary>
/// <remarks>Another element type would be the other way out; it changes every network and caller, so it is left to the user.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SaturateCodeFixProvider)), Shared]
public sealed class SaturateCodeFixProvider() : NodeCodeFixProvider<TypeDeclarationSyntax>(ProblemKinds.IdentityOverflows)
{
    private protected override IEnumerable<SourceEdit> Edits(
        FixSource source,
        TypeDeclarationSyntax declaration,
        IReadOnlyDictionary<string, string?> properties,
        CancellationToken cancellationToken
    )
    {
        if (SaturatingElement.Read(properties) is not { Keyword: var type })
            yield break;
        if (
            declaration
                .Members.OfType<MethodDeclarationSyntax>()
                .FirstOrDefault(method => method.Identifier.ValueText == "Multiply" && method.ReturnType.ToString() == type)
                is not { } multiply
            || Sum(multiply) is not { } sum
        )
            yield break;
        var carrier = SyntaxFactory.ParseMemberDeclaration($"public static ({type} Min, {type} Max) Carrier => (0, {type}.MaxValue);")!;
        yield return new(
            "Stop at the greatest value, for values from 0 on",
            "SparseDnn.Saturate",
            editor =>
            {
                editor.ReplaceNode(
                    sum.Parent is CheckedExpressionSyntax ? sum.Parent : sum,
                    (current, _) => SyntaxFactory.ParseExpression(Saturating(source, sum, type)).WithTriviaFrom(current)
                );
                editor.InsertAfter(multiply, Placement.After(carrier, multiply));
            }
        );
    }

    private static BinaryExpressionSyntax? Sum(MethodDeclarationSyntax method)
    {
        var result =
            method.ExpressionBody?.Expression
            ?? (
                method.Body is { Statements: { Count: 1 } statements }
                && statements[0] is ReturnStatementSyntax { Expression: { } returned }
                    ? returned
                    : null
            );
        result = result is CheckedExpressionSyntax { Keyword.RawKind: (int)SyntaxKind.UncheckedKeyword } wrapping
            ? wrapping.Expression
            : result;
        return
            result is BinaryExpressionSyntax { Left: IdentifierNameSyntax, Right: IdentifierNameSyntax } sum
            && sum.IsKind(SyntaxKind.AddExpression)
            ? sum
            : null;
    }

    // The call is proved to be saturating; the condition is read as a formula, and is all that there is for long and older frameworks.
    private static string Saturating(FixSource source, BinaryExpressionSyntax sum, string type)
    {
        var (a, b) = (sum.Left.WithoutTrivia(), sum.Right.WithoutTrivia());
        return type == "int" && !source.Model.Compilation.GetSpecialType(SpecialType.System_Int32).GetMembers("CreateSaturating").IsEmpty
            ? $"int.CreateSaturating((long){a} + {b})"
            : $"{a} > {type}.MaxValue - {b} ? {type}.MaxValue : {a} + {b}";
    }
}
