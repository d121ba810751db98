namespace SparseDnn.Problems;

/// <summary>An attribute that declares layers, or one of its arguments.</summary>
/// <param name="Position">1, 2, … in the order in which these attributes are written.</param>
/// <param name="Argument">Name of the argument; null for the attribute as a whole.</param>
internal sealed record LayersPlace(int Position, string? Argument = null) : DeclarationPlace(Argument)
{
    /// <inheritdoc/>
    public override T Attribute<T>(IDeclaringAttributes<T> attributes) => attributes.Layers(Position);
}
