using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Declared;

/// <summary>
/// From a problem's place to the narrowest source location: an attribute argument, a part of a string literal, a line of a weights file.
/// </summary>
internal sealed class PlaceLocator : IProblemPlaceVisitor<Location>
{
    private readonly INamedTypeSymbol _type;
    private readonly DeclaringAttributes _attributes;
    private readonly CancellationToken _cancellationToken;

    private PlaceLocator(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        _type = type;
        _attributes = new DeclaringAttributes(type);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The location of a place.</summary>
    /// <param name="type">The declared type.</param>
    /// <param name="place">The place.</param>
    /// <param name="cancellationToken">Passed to the syntax getters.</param>
    public static Location Locate(INamedTypeSymbol type, ProblemPlace place, CancellationToken cancellationToken) =>
        place.Accept(new PlaceLocator(type, cancellationToken));

    /// <inheritdoc/>
    public Location Visit(DeclarationPlace place) =>
        Syntax(place) is { } syntax ? (Argument(syntax, place.Argument) ?? (SyntaxNode)syntax).GetLocation() : NameOf(_type);

    /// <inheritdoc/>
    public Location Visit(TypeNamePlace place) => NameOf(_type);

    /// <inheritdoc/>
    public Location Visit(ContainingTypePlace place)
    {
        var outer = _type.ContainingType;
        for (var depth = place.Depth; depth > 0 && outer is not null; depth--)
            outer = outer.ContainingType;
        return NameOf(outer ?? _type);
    }

    /// <inheritdoc/>
    public Location Visit(MemberPlace place) => TargetReader.UserMember(_type, place.Name) ?? NameOf(_type);

    /// <inheritdoc/>
    public Location Visit(InlineTextPlace place)
    {
        if (Syntax(place.Argument) is not { } syntax)
            return NameOf(_type);
        if (Argument(syntax, place.Argument.Argument) is not { } argument)
            return syntax.GetLocation();
        return LiteralText.Find(argument.Expression, place.Offset, place.Length) is { } span
            ? Location.Create(syntax.SyntaxTree, span)
            : argument.Expression.GetLocation();
    }

    /// <inheritdoc/>
    public Location Visit(FilePlace place)
    {
        // The compiler counts lines and columns from 0; the text itself is not needed to name them.
        var start = new LinePosition(
            (int)System.Math.Min(int.MaxValue, System.Math.Max(0, place.Line - 1)),
            System.Math.Max(0, place.Column - 1)
        );
        var end = new LinePosition(start.Line, (int)System.Math.Min(int.MaxValue, (long)start.Character + place.Length));
        return Location.Create(place.Path, default, new LinePositionSpan(start, end));
    }

    /// <inheritdoc/>
    /// <remarks>Bytes have no lines: the file is marked at its start, and the message says where.</remarks>
    public Location Visit(ByteOffsetPlace place) => Location.Create(place.Path, default, default);

    /// <inheritdoc/>
    public Location Visit(FileEntryPlace place) => Visit(place.Argument);

    // A part that lacks 'partial' is where the remedy goes; otherwise the part that carries the declaring attribute.
    private Location NameOf(INamedTypeSymbol type)
    {
        if (TypeSymbols.PartWithoutPartial(type, _cancellationToken) is { } part)
            return part.Identifier.GetLocation();
        var attribute = DeclaringAttributes.First(type)?.ApplicationSyntaxReference;
        var declaration = attribute?.GetSyntax(_cancellationToken).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        return declaration?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;
    }

    private AttributeSyntax? Syntax(DeclarationPlace place) =>
        place.Attribute(_attributes)?.ApplicationSyntaxReference?.GetSyntax(_cancellationToken) as AttributeSyntax;

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
    private static int Position(string name)
    {
        if (name == "select")
            return 1;
        return
            name.StartsWith("level", StringComparison.Ordinal)
            && int.TryParse(name.Substring(5), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : 0;
    }
}
