using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Roslyn.Declared;

/// <summary>The attributes of one type that declare something; null where it has none.</summary>
/// <param name="type">Any named type.</param>
internal sealed class DeclaringAttributes(INamedTypeSymbol type) : IDeclaringAttributes<AttributeData?>
{
    public AttributeData? Network => TargetReader.Attributes(type) is { Count: > 0 } found ? found[0] : null;

    public AttributeData? Oscillate => TargetReader.Oscillate(type);

    public AttributeData? Family => FamilyReader.Attribute(type);

    public AttributeData? Fixtures => FixtureReader.Attribute(type);

    /// <inheritdoc/>
    public AttributeData? Layers(int position) => TargetReader.Attributes(type).ElementAtOrDefault(position);

    /// <summary>The attribute that makes a type a network, a family of exact solutions or fixtures, whichever it has first.</summary>
    /// <param name="type">Any named type.</param>
    public static AttributeData? First(INamedTypeSymbol type)
    {
        var attributes = new DeclaringAttributes(type);
        return attributes.Network ?? attributes.Family ?? attributes.Fixtures;
    }
}
