using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.House.Tests.Style;

namespace SparseDnn.House.Tests.Names;

/// <summary>A public type, as a user writes it.</summary>
/// <param name="Name">Its name with its type parameters, such as <c>ExactFixture&lt;T&gt;</c>.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="IsHidden">Whether it is kept out of completion lists.</param>
internal sealed record PublicType(string Name, string Namespace, bool IsHidden)
{
    /// <summary>The public types of a project of the product, nested ones not among them.</summary>
    /// <param name="name">The project.</param>
    public static IEnumerable<PublicType> OfProject(string name) =>
        SourceFile
            .All.Where(file => file.Path.StartsWith($"src/{name}/", StringComparison.Ordinal))
            .SelectMany(file => file.Declared<MemberDeclarationSyntax>())
            .Where(member => member.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax && IsPublic(member))
            .Select(Of)
            .OfType<PublicType>();

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static PublicType? Of(MemberDeclarationSyntax member) =>
        member switch
        {
            TypeDeclarationSyntax type => Of(type.Identifier.Text, type.TypeParameterList, member),
            EnumDeclarationSyntax type => Of(type.Identifier.Text, null, member),
            DelegateDeclarationSyntax type => Of(type.Identifier.Text, type.TypeParameterList, member),
            _ => null,
        };

    private static PublicType Of(string name, TypeParameterListSyntax? parameters, MemberDeclarationSyntax member) =>
        new(
            parameters is null
                ? name
                : $"{name}<{string.Join(", ", parameters.Parameters.Select(parameter => parameter.Identifier.Text))}>",
            (member.Parent as BaseNamespaceDeclarationSyntax)?.Name.ToString() ?? "",
            member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "EditorBrowsable")
        );
}
