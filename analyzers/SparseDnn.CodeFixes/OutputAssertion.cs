using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.CodeFixes;

/// <summary>Finds assertions of a test framework that say of one output that it is some number, and nothing else.</summary>
internal static class OutputAssertion
{
    private static readonly string[] Types = ["Assert", "ClassicAssert"];
    private static readonly string[] Comparisons = ["Equal", "AreEqual", "That"];
    private static readonly string[] Conditions = ["True", "IsTrue", "That"];

    /// <summary>
    /// The statement around a comparison or its tolerance; null where the program decides by it, where something else is asserted too, or
    /// the contrary.
    /// </summary>
    public static ExpressionStatementSyntax? Around(SyntaxNode marked)
    {
        if (
            marked.FirstAncestorOrSelf<StatementSyntax>()
            is not ExpressionStatementSyntax
            {
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            } statement
        )
            return null;
        if (
            !Types.Contains(
                (access.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
                    ?? (access.Expression as IdentifierNameSyntax)?.Identifier.ValueText,
                StringComparer.Ordinal
            )
        )
            return null;
        var isCondition = false;
        for (var (part, around) = ((SyntaxNode?)null, marked); around != call; (part, around) = (around, around.Parent!))
        {
            if (
                around is BinaryExpressionSyntax comparison
                && !(part is null ? IsConstant(comparison) || comparison.IsKind(SyntaxKind.EqualsExpression) : IsNear(comparison, part))
            )
                return null;
            isCondition |= around is BinaryExpressionSyntax && !(part is null && IsConstant(around));
            if (
                around.IsKind(SyntaxKind.LogicalNotExpression) || around is AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax
            )
                return null;
        }

        if (
            call
                .ArgumentList.DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Any(member => member.Name.Identifier.ValueText == "Not")
        )
            return null;
        var names = isCondition ? Conditions : Comparisons;
        return names.Contains(access.Name.Identifier.ValueText, StringComparer.Ordinal) ? statement : null;
    }

    // |a − b| below the tolerance.
    private static bool IsNear(BinaryExpressionSyntax comparison, SyntaxNode tolerance) =>
        comparison.Kind() switch
        {
            SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => comparison.Right == tolerance,
            SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => comparison.Left == tolerance,
            _ => false,
        };

    // A tolerance that is computed.
    private static bool IsConstant(SyntaxNode expression) =>
        expression.Kind()
            is SyntaxKind.MultiplyExpression
                or SyntaxKind.DivideExpression
                or SyntaxKind.AddExpression
                or SyntaxKind.SubtractExpression;
}
