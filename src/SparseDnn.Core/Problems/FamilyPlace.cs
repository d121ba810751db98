namespace SparseDnn.Problems;

/// <summary>The attribute of a family of exact solutions, or one of its arguments.</summary>
/// <param name="Argument">Name of the argument; null for the attribute as a whole.</param>
internal sealed record FamilyPlace(string? Argument = null) : DeclarationPlace(Argument)
{
    /// <inheritdoc/>
    public override T Attribute<T>(IDeclaringAttributes<T> attributes) => attributes.Family;
}
