using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.CodeFixes;

/// <summary>Finds and writes arguments of attributes.</summary>
internal static class AttributeArguments
{
    /// <summary>
    /// The attribute argument that a diagnostic marks, or that it marks a part of; null where there is none, as after an edit.
    /// </summary>
    public static AttributeArgumentSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Location.IsInSource && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>()
            : null;

    /// <summary>
    /// A list of attribute arguments in which a property is set, in place of an argument of that name where there is one.
    /// </summary>
    /// <param name="list">The list; null for an attribute without parentheses.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">Its value.</param>
    public static AttributeArgumentListSyntax With(AttributeArgumentListSyntax? list, string name, ExpressionSyntax value)
    {
        list ??= SyntaxFactory.AttributeArgumentList();
        foreach (var known in list.Arguments)
            if (known.NameEquals?.Name.Identifier.ValueText == name)
                return list.ReplaceNode(known.Expression, value.WithTriviaFrom(known.Expression));
        var equals = SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)
        );
        var argument = SyntaxFactory.AttributeArgument(equals, null, value);
        if (list.Arguments.Count > 0)
            argument = argument.WithLeadingTrivia(SyntaxFactory.Space);
        return list.WithArguments(list.Arguments.Add(argument));
    }
}
