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

/// <summary>Fills buffers with Zero of their semiring, or with its One, where they were left to 0 (SDNN1021).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FillWithZeroCodeFixProvider)), Shared]
public sealed class FillWithZeroCodeFixProvider() : EditingCodeFixProvider(ProblemKinds.ZeroFilled)
{
    private const string WithZero = "SparseDnn.FillWithZero";
    private const string WithOne = "SparseDnn.FillWithOne";

    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (SemiringNames.Of(source, diagnostic) is not { } names)
            yield break;
        var node = source.NodeAt(diagnostic)!;
        foreach (var (identity, key) in new[] { (names.Zero, WithZero), (names.One, WithOne) })
            if (identity is not null && Edit(source, node, names, identity, key, cancellationToken) is { } edit)
                yield return edit;
    }

    private static SourceEdit? Edit(
        FixSource source,
        SyntaxNode node,
        SemiringNames names,
        string identity,
        string key,
        CancellationToken cancellationToken
    ) =>
        node switch
        {
            DefaultExpressionSyntax or LiteralExpressionSyntax => Replace(node, $"Write '{identity}'", identity, key),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Clear" } } call => Clear(
                call,
                identity,
                key
            ),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax } } allocation => Buffer(
                source,
                allocation,
                null,
                names,
                identity,
                key,
                cancellationToken
            ),
            ArrayCreationExpressionSyntax { Type.RankSpecifiers: { Count: 1 } ranks } when ranks[0].Rank == 1 => Buffer(
                source,
                (ExpressionSyntax)node,
                ranks[0].Sizes[0],
                names,
                identity,
                key,
                cancellationToken
            ),
            StackAllocArrayCreationExpressionSyntax => Buffer(
                source,
                (ExpressionSyntax)node,
                null,
                names,
                identity,
                key,
                cancellationToken
            ),
            _ => null,
        };

    private static SourceEdit Replace(SyntaxNode node, string title, string text, string key) =>
        new(title, key, editor => editor.ReplaceNode(node, (current, _) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(current)));

    // x.Clear() and Array.Clear(x[, start, count]).
    private static SourceEdit? Clear(InvocationExpressionSyntax call, string identity, string key)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access)
            return null;
        var arguments = call.ArgumentList.Arguments.Select(argument => argument.ToString()).ToList();
        arguments.Insert(System.Math.Min(1, arguments.Count), identity);
        return Replace(
            call,
            $"Fill with '{identity}'",
            $"{access.WithName(SyntaxFactory.IdentifierName("Fill")).WithoutTrivia()}({string.Join(", ", arguments)})",
            key
        );
    }

    private static SourceEdit? Buffer(
        FixSource source,
        ExpressionSyntax creation,
        ExpressionSyntax? size,
        SemiringNames names,
        string identity,
        string key,
        CancellationToken cancellationToken
    )
    {
        if (
            Named(source, creation, cancellationToken) is var (statement, name, type)
            && Fill(source, creation.SpanStart, name, type, identity) is { } fill
        )
            return new(
                $"Fill with '{identity}'",
                key,
                editor => editor.InsertAfter(statement, Placement.After(SyntaxFactory.ParseStatement(fill), statement))
            );
        if (size is null || source.Model.GetTypeInfo(size, cancellationToken).Type?.SpecialType != SpecialType.System_Int32)
            return null;
        var linq = source.TypeName("System.Linq.Enumerable", creation.SpanStart);
        var repeat = $"{linq}.Repeat({names.Typed(identity)}, {size})";
        return Replace(
            creation,
            $"Fill with '{identity}'",
            linq == "Enumerable" ? repeat + ".ToArray()" : $"{linq}.ToArray({repeat})",
            key
        );
    }

    // The statement that gives the buffer a name, so that one after it can fill it.
    private static (StatementSyntax Statement, string Name, ITypeSymbol? Type)? Named(
        FixSource source,
        ExpressionSyntax creation,
        CancellationToken cancellationToken
    )
    {
        switch (creation.Parent)
        {
            case EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax statement, Variables.Count: 1 }
                } variable
            } when statement.Parent is BlockSyntax or SwitchSectionSyntax:
                return (
                    statement,
                    variable.Identifier.Text,
                    (source.Model.GetDeclaredSymbol(variable, cancellationToken) as ILocalSymbol)?.Type
                );
            case AssignmentExpressionSyntax
            {
                Parent: ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement
            } assignment
                when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                    && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }:
                return (
                    statement,
                    assignment.Left.WithoutTrivia().ToString(),
                    source.Model.GetTypeInfo(assignment.Left, cancellationToken).Type
                );
            default:
                return null;
        }
    }

    private static string? Fill(FixSource source, int position, string name, ITypeSymbol? type, string identity) =>
        type switch
        {
            IArrayTypeSymbol { Rank: 1 } => $"{source.TypeName("System.Array", position)}.Fill({name}, {identity});",
            INamedTypeSymbol { Name: "Span", IsGenericType: true } => $"{name}.Fill({identity});",
            INamedTypeSymbol { Name: "Memory", IsGenericType: true } => $"{name}.Span.Fill({identity});",
            _ => null,
        };
}
