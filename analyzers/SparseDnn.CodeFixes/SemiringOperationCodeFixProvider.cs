using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>
/// Writes the operation of the semiring in place of ordinary arithmetic (SDNN1017), of a sum (SDNN1018), its identity in place of 0
/// (SDNN1019).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SemiringOperationCodeFixProvider)), Shared]
public sealed class SemiringOperationCodeFixProvider()
    : EditingCodeFixProvider(ProblemKinds.OrdinaryArithmetic, ProblemKinds.SumIsProduct, ProblemKinds.ComparedWithZero)
{
    private const string Meant = "SparseDnn.UseSemiringOperation";
    private const string Other = "SparseDnn.UseOtherSemiringOperation";

    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (SemiringNames.Of(source, diagnostic) is not { } names)
            return [];
        return diagnostic.Id == ProblemKinds.ComparedWithZero.Id
            ? Identities(source, diagnostic, names)
            : new[]
            {
                Operation(source, diagnostic, names, names.Method, Meant),
                Operation(source, diagnostic, names, names.OtherMethod, Other),
            }.OfType<SourceEdit>();
    }

    private static IEnumerable<SourceEdit> Identities(FixSource source, Diagnostic diagnostic, SemiringNames names)
    {
        if (source.NodeAt(diagnostic) is not ExpressionSyntax zero || zero.Parent is PatternSyntax)
            yield break;
        if (names.Zero is { } absent)
            yield return Replace(zero, absent, Meant);
        if (names.One is { } one)
            yield return Replace(zero, one, Other);
    }

    private static SourceEdit Replace(ExpressionSyntax expression, string text, string key) =>
        new(
            $"Write '{text}'",
            key,
            editor => editor.ReplaceNode(expression, (current, _) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(current))
        );

    private static SourceEdit? Operation(FixSource source, Diagnostic diagnostic, SemiringNames names, string? method, string key)
    {
        if (method is null)
            return null;
        var node = source.Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent;
        return node switch
        {
            BinaryExpressionSyntax => new(
                $"Use '{method}'",
                key,
                editor => editor.ReplaceNode(node, (current, _) => Call(method, (BinaryExpressionSyntax)current))
            ),
            AssignmentExpressionSyntax { Left: var target } when IsSimple(target) => new(
                $"Use '{method}'",
                key,
                editor => editor.ReplaceNode(node, (current, _) => Assign(method, (AssignmentExpressionSyntax)current))
            ),
            SimpleNameSyntax name => Named(name, names, method, key),
            _ => null,
        };
    }

    private static SourceEdit? Named(SimpleNameSyntax name, SemiringNames names, string method, string key)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        if (name.Identifier.ValueText != "Sum")
            return Replace(whole, method, key) with { Title = $"Use '{method}'" };
        // The seed fixes the type of the result, so it must be an element.
        if (whole.Parent is not InvocationExpressionSyntax call || names.Typed(names.Zero) is not { } seed)
            return null;
        return new(
            $"Use 'Aggregate({seed}, {method})'",
            key,
            editor => editor.ReplaceNode(call, (current, _) => Aggregate((InvocationExpressionSyntax)current, seed, method))
        );
    }

    private static InvocationExpressionSyntax Aggregate(InvocationExpressionSyntax call, string seed, string method)
    {
        var name = SyntaxFactory.IdentifierName("Aggregate");
        var function = call.Expression is MemberAccessExpressionSyntax access ? access.WithName(name) : (ExpressionSyntax)name;
        var arguments = SyntaxFactory.ParseArgumentList(
            $"({string.Concat(call.ArgumentList.Arguments.Select(argument => argument + ", "))}{seed}, {method})"
        );
        return call.WithExpression(function).WithArgumentList(arguments.WithTriviaFrom(call.ArgumentList));
    }

    private static ExpressionSyntax Call(string method, BinaryExpressionSyntax binary) =>
        SyntaxFactory.ParseExpression($"{method}({Operand(binary.Left)}, {Operand(binary.Right)})").WithTriviaFrom(binary);

    private static ExpressionSyntax Assign(string method, AssignmentExpressionSyntax assignment) =>
        SyntaxFactory
            .ParseExpression(
                $"{assignment.Left.WithoutTrivia()} = {method}({assignment.Left.WithoutTrivia()}, {Operand(assignment.Right)})"
            )
            .WithTriviaFrom(assignment);

    private static ExpressionSyntax Operand(ExpressionSyntax operand)
    {
        while (operand is ParenthesizedExpressionSyntax parenthesized)
            operand = parenthesized.Expression;
        return operand.WithoutTrivia();
    }

    // Written twice, so it must do nothing but name a place.
    private static bool IsSimple(ExpressionSyntax target) =>
        target
            .DescendantNodesAndSelf()
            .All(node =>
                node
                    is SimpleNameSyntax
                        or MemberAccessExpressionSyntax
                        or ElementAccessExpressionSyntax
                        or BracketedArgumentListSyntax
                        or ArgumentSyntax
                        or LiteralExpressionSyntax
                        or ThisExpressionSyntax
                        or BinaryExpressionSyntax
                        or ParenthesizedExpressionSyntax
            );
}
