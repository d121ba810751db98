using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Problems.Findings;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>A semiring that values are marked with.</summary>
internal sealed class MarkedSemiring
{
    private readonly Dictionary<SpecialType, (SemiringElement Element, OrdinaryArithmetic? Arithmetic)> _elements = [];
    private readonly SemiringSpecification _specification;

    public MarkedSemiring(INamedTypeSymbol type, SemiringSpecification specification)
    {
        Type = type;
        _specification = specification;
        foreach (var element in specification.Elements)
            _elements[NumberTypes.Of(element.Format).SpecialType()] = (element, OrdinaryArithmetic.Of(element));
    }

    /// <summary>The type that the mark names.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>Its name in messages, such as min-plus.</summary>
    public string Name => _specification.Name;

    /// <summary>⊕ in words.</summary>
    public string Add => Ascii(_specification.Add);

    /// <summary>⊗ in words.</summary>
    public string Multiply => Ascii(_specification.Multiply);

    /// <summary>
    /// What ordinary arithmetic means on elements of a type; null where the semiring has no such elements or they are not known.
    /// </summary>
    public OrdinaryArithmetic? Arithmetic(ITypeSymbol? type) =>
        type is not null && _elements.TryGetValue(type.SpecialType, out var row) ? row.Arithmetic : null;

    /// <summary>Why the semiring has no elements of a type; null where it has.</summary>
    public string? Declined(ITypeSymbol type)
    {
        if (!_elements.TryGetValue(type.SpecialType, out var row))
            return $"{Name} has no elements of type {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
        if (row.Element.IsUsable)
            return null;
        return $"{Name} does not exist in {NumberTypes.Of(row.Element.Format).Keyword}: {Ascii(row.Element.Reason ?? "").TrimEnd('.')}";
    }

    /// <summary>Whether programs can call ⊕ or ⊗ on elements of a type by the member's name.</summary>
    public bool HasOperation(string name, ITypeSymbol? element) =>
        element is not null
        && Type.GetMembers(name)
            .OfType<IMethodSymbol>()
            .Any(method =>
                method is { IsStatic: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, Parameters.Length: 2 }
                && method.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, element))
            );

    /// <summary>Zero or One of a type as C# writes it, the placeholder standing for the semiring; null where it is not known.</summary>
    public string? Identity(SemiringMember member, ITypeSymbol? element)
    {
        if (element is null || !_elements.TryGetValue(element.SpecialType, out var row))
            return null;
        if (
            Type.GetMembers(member.ToString()).OfType<IPropertySymbol>().FirstOrDefault()
                is { IsStatic: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } property
            && (
                property.Type.SpecialType == element.SpecialType
                || (property.Type.SpecialType, element.SpecialType) is (SpecialType.System_Single, SpecialType.System_Double)
            )
        )
            return SemiringOperations.SemiringPlaceholder + "." + member;
        return IdentityText.Of(member == SemiringMember.Zero ? row.Element.Zero : row.Element.One, NumberTypes.Of(row.Element.Format));
    }

    private static string Ascii(string text) => text.Replace('\u2212', '-');
}
