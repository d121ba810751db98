using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>Names that say that memory holds One of a semiring, so that 0 in it is meant where One is 0.</summary>
/// <remarks>
/// A variable <c>one</c>, or a name whose last word is Ones; a method of such a name, or one that ends in ToOne, WithOne or AsOne.
/// </remarks>
internal static class IdentityNames
{
    private static readonly string[] Endings = ["Ones", "ToOne", "WithOne", "AsOne"];

    /// <summary>Whether what is filled with 0, or the member that fills it, is named so.</summary>
    /// <param name="zeros">What fills with 0.</param>
    public static bool Say(SyntaxNode zeros)
    {
        if (
            zeros is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            && (SaysOne(NameOf(access.Expression)) || call.ArgumentList.Arguments.Any(argument => SaysOne(NameOf(argument.Expression))))
        )
            return true;
        foreach (var around in zeros.Ancestors())
            switch (around)
            {
                case VariableDeclaratorSyntax variable when SaysOne(variable.Identifier.Text):
                    return true;
                case AssignmentExpressionSyntax assignment
                    when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && SaysOne(NameOf(assignment.Left)):
                    return true;
                case LocalFunctionStatementSyntax function:
                    return SaysOne(function.Identifier.Text);
                case MethodDeclarationSyntax method:
                    return SaysOne(method.Identifier.Text);
                case PropertyDeclarationSyntax property:
                    return SaysOne(property.Identifier.Text);
                case BaseTypeDeclarationSyntax:
                    return false;
            }

        return false;
    }

    private static string? NameOf(ExpressionSyntax expression) =>
        expression switch
        {
            IdentifierNameSyntax name => name.Identifier.Text,
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            ElementAccessExpressionSyntax element => NameOf(element.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "AsSpan" } view } => NameOf(
                view.Expression
            ),
            _ => null,
        };

    private static bool SaysOne(string? name)
    {
        name = name?.Trim('_');
        return name is not null
            && (
                string.Equals(name, "one", StringComparison.OrdinalIgnoreCase)
                || string.Equals(name, "ones", StringComparison.OrdinalIgnoreCase)
                || Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            );
    }
}
