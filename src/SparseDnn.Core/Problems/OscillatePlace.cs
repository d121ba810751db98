namespace SparseDnn.Problems;

/// <summary>[Oscillate] or one of its arguments.</summary>
/// <param name="Argument">Name of the argument; null for the attribute as a whole.</param>
internal sealed record OscillatePlace(string? Argument = null) : DeclarationPlace(Argument)
{
    /// <inheritdoc/>
    public override T Attribute<T>(IDeclaringAttributes<T> attributes) => attributes.Oscillate;
}
