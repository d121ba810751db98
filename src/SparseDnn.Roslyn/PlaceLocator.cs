using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Networks;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>
/// From a problem's place to the narrowest source location: an attribute argument, a part of a string literal, a line of a weights file.
/// </summary>
public static class PlaceLocator
{
    /// <summary>The location of a place.</summary>
    /// <param name="type">The declared type.</param>
    /// <param name="place">The place.</param>
    /// <param name="cancellationToken">Passed to the syntax getters.</param>
    public static Location Locate(INamedTypeSymbol type, ProblemPlace place, CancellationToken cancellationToken) =>
        place switch
        {
            FilePlace file => InFile(file),
            // Bytes have no lines: the file is marked at its start, and the message says where.
            ByteOffsetPlace bytes => Location.Create(bytes.Path, default, default),
            FileEntryPlace entry => Locate(type, entry.Argument, cancellationToken),
            InlineTextPlace text => InText(type, text, cancellationToken),
            MemberPlace member => TargetReader.UserMember(type, member.Name) ?? TypeName(type, cancellationToken),
            DeclarationPlace { Attribute: >= 0 } part => InAttribute(type, part.Attribute, part.Argument, cancellationToken)
                ?? TypeName(type, cancellationToken),
            DeclarationPlace { Attribute: < -1 } around => ContainingType(type, -2 - around.Attribute, cancellationToken),
            _ => TypeName(type, cancellationToken),
        };

    // A part that lacks 'partial' is where the remedy goes; otherwise the part that carries the declaring attribute.
    private static Location TypeName(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (TargetReader.PartWithoutPartial(type, cancellationToken) is { } part)
            return part.Identifier.GetLocation();
        var attribute = (
            TargetReader.Attributes(type).FirstOrDefault() ?? FamilyReader.Attribute(type) ?? FixtureReader.Attribute(type)
        )?.ApplicationSyntaxReference;
        var declaration = attribute?.GetSyntax(cancellationToken).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        return declaration?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;
    }

    private static Location ContainingType(INamedTypeSymbol type, int depth, CancellationToken cancellationToken)
    {
        var outer = type.ContainingType;
        for (; depth > 0 && outer is not null; depth--)
            outer = outer.ContainingType;
        return outer is null ? TypeName(type, cancellationToken) : TypeName(outer, cancellationToken);
    }

    private static Location InFile(FilePlace file)
    {
        // The compiler counts lines and columns from 0; the text itself is not needed to name them.
        var start = new LinePosition(
            (int)System.Math.Min(int.MaxValue, System.Math.Max(0, file.Line - 1)),
            System.Math.Max(0, file.Column - 1)
        );
        var end = new LinePosition(start.Line, (int)System.Math.Min(int.MaxValue, (long)start.Character + file.Length));
        return Location.Create(file.Path, default, new LinePositionSpan(start, end));
    }

    private static Location? InAttribute(INamedTypeSymbol type, int index, string? argument, CancellationToken cancellationToken)
    {
        if (Attribute(type, index)?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
            return null;
        return (Argument(syntax, argument) ?? (SyntaxNode)syntax).GetLocation();
    }

    private static AttributeData? Attribute(INamedTypeSymbol type, int index)
    {
        var attributes = TargetReader.Attributes(type);
        return index switch
        {
            DeclarationPlace.OscillateAttribute => TargetReader.Oscillate(type),
            DeclarationPlace.FamilyAttribute => FamilyReader.Attribute(type),
            DeclarationPlace.FixturesAttribute => FixtureReader.Attribute(type),
            _ => index < attributes.Count ? attributes[index] : null,
        };
    }

    private static Location InText(INamedTypeSymbol type, InlineTextPlace place, CancellationToken cancellationToken)
    {
        var attributes = TargetReader.Attributes(type);
        if (
            place.Attribute >= attributes.Count
            || attributes[place.Attribute].ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax
        )
            return TypeName(type, cancellationToken);
        if (Argument(syntax, place.Argument) is not { } argument)
            return syntax.GetLocation();
        return LiteralText.Find(argument.Expression, place.Offset, place.Length) is { } span
            ? Location.Create(syntax.SyntaxTree, span)
            : argument.Expression.GetLocation();
    }

    private static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, string? name)
    {
        if (name is null || attribute.ArgumentList is not { } list)
            return null;
        return list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)
            ?? list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? (
                char.IsLower(name[0])
                    ? list
                        .Arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null)
                        .ElementAtOrDefault(Position(name))
                    : null
            );
    }

    // Parameters of constructors are named as they are, those of a list by their position as in level2.
    private static int Position(string name) =>
        name == "select" ? 1
        : name.StartsWith("level", System.StringComparison.Ordinal) && int.TryParse(name.Substring(5), out var position) ? position
        : 0;
}
