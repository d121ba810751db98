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

/// <summary>Writes the bias mode of a layer (SDNN1025): the one that holds already, or the other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateBiasModeCodeFixProvider)), Shared]
public sealed class StateBiasModeCodeFixProvider() : EditingCodeFixProvider(ProblemKinds.BiasModeNotGiven)
{
    private static readonly (string Member, string Key)[] Modes =
    [
        ("Dense", "SparseDnn.StateDense"),
        ("NonzeroSums", "SparseDnn.StateNonzeroSums"),
    ];

    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (source.NodeAt(diagnostic)?.FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: { } list })
            yield break;
        if (
            list.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == "BiasMode")
            || source.TypeName("SparseDnn.BiasMode", list.SpanStart) is not { } type
        )
            yield break;
        foreach (var (member, key) in Modes)
        {
            var argument = SyntaxFactory
                .AttributeArgument(SyntaxFactory.ParseExpression($"{type}.{member}"))
                .WithNameEquals(
                    SyntaxFactory
                        .NameEquals(SyntaxFactory.IdentifierName("BiasMode").WithTrailingTrivia(SyntaxFactory.Space))
                        .WithTrailingTrivia(SyntaxFactory.Space)
                );
            yield return new(
                $"Write 'BiasMode = BiasMode.{member}'",
                key,
                editor => editor.ReplaceNode(list, (current, _) => Add((AttributeArgumentListSyntax)current, argument))
            );
        }
    }

    private static AttributeArgumentListSyntax Add(AttributeArgumentListSyntax list, AttributeArgumentSyntax argument)
    {
        var commas = list
            .Arguments.GetSeparators()
            .Append(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return list.WithArguments(SyntaxFactory.SeparatedList(list.Arguments.Append(argument), commas));
    }
}
